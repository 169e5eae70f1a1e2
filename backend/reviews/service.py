"""Asking for a review: the draft, the request, its withdrawal, information for the agency.

Every function works in the caller's transaction. What may not be done raises ReviewRefusedError with a code; what has
been done already (the same key, the same message twice) changes nothing and gives the request as it is.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from backend import clock, references
from backend.attachments.service import hold
from backend.registry.service import household_of, members_of, person_by_id
from backend.reviews import relay
from backend.reviews.dossier import FORMAT, can_be, dossier_of, items_of
from backend.reviews.effects import attachment_ids, follow
from backend.reviews.history import Why, change, has_happened, lock_notice, locked, note
from backend.reviews.models import (
    NUMBER,
    ReviewAttachment,
    ReviewEvent,
    ReviewInformation,
    ReviewNewScore,
    ReviewRequest,
)
from backend.reviews.parties import SYSTEM, Party, ReviewRefusedError
from backend.reviews.proofs import window_of
from backend.reviews.rules import RULES
from backend.reviews.states import CLOSED
from backend.reviews.views import Correction, RequestView, view_of, views_of
from backend.reviews.window import moroccan_day
from backend.scores.service import notice_by_id, notices, notices_after
from backend.settings import get_settings

if TYPE_CHECKING:
    from backend.registry.models import Person
    from backend.scores.models import ScoreNotice

PREFIX = "REV"
Consent = Literal["written", "spoken"]


# The draft ------------------------------------------------------------------------------------------------------------


async def begin(
    session: AsyncSession, person_id: uuid.UUID, by: Party, *, variety: str, notice_id: uuid.UUID | None = None
) -> RequestView:
    """Begin a request for a verified adult on the household's latest score (or this one of its scores).

    Gives the request that is open for this score if there is one, whoever filed it; else the person's draft, begun now
    or before, on whatever channel. ReviewRefusedError: no-score, not-adult.
    """
    person = await _adult(session, person_id)
    notice = await _notice(session, person, notice_id)
    await lock_notice(session, notice.id)
    request = await _open_request(session, notice.id) or await _draft(session, notice.id, person_id)
    if request is None:
        request = ReviewRequest(
            id=uuid.uuid4(), notice_id=notice.id, household_id=person.household_id, person_id=person_id,
            channel=by.channel, variety=variety, items=[], status="draft", mode=get_settings().review_mode,
            is_late=False, history_length=0, begun_at=clock.now(),
        )  # fmt: skip
        session.add(request)
        await session.flush()
        note(session, request, "begun", by, Why("begun"))
    elif request.status == "draft":
        request = await _editable(session, request.id, by)
        request.variety = variety
    return await _seen_by(session, request, person_id)


async def set_items(
    session: AsyncSession,
    request_id: uuid.UUID,
    by: Party,
    items: Sequence[str],
    corrections: Mapping[str, Correction] | None = None,
) -> RequestView:
    """Name what is contested: inputs of the formula; `corrections` of some of them: what the household says they are.

    ReviewRefusedError: unknown-item, impossible-correction, not-a-draft, not-yours.
    """
    request = await _editable(session, request_id, by)
    notice = await notice_by_id(session, request.notice_id)
    unknown = {*items, *(corrections or {})} - items_of(notice.setting if notice else "")
    if unknown:
        raise ReviewRefusedError("unknown-item", ", ".join(sorted(unknown)))
    impossible = [item for item, value in (corrections or {}).items() if not can_be(item, value)]
    if impossible:
        raise ReviewRefusedError("impossible-correction", ", ".join(sorted(impossible)))
    request.items = list(dict.fromkeys(items))
    request.corrections = {item: value for item, value in (corrections or {}).items() if item in request.items}
    return await view_of(session, request)


async def set_text(session: AsyncSession, request_id: uuid.UUID, by: Party, text: str | None) -> RequestView:
    """Say in words what is contested (None: no words). ReviewRefusedError: text-too-long, not-a-draft, not-yours."""
    request = await _editable(session, request_id, by)
    request.text = _words(text or "") or None
    return await view_of(session, request)


async def attach(session: AsyncSession, request_id: uuid.UUID, by: Party, files: Sequence[uuid.UUID]) -> RequestView:
    """Link files to a draft; they are kept until its end. Files that are gone, or of another request, are left out.

    ReviewRefusedError: too-many-files, not-a-draft, not-yours.
    """
    request = await _editable(session, request_id, by)
    await _link(session, request, files)
    return await view_of(session, request)


async def summary(session: AsyncSession, request_id: uuid.UUID) -> RequestView:
    """A request as it stands, to be read back before it is confirmed. ReviewRefusedError: no-such-request."""
    return await view_of(session, await _request(session, request_id))


async def confirm(
    session: AsyncSession, request_id: uuid.UUID, by: Party, *, key: str, consent: Consent
) -> RequestView:
    """Submit a draft, with the consent that the household's data go to the agency; receipts leave at once.

    Gives the request that counts: this one; the one that somebody of the household submitted before (this draft is
    then set aside, its words kept); what was submitted before under this key. A late request is marked and recorded
    like any other. ReviewRefusedError: nothing-contested, not-yours.
    """
    await lock_notice(session, (await _request(session, request_id)).notice_id)
    request = await locked(session, request_id)
    _check_own(request, by)
    submitted = await _submitted_with(session, request.notice_id, key)
    if request.status != "draft" or submitted is not None:
        return await view_of(session, submitted or await _counting(session, request))
    first = await _open_request(session, request.notice_id)
    if first is not None:
        request.duplicate_of = first.id
        await change(session, request, "withdrawn", by, Why("already_filed", key=key))
        await follow(session, request, "withdrawn")
        return await view_of(session, first)
    if not (request.items or request.text):
        raise ReviewRefusedError("nothing-contested")
    await _submit(session, request, by, key, consent)
    return await view_of(session, request)


async def file(
    session: AsyncSession,
    person_id: uuid.UUID,
    by: Party,
    *,
    key: str,
    variety: str,
    items: Sequence[str],
    corrections: Mapping[str, Correction] | None = None,
    text: str | None,
    consent: Consent,
) -> tuple[RequestView, bool]:
    """Begin, fill in and submit in one step (desk, API); the request that counts, and whether it is a new one."""
    notice = await _notice(session, await _adult(session, person_id), None)
    await lock_notice(session, notice.id)
    submitted = await _submitted_with(session, notice.id, key)
    if submitted is not None:
        return await view_of(session, submitted), False
    view = await begin(session, person_id, by, variety=variety)
    if not view.is_draft:
        return view, False
    await set_items(session, view.id, by, items, corrections)
    await set_text(session, view.id, by, text)
    return await confirm(session, view.id, by, key=key, consent=consent), True


# The request ----------------------------------------------------------------------------------------------------------


async def withdraw(
    session: AsyncSession, request_id: uuid.UUID, by: Party, *, key: str, words: str | None = None
) -> RequestView:
    """Withdraw a request (or erase a draft): who filed it, the declarant, or staff for them. Withdrawn before: nothing.

    The agency is told if it may have the dossier. ReviewRefusedError: not-yours, not-in-this-state.
    """
    request = await locked(session, request_id)
    if by.kind == "person" and by.id != request.person_id:
        declarants = [member.id for member in await members_of(session, request.household_id) if member.is_declarant]
        if by.id not in declarants or request.status == "draft":
            raise ReviewRefusedError("not-yours")
    if request.status == "withdrawn":
        return await view_of(session, request)
    if request.status == "draft":
        _erase(request)
    if await change(session, request, "withdrawn", by, Why("asked", words, key)):
        if request.submitted_at is not None and request.mode == "relay":
            await relay.queue_withdrawal(session, request, "asked")
        await follow(session, request, "withdrawn")
    return await view_of(session, request)


async def give_information(
    session: AsyncSession,
    request_id: uuid.UUID,
    by: Party,
    *,
    key: str,
    text: str,
    files: Sequence[uuid.UUID] = (),
) -> RequestView:
    """Answer what the agency asks; it goes on with the review. ReviewRefusedError: nothing-asked, not-yours, empty,
    text-too-long, too-many-files.
    """
    request = await locked(session, request_id)
    if by.kind == "person":
        await _check_household(session, request, by)
    if await has_happened(session, request, key):
        return await view_of(session, request)
    if request.status != "more_information_requested":
        raise ReviewRefusedError("nothing-asked")
    answer = _words(text)
    linked = await _link(session, request, files)
    if not answer and not linked:
        raise ReviewRefusedError("empty")
    asked = await _asked(session, request)
    asked.answer, asked.answered_by, asked.answered_at = answer, by.actor, clock.now()
    await change(session, request, "in_review", by, Why("answered", key=key), event="information_given")
    if request.mode == "relay":
        payload = {
            "format": FORMAT, "kind": "information", "reference": request.reference, "number": asked.number,
            "question": asked.question, "answer": answer,
        }  # fmt: skip
        await relay.queue_message(session, request, "information", payload, linked)
    await follow(session, request, "information_given")
    return await view_of(session, request)


async def requests_of(session: AsyncSession, person_id: uuid.UUID) -> list[RequestView]:
    """The requests of a person's household, the newest first, and the person's own drafts.

    A draft on a score for which somebody has filed is left out: it can't be sent as long as that request counts. The
    words of a request are shown to who wrote them only.
    """
    household = await household_of(session, person_id)
    if household is None:
        return []
    counting = aliased(ReviewRequest)
    filed = exists().where(
        counting.notice_id == ReviewRequest.notice_id, counting.status.not_in(["draft", "withdrawn"])
    )
    own_draft = (ReviewRequest.status == "draft") & (ReviewRequest.person_id == person_id) & ~filed
    rows = await session.scalars(
        select(ReviewRequest)
        .where(ReviewRequest.household_id == household.id, ReviewRequest.submitted_at.is_not(None) | own_draft)
        .order_by(ReviewRequest.begun_at.desc())
    )
    return [_words_for(view, person_id) for view in await views_of(session, rows.all())]


async def request_of(session: AsyncSession, reference: str, person_id: uuid.UUID) -> RequestView:
    """The request of a person's household with this reference. ReviewRefusedError: no-such-request, whosever it is."""
    for view in await requests_of(session, person_id):
        if view.reference == reference:
            return view
    raise ReviewRefusedError("no-such-request")


