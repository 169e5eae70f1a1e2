"""Changing a request: one step of the table at a time, each with its row of history and its audit entry, each once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.audit.service import record
from backend.reviews.models import ReviewEvent, ReviewRequest
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.states import CLOSED, may_change, way

# What a member of staff does on the agency's side; anything else that they did to a request is filing or assisting.
OF_REVIEWERS = frozenset({
    "in_review", "more_information_requested", "proposed", "proposal_refused",
    "maintained", "revised", "rejected_as_late",
})  # fmt: skip


@dataclass(frozen=True)
class Why:
    """Why something happens: a code, perhaps words; `key` is what makes it happen once (a message's id, a job's)."""

    reason: str
    note: str | None = None
    key: str | None = None


async def lock_notice(session: AsyncSession, notice_id: uuid.UUID) -> None:
    """Let one transaction at a time file a request on this score, over all processes. Taken before any row lock."""
    number = func.hashtextextended(f"review:{notice_id}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(number)))


async def locked(session: AsyncSession, request_id: uuid.UUID) -> ReviewRequest:
    """The request as it is now, locked until the transaction ends. ReviewRefusedError when there is none."""
    query = select(ReviewRequest).where(ReviewRequest.id == request_id).with_for_update()
    request = await session.scalar(query.execution_options(populate_existing=True))
    if request is None:
        raise ReviewRefusedError("no-such-request")
    return request


async def locked_by_reference(session: AsyncSession, reference: str) -> ReviewRequest:
    """The request with this reference, locked. ReviewRefusedError when there is none."""
    query = select(ReviewRequest).where(ReviewRequest.reference == reference).with_for_update()
    request = await session.scalar(query.execution_options(populate_existing=True))
    if request is None:
        raise ReviewRefusedError("no-such-request")
    return request


async def has_happened(session: AsyncSession, request: ReviewRequest, key: str | None) -> bool:
    """Whether an event with this key is in the request's history already."""
    if key is None:
        return False
    query = select(ReviewEvent.id).where(ReviewEvent.request_id == request.id, ReviewEvent.key == key)
    return await session.scalar(query) is not None


def note(session: AsyncSession, request: ReviewRequest, event: str, by: Party, why: Why) -> None:
    """Add to the history of a locked request what does not change its state."""
    _add(session, request, event, request.status if request.history_length else None, request.status, by, why)


async def change(
    session: AsyncSession, request: ReviewRequest, after: str, by: Party, why: Why, *, event: str | None = None
) -> bool:
    """Change the state of a locked request; False when the event with this key has happened before.

    ReviewRefusedError when the table does not allow it.
    """
    if await has_happened(session, request, why.key):
        return False
    if not may_change(request.status, after):
        raise ReviewRefusedError("not-in-this-state", f"{request.status} -> {after}")
    before, request.status = request.status, after
    if after in CLOSED:
        request.closed_at = clock.now()
    _add(session, request, event or after, before, after, by, why)
    return True


async def advance(session: AsyncSession, request: ReviewRequest, after: str, by: Party, why: Why) -> list[str]:
    """Change a locked request into a state that may be several steps ahead; the states that it went through.

    The steps between get the reason "implied": what came last tells that they must have been.
    """
    if await has_happened(session, request, why.key):
        return []
    if request.submitted_at is None:
        raise ReviewRefusedError("not-in-this-state", "only the household submits a draft")
    steps = way(request.status, after)
    for state in steps[:-1]:
        await change(session, request, state, by, Why("implied"))
    await change(session, request, after, by, why)
    return list(steps)


def _add(
    session: AsyncSession, request: ReviewRequest, event: str, before: str | None, after: str, by: Party, why: Why
) -> None:
    session.add(
        ReviewEvent(
            request_id=request.id,
            position=request.history_length,
            event=event,
            from_status=before,
            to_status=after,
            at=clock.now(),
            actor=by.actor,
            channel=by.channel,
            reason=why.reason,
            note=why.note,
            key=why.key,
        )
    )
    request.history_length += 1
    name = request.reference or str(request.id)
    detail = {"request": name, "status": after, "channel": by.channel, "reason": why.reason}
    record(session, by.actor, f"review_{event}", request.person_id, **detail)


async def history_of(session: AsyncSession, request_id: uuid.UUID) -> Sequence[ReviewEvent]:
    """The rows of history, in order."""
    query = select(ReviewEvent).where(ReviewEvent.request_id == request_id).order_by(ReviewEvent.position)
    return (await session.scalars(query)).all()


async def filed_or_assisted(session: AsyncSession, request_id: uuid.UUID) -> set[str]:
    """The staff (as `staff:<id>`) who filed a request or helped with it: they may not decide on it."""
    rows = await session.scalars(
        select(ReviewEvent.actor).where(
            ReviewEvent.request_id == request_id,
            ReviewEvent.actor.startswith("staff:"),
            ReviewEvent.event.not_in(OF_REVIEWERS),
        )
    )
    return set(rows)
