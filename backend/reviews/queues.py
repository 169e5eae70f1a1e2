"""What staff have to look at: requests that wait, and scores of which nothing proves that they were notified."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, case, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.reviews.models import AgencyMessage, ReviewDecision, ReviewRequest
from backend.reviews.proofs import without_proof
from backend.reviews.rules import RULES
from backend.reviews.states import CLOSED, UNCONFIRMED
from backend.reviews.views import RequestView, views_of
from backend.scores.service import without_date

Queue = Literal["all", "unacknowledged", "refused", "late", "information", "proposed", "closed"]
PAGE = 200


@dataclass(frozen=True)
class UnprovedNotice:
    """A score without any proved notification: no last day can be stated for it."""

    notice_id: uuid.UUID
    household_id: uuid.UUID
    computed_on: date
    received_on: date


async def queue(session: AsyncSession, name: Queue, limit: int, offset: int = 0) -> list[RequestView]:
    """A queue of requests: what the agency refused or has not confirmed for three days first, then the oldest.

    all: every open request; unacknowledged: for three days; refused: a message that the agency did not take; late;
    information: the household's answer is awaited; proposed: a second reviewer is awaited; closed: the latest first.
    """
    query = select(ReviewRequest).where(ReviewRequest.submitted_at.is_not(None), _in_queue(name))
    if name == "closed":
        query = query.order_by(ReviewRequest.closed_at.desc(), ReviewRequest.id)
    else:
        urgent = case((_unacknowledged() | _refused(), 0), else_=1)
        query = query.order_by(urgent, ReviewRequest.submitted_at, ReviewRequest.id)
    return await views_of(session, (await session.scalars(query.limit(limit).offset(offset))).all())


def _in_queue(name: Queue) -> ColumnElement[bool]:
    is_open = ReviewRequest.status.not_in(CLOSED)
    proposed = exists().where(ReviewDecision.request_id == ReviewRequest.id, ReviewDecision.outcome == "open")
    conditions: dict[Queue, ColumnElement[bool]] = {
        "all": is_open,
        "unacknowledged": _unacknowledged(),
        "refused": _refused(),
        "late": is_open & ReviewRequest.is_late,
        "information": ReviewRequest.status == "more_information_requested",
        "proposed": is_open & proposed,
        "closed": ~is_open,
    }
    return conditions[name]


def _unacknowledged() -> ColumnElement[bool]:
    since = clock.now() - timedelta(days=RULES.unacknowledged_days)
    return ReviewRequest.status.in_(UNCONFIRMED) & (ReviewRequest.submitted_at <= since)


def _refused() -> ColumnElement[bool]:
    return exists().where(AgencyMessage.request_id == ReviewRequest.id, AgencyMessage.status == "refused")


async def unproved_notices(session: AsyncSession, limit: int) -> list[UnprovedNotice]:
    """Households' latest scores that we have for seven days without any proof of notification, the oldest first."""
    before = clock.now() - timedelta(days=RULES.unproved_days)
    found: list[UnprovedNotice] = []
    offset = 0
    while len(found) < limit:
        page = await without_date(session, before, PAGE, offset)
        for notice in await without_proof(session, page):
            received_on = notice.received_at.astimezone(clock.CASABLANCA).date()
            found.append(UnprovedNotice(notice.id, notice.household_id, notice.computed_on, received_on))
        if len(page) < PAGE:
            break
        offset += PAGE
    return found[:limit]