async def done_with(session: AsyncSession, key: str) -> tuple[str, RequestView] | None:
    """What was done under a key, and to which request: "submitted" (or another one counted already), "withdrawn" (a
    draft: dropped), "information_given"; None when nothing was.
    """
    done = ["submitted", "withdrawn", "information_given"]
    query = select(ReviewEvent).where(ReviewEvent.key == key, ReviewEvent.event.in_(done))
    step = (await session.scalars(query)).first()
    if step is None:
        return None
    request = await _counting(session, await _request(session, step.request_id))
    return (step.event if request.id == step.request_id else "submitted"), await view_of(session, request)


async def drop_old_drafts(session: AsyncSession) -> int:
    """Close drafts that nobody went on with for RULES.draft_days, without their words; how many."""
    old = clock.now() - timedelta(days=RULES.draft_days)
    query = select(ReviewRequest.id).where(ReviewRequest.status == "draft", ReviewRequest.begun_at < old)
    ids = (await session.scalars(query)).all()
    for request_id in ids:
        request = await locked(session, request_id)
        if request.status != "draft":
            continue  # submitted in this moment
        _erase(request)
        await change(session, request, "withdrawn", SYSTEM, Why("abandoned"))
        await follow(session, request, "withdrawn")
    return len(ids)


async def by_reference(session: AsyncSession, reference: str) -> RequestView:
    """The request with this reference, for staff. ReviewRefusedError: no-such-request."""
    request = await session.scalar(select(ReviewRequest).where(ReviewRequest.reference == reference))
    if request is None:
        raise ReviewRefusedError("no-such-request")
    return await view_of(session, request)


