"""What the registers agency tells us in relay mode: that it has a request, what it asks, what it decided."""

from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.reviews.effects import follow
from backend.reviews.history import Why, advance, has_happened, locked_by_reference, note
from backend.reviews.models import ReviewDecision, ReviewInformation, ReviewRequest
from backend.reviews.parties import AGENCY, Party, ReviewRefusedError
from backend.reviews.states import DECISIONS, UNCONFIRMED

Told = Literal["recorded", "known"]


async def acknowledge_by_reference(session: AsyncSession, reference: str, agency_reference: str, key: str) -> Told:
    """The agency confirms a request. "known" when it has said so before. ReviewRefusedError: no such request, another
    reference than the first time, or a request that is not relayed.
    """
    request = await _relayed(session, reference)
    return await acknowledge(session, request, agency_reference, key=key)


async def acknowledge(session: AsyncSession, request: ReviewRequest, agency_reference: str, *, key: str) -> Told:
    """Record on a locked request that the agency has it, under its own reference. Whatever its state, nothing is lost:
    what comes after a withdrawal, or after the agency began to look at it, is noted in the history.

    A second, other reference is refused; the first one stays.
    """
    if request.agency_reference == agency_reference or await has_happened(session, request, key):
        return "known"
    if request.agency_reference is not None:
        raise ReviewRefusedError("another-agency-reference", request.agency_reference)
    request.agency_reference, request.acknowledged_at = agency_reference, clock.now()
    why = Why("agency_acknowledged", key=key)
    if request.status in UNCONFIRMED:
        await advance(session, request, "acknowledged", AGENCY, why)
        await follow(session, request, "acknowledged")
    else:
        note(session, request, "acknowledged_late", AGENCY, why)
    return "recorded"


async def update(
    session: AsyncSession,
    reference: str,
    status: str,
    *,
    key: str,
    agency_reference: str | None = None,
    words: str = "",
) -> Told:
    """The agency tells where a request stands: in review, a question (`words`), a decision with its reason (`words`).

    "known" when this message, or the same decision, came before. ReviewRefusedError: the table does not lead there.
    """
    request = await _relayed(session, reference)
    if await has_happened(session, request, key):
        return "known"
    if agency_reference and request.agency_reference is None:
        await acknowledge(session, request, agency_reference, key=f"{key}:acknowledged")
    if request.status == status and status != "more_information_requested":
        return "known"
    await advance(session, request, status, AGENCY, Why("agency_told", words or None, key))
    await settle(session, request, status, AGENCY, words)
    return "recorded"


async def settle(session: AsyncSession, request: ReviewRequest, status: str, by: Party, words: str) -> None:
    """Store what belongs to a state that was just reached (a question, a decision), and do what follows it."""
    if status == "more_information_requested":
        await ask(session, request, by, words)
    elif status in DECISIONS and by is AGENCY:
        now = clock.now()
        session.add(
            ReviewDecision(
                request_id=request.id, decision=status, reason=words, outcome="confirmed",
                proposed_by=by.actor, proposed_at=now, settled_by=by.actor, settled_at=now,
            )
        )  # fmt: skip
    await follow(session, request, status)


async def ask(session: AsyncSession, request: ReviewRequest, by: Party, question: str) -> None:
    """Store a question of the agency."""
    asked = select(func.count()).where(ReviewInformation.request_id == request.id)
    number = (await session.scalar(asked) or 0) + 1
    session.add(
        ReviewInformation(
            request_id=request.id, number=number, question=question, asked_by=by.actor, asked_at=clock.now()
        )
    )


async def _relayed(session: AsyncSession, reference: str) -> ReviewRequest:
    request = await locked_by_reference(session, reference)
    if request.mode != "relay":
        raise ReviewRefusedError("not-relayed")
    return request
