"""What a registry tells us: kept once, exactly as sent, the household told once; and nothing believed too easily."""

import asyncio
import json
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from backend.identity.cipher import look_up
from backend.notifications.delivery import report
from backend.notifications.segments import is_gsm7, measure
from backend.registry.models import Household, Person
from backend.reviews.proofs import proofs_of, window_of
from backend.scores.models import ScoreNotice
from backend.settings import Settings
from backend.spdci import keys, service
from tests.fakes.registry import FakeRegistry, a_group, raw
from tests.integration.reviews.conftest import NOW, Family, World

SCORE = "9.126428440"
COUNTS = "select count(*) from score_notice"


async def tell(http: httpx.AsyncClient, body: str) -> httpx.Response:
    return await http.post("/registry/notify", content=body, headers={"Content-Type": "application/json"})


def outcomes(answer: httpx.Response) -> list[tuple[str, str | None]]:
    """Status and reason of each event."""
    assert answer.status_code == 200, answer.text
    events = answer.json()["message"]["notify_response"]
    return [(event["status"], event.get("status_reason_code")) for event in events]


def group_of(family: Family, score: Any = SCORE, **more: Any) -> dict[str, Any]:
    return a_group(score=score, idcs=family.declarant.idcs, **more)


async def received(world: World) -> list[ScoreNotice]:
    """The scores that came, not those that a family begins with."""
    from sqlalchemy import select

    async with world.database.transaction() as session:
        rows = await session.scalars(select(ScoreNotice).where(ScoreNotice.computed_on > date(2026, 11, 1)))
        return list(rows)


async def nothing_kept(world: World, family: Family) -> bool:
    return not await received(world) and not await world.sent_to(family.declarant.phone)


async def test_should_keep_a_new_score_and_queue_the_notice(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    answer = await tell(http, registry.notification(group_of(family)))
    assert outcomes(answer) == [("succ", None)]
    body = answer.json()
    assert (body["message"]["ack_status"], body["header"]["status"]) == ("ACK", "succ")
    assert registry._is_signed(body), "the registry can believe our answer"
    (notice,) = await received(world)
    assert str(notice.score) == SCORE, "all decimals as sent, the last zero too"
    assert (notice.household_id, notice.computed_on) == (family.household, date(2026, 11, 20))
    assert (notice.notified_on, notice.notified_by, notice.declared) == (None, None, None)
    ((message_class, text),) = await world.sent_to(family.declarant.phone)
    assert message_class == "statutory"
    assert SCORE in text
    assert "20/11/2026" in text
    assert await world.sent_to(family.adult.phone) == []
    assert await world.one("select count(*) from procrastinate_jobs where task_name = 'deliver'") == 1


async def test_should_open_the_window_by_the_delivered_report_only(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, at: Callable[[datetime], None]
) -> None:
    family = await world.family()
    await tell(http, registry.notification(group_of(family)))
    (notice,) = await received(world)
    (message_id,) = (await world.rows("select id from outbox_message"))[0]

    async def last_day() -> date | None:
        async with world.database.transaction() as session:
            window = await window_of(session, notice)
            return window.last_day if window else None

    assert await last_day() is None, "receiving a score does not start the clock"
    await report(world.database, message_id, "sent", "SM1", None)
    assert await last_day() is None, "sent is not notified"
    at(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))  # half past midnight in Morocco, on the next day
    await report(world.database, message_id, "delivered", "SM1", None)
    async with world.database.transaction() as session:
        assert (await proofs_of(session, notice)).days == (date(2026, 11, 25),)
    assert await last_day() == date(2026, 11, 25) + timedelta(days=60)


@pytest.mark.parametrize("variety", ["ary", "ary-Latn", "ar", "fr"])
async def test_should_tell_the_declarant_in_their_variety_in_three_parts_at_most(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, variety: str
) -> None:
    family = await world.family()
    async with world.database.transaction() as session:
        (await session.get_one(Person, family.declarant.id)).variety = variety
    score = "10.326428412345678901234567890123"
    await tell(http, registry.notification(group_of(family, score)))
    ((_, text),) = await world.sent_to(family.declarant.phone)
    assert score in text
    assert measure(text).segments <= 3
    assert is_gsm7(text) is (variety in {"fr", "ary-Latn"})
    assert [row[0] for row in await world.rows("select variety from outbox_message")] == [variety]