# New scores -----------------------------------------------------------------------------------------------------------


async def open_requests(session: AsyncSession) -> Sequence[uuid.UUID]:
    """The ids of all open requests."""
    query = select(ReviewRequest.id).where(ReviewRequest.status.not_in([*CLOSED, "draft"]))
    return (await session.scalars(query.order_by(ReviewRequest.submitted_at))).all()


async def link_new_scores(session: AsyncSession, request_id: uuid.UUID) -> int:
    """Link the scores that came since the contested one to an open request, each once; how many. It goes on."""
    request = await locked(session, request_id)
    notice = await notice_by_id(session, request.notice_id)
    if notice is None or request.status in CLOSED:
        return 0
    linked = 0
    for newer in await notices_after(session, request.household_id, notice.computed_on):
        values = {"request_id": request.id, "notice_id": newer.id, "linked_at": clock.now()}
        statement = insert(ReviewNewScore).values(values).on_conflict_do_nothing().returning(ReviewNewScore.notice_id)
        if await session.scalar(statement):
            note(session, request, "new_score", SYSTEM, Why("score_received"))
            linked += 1
    return linked


# Behind them ----------------------------------------------------------------------------------------------------------


async def _submit(session: AsyncSession, request: ReviewRequest, by: Party, key: str, consent: Consent) -> None:
    now, notice = clock.now(), await notice_by_id(session, request.notice_id)
    window = await window_of(session, notice) if notice else None
    number = await session.scalar(NUMBER)
    request.reference = references.make(PREFIX, moroccan_day(now).year, number or 0)
    request.mode, request.channel, request.filing_key = get_settings().review_mode, by.channel, key
    request.filed_by_staff = by.id if by.kind == "staff" else None
    request.consent_at, request.consent_how, request.submitted_at = now, consent, now
    if window is not None:
        request.last_day, request.late_after = window.last_day, window.late_after
        request.is_late = window.is_late(now)
    await change(session, request, "submitted", by, Why("late" if request.is_late else "confirmed", key=key))
    await session.flush()
    if request.mode == "relay":
        dossier = await dossier_of(session, request)
        await relay.queue_message(session, request, "dossier", dossier, await attachment_ids(session, request.id))
    else:  # recorded in the agency's own hands: that is its acknowledgement
        request.agency_reference, request.acknowledged_at = request.reference, now
        await change(session, request, "transmitted", SYSTEM, Why("mandated"))
        await change(session, request, "acknowledged", SYSTEM, Why("mandated"))
    await follow(session, request, "submitted")


