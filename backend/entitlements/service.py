"""A person's coverage."""

import uuid

from sqlalchemy import case, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.entitlements.models import Coverage
from backend.entitlements.regimes import STATUSES


async def coverages(session: AsyncSession, person_id: uuid.UUID) -> list[Coverage]:
    """All coverage of a person: open first, then suspended, then closed; the newest first in each."""
    rank = case({status: position for position, status in enumerate(STATUSES)}, value=Coverage.status)
    rows = await session.scalars(
        select(Coverage).where(Coverage.person_id == person_id).order_by(rank, Coverage.since.desc())
    )
    return list(rows)
