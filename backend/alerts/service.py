"""Recording whether a phone wants alerts: dated, audited, revocable at any time (law 09.08)."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.alerts.models import AlertPreference
from backend.audit.service import record
from backend.identity.cipher import look_up


async def wants_alerts(session: AsyncSession, phone: str) -> bool | None:
    """What the phone (E.164) asked for last; None when nothing."""
    query = select(AlertPreference.wanted).where(AlertPreference.phone_hash == look_up("phone", phone))
    return await session.scalar(query)


async def wanting(session: AsyncSession, phone_hashes: Collection[bytes]) -> set[bytes]:
    """Those of these phones (keyed hashes) that asked for alerts last."""
    query = select(AlertPreference.phone_hash).where(
        AlertPreference.phone_hash.in_(phone_hashes), AlertPreference.wanted
    )
    return set(await session.scalars(query))


async def set_alerts(
    session: AsyncSession,
    phone: str,
    *,
    wanted: bool,
    variety: str,
    channel: str,
    conversation_id: uuid.UUID,
    person_id: uuid.UUID | None,
) -> None:
    """Record the wish and audit it."""
    values = {
        "wanted": wanted,
        "variety": variety,
        "channel": channel,
        "person_id": person_id,
        "changed_at": clock.now(),
    }
    statement = insert(AlertPreference).values(
        id=uuid.uuid4(), phone=phone, phone_hash=look_up("phone", phone), **values
    )
    await session.execute(statement.on_conflict_do_update(index_elements=["phone_hash"], set_=values))
    action = "alerts_on" if wanted else "alerts_off"
    record(session, f"conversation:{conversation_id}", action, person_id, channel=channel)