async def _adult(session: AsyncSession, person_id: uuid.UUID) -> "Person":
    person = await person_by_id(session, person_id)
    if person is None:
        raise ReviewRefusedError("no-such-person")
    born, today = person.born, clock.today()
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if age < RULES.adult_age:
        raise ReviewRefusedError("not-adult")
    return person


async def _notice(session: AsyncSession, person: "Person", notice_id: uuid.UUID | None) -> "ScoreNotice":
    if notice_id is None:
        found = next(iter(await notices(session, person.household_id, limit=1)), None)
    else:
        found = await notice_by_id(session, notice_id)
    if found is None or found.household_id != person.household_id:
        raise ReviewRefusedError("no-score")
    return found


async def _request(session: AsyncSession, request_id: uuid.UUID) -> ReviewRequest:
    request = await session.get(ReviewRequest, request_id)
    if request is None:
        raise ReviewRefusedError("no-such-request")
    return request


async def _open_request(session: AsyncSession, notice_id: uuid.UUID) -> ReviewRequest | None:
    """The one request on a score that keeps others from filing: any that was submitted and not withdrawn."""
    return await session.scalar(
        select(ReviewRequest)
        .where(ReviewRequest.notice_id == notice_id, ReviewRequest.status.not_in(["draft", "withdrawn"]))
        .execution_options(populate_existing=True)
    )


