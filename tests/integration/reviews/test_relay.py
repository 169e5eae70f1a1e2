"""What goes to the agency, whatever it does; and what it tells us."""

import asyncio
import base64
import hashlib
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from procrastinate.jobs import Job

from backend.reviews import agency, relay, service
from backend.reviews.jobs import UntilTaken
from backend.reviews.parties import ReviewRefusedError
from backend.reviews.relay import RelayPostponedError, is_signed, signature_of
from backend.reviews.views import RequestView
from backend.settings import get_settings
from tests.fakes.agency import FakeAgency
from tests.fakes.twilio import Served
from tests.integration.reviews.conftest import Family, World
from tests.integration.reviews.test_requests import a_file, do, draft, refusal, submitted


@pytest.fixture(scope="module")
def served(unused_port: int) -> Iterator[FakeAgency]:
    fake = FakeAgency(get_settings().agency_secret.get_secret_value())
    server = Served(fake.app(), unused_port)
    server.start()
    yield fake
    server.stop()


@pytest.fixture(scope="module")
def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def registers(served: FakeAgency, unused_port: int, monkeypatch: pytest.MonkeyPatch) -> FakeAgency:
    """The agency, to which nothing has come yet, reached by HTTP."""
    served.taken.clear()
    served.attempts.clear()
    served.plan.clear()
    monkeypatch.setattr(get_settings(), "agency_url", f"http://127.0.0.1:{unused_port}/dossiers")
    monkeypatch.setattr(get_settings(), "agency_timeout_seconds", 0.5)
    return served


async def send_all(world: World) -> int:
    """Send what waits, as the worker would; how many were postponed."""
    postponed = 0
    for message_id in await world.messages():
        try:
            await relay.send(world.database, world.settings, message_id)
        except RelayPostponedError:
            postponed += 1
    return postponed


async def view_of(world: World, view: RequestView) -> RequestView:
    return await do(world, lambda s: service.summary(s, view.id))


async def dossier_row(world: World) -> tuple[Any, ...]:
    (row,) = await world.rows("select status, attempts, last_error from agency_message where kind = 'dossier'")
    return row


async def test_should_hand_over_a_signed_dossier_with_its_papers(world: World, registers: FakeAgency) -> None:
    family, photo = await world.family(), await a_file(world)
    by, view = family.by(family.adult), await draft(world, family, items=("cars", "rooms"))
    await do(world, lambda s: service.set_text(s, view.id, by, "بعنا الطوموبيل"))
    await do(world, lambda s: service.attach(s, view.id, by, [photo]))
    view = await do(world, lambda s: service.confirm(s, view.id, by, key="k", consent="written"))
    assert await send_all(world) == 0
    ((key, body),) = registers.taken.items()
    assert (key, body["reference"], registers.unsigned) == (view.reference, view.reference, 0)
    assert body["applicant"]["idcs"] == family.adult.idcs
    assert body["declarant"]["idcs"] == family.declarant.idcs
    assert body["score"] == {
        "value": "9.32642844", "computed_on": "2026-10-26", "notified_on": ["2026-11-02"],
        "notified_by_registry": "sms",
    }  # fmt: skip
    assert [(item["item"], item["declared"]) for item in body["contested"]] == [("cars", 1), ("rooms", None)]
    assert (body["text"], body["consent"]["how"], body["window"]) == (
        "بعنا الطوموبيل", "written", {"last_day": "2027-01-01", "late": False},
    )  # fmt: skip
    names = [document["name"] for document in body["documents"]]
    assert names == [f"{view.reference}.pdf", f"{view.reference}-1.jpeg"]
    for document in body["documents"]:
        assert hashlib.sha256(base64.b64decode(document["base64"])).hexdigest() == document["sha256"]
    assert base64.b64decode(body["documents"][0]["base64"]).startswith(b"%PDF-")
    assert (await view_of(world, view)).status == "transmitted"
    await send_all(world)
    assert len(registers.attempts) == 1


async def test_should_take_the_agencys_reference_from_its_answer(world: World, registers: FakeAgency) -> None:
    family = await world.family()
    view = await submitted(world, family)
    registers.plan.append("acknowledge")
    await send_all(world)
    after = await view_of(world, view)
    assert (after.status, after.agency_reference) == ("acknowledged", "ANR/1")
    texts = [text for _, text in await world.sent_to(family.adult.phone)]
    assert len(texts) == 2
    assert "ANR/1" in texts[1]


