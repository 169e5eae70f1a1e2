"""Score notices of a household, and the last day of the review window."""

import hashlib
import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from backend.scores.models import ScoreNotice

if TYPE_CHECKING:
    from backend.registry.models import Household


async def notices(session: AsyncSession, household_id: uuid.UUID, limit: int = 2) -> list[ScoreNotice]:
    """The household's latest score notices, the newest first."""
    rows = await session.scalars(
        select(ScoreNotice)
        .where(ScoreNotice.household_id == household_id)
        .order_by(ScoreNotice.computed_on.desc())
        .limit(limit)
    )
    return list(rows)


async def notice_by_id(session: AsyncSession, notice_id: uuid.UUID) -> ScoreNotice | None:
    """The notice with this id of ours."""
    return await session.get(ScoreNotice, notice_id)


async def add_received(
    session: AsyncSession,
    household: "Household",
    score: Decimal,
    computed_on: date,
    received_at: datetime,
) -> ScoreNotice:
    """Add a score that a registry sent, exactly as it was sent, with the household's setting and region of today.

    It has no date of notification: receiving a score never starts the clock.
    """
    said = f"received:{computed_on}:{score}".encode()
    notice = ScoreNotice(
        id=uuid.uuid4(), household_id=household.id, score=score, setting=household.setting, region=household.region,
        computed_on=computed_on, row_digest=hashlib.blake2b(said, digest_size=16).digest(), is_demo=household.is_demo,
        received_at=received_at,
    )  # fmt: skip
    session.add(notice)
    await session.flush()
    return notice


async def notice_of_day(session: AsyncSession, household_id: uuid.UUID, computed_on: date) -> ScoreNotice | None:
    """The household's score of a day of computation."""
    return await session.scalar(
        select(ScoreNotice).where(ScoreNotice.household_id == household_id, ScoreNotice.computed_on == computed_on)
    )


async def notices_after(session: AsyncSession, household_id: uuid.UUID, computed_on: date) -> list[ScoreNotice]:
    """The household's scores that were computed after a day, in their order."""
    rows = await session.scalars(
        select(ScoreNotice)
        .where(ScoreNotice.household_id == household_id, ScoreNotice.computed_on > computed_on)
        .order_by(ScoreNotice.computed_on)
    )
    return list(rows)


async def notified_on(session: AsyncSession, day: date, after: uuid.UUID | None, limit: int) -> list[ScoreNotice]:
    """Notices that the registry dates on a day, in the order of their ids, from the one after `after` on."""
    query = select(ScoreNotice).where(ScoreNotice.notified_on == day).order_by(ScoreNotice.id).limit(limit)
    return list(await session.scalars(query if after is None else query.where(ScoreNotice.id > after)))


async def without_date(
    session: AsyncSession, received_before: datetime, limit: int, offset: int = 0
) -> list[ScoreNotice]:
    """The latest notices of households that the registry gave no date of notification for, the oldest first."""
    newer = aliased(ScoreNotice)
    rows = await session.scalars(
        select(ScoreNotice)
        .where(
            ScoreNotice.notified_on.is_(None),
            ScoreNotice.received_at < received_before,
            ~select(newer.id)
            .where(newer.household_id == ScoreNotice.household_id, newer.computed_on > ScoreNotice.computed_on)
            .exists(),
        )
        .order_by(ScoreNotice.received_at, ScoreNotice.id)
        .limit(limit)
        .offset(offset)
    )
    return list(rows)


def review_last_day(notified_on: date, days: int) -> date:
    """The last day on which a review may be asked for (until 23:59:59 in Morocco).

    Law 72.18, article 16: within 60 days of the notification. How the law counts is not settled in any source we have;
    the day of notification is taken as day 0.
    """
    return notified_on + timedelta(days=days)