async def _draft(session: AsyncSession, notice_id: uuid.UUID, person_id: uuid.UUID) -> ReviewRequest | None:
    return await session.scalar(
        select(ReviewRequest).where(
            ReviewRequest.notice_id == notice_id,
            ReviewRequest.person_id == person_id,
            ReviewRequest.status == "draft",
        )
    )


async def _submitted_with(session: AsyncSession, notice_id: uuid.UUID, key: str) -> ReviewRequest | None:
    return await session.scalar(
        select(ReviewRequest).where(ReviewRequest.notice_id == notice_id, ReviewRequest.filing_key == key)
    )


async def _counting(session: AsyncSession, request: ReviewRequest) -> ReviewRequest:
    """The request itself, or the one that it was a second of."""
    return await _request(session, request.duplicate_of) if request.duplicate_of else request


async def _editable(session: AsyncSession, request_id: uuid.UUID, by: Party) -> ReviewRequest:
    """A draft that this party may write, locked; a member of staff who helps is noted once."""
    request = await locked(session, request_id)
    _check_own(request, by)
    if request.status != "draft":
        raise ReviewRefusedError("not-a-draft")
    if by.kind == "staff":
        why = Why("on_the_phone", key=f"assisted:{by.id}")
        if not await has_happened(session, request, why.key):
            note(session, request, "assisted", by, why)
    return request


def _erase(request: ReviewRequest) -> None:
    """Forget what a draft says."""
    request.text, request.items, request.corrections = None, [], {}


def _check_own(request: ReviewRequest, by: Party) -> None:
    if by.kind == "person" and by.id != request.person_id:
        raise ReviewRefusedError("not-yours")


async def _check_household(session: AsyncSession, request: ReviewRequest, by: Party) -> None:
    members = {member.id for member in await members_of(session, request.household_id)}
    if by.id is None or by.id not in members:
        raise ReviewRefusedError("not-yours")
    await _adult(session, by.id)


def _words(text: str) -> str:
    words = text.replace("\x00", "").strip()
    if len(words) > RULES.largest_text:
        raise ReviewRefusedError("text-too-long", f"{RULES.largest_text} characters at most")
    return words


async def _link(session: AsyncSession, request: ReviewRequest, files: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Link files and keep them; those that were linked now. A file of a request that is over may be used again."""
    known = await attachment_ids(session, request.id)
    wanted = [file for file in dict.fromkeys(files) if file not in known]
    if len(known) + len(wanted) > RULES.most_attachments:
        raise ReviewRefusedError("too-many-files", f"{RULES.most_attachments} at most")
    over = select(ReviewRequest.id).where(ReviewRequest.status.in_(CLOSED))
    linked = []
    for file in await hold(session, wanted):
        values = {"request_id": request.id, "linked_at": clock.now()}
        statement = insert(ReviewAttachment).values(attachment_id=file, **values)
        statement = statement.on_conflict_do_update(
            index_elements=["attachment_id"], set_=values, where=ReviewAttachment.request_id.in_(over)
        )
        if await session.scalar(statement.returning(ReviewAttachment.attachment_id)):
            linked.append(file)
    return linked


async def _asked(session: AsyncSession, request: ReviewRequest) -> ReviewInformation:
    query = select(ReviewInformation).where(ReviewInformation.request_id == request.id)
    return (await session.scalars(query.order_by(ReviewInformation.number.desc()).limit(1))).one()


async def _seen_by(session: AsyncSession, request: ReviewRequest, person_id: uuid.UUID) -> RequestView:
    return _words_for(await view_of(session, request), person_id)


def _words_for(view: RequestView, person_id: uuid.UUID) -> RequestView:
    return view if view.person_id == person_id else replace(view, text=None)
