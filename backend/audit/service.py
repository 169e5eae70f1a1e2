"""Writing audit entries, and counting them."""

import uuid
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.models import AuditEntry


def record(session: AsyncSession, actor: str, action: str, person_id: uuid.UUID | None = None, **detail: Any) -> None:
    """Note who did what. `detail` holds codes and ids only: no identifier, no text of people."""
    session.add(AuditEntry(actor=actor, action=action, person_id=person_id, detail=detail))


async def times(session: AsyncSession, action: str, person_id: uuid.UUID, within: timedelta) -> int:
    """How often an action was recorded about a person in the time before now, this transaction included."""
    found = select(func.count()).where(
        AuditEntry.action == action, AuditEntry.person_id == person_id, AuditEntry.at > func.now() - within
    )
    return (await session.execute(found)).scalar_one()
