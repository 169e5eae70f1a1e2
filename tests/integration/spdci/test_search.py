"""Asking a registry: in the published field names, signed, believing only what it signed for this question."""

import asyncio
import uuid
from functools import partial
from typing import Any
from unittest.mock import AsyncMock

import httpx
import pytest
from procrastinate import PsycopgConnector, utils
from procrastinate.jobs import Job
from sqlalchemy import text
from typer.testing import CliRunner

from backend.cli.main import app as cli
from backend.notifications.jobs import Worker
from backend.notifications.jobs import app as job_app
from backend.settings import Settings
from backend.spdci import client, jobs, service
from backend.spdci.client import RegistryRefusedError, RegistryUnavailableError
from backend.spdci.jobs import RegistryWork
from backend.spdci.keys import private_key, public_text
from backend.spdci.service import Receipt
from tests.fakes.registry import PUBLISHED_HEADER, RECEIVER, SENDER, FakeRegistry, a_group, raw
from tests.integration.reviews.conftest import Family, World

ACTOR = "operator:0"


async def known_to(registry: FakeRegistry, world: World, score: str = "8.7654321") -> Family:
    """A household that the registry knows too, with a new score."""
    family = await world.family()
    registry.groups[family.declarant.idcs] = [a_group(score=score, idcs=family.declarant.idcs)]
    return family


async def ask(world: World, family: Family) -> Receipt | None:
    return await service.ask(world.database, world.settings, family.declarant.id, ACTOR)


async def nothing_new(world: World, family: Family) -> bool:
    count = await world.one("select count(*) from score_notice where household_id = :id", id=family.household)
    return count == 1 and not await world.sent_to(family.declarant.phone)


async def test_should_ask_by_the_published_names_and_keep_the_score_as_sent(
    world: World, registry: FakeRegistry
) -> None:
    family = await known_to(registry, world, "8.76543210")
    receipt = await ask(world, family)
    assert receipt
    assert receipt.is_new
    rows = await world.rows("select score::text, notified_on from score_notice where id = :id", id=receipt.notice_id)
    assert rows == [("8.76543210", None)]
    (envelope,) = registry.asked
    assert registry.unsigned == 0
    assert set(envelope) == {"signature", "header", "message"}
    assert set(envelope["header"]) <= PUBLISHED_HEADER
    assert {"message_id", "message_ts", "action", "sender_id", "total_count"} <= set(envelope["header"])
    assert (envelope["header"]["sender_id"], envelope["header"]["receiver_id"]) == (RECEIVER, SENDER)
    assert (envelope["header"]["version"], envelope["header"]["action"]) == ("1.0.0", "search")
    (request,) = envelope["message"]["search_request"]
    assert set(request) == {"reference_id", "timestamp", "search_criteria"}
    criteria = request["search_criteria"]
    assert (criteria["query_type"], criteria["query"]) == (
        "idtype-value", {"type": "IDCS", "value": family.declarant.idcs},
    )  # fmt: skip
    assert criteria["pagination"] == {"page_size": 10, "page_number": 1}
    assert criteria["sort"] == [{"attribute_name": "last_updated", "sort_order": "desc"}]


async def test_should_tell_the_household_once_however_often_it_is_asked(world: World, registry: FakeRegistry) -> None:
    family = await known_to(registry, world)
    receipts = [await ask(world, family) for _ in range(3)]
    assert [receipt and receipt.is_new for receipt in receipts] == [True, False, False]
    assert len(await world.sent_to(family.declarant.phone)) == 1
    assert await world.one("select count(*) from audit_entry where action = 'registry_asked'") == 3


async def test_should_take_the_latest_of_several_records(world: World, registry: FakeRegistry) -> None:
    family = await known_to(registry, world)
    newer = a_group(score="8.1", idcs=family.declarant.idcs, last_updated="2026-11-21T10:00:00Z")
    registry.groups[family.declarant.idcs].append(newer)
    receipt = await ask(world, family)
    assert receipt
    assert await world.rows("select score::text from score_notice where id = :id", id=receipt.notice_id) == [("8.1",)]


async def test_should_say_that_the_registry_knows_nobody(world: World, registry: FakeRegistry) -> None:
    family = await world.family()
    assert await ask(world, family) is None
    assert await nothing_new(world, family)
    assert await service.ask(world.database, world.settings, uuid.uuid4(), ACTOR) is None


