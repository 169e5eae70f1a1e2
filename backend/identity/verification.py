"""Level 2: which person a conversation has proved to be, for fifteen minutes.

Lives in Redis: emptied, people verify again.
"""

import json
import uuid
from datetime import date, datetime, timedelta

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.audit.service import record
from backend.registry.service import persons_by_phone

LIFETIME = timedelta(minutes=15)


def _key(conversation_id: uuid.UUID) -> str:
    return f"haqqi:verified:{conversation_id}"


async def mark_verified(
    redis: Redis, session: AsyncSession, conversation_id: uuid.UUID, person_id: uuid.UUID, method: str
) -> None:
    """Remember that this conversation proved to be this person; `method` is "phone" or "code"."""
    value = json.dumps({"person_id": str(person_id), "at": clock.now().isoformat()})
    await redis.set(_key(conversation_id), value, ex=int(LIFETIME.total_seconds()))
    record(session, f"conversation:{conversation_id}", "verified", person_id, method=method)


async def verified_person(redis: Redis, conversation_id: uuid.UUID) -> uuid.UUID | None:
    """The person this conversation is verified as, or None."""
    stored = await redis.get(_key(conversation_id))
    if not stored:
        return None
    value = json.loads(stored)
    if not timedelta(0) <= clock.now() - datetime.fromisoformat(value["at"]) <= LIFETIME:
        return None
    return uuid.UUID(value["person_id"])


async def forget(redis: Redis, conversation_id: uuid.UUID) -> None:
    """Sign the conversation out."""
    await redis.delete(_key(conversation_id))


async def match_on_phone(session: AsyncSession, phone: str, birth_date: date, idcs_end: str) -> uuid.UUID | None:
    """The person registered with this phone who has this birth date and these last four digits of the IDCS."""
    for person in await persons_by_phone(session, phone):
        if person.born == birth_date and person.idcs.endswith(idcs_end):
            return person.id
    return None
