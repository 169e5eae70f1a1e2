"""One-time codes: six digits to the registered phone, kept hashed in Redis for ten minutes."""

import hmac
import json
import secrets
import uuid
from datetime import datetime, timedelta

from redis.asyncio import Redis

from backend import clock
from backend.identity.cipher import look_up

LIFETIME = timedelta(minutes=10)
TRIES = 3


def _key(conversation_id: uuid.UUID) -> str:
    return f"haqqi:code:{conversation_id}"


async def issue(redis: Redis, conversation_id: uuid.UUID, person_id: uuid.UUID | None) -> str:
    """Make a code for a conversation, in place of any earlier one.

    Without a person (unknown IDCS, no registered phone) a code is made all the same and told to nobody, so that the
    dialogue does not show whether an IDCS exists.
    """
    code = f"{secrets.randbelow(1_000_000):06d}"
    record = {
        "hash": look_up("code", code).hex(),
        "person_id": str(person_id) if person_id else None,
        "expires": (clock.now() + LIFETIME).isoformat(),
        "tries": 0,
    }
    await redis.set(_key(conversation_id), json.dumps(record), ex=int(LIFETIME.total_seconds()))
    return code


async def may_send(redis: Redis, phone: str, per_hour: int, per_day: int) -> bool:
    """Count one more code to a phone (E.164); False when it has had its share of this hour or this day."""
    name, now = look_up("phone", phone).hex(), clock.now()
    windows = ((f"{now:%Y%m%d%H}", 3600, per_hour), (f"{now:%Y%m%d}", 86400, per_day))
    for window, seconds, share in windows:
        key = f"haqqi:codes:{window}:{name}"
        count = await redis.incr(key)
        await redis.expire(key, seconds)
        if count > share:
            return False
    return True


async def redeem(redis: Redis, conversation_id: uuid.UUID, code: str) -> tuple[uuid.UUID | None, str | None]:
    """Check a code: (person id, None) once, or (None, "code-wrong" | "code-expired")."""
    stored = await redis.get(_key(conversation_id))
    record = json.loads(stored) if stored else None
    if record is None or datetime.fromisoformat(record["expires"]) < clock.now() or record["tries"] >= TRIES:
        await redis.delete(_key(conversation_id))
        return None, "code-expired"
    if not hmac.compare_digest(record["hash"], look_up("code", code).hex()) or record["person_id"] is None:
        record["tries"] += 1
        await redis.set(_key(conversation_id), json.dumps(record), keepttl=True)
        return None, "code-wrong"
    if not await redis.delete(_key(conversation_id)):  # somebody redeemed it in the same moment
        return None, "code-expired"
    return uuid.UUID(record["person_id"]), None