@pytest.mark.parametrize("act", ["busy", "slow", "pending"])
async def test_should_ask_again_later_when_there_is_no_answer(world: World, registry: FakeRegistry, act: str) -> None:
    family = await known_to(registry, world)
    registry.plan.append(act)
    with pytest.raises(RegistryUnavailableError):
        await ask(world, family)
    assert await nothing_new(world, family)
    receipt = await ask(world, family)
    assert receipt
    assert receipt.is_new
    ids = [envelope["header"]["message_id"] for envelope in registry.asked]
    assert len(set(ids)) == 2, "every attempt is a message of its own: the registry refuses what it has seen"


async def test_should_ask_again_later_when_nobody_listens(
    world: World, registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(settings, "spdci_url", "http://127.0.0.1:9")
    with pytest.raises(RegistryUnavailableError):
        await ask(world, await known_to(registry, world))


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("forbid", "HTTP 403"), ("reject", "rjct.search_criteria.invalid"), ("garbage", "err.request.bad"),
        ("unsigned", "err.signature.missing"), ("wrong_key", "err.signature.invalid"),
        ("replay", "answer-to-another-request"),
    ],
)  # fmt: skip
async def test_should_not_believe_another_answer(world: World, registry: FakeRegistry, act: str, code: str) -> None:
    family, earlier = await known_to(registry, world), await known_to(registry, world)
    await ask(world, earlier)
    registry.plan.append(act)
    with pytest.raises(RegistryRefusedError, match=code):
        await ask(world, family)
    assert await nothing_new(world, family)
    registry.plan.append(act)
    await service.ask_for_job(world.database, world.settings, family.declarant.id, ACTOR)  # final: no other attempt


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"group_head_info": None, "member_list": []}, "unreadable-record"),
        ({"poverty_score": raw("1e1")}, "unreadable-record"),
    ],
)
async def test_should_not_guess_what_a_record_says(
    world: World, registry: FakeRegistry, record: dict[str, Any], code: str
) -> None:
    family = await known_to(registry, world)
    registry.groups[family.declarant.idcs][0] |= record
    with pytest.raises(RegistryRefusedError, match=code):
        await ask(world, family)
    assert await nothing_new(world, family)


async def test_should_not_give_a_household_the_score_of_another(world: World, registry: FakeRegistry) -> None:
    family, other = await known_to(registry, world), await known_to(registry, world)
    registry.groups[family.declarant.idcs] = registry.groups[other.declarant.idcs]
    with pytest.raises(RegistryRefusedError, match="another-household"):
        await ask(world, family)
    assert await nothing_new(world, family)
    assert await nothing_new(world, other)


async def test_should_queue_one_question_with_ids_only(world: World, registry: FakeRegistry) -> None:
    family = await known_to(registry, world)

    async def queue() -> bool:
        async with world.database.transaction() as session:
            return await service.request_score(session, world.settings, family.declarant.id, "staff:1")

    assert [await queue(), await queue()] == [True, False]
    rows = await world.rows("select args::text from procrastinate_jobs where task_name = 'registry_ask'")
    assert len(rows) == 1
    assert family.declarant.idcs not in rows[0][0]
    assert str(family.declarant.id) in rows[0][0]


async def test_should_be_asked_by_the_worker_until_there_is_an_answer(world: World, registry: FakeRegistry) -> None:
    family = await known_to(registry, world)
    async with world.database.transaction() as session:
        await service.request_score(session, world.settings, family.declarant.id, "staff:1")
    registry.plan.append("busy")
    delivered: list[uuid.UUID] = []

    async def deliver(message_id: uuid.UUID, _: int) -> None:
        delivered.append(message_id)

    async def run() -> None:
        work = RegistryWork(ask=partial(service.ask_for_job, world.database, world.settings))
        worker = Worker(deliver=deliver, answer_waiting=AsyncMock(), delete_expired=AsyncMock())
        connector = PsycopgConnector(conninfo=world.url.replace("+psycopg", ""))
        with job_app.replace_connector(connector) as queue:
            async with queue.open_async():
                await queue.run_worker_async(
                    queues=["fast"], wait=False, install_signal_handlers=False,
                    additional_context={"registry": work, "worker": worker},
                )  # fmt: skip

    await run()
    assert await nothing_new(world, family)
    async with world.database.transaction() as session:  # the time until the next attempt goes by
        await session.execute(text("update procrastinate_jobs set scheduled_at = now() where status = 'todo'"))
    await run()
    assert len(delivered) == 1
    assert len(await world.sent_to(family.declarant.phone)) == 1
    assert len(registry.asked) == 2


async def test_should_tell_once_what_is_asked_and_notified_at_the_same_moment(
    world: World, registry: FakeRegistry, http: httpx.AsyncClient
) -> None:
    family = await known_to(registry, world)
    body = registry.notification(*registry.groups[family.declarant.idcs])
    *_, told = await asyncio.gather(ask(world, family), ask(world, family), http.post("/registry/notify", content=body))
    assert told.json()["header"]["status"] == "succ"
    assert len(await world.sent_to(family.declarant.phone)) == 1


