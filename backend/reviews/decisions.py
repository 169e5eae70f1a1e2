"""Mandated mode: the agency's own staff decide here. One reviewer proposes, another confirms; who filed the request for
the person, or helped with it, may do neither.
"""

import uuid

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.reviews.agency import settle
from backend.reviews.history import Why, advance, change, filed_or_assisted, has_happened, locked, note
from backend.reviews.models import ReviewDecision, ReviewRequest
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.rules import RULES
from backend.reviews.states import DECISIONS
from backend.reviews.views import RequestView, view_of
from backend.staff.member import Role


async def request_information(
    session: AsyncSession, request_id: uuid.UUID, by: Party, question: str, *, key: str
) -> RequestView:
    """Ask the household for more. ReviewRefusedError: as `propose_decision`."""
    request = await _for_review(session, request_id, by)
    if not await has_happened(session, request, key):
        words = _checked(question)
        if await open_proposal(session, request.id) is not None:
            raise ReviewRefusedError("proposal-open")
        if request.status == "more_information_requested":
            raise ReviewRefusedError("not-in-this-state", "an answer is awaited")
        await advance(session, request, "more_information_requested", by, Why("asked", key=key))
        await settle(session, request, "more_information_requested", by, words)
    return await view_of(session, request)


async def propose_decision(
    session: AsyncSession, request_id: uuid.UUID, by: Party, decision: str, reason: str, *, key: str
) -> RequestView:
    """Propose how to decide, with the reason that the household will read; another reviewer confirms.

    ReviewRefusedError: not-mandated, not-reviewer, took-part (filed or assisted), not-in-this-state, proposal-open,
    no-such-decision, not-late (rejected_as_late of a request that was not), empty, text-too-long.
    """
    request = await _for_review(session, request_id, by)
    if await has_happened(session, request, key):
        return await view_of(session, request)
    if decision not in DECISIONS:
        raise ReviewRefusedError("no-such-decision")
    if decision == "rejected_as_late" and not request.is_late:
        raise ReviewRefusedError("not-late")
    if await open_proposal(session, request.id) is not None:
        raise ReviewRefusedError("proposal-open")
    words = _checked(reason)
    if request.status != "in_review":
        await change(session, request, "in_review", by, Why("taken_up"))
    session.add(
        ReviewDecision(
            id=uuid.uuid4(), request_id=request.id, decision=decision, reason=words, outcome="open",
            proposed_by=by.actor, proposed_at=clock.now(),
        )
    )  # fmt: skip
    note(session, request, "proposed", by, Why(decision, words, key))
    await session.flush()
    return await view_of(session, request)


async def confirm_decision(
    session: AsyncSession, request_id: uuid.UUID, by: Party, *, key: str, accept: bool, words: str | None = None
) -> RequestView:
    """Confirm what another reviewer proposed: that is the decision, and the household is told. Or refuse it, with a
    word for the proposer; who proposed may take it back that way, and never confirm it.

    ReviewRefusedError: as `propose_decision`; nothing-proposed, proposed-it (confirming one's own).
    """
    request = await _for_review(session, request_id, by)
    if await has_happened(session, request, key):
        return await view_of(session, request)
    proposal = await open_proposal(session, request.id)
    if proposal is None:
        raise ReviewRefusedError("nothing-proposed")
    if accept and proposal.proposed_by == by.actor:
        raise ReviewRefusedError("proposed-it")
    proposal.outcome = "confirmed" if accept else "refused"
    proposal.settled_by, proposal.settled_at = by.actor, clock.now()
    if accept:
        await change(session, request, proposal.decision, by, Why("confirmed", proposal.reason, key))
        await settle(session, request, proposal.decision, by, proposal.reason)
    else:
        note(session, request, "proposal_refused", by, Why("refused", words, key))
    return await view_of(session, request)


async def open_proposal(session: AsyncSession, request_id: uuid.UUID) -> ReviewDecision | None:
    """The decision that waits for a second reviewer."""
    query = select(ReviewDecision).where(ReviewDecision.request_id == request_id, ReviewDecision.outcome == "open")
    return await session.scalar(query)


async def _for_review(session: AsyncSession, request_id: uuid.UUID, by: Party) -> ReviewRequest:
    """The locked request, if this party may decide on it."""
    request = await locked(session, request_id)
    if request.mode != "mandated":
        raise ReviewRefusedError("not-mandated")
    if by.kind != "staff" or by.role != Role.REVIEWER:
        raise ReviewRefusedError("not-reviewer")
    if by.actor in await filed_or_assisted(session, request.id):
        raise ReviewRefusedError("took-part")
    return request


def _checked(words: str) -> str:
    plain = words.replace("\x00", "").strip()
    if not plain:
        raise ReviewRefusedError("empty")
    if len(plain) > RULES.longest_question:
        raise ReviewRefusedError("text-too-long", f"{RULES.longest_question} characters at most")
    return plain