async def test_should_send_again_under_the_same_key_until_it_is_taken(world: World, registers: FakeAgency) -> None:
    view = await submitted(world, await world.family())
    registers.plan.extend(["busy", "slow", "acknowledge"])
    assert [await send_all(world) for _ in range(3)] == [1, 1, 0]
    assert registers.attempts == [view.reference] * 3
    assert len(registers.taken) == 1, "the agency took it once, on the attempt whose answer was lost"
    assert await dossier_row(world) == ("taken", 3, None)
    assert (await view_of(world, view)).agency_reference == "ANR/1"


async def test_should_keep_the_request_while_nobody_answers(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "agency_url", "http://127.0.0.1:9/dossiers")
    view = await submitted(world, await world.family())
    assert await send_all(world) == 1
    assert (await view_of(world, view)).status == "submitted"
    assert (await dossier_row(world))[:2] == ("queued", 1)


def test_should_try_for_as_long_as_it_takes_an_hour_apart_at_most() -> None:
    def wait(attempts: int) -> float:
        job = Job(
            id=1, status="doing", queue="fast", lock=None, queueing_lock=None, task_name="review_relay",
            attempts=attempts,
        )  # fmt: skip
        decision = UntilTaken().get_retry_decision(exception=RelayPostponedError("x"), job=job)
        assert decision
        assert decision.retry_at
        from procrastinate import utils

        return round((decision.retry_at - utils.utcnow()).total_seconds())

    assert [wait(attempts) for attempts in (0, 1, 2, 10, 1000)] == [4, 8, 16, 3600, 3600]


async def test_should_leave_to_staff_what_the_agency_refuses(world: World, registers: FakeAgency) -> None:
    view = await submitted(world, await world.family())
    registers.plan.append("refuse")
    assert await send_all(world) == 0
    assert await dossier_row(world) == ("refused", 1, "HTTP 422")
    assert (await view_of(world, view)).status == "submitted"
    await send_all(world)
    assert len(registers.attempts) == 1

    async def again(session: Any) -> int:
        from backend.reviews.history import locked

        return await relay.resend(session, await locked(session, view.id))

    assert await do(world, again) == 1
    await send_all(world)
    assert (await view_of(world, view)).status == "transmitted"


async def test_should_understand_that_the_agency_has_it_already(world: World, registers: FakeAgency) -> None:
    view = await submitted(world, await world.family())
    registers.plan.append("known")
    await send_all(world)
    assert (await view_of(world, view)).status == "transmitted"


async def test_should_send_once_when_two_workers_are_at_it(world: World, registers: FakeAgency) -> None:
    view = await submitted(world, await world.family())
    registers.plan.extend(["acknowledge"] * 4)
    (message_id,) = await world.messages()
    await asyncio.gather(*(relay.send(world.database, world.settings, message_id) for _ in range(4)))
    assert set(registers.attempts) == {view.reference}
    assert len(registers.taken) == 1
    assert await world.one("select count(*) from review_event where event = 'acknowledged'") == 1


# Withdrawals ----------------------------------------------------------------------------------------------------------


async def withdraw(world: World, family: Family, view: RequestView) -> RequestView:
    return await do(world, lambda s: service.withdraw(s, view.id, family.by(family.adult), key="w"))


async def test_should_not_send_what_was_withdrawn_before_it_left(world: World, registers: FakeAgency) -> None:
    family = await world.family()
    await withdraw(world, family, await submitted(world, family))
    await send_all(world)
    assert (registers.attempts, await dossier_row(world)) == ([], ("withheld", 0, None))


async def test_should_tell_the_agency_of_a_withdrawal_even_if_it_is_unknown_what_it_has(
    world: World, registers: FakeAgency
) -> None:
    family = await world.family()
    view = await submitted(world, family)
    registers.plan.append("slow")
    assert await send_all(world) == 1
    await withdraw(world, family, view)
    await send_all(world)
    assert list(registers.taken) == [view.reference, f"{view.reference}-withdrawal-1"]
    assert (await view_of(world, view)).status == "withdrawn"


