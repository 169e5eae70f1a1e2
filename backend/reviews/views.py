"""A request as others see it: data, no table."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.reviews.models import ReviewAttachment, ReviewDecision, ReviewInformation, ReviewNewScore, ReviewRequest
from backend.reviews.proofs import window_of
from backend.reviews.states import CLOSED, DECISIONS, UNCONFIRMED
from backend.reviews.window import Window, moroccan_day
from backend.scores.service import notice_by_id

Correction = bool | int  # what a household says an item is: yes or no, or a whole number (persons, dirhams a year)


@dataclass(frozen=True)
class RequestView:
    """A request: what is contested, where it stands, and until when it could be asked for.

    `corrections` gives for some of the `items` what the household says they are.
    `window` is what the proofs say now, None without any; `late_since` the last day that was missed, if it is late.
    `question` is what the agency asks now; `reason` is the one of its decision. `score` is the contested one.
    """

    id: uuid.UUID
    reference: str | None
    status: str
    mode: str
    household_id: uuid.UUID
    person_id: uuid.UUID
    notice_id: uuid.UUID
    channel: str
    variety: str
    items: tuple[str, ...]
    corrections: Mapping[str, Correction]
    text: str | None
    score: Decimal
    computed_on: date
    window: Window | None
    is_late: bool
    late_since: date | None
    recorded_on: date | None
    begun_at: datetime
    submitted_at: datetime | None
    acknowledged_at: datetime | None
    agency_reference: str | None
    question: str | None
    reason: str | None
    new_scores: tuple[Decimal, ...]
    attachments: int

    @property
    def is_draft(self) -> bool:
        """Whether it is being written still."""
        return self.status == "draft"

    @property
    def is_open(self) -> bool:
        """Whether it was submitted and is not at its end."""
        return self.status not in CLOSED and not self.is_draft

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it is recorded here and the agency has not confirmed it."""
        return self.mode == "relay" and self.status in UNCONFIRMED

    @property
    def is_complete(self) -> bool:
        """Whether it says what is contested."""
        return bool(self.items or self.text)


async def view_of(session: AsyncSession, request: ReviewRequest) -> RequestView:
    """Everything about a request. LookupError when its score is gone."""
    notice = await notice_by_id(session, request.notice_id)
    if notice is None:
        raise LookupError(str(request.notice_id))
    files = select(func.count()).select_from(ReviewAttachment).where(ReviewAttachment.request_id == request.id)
    return RequestView(
        id=request.id,
        reference=request.reference,
        status=request.status,
        mode=request.mode,
        household_id=request.household_id,
        person_id=request.person_id,
        notice_id=request.notice_id,
        channel=request.channel,
        variety=request.variety,
        items=tuple(request.items),
        corrections=dict(request.corrections),
        text=request.text,
        score=notice.score,
        computed_on=notice.computed_on,
        window=await window_of(session, notice),
        is_late=request.is_late,
        late_since=request.late_after if request.is_late else None,
        recorded_on=moroccan_day(request.submitted_at) if request.submitted_at else None,
        begun_at=request.begun_at,
        submitted_at=request.submitted_at,
        acknowledged_at=request.acknowledged_at,
        agency_reference=request.agency_reference,
        question=await _question(session, request),
        reason=await _reason(session, request),
        new_scores=await _new_scores(session, request.id),
        attachments=await session.scalar(files) or 0,
    )


async def views_of(session: AsyncSession, requests: Sequence[ReviewRequest]) -> list[RequestView]:
    """The views of several requests, in their order."""
    return [await view_of(session, request) for request in requests]


async def _question(session: AsyncSession, request: ReviewRequest) -> str | None:
    if request.status != "more_information_requested":
        return None
    return await session.scalar(
        select(ReviewInformation.question)
        .where(ReviewInformation.request_id == request.id)
        .order_by(ReviewInformation.number.desc())
        .limit(1)
    )


async def _reason(session: AsyncSession, request: ReviewRequest) -> str | None:
    if request.status not in DECISIONS:
        return None
    return await session.scalar(
        select(ReviewDecision.reason).where(
            ReviewDecision.request_id == request.id, ReviewDecision.outcome == "confirmed"
        )
    )


async def _new_scores(session: AsyncSession, request_id: uuid.UUID) -> tuple[Decimal, ...]:
    rows = await session.scalars(
        select(ReviewNewScore.notice_id).where(ReviewNewScore.request_id == request_id).order_by("linked_at")
    )
    notices = [await notice_by_id(session, notice_id) for notice_id in rows]
    return tuple(notice.score for notice in sorted(filter(None, notices), key=lambda notice: notice.computed_on))