async def test_should_queue_nothing_without_a_registry(world: World) -> None:
    async with world.database.transaction() as session:
        assert not await service.request_score(session, world.settings, uuid.uuid4(), "staff:1")
    with pytest.raises(RegistryRefusedError, match="not-configured"):
        await client.search(world.settings, "4820175936")


def test_should_try_for_hours_what_may_come_right_and_nothing_else() -> None:
    def retried(attempts: int, error: Exception) -> float | None:
        job = Job(id=1, status="doing", queue="fast", lock=None, queueing_lock=None, task_name="x", attempts=attempts)
        decision = jobs.RETRY.get_retry_decision(exception=error, job=job)
        return decision and decision.retry_at and round((decision.retry_at - utils.utcnow()).total_seconds())

    waits = [retried(attempts, RegistryUnavailableError("x")) for attempts in range(9)]
    hours = sum(filter(None, waits)) / 3600
    assert waits[0] == 4
    assert 5 < hours < 8
    assert waits[-1] is None
    assert retried(0, RegistryRefusedError("x")) is None


# Subscribing and the command line -------------------------------------------------------------------------------------


async def test_should_subscribe_by_the_published_names(
    world: World, registry: FakeRegistry, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pydantic import SecretStr

    monkeypatch.setattr(settings, "spdci_token", SecretStr("token-of-the-gateway"))
    assert await client.subscribe(settings) == "C-17"
    (envelope,) = registry.asked
    assert (registry.unsigned, registry.authorizations) == (0, ["Bearer token-of-the-gateway"])
    assert envelope["header"]["action"] == "subscribe"
    assert envelope["header"]["sender_uri"].endswith("/registry/on-subscribe")
    (request,) = envelope["message"]["subscribe_request"]
    criteria = request["subscribe_criteria"]
    assert {"reg_event_type", "filter", "notify_record_type"} <= set(criteria), "what the standard requires"
    for act, code in (("reject", "err.request.forbidden"), ("garbage", "unreadable")):
        registry.plan.append(act)
        with pytest.raises(RegistryRefusedError, match=code):
            await client.subscribe(settings)


@pytest.fixture
async def at_the_terminal(world: World, registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> Family:
    """A household that the registry knows, in the database that commands use."""
    monkeypatch.setattr(world.settings, "database_url", world.url.replace("+psycopg", ""))
    return await known_to(registry, world)


def test_should_answer_an_operator(at_the_terminal: Family, registry: FakeRegistry) -> None:
    idcs = at_the_terminal.declarant.idcs
    first = CliRunner().invoke(cli, ["registry", "ask", "-"], input=f"{idcs}\n")
    assert (first.exit_code, "8.7654321 of 2026-11-20, new" in first.output) == (0, True), first.output
    again = CliRunner().invoke(cli, ["registry", "ask", idcs])
    assert "known already" in again.output
    assert idcs not in first.output + again.output
    assert "No person" in CliRunner().invoke(cli, ["registry", "ask", "0000000000"]).output
    assert CliRunner().invoke(cli, ["registry", "ask", "12"]).exit_code == 2
    registry.plan.extend(["busy", "wrong_key"])
    for sentence in ("did not answer", "can't be believed: err.signature.invalid"):
        failed = CliRunner().invoke(cli, ["registry", "ask", idcs])
        assert failed.exit_code == 2
        assert sentence in failed.output + failed.stderr
    assert "C-17" in CliRunner().invoke(cli, ["registry", "subscribe"]).output


async def test_should_audit_the_operators_questions(world: World, at_the_terminal: Family) -> None:
    assert await ask(world, at_the_terminal)
    rows = await world.rows("select actor, person_id from audit_entry where action = 'registry_asked'")
    assert rows == [(ACTOR, at_the_terminal.declarant.id)]


def test_should_make_a_pair_of_keys() -> None:
    private, public = (
        line.rpartition(" ")[2].removeprefix("HAQQI_SPDCI_PRIVATE_KEY=")
        for line in CliRunner().invoke(cli, ["registry", "key"]).output.split("\n")[:2]
    )
    assert public_text(private_key(private)) == public


def test_should_end_with_a_sentence_without_a_registry() -> None:
    ended = CliRunner().invoke(cli, ["registry", "ask", "4820175936"])
    assert ended.exit_code == 2
    assert "HAQQI_SPDCI_URL is not set." in ended.output + ended.stderr
