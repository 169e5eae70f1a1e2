"""Reminders before the last day, and what staff find in their lists."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from backend.alerts.models import AlertPreference
from backend.clock import CASABLANCA
from backend.identity.cipher import look_up
from backend.registry.models import Person
from backend.reviews import agency, decisions, queues, relay, reminders
from backend.reviews.proofs import record_notice_sent, record_seen
from backend.reviews.rules import RULES
from backend.reviews.window import Proofs, window
from tests.integration.reviews.conftest import NOW, REVIEWERS, Family, World, a_score
from tests.integration.reviews.test_requests import do, submitted

NOTIFIED_ON = date(2026, 10, 1)
LAST_DAY = date(2026, 11, 30)
Clock = Callable[[datetime], None]


def moment(days_before: int, hour: int = 10) -> datetime:
    """So many days before the last day, at this hour in Morocco."""
    return datetime.combine(LAST_DAY - timedelta(days=days_before), time(hour), CASABLANCA).astimezone(UTC)


async def saw(world: World, family: Family, at: datetime) -> None:
    await do(world, lambda s: record_seen(s, family.notice, "sms", at, family.adult.id))


async def prefers(world: World, person: Person, *, alerts: bool) -> None:
    assert person.phone
    await world.add(
        AlertPreference(
            phone=person.phone, phone_hash=look_up("phone", person.phone), wanted=alerts, variety="fr", channel="sms",
            changed_at=NOW,
        )
    )  # fmt: skip


async def reminded(world: World, person: Person) -> list[str]:
    return [text for kind, text in await world.sent_to(person.phone) if kind == "reminder"]


async def test_should_remind_four_times_each_once(world: World, at: Clock) -> None:
    family = await world.family(notified_on=NOTIFIED_ON)
    await saw(world, family, moment(40))
    sent = {}
    for days_before in range(20, -3, -1):
        for hour in (8, 9, 14, 19, 20, 23):
            at(moment(days_before, hour))
            counts = await asyncio.gather(*(reminders.send_due(world.database) for _ in range(2)))
            if sum(counts):
                sent[days_before, hour] = sum(counts)
    assert sent == {(15, 9): 1, (7, 9): 1, (3, 9): 1, (1, 9): 1}
    texts = await reminded(world, family.adult)
    assert len(texts) == 4
    assert all("30/11/2026" in text for text in texts)
    assert await reminded(world, family.declarant) == []


@pytest.mark.parametrize("days_before", [14, 6, 2, 0])
async def test_should_make_up_for_a_missed_day_before_the_last_evening(
    world: World, at: Clock, days_before: int
) -> None:
    family = await world.family(notified_on=NOTIFIED_ON)
    await saw(world, family, moment(40))
    at(moment(days_before, 9))
    assert await reminders.send_due(world.database) == 1


async def test_should_remind_who_wants_alerts_and_nobody_who_does_not(world: World, at: Clock) -> None:
    wanting, refusing, silent = [await world.family(notified_on=NOTIFIED_ON) for _ in range(3)]
    await prefers(world, wanting.declarant, alerts=True)
    await saw(world, refusing, moment(40))
    await prefers(world, refusing.adult, alerts=False)
    at(moment(7))
    assert await reminders.send_due(world.database) == 1
    assert len(await reminded(world, wanting.declarant)) == 1
    for family in (refusing, silent):
        assert await reminded(world, family.adult) + await reminded(world, family.declarant) == []


async def test_should_count_from_a_delivery_where_the_registry_has_no_date(world: World, at: Clock) -> None:
    from backend.notifications.models import DeliveryReport, OutboxMessage

    family = await world.family(notified_on=None)
    delivered = datetime.combine(NOTIFIED_ON, time(0, 10), CASABLANCA).astimezone(UTC)
    message = OutboxMessage(
        id=family.notice, message_class="statutory", channel="sms", provider="twilio", handed_over="provider",
        variety="fr", body="x", choices=[], status="delivered",
    )  # fmt: skip
    await world.add(message)
    reports = [
        DeliveryReport(outbox_message_id=message.id, state=state, reported_at=delivered + timedelta(minutes=minutes))
        for state, minutes in (("sent", -30), ("delivered", 0), ("delivered", 9000))
    ]
    await world.add(*reports)
    await do(
        world,
        lambda s: record_notice_sent(s, family.notice, "sms", delivered - timedelta(hours=1), message.id),
    )
    await saw(world, family, delivered + timedelta(days=10))
    at(moment(3))
    assert await reminders.send_due(world.database) == 1
    assert "30/11/2026" in (await reminded(world, family.adult))[0]


async def test_should_go_on_until_the_agency_has_confirmed_and_say_so(world: World, at: Clock) -> None:
    at(moment(20))
    family = await world.family(notified_on=NOTIFIED_ON)
    view = await submitted(world, family)
    reference = view.reference or ""
    at(moment(15))
    assert await reminders.send_due(world.database) == 1
    (text,) = await reminded(world, family.adult)
    assert reference in text
    assert "pas encore confirmé" in text
    await do(world, lambda s: agency.acknowledge_by_reference(s, reference, "ANR/1", "a"))
    at(moment(7))
    assert await reminders.send_due(world.database) == 0


async def test_should_not_remind_of_a_score_that_a_newer_one_replaced(world: World, at: Clock) -> None:
    family = await world.family(notified_on=NOTIFIED_ON)
    await saw(world, family, moment(40))
    await world.add(a_score(family.household, NOTIFIED_ON + timedelta(days=20), NOTIFIED_ON + timedelta(days=25)))
    at(moment(7))
    assert await reminders.send_due(world.database) == 0


async def test_should_remind_a_shared_phone_once(world: World, at: Clock) -> None:
    family = await world.family(notified_on=NOTIFIED_ON)
    async with world.database.transaction() as session:
        adult = await session.get_one(Person, family.adult.id)
        adult.phone, adult.phone_hash = family.declarant.phone, family.declarant.phone_hash
    for person in (family.adult, family.declarant):
        await do(world, lambda s, p=person: record_seen(s, family.notice, "ussd", moment(40), p.id))
    at(moment(1))
    assert await reminders.send_due(world.database) == 1


async def test_should_work_through_more_than_a_batch(world: World, at: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "BATCH", 2)
    for _ in range(5):
        await saw(world, await world.family(notified_on=NOTIFIED_ON), moment(40))
    at(moment(1))
    assert await reminders.keep_up(world.database) == {"reminders": 5, "new_scores": 0}


def test_should_find_a_mark_for_the_days_of_the_rules_and_the_day_after() -> None:
    found = window(Proofs(registry=NOTIFIED_ON), 60)
    assert found
    marks = {left: reminders.mark_due(found, found.last_day - timedelta(days=left)) for left in range(-2, 20)}
    assert {left: mark for left, mark in marks.items() if mark} == {
        15: 15, 14: 15, 7: 7, 6: 7, 3: 3, 2: 3, 1: 1, 0: 1,
    }  # fmt: skip
    assert RULES.reminders.days_before == (15, 7, 3, 1)


@pytest.mark.parametrize("day", [date(2026, 1, 10), date(2026, 2, 25), date(2026, 7, 1)])
def test_should_keep_the_hours_of_morocco_in_ramadan_too(day: date) -> None:
    allowed = [
        hour for hour in range(24) if reminders.may_leave(datetime.combine(day, time(hour), CASABLANCA).astimezone(UTC))
    ]
    assert allowed == list(range(9, 20))


# Staff lists ----------------------------------------------------------------------------------------------------------


async def names(world: World, name: Any) -> list[str | None]:
    return [view.reference for view in await do(world, lambda s: queues.queue(s, name, 50))]


async def test_should_put_first_what_the_agency_has_not_confirmed_for_three_days(world: World, at: Clock) -> None:
    at(NOW - timedelta(days=10))
    old_but_confirmed = await submitted(world, await world.family())
    await do(world, lambda s: agency.acknowledge_by_reference(s, old_but_confirmed.reference or "", "ANR/1", "a"))
    at(NOW - timedelta(days=3))
    overdue = await submitted(world, await world.family())
    at(NOW - timedelta(days=3) + timedelta(seconds=1))
    recent = await submitted(world, await world.family())
    at(NOW)
    assert await names(world, "all") == [overdue.reference, old_but_confirmed.reference, recent.reference]
    assert await names(world, "unacknowledged") == [overdue.reference]
    assert await names(world, "closed") == []


async def test_should_list_what_is_refused_late_asked_and_closed(
    world: World, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = await submitted(world, await world.family(notified_on=NOW.date() - timedelta(days=90)))
    refused = await submitted(world, await world.family())
    await world.rows(
        "update agency_message set status = 'refused' where key = :key returning id", key=refused.reference
    )
    asked = await submitted(world, await world.family())
    await do(
        world,
        lambda s: agency.update(s, asked.reference or "", "more_information_requested", key="q", words="Papier ?"),
    )
    closed = await submitted(world, await world.family())
    await do(world, lambda s: agency.update(s, closed.reference or "", "maintained", key="d", words="Exact."))
    assert (await names(world, "all"))[0] == refused.reference
    lists = {name: await names(world, name) for name in ("late", "refused", "information", "closed")}
    assert lists == {
        "late": [late.reference], "refused": [refused.reference], "information": [asked.reference],
        "closed": [closed.reference],
    }  # fmt: skip


@pytest.mark.usefixtures("mandated")
async def test_should_list_what_waits_for_a_second_reviewer(world: World) -> None:
    view = await submitted(world, await world.family())
    await submitted(world, await world.family())
    await do(world, lambda s: decisions.propose_decision(s, view.id, REVIEWERS[0], "revised", "Oui.", key="p"))
    assert await names(world, "proposed") == [view.reference]


async def test_should_list_scores_without_a_proof_after_seven_days(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues, "PAGE", 1)
    week = timedelta(days=7)
    old = await world.family(notified_on=None, received_at=NOW - week - timedelta(seconds=1))
    seen = await world.family(notified_on=None, received_at=NOW - 2 * week)
    await saw(world, seen, NOW - week)
    await world.family(notified_on=None, received_at=NOW - week + timedelta(seconds=1))
    await world.family(received_at=NOW - 9 * week)
    replaced = await world.family(notified_on=None, received_at=NOW - 5 * week)
    await world.add(a_score(replaced.household, NOW.date() - timedelta(days=3), NOW.date()))
    found = await do(world, lambda s: queues.unproved_notices(s, 10))
    assert [notice.notice_id for notice in found] == [old.notice]


async def test_should_not_list_what_was_sent_as_proved(world: World) -> None:
    """Relaying a dossier proves nothing about the score's own notification."""
    family = await world.family(notified_on=None, received_at=NOW - timedelta(days=30))
    await submitted(world, family)
    for message_id in await world.messages():
        await relay.send(world.database, world.settings, message_id)
    assert len(await do(world, lambda s: queues.unproved_notices(s, 10))) == 1
