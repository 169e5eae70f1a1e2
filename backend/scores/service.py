"""Score notices of a household, and the last day of the review window."""

import uuid
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.scores.models import ScoreNotice


async def notices(session: AsyncSession, household_id: uuid.UUID, limit: int = 2) -> list[ScoreNotice]:
    """The household's latest score notices, the newest first."""
    rows = await session.scalars(
        select(ScoreNotice)
        .where(ScoreNotice.household_id == household_id)
        .order_by(ScoreNotice.computed_on.desc())
        .limit(limit)
    )
    return list(rows)


def review_last_day(notified_on: date, days: int) -> date:
    """The last day on which a review may be asked for (until 23:59:59 in Morocco).

    Law 72.18, article 16: within 60 days of the notification. How the law counts is not settled in any source we have;
    the day of notification is taken as day 0.
    """
    return notified_on + timedelta(days=days)
