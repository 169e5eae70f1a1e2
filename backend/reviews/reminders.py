"""Reminders before the last day: to who asked about their score once, or wants alerts, never after "no more alerts".

They go on while a request is recorded here and the agency has not confirmed it, and say so.
"""

import uuid
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.alerts.service import wanting, wants_alerts
from backend.answers.formatting import DEFAULT_VARIETY
from backend.database import Database
from backend.identity.cipher import look_up
from backend.notifications import outbox
from backend.registry.service import members_of, phone_hashes_of
from backend.reviews import messages
from backend.reviews.models import ReviewReminder, ReviewRequest
from backend.reviews.proofs import noticed_between, seen_among, seen_by, window_fact, window_of
from backend.reviews.rules import RULES
from backend.reviews.service import link_new_scores, open_requests
from backend.reviews.states import UNCONFIRMED
from backend.reviews.views import RequestView, view_of
from backend.reviews.window import Window, moroccan_day
from backend.scores.service import notice_by_id, notices, notified_on
from backend.settings import get_settings

if TYPE_CHECKING:
    from backend.registry.models import Person
    from backend.scores.models import ScoreNotice

BATCH = 200
REPORTED_WITHIN = timedelta(days=7)  # a delivery is reported some time after the sending


def may_leave(at: datetime) -> bool:
    """Whether reminders may leave at this instant: by day in Morocco, so the last one is there before the evening."""
    return RULES.reminders.from_hour <= at.astimezone(clock.CASABLANCA).hour < RULES.reminders.until_hour


def mark_due(window: Window, today: date) -> int | None:
    """Which reminder is due today: 15, 7, 3 or 1 days before the last day, or the day after if that was missed."""
    left = window.days_left(today)
    return next((days for days in RULES.reminders.days_before if left in (days, days - 1)), None)


async def keep_up(database: Database) -> dict[str, int]:
    """What is due now: reminders sent, new scores linked; how many of each."""
    return {"reminders": await send_due(database), "new_scores": await link_all(database)}


async def link_all(database: Database) -> int:
    """Link the scores that came during open requests; how many."""
    async with database.transaction() as session:
        requests = await open_requests(session)
    linked = 0
    for request_id in requests:
        async with database.transaction() as session:
            linked += await link_new_scores(session, request_id)
    return linked


async def send_due(database: Database) -> int:
    """Send the reminders that are due now, each once; how many."""
    now = clock.now()
    if not may_leave(now):
        return 0
    sent = 0
    async for batch in _batches(database, moroccan_day(now)):
        async with database.transaction() as session:
            for notice in await _worth_a_look(session, batch):
                sent += await _remind_of(session, notice)
    return sent


async def _batches(database: Database, today: date) -> AsyncIterator[Sequence["ScoreNotice"]]:
    """Notices whose window may end in as many days as a reminder is due: a superset, dated exactly when looked at."""
    fact = window_fact(today)
    if fact is None:
        return
    days = fact.integer()
    for left in sorted({mark - missed for mark in RULES.reminders.days_before for missed in (0, 1)}):
        after: uuid.UUID | None = None
        while True:
            async with database.transaction() as session:
                found = await notified_on(session, today + timedelta(days=left - days), after, BATCH)
            if not found:
                break
            yield found
            after = found[-1].id
    first = today - timedelta(days=days) - REPORTED_WITHIN
    last = today - timedelta(days=days - max(RULES.reminders.days_before) - 1)
    async with database.transaction() as session:
        proved = await noticed_between(session, _midnight(first), _midnight(last))
    for start in range(0, len(proved), BATCH):
        async with database.transaction() as session:
            page = [await notice_by_id(session, notice_id) for notice_id in proved[start : start + BATCH]]
        yield [notice for notice in page if notice is not None]


async def _worth_a_look(session: AsyncSession, batch: Sequence["ScoreNotice"]) -> list["ScoreNotice"]:
    """Those of many notices of which anybody may want a reminder, found with three queries and without decrypting."""
    ids = [notice.id for notice in batch]
    requests = await session.scalars(
        select(ReviewRequest.notice_id).where(ReviewRequest.notice_id.in_(ids), ReviewRequest.status.in_(UNCONFIRMED))
    )
    asked = await seen_among(session, ids) | set(requests)
    phones = await phone_hashes_of(session, [notice.household_id for notice in batch])
    wanted = await wanting(session, {phone for _, phone in phones})
    households = {household for household, phone in phones if phone in wanted}
    return [notice for notice in batch if notice.id in asked or notice.household_id in households]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.CASABLANCA)


async def _remind_of(session: AsyncSession, notice: "ScoreNotice") -> int:
    window, today = await window_of(session, notice), clock.today()
    mark = mark_due(window, today) if window else None
    if window is None or mark is None or await _is_superseded(session, notice):
        return 0
    request = await session.scalar(
        select(ReviewRequest)
        .where(ReviewRequest.notice_id == notice.id, ReviewRequest.submitted_at.is_not(None))
        .order_by(ReviewRequest.submitted_at.desc())
        .limit(1)
    )
    if request is not None and (request.mode == "mandated" or request.status not in UNCONFIRMED):
        return 0  # the agency has it, or somebody thought better of it
    unconfirmed = await view_of(session, request) if request else None
    sent = 0
    for person in await _who_wants(session, notice, today, unconfirmed):
        sent += await _send(session, notice, mark, person, window, unconfirmed)
    return sent


async def _is_superseded(session: AsyncSession, notice: "ScoreNotice") -> bool:
    latest = await notices(session, notice.household_id, limit=1)
    return bool(latest) and latest[0].id != notice.id


async def _who_wants(
    session: AsyncSession, notice: "ScoreNotice", today: date, unconfirmed: RequestView | None
) -> list["Person"]:
    """Members with a phone who asked for alerts, asked about this score before today, or filed; none who said no."""
    seen = {person_id for person_id, at in (await seen_by(session, notice.id)).items() if moroccan_day(at) < today}
    if unconfirmed is not None:
        seen.add(unconfirmed.person_id)
    found = []
    for person in await members_of(session, notice.household_id):
        wanted = await wants_alerts(session, person.phone) if person.phone else False
        if wanted or (wanted is None and person.id in seen):
            found.append(person)
    return found


async def _send(
    session: AsyncSession,
    notice: "ScoreNotice",
    mark: int,
    person: "Person",
    window: Window,
    unconfirmed: RequestView | None,
) -> int:
    assert person.phone  # only who has one is reminded
    values = {"notice_id": notice.id, "days_before": mark, "phone_hash": look_up("phone", person.phone)}
    statement = insert(ReviewReminder).values(**values, sent_at=clock.now()).on_conflict_do_nothing()
    if await session.scalar(statement.returning(ReviewReminder.days_before)) is None:
        return 0
    variety = person.variety or (unconfirmed.variety if unconfirmed else DEFAULT_VARIETY)
    await outbox.queue_sms(
        session,
        address=person.phone,
        variety=variety,
        answer=messages.reminder(window, clock.today(), unconfirmed),
        message_class="reminder",
        provider=get_settings().outgoing_sms_provider,
    )
    return 1
