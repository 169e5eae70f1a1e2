"""Sending: once, whatever the provider does."""

import time
import uuid
from typing import Any

import httpx
import psycopg
import pytest

import backend.models  # noqa: F401  every table, for the foreign keys
from backend.answers.model import Answer, Text
from backend.database import Database
from backend.identity.cipher import look_up
from backend.notifications import outbox
from backend.settings import get_settings
from tests.clients import signature
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio


async def queue(phone: str) -> str:
    """Put a message into the outbox; its id."""
    database = Database(get_settings().sqlalchemy_url)
    async with database.transaction() as session:
        message = await outbox.queue_sms(
            session,
            address=phone,
            variety="fr",
            answer=Answer.of("one-time-code", code=Text("123456")),
            message_class="code",
            provider="twilio",
        )
    await database.close()
    return str(message.id)


def status_of(phone: str) -> dict[str, Any]:
    """The outbox row of a phone."""
    with psycopg.connect(get_settings().libpq_url, row_factory=psycopg.rows.dict_row) as connection:
        row = connection.execute(
            "select status, attempts, provider_message_id, last_error from outbox_message where address_hash = %s",
            [look_up("phone", phone)],
        ).fetchone()
    assert row
    return dict(row)


def wait_for_status(phone: str, *statuses: str, seconds: float = 60) -> dict[str, Any]:
    """The row, once it has one of these statuses."""
    deadline = time.monotonic() + seconds
    while (row := status_of(phone))["status"] not in statuses:
        assert time.monotonic() < deadline, row
        time.sleep(0.1)
    return row


@pytest.fixture
def phone() -> str:
    return f"+2126{uuid.uuid4().int % 10**8:08d}"


async def test_should_send_a_queued_message_once(stack: Stack, twilio: FakeTwilio, phone: str) -> None:
    await queue(phone)
    row = wait_for_status(phone, "sent")
    (message,) = twilio.to(phone)
    assert (row["attempts"], row["provider_message_id"]) == (1, message["sid"])
    assert "123456" in message["body"]


async def test_should_try_again_when_twilio_is_busy(stack: Stack, twilio: FakeTwilio, phone: str) -> None:
    twilio.plan.extend(["busy", "busy"])
    await queue(phone)
    assert wait_for_status(phone, "sent")["attempts"] == 3
    assert len(twilio.to(phone)) == 1


async def test_should_give_up_when_twilio_refuses(stack: Stack, twilio: FakeTwilio, phone: str) -> None:
    twilio.plan.append("refuse")
    await queue(phone)
    row = wait_for_status(phone, "failed")
    assert (row["attempts"], row["last_error"]) == (1, "21211")
    assert twilio.to(phone) == []


@pytest.mark.parametrize("act", ["lost", "taken_then_crash"])
async def test_should_not_send_twice_when_the_answer_is_lost(
    stack: Stack, twilio: FakeTwilio, phone: str, act: str
) -> None:
    twilio.plan.append(act)
    await queue(phone)
    row = wait_for_status(phone, "sent")
    (message,) = twilio.to(phone)
    assert row["provider_message_id"] == message["sid"]


async def test_should_send_again_when_twilio_surely_did_not_take_it(
    stack: Stack, twilio: FakeTwilio, phone: str
) -> None:
    twilio.plan.append("crash")
    await queue(phone)
    wait_for_status(phone, "sent")
    assert len(twilio.to(phone)) == 1


async def test_should_send_once_when_the_worker_is_killed_in_the_middle(
    stack: Stack, twilio: FakeTwilio, phone: str
) -> None:
    """The worker dies while Twilio, which took the message, keeps it waiting; the next worker asks first."""
    twilio.plan.append("lost")
    await queue(phone)
    twilio.wait_for(phone, 1)
    stack.manage("signal", name="worker", signum=9)
    row = wait_for_status(phone, "sent", seconds=90)
    assert len(twilio.to(phone)) == 1
    assert row["provider_message_id"] == twilio.to(phone)[0]["sid"]


async def test_should_never_let_a_late_report_lower_a_status(stack: Stack, twilio: FakeTwilio, phone: str) -> None:
    message_id = await queue(phone)
    wait_for_status(phone, "sent")
    path = f"/channels/sms/twilio/status?message={message_id}"
    async with httpx.AsyncClient(base_url=stack.url) as http:
        for state in ("delivered", "sent", "queued"):
            form = {"MessageSid": twilio.to(phone)[0]["sid"], "MessageStatus": state}
            headers = {"X-Twilio-Signature": signature(path, form)}
            assert (await http.post(path, data=form, headers=headers)).status_code == 204
            assert status_of(phone)["status"] == "delivered"
        unsigned = await http.post(path, data={"MessageStatus": "failed"})
    assert unsigned.status_code == 403