async def test_should_note_an_acknowledgement_that_comes_after_the_withdrawal(
    world: World, registers: FakeAgency
) -> None:
    family = await world.family()
    view = await submitted(world, family)
    await send_all(world)
    await withdraw(world, family, view)
    reference = view.reference or ""
    assert await do(world, lambda s: agency.acknowledge_by_reference(s, reference, "ANR/3", "a")) == "recorded"
    after = await view_of(world, view)
    assert (after.status, after.agency_reference) == ("withdrawn", "ANR/3")
    assert await world.one("select count(*) from review_event where event = 'acknowledged_late'") == 1


# Acknowledgements -----------------------------------------------------------------------------------------------------


async def test_should_believe_an_acknowledgement_that_is_faster_than_the_answer(world: World) -> None:
    view = await submitted(world, await world.family())
    reference = view.reference or ""
    await do(world, lambda s: agency.acknowledge_by_reference(s, reference, "ANR/1", "a1"))
    await send_all(world)
    after = await view_of(world, view)
    assert (after.status, after.agency_reference) == ("acknowledged", "ANR/1")
    assert (await dossier_row(world))[0] == "taken"


async def test_should_count_an_acknowledgement_once_and_keep_the_first_reference(world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)
    reference = view.reference or ""

    async def acknowledging(number: int) -> str:
        return await do(world, lambda s: agency.acknowledge_by_reference(s, reference, "ANR/1", f"a{number % 2}"))

    assert sorted(await asyncio.gather(*map(acknowledging, range(6)))) == ["known"] * 5 + ["recorded"]
    assert len(await world.sent_to(family.adult.phone)) == 2
    other = await refusal(world, lambda s: agency.acknowledge_by_reference(s, reference, "ANR/2", "a9"))
    assert other == "another-agency-reference"
    assert (await view_of(world, view)).agency_reference == "ANR/1"
    nobodys = await refusal(world, lambda s: agency.acknowledge_by_reference(s, "REV-2026-000000", "ANR/2", "a"))
    assert nobodys == "no-such-request"


async def test_should_keep_a_request_when_submitting_fails_half_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either everything of a submission is there, or the draft is as it was."""

    async def broken(*_: Any) -> None:
        raise ConnectionError

    family = await world.family()
    view = await draft(world, family)
    with monkeypatch.context() as patch:
        patch.setattr(service, "follow", broken)
        with pytest.raises(ConnectionError):
            await do(world, lambda s: service.confirm(s, view.id, family.by(family.adult), key="k", consent="written"))
    assert (await view_of(world, view)).is_draft
    assert await world.one("select count(*) from agency_message") == 0
    assert await world.one("select count(*) from procrastinate_jobs") == 0
    assert (await submitted(world, family)).status == "submitted"


# The folder -----------------------------------------------------------------------------------------------------------


async def test_should_lay_a_complete_signed_dossier_into_the_folder_once(world: World, tmp_path: Path) -> None:
    view = await submitted(world, await world.family())
    (message_id,) = await world.messages()
    await asyncio.gather(*(relay.send(world.database, world.settings, message_id) for _ in range(3)))
    outbox = tmp_path / "agency"
    assert [path.name for path in outbox.iterdir()] == [view.reference]
    folder = outbox / (view.reference or "")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{view.reference}.pdf", "message.json", "message.json.signature",
    ]  # fmt: skip
    body = (folder / "message.json").read_bytes()
    secret = world.settings.agency_secret.get_secret_value()
    assert is_signed(body, (folder / "message.json.signature").read_text(), secret)
    assert json.loads(body)["reference"] == view.reference
    assert folder.stat().st_mode & 0o077 == 0
    assert (await view_of(world, view)).status == "transmitted"


def test_should_accept_no_signature_but_the_right_one() -> None:
    body, secret = b'{"reference": "REV-2026-000018"}', "s" * 40
    signature = signature_of(body, secret)
    assert is_signed(body, signature, secret)
    assert not is_signed(body + b" ", signature, secret)
    assert not is_signed(body, signature, "t" * 40)
    assert not is_signed(body, "sha256=é", secret)
    assert not is_signed(body, signature_of(body, ""), ""), "without a secret nobody is believed"


async def test_should_refuse_to_relay_to_nobody(world: World) -> None:
    await relay.send(world.database, world.settings, uuid.uuid4())
    with pytest.raises(ReviewRefusedError, match="no-such-request"):
        await do(world, lambda s: service.by_reference(s, "REV-2026-000000"))