async def test_should_count_a_message_once_and_a_score_once(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    body = registry.notification(group_of(family))
    first, again = await tell(http, body), await tell(http, body)
    assert outcomes(first) == [("succ", None)]
    assert (again.status_code, again.json()["message"]["ack_status"]) == (200, "NACK")
    assert again.json()["header"]["status_reason_code"] == "rjct.message_id.duplicate"
    later = group_of(family, last_updated="2026-11-21T10:00:00+01:00")
    for group in (group_of(family), later):  # told again under another message id; the record changed, not its score
        assert outcomes(await tell(http, registry.notification(group))) == [("succ", None)]
    assert len(await received(world)) == 1
    assert len(await world.sent_to(family.declarant.phone)) == 1


async def test_should_keep_an_equal_score_that_was_computed_anew(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    for day in ("2026-11-10", "2026-11-18"):
        dated = group_of(family, additional_attributes=[{"score_computed_on": day}])
        assert outcomes(await tell(http, registry.notification(dated))) == [("succ", None)]
    assert {notice.computed_on.day for notice in await received(world)} == {10, 18}
    assert len(await world.sent_to(family.declarant.phone)) == 2


async def test_should_keep_one_notice_of_what_comes_at_the_same_moment(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family, other = await world.family(), await world.family()
    same = registry.notification(group_of(family), group_of(other))
    others = [registry.notification(group_of(other), group_of(family)) for _ in range(4)]
    answers = await asyncio.gather(*(tell(http, body) for body in [same, same, *others, same]))
    assert {answer.status_code for answer in answers} == {200}
    statuses = sorted(answer.json()["message"]["ack_status"] for answer in answers)
    assert statuses == ["ACK"] * 5 + ["NACK"] * 2
    assert len(await received(world)) == 2
    for declarant in (family.declarant, other.declarant):
        assert len(await world.sent_to(declarant.phone)) == 1


async def test_should_say_that_a_household_is_unknown_and_keep_nothing_of_it(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    stranger = a_group(score="8.1", idcs="4820175936", reference="RSU-9")
    answer = await tell(http, registry.notification(stranger))
    assert outcomes(answer) == [("rjct", "rjct.person_id.invalid")]
    assert answer.json()["header"]["status"] == "rjct"
    mixed = await tell(http, registry.notification(stranger, group_of(family)))
    assert outcomes(mixed) == [("rjct", "rjct.person_id.invalid"), ("succ", None)]
    assert mixed.json()["header"]["status"] == "succ"
    assert len(await received(world)) == 1
    stored = await world.rows("select message_id || action from spdci_message")
    audited = await world.rows("select actor || action || detail::text from audit_entry")
    assert not any("4820175936" in row[0] or "RSU-9" in row[0] for row in [*stored, *audited])


async def test_should_find_a_household_by_its_reference_before_its_members(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family, other = await world.family(), await world.family()
    async with world.database.transaction() as session:
        household = await session.get_one(Household, family.household)
        household.reference_hash = look_up("household", "RSU-0004217")
    group = a_group(score=SCORE, reference="RSU-0004217", idcs=other.declarant.idcs)
    assert outcomes(await tell(http, registry.notification(group))) == [("succ", None)]
    assert [notice.household_id for notice in await received(world)] == [family.household]
    both = group_of(family) | {"member_list": group_of(other)["member_list"]}
    assert outcomes(await tell(http, registry.notification(both))) == [("rjct", "rjct.person_id.invalid")]


@pytest.mark.parametrize(
    "changes",
    [
        {"poverty_score": raw("9.3e0")}, {"poverty_score": raw("-9.3")}, {"poverty_score": raw("100")},
        {"poverty_score": raw("0.0")}, {"poverty_score": True}, {"poverty_score": None}, {"poverty_score": "9,32"},
        {"poverty_score": raw("9." + "1" * 31)}, {"last_updated": "yesterday"}, {"last_updated": None},
        {"last_updated": "2026-11-23T10:00:00Z"}, {"last_updated": "0001-01-01T00:00:00+00:00"},
        {"additional_attributes": [{"score_computed_on": "2027-01-01"}]}, {"member_list": "M1", "group_head_info": 7},
    ],
)  # fmt: skip
async def test_should_reject_a_record_that_can_not_be_read(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, changes: dict[str, Any]
) -> None:
    family = await world.family()
    answer = await tell(http, registry.notification(group_of(family) | changes))
    assert outcomes(answer) == [("rjct", "rjct.notify_details.invalid")]
    assert await nothing_kept(world, family)


async def test_should_not_let_a_second_score_of_a_day_replace_the_first(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    await tell(http, registry.notification(group_of(family)))
    answer = await tell(http, registry.notification(group_of(family, "9.5")))
    assert outcomes(answer) == [("rjct", "rjct.notify_details.invalid")]
    assert [str(notice.score) for notice in await received(world)] == [SCORE]
    assert await world.one("select count(*) from audit_entry where action = 'score_contradicted'") == 1


async def test_should_keep_an_older_score_without_telling_it_as_new(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    before = await world.one(COUNTS)
    older = group_of(family, additional_attributes=[{"key": "score_computed_on", "value": "2024-05-01"}])
    assert outcomes(await tell(http, registry.notification(older))) == [("succ", None)]
    assert await world.one(COUNTS) == before + 1
    stale = group_of(family, "9.9", last_updated="2024-06-01T10:00:00Z")  # nobody says when that was computed
    assert outcomes(await tell(http, registry.notification(stale))) == [("succ", None)]
    assert await world.one(COUNTS) == before + 1
    assert await world.sent_to(family.declarant.phone) == []


async def test_should_leave_to_staff_a_declarant_without_a_phone(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    family = await world.family()
    async with world.database.transaction() as session:
        declarant = await session.get_one(Person, family.declarant.id)
        declarant.phone = declarant.phone_hash = None
    assert outcomes(await tell(http, registry.notification(group_of(family)))) == [("succ", None)]
    assert len(await received(world)) == 1
    assert await world.one("select count(*) from outbox_message") == 0
    assert await world.one("select count(*) from audit_entry where action = 'score_notice_not_sent'") == 1


async def test_should_take_a_message_again_whose_transaction_failed(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise ConnectionError

    family = await world.family()
    body = registry.notification(group_of(family))
    with monkeypatch.context() as patch:
        patch.setattr(service, "send_notice", broken)
        failed = await tell(http, body)
    assert (failed.status_code, failed.headers["content-type"]) == (500, "application/problem+json")
    assert await nothing_kept(world, family)
    assert outcomes(await tell(http, body)) == [("succ", None)]
    assert len(await world.sent_to(family.declarant.phone)) == 1


# Who is believed ------------------------------------------------------------------------------------------------------


def error_of(answer: httpx.Response) -> tuple[int, str]:
    """HTTP status and published code of a refusal, wherever the standard puts it."""
    body = answer.json()
    if "errors" in body:
        return answer.status_code, body["errors"][0]["code"]
    if body["message"]["ack_status"] == "ERR":
        return answer.status_code, body["message"]["error"]["code"]
    return answer.status_code, body["header"]["status_reason_code"]


def tampered(body: str) -> str:
    return body.replace(SCORE, "8.326428440")


def unsigned(body: str) -> str:
    return json.dumps(json.loads(body) | {"signature": ""})


@pytest.mark.parametrize(
    ("changes", "spoil", "refusal"),
    [
        ({}, tampered, (401, "err.signature.invalid")),
        ({}, unsigned, (401, "err.signature.missing")),
        ({"now": NOW - timedelta(minutes=6)}, str, (401, "err.signature.invalid")),
        ({"now": NOW + timedelta(minutes=6)}, str, (401, "err.signature.invalid")),
        ({"message_ts": (NOW - timedelta(hours=2)).isoformat()}, str, (200, "rjct.message_ts.invalid")),
        ({"message_ts": (NOW + timedelta(hours=2)).isoformat()}, str, (200, "rjct.message_ts.invalid")),
        ({"message_ts": "2026-11-22T10:00:00"}, str, (400, "err.request.bad")),
        ({"sender_id": "other.example"}, str, (401, "err.sender_id.invalid")),
        ({"receiver_id": "other.example"}, str, (400, "err.receiver_id.invalid")),
        ({"receiver_id": None}, str, (400, "err.request.bad")),
        ({"message_id": "a b"}, str, (400, "err.request.bad")),
        ({"version": "2.0.0"}, str, (400, "err.version.not_supported")),
        ({"is_msg_encrypted": True}, str, (400, "err.encryption.invalid")),
        ({"action": "on-search"}, str, (200, "rjct.action.invalid")),
        ({"total_count": 2}, str, (200, "rjct.total_count.invalid")),
        ({}, lambda _: "{", (400, "err.request.bad")),
        ({}, lambda _: "[]", (400, "err.request.bad")),
        ({}, lambda _: '{"header": {}}', (400, "err.request.bad")),
        ({}, lambda _: "[" * 60_000, (400, "err.request.bad")),
        ({}, lambda body: body.replace('"notify_event"', '"transaction_id": "x", "notify_event"'),
         (400, "err.request.bad")),
        ({}, lambda body: body.replace(SCORE, "NaN"), (400, "err.request.bad")),
    ],
)  # fmt: skip
async def test_should_refuse_what_can_not_be_believed_or_read(
    http: httpx.AsyncClient,
    world: World,
    registry: FakeRegistry,
    changes: dict[str, Any],
    spoil: Callable[[str], str],
    refusal: tuple[int, str],
) -> None:
    family = await world.family()
    answer = await tell(http, spoil(registry.notification(group_of(family), **changes)))
    assert error_of(answer) == refusal
    assert await nothing_kept(world, family)
    assert await world.one("select count(*) from spdci_message") == 0


async def test_should_believe_the_registry_during_a_change_of_its_key_and_nobody_without_keys(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    family, (_, older) = await world.family(), keys.new_key()
    both = f"2025:{older},{settings.spdci_registry_keys}"
    monkeypatch.setattr(settings, "spdci_registry_keys", both)
    assert outcomes(await tell(http, registry.notification(group_of(family)))) == [("succ", None)]
    for without in ("", f"2025:{older}"):
        monkeypatch.setattr(settings, "spdci_registry_keys", without)
        answer = await tell(http, registry.notification(group_of(family, "7.1")))
        assert error_of(answer) in {(503, "err.service.unavailable"), (401, "err.signature.invalid")}
    assert len(await received(world)) == 1


async def test_should_answer_that_no_registry_is_set(http: httpx.AsyncClient) -> None:
    assert error_of(await tell(http, "{}")) == (503, "err.service.unavailable")


async def test_should_answer_problem_json_where_the_standard_says_nothing(
    http: httpx.AsyncClient, registry: FakeRegistry
) -> None:
    for answer, status in ((await tell(http, " " * 300_000), 413), (await http.get("/registry/notify"), 405)):
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


async def test_should_document_its_doors_without_references_that_lead_nowhere(http: httpx.AsyncClient) -> None:
    paths = (await http.get("/openapi.json")).json()["paths"]
    for path, name in (("/registry/notify", "notify_event"), ("/registry/on-subscribe", "subscribe_response")):
        body = paths[path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert "$ref" not in json.dumps(body)
        assert "reference_id" in body["properties"]["message"]["properties"][name]["items"]["properties"]


async def test_should_limit_the_events_of_a_message(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    many = [{"poverty_score": 1}] * 101
    assert error_of(await tell(http, registry.notification(*many))) == (200, "rjct.total_count.limit_exceeded")
    assert error_of(await tell(http, registry.notification())) == (400, "err.request.bad")


async def test_should_note_what_became_of_a_subscription(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry
) -> None:
    item = {
        "reference_id": "1", "timestamp": NOW.isoformat(), "status": "succ",
        "subscriptions": [{"code": "SUB-17", "status": "subscribe", "timestamp": NOW.isoformat()}],
    }  # fmt: skip
    message = {"transaction_id": uuid.uuid4().hex, "correlation_id": "C-17", "subscribe_response": [item]}
    body = registry.sealed("on-subscribe", message)
    answers = [await http.post("/registry/on-subscribe", content=body) for _ in range(2)]
    assert [answer.json()["message"]["ack_status"] for answer in answers] == ["ACK", "NACK"]
    ((detail,),) = await world.rows("select detail from audit_entry where action = 'registry_subscription'")
    assert detail["subscriptions"] == {"SUB-17": "subscribe"}


async def test_should_forget_the_ids_of_old_messages(
    http: httpx.AsyncClient, world: World, registry: FakeRegistry, at: Callable[[datetime], None]
) -> None:
    await tell(http, registry.notification(group_of(await world.family())))
    at(NOW + timedelta(days=8))
    async with world.database.transaction() as session:
        assert await service.delete_old_messages(session) == 1
    assert await world.one("select count(*) from spdci_message") == 0
    assert Decimal(SCORE) == (await received(world))[0].score
