"""SMS webhooks as providers call them: signed, twice, broken."""

import uuid

import httpx
import psycopg
import pytest

from backend.identity.cipher import look_up
from backend.settings import get_settings
from tests.clients import post_twilio, signature, twiml
from tests.conftest import JASMIN_SECRET, Stack
from tests.fakes.twilio import FakeTwilio


def stored_messages(phone: str) -> int:
    """How many messages of a phone are stored."""
    with psycopg.connect(get_settings().libpq_url) as connection:
        row = connection.execute(
            "select count(*) from inbound_message m join conversation c on c.id = m.conversation_id "
            "where c.address_hash = %s",
            [look_up("phone", phone)],
        ).fetchone()
    return int(row[0]) if row else 0


def new_phone() -> str:
    return f"+2126{uuid.uuid4().int % 10**8:08d}"


def test_should_answer_a_signed_arabizi_message_in_arabizi(stack: Stack, twilio: FakeTwilio) -> None:
    (reply,) = twiml(post_twilio(stack, new_phone(), "chno howa lmo2achir dyal rsu?"))
    assert "Lmo2achir" in reply


def test_should_refuse_a_wrong_signature_and_store_nothing(stack: Stack) -> None:
    phone = new_phone()
    form = {"From": phone, "Body": "salam", "MessageSid": f"SM{uuid.uuid4().hex}"}
    for given in ("", "x", signature("/channels/sms/twilio", {**form, "Body": "other"}),
                  signature("/channels/sms/twilio", form, token="f" * 32)):  # fmt: skip
        response = httpx.post(
            f"{stack.url}/channels/sms/twilio", data=form, headers={"X-Twilio-Signature": given}, timeout=30
        )
        assert response.status_code == 403
        assert response.headers["content-type"] == "application/problem+json"
    assert stored_messages(phone) == 0


@pytest.mark.parametrize("content", [b"{}", b"\xff\xfe", b"a=%zz&b", b""])
def test_should_refuse_unsigned_bodies_of_any_kind(stack: Stack, content: bytes) -> None:
    for content_type in ("application/json", "application/x-www-form-urlencoded", "multipart/form-data"):
        headers = {"Content-Type": content_type, "X-Twilio-Signature": "x"}
        url = f"{stack.url}/channels/sms/twilio?bodySHA256=00"
        assert httpx.post(url, content=content, headers=headers).status_code == 403


def test_should_store_a_message_once_and_answer_it_alike_when_it_comes_twice(stack: Stack) -> None:
    phone, sid = new_phone(), f"SM{uuid.uuid4().hex}"
    first = post_twilio(stack, phone, "quel score pour amo tadamon", sid)
    second = post_twilio(stack, phone, "quel score pour amo tadamon", sid)
    assert twiml(first)
    assert first.text == second.text
    assert stored_messages(phone) == 1


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😀😀😀", "\x00\x01\x07", "ا" * 10_000, "<script>alert(1)</script>", "/restart", "\u202e\u200f", "🇲🇦"],
)
def test_should_answer_whatever_is_in_a_message(stack: Stack, text: str) -> None:
    phone = new_phone()
    replies = twiml(post_twilio(stack, phone, text))
    assert replies
    assert all(reply.strip() for reply in replies)
    assert stored_messages(phone) == 1


def test_should_answer_bytes_that_are_no_utf8(stack: Stack) -> None:
    """Broken bytes become U+FFFD when the form is read; the signature is over what Twilio sent."""
    phone = new_phone()
    form = {"From": phone, "Body": "\ufffd\ufffd\ufffd\ufffd", "MessageSid": f"SM{uuid.uuid4().hex}"}
    headers = {
        "X-Twilio-Signature": signature("/channels/sms/twilio", form),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = f"From=%2B{phone[1:]}&Body=%ff%ff%ff%ff&MessageSid={form['MessageSid']}"
    response = httpx.post(f"{stack.url}/channels/sms/twilio", content=body, headers=headers, timeout=30)
    assert twiml(response)


def test_should_refuse_a_message_without_sender_or_id(stack: Stack) -> None:
    form = {"From": "HAQQI", "Body": "salam", "MessageSid": "SM1"}
    headers = {"X-Twilio-Signature": signature("/channels/sms/twilio", form)}
    assert httpx.post(f"{stack.url}/channels/sms/twilio", data=form, headers=headers).status_code == 400


def test_should_take_jasmin_messages_with_the_secret_only(stack: Stack, twilio: FakeTwilio) -> None:
    phone = new_phone()
    form = {
        "id": uuid.uuid4().hex, "from": phone[1:], "to": "2120", "coding": "\x08", "content": "x",
        "binary": "شنو هي أمو تضامن".encode("utf-16-be").hex(),
    }  # fmt: skip
    url = f"{stack.url}/channels/sms/jasmin"
    assert httpx.post(url, data=form).status_code == 403
    assert httpx.post(url, data=form, params={"secret": "wrong"}).status_code == 403
    assert stored_messages(phone) == 0
    for _ in range(2):  # Jasmin sends again until it reads our ACK
        answer = httpx.post(url, data=form, params={"secret": JASMIN_SECRET})
        assert (answer.status_code, answer.text) == (200, "ACK/Jasmin")
    (reply,) = twilio.wait_for(phone, 1)
    assert "أمو تضامن" in reply["body"]
    assert stored_messages(phone) == 1
