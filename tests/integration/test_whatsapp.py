"""WhatsApp as Twilio brings it: buttons, places, files, and messages outside the 24 hours."""

import asyncio
import subprocess
import sys
import time
import uuid
from typing import Any

import httpx
import psycopg
import pytest

import backend.models  # noqa: F401  every table, for the foreign keys
from backend.answers.rendering import Choice, Rendered
from backend.database import Database
from backend.identity.cipher import get_cipher, look_up
from backend.notifications import outbox
from backend.notifications.delivery import deliver_message
from backend.notifications.providers import DeliveryPostponedError
from backend.settings import get_settings
from channels.whatsapp import templates
from channels.whatsapp.provider import WhatsAppProvider
from tests.clients import Phone, WhatsApp, signature, twiml
from tests.conftest import ROOT, Stack
from tests.fakes.twilio import FakeTwilio

JPEG = b"\xff\xd8\xff\xe0" + b"a paper" * 100


def rows(query: str, *parameters: Any) -> list[dict[str, Any]]:
    with psycopg.connect(get_settings().libpq_url, row_factory=psycopg.rows.dict_row) as connection:
        return connection.execute(query, parameters).fetchall()


def outgoing(phone: str) -> list[dict[str, Any]]:
    """The outbox rows of a phone on WhatsApp, the oldest first."""
    return rows(
        "select id, status, template, plain, provider_message_id, last_error from outbox_message "
        "where address_hash = %s and channel = 'whatsapp' order by created_at, position",
        look_up("phone", phone),
    )


def attachments(phone: str) -> list[dict[str, Any]]:
    return rows(
        "select a.content, a.content_type, a.size from attachment a join conversation c on c.id = a.conversation_id "
        "where c.address_hash = %s",
        look_up("phone", phone),
    )


@pytest.fixture
def person(stack: Stack) -> WhatsApp:
    return WhatsApp(stack)


@pytest.fixture(scope="module", autouse=True)
async def registered(twilio: FakeTwilio) -> list[str]:
    return await templates.register(get_settings())


async def test_should_register_templates_once_and_ask_for_approval_of_invitations(
    twilio: FakeTwilio, registered: list[str]
) -> None:
    assert len(registered) == templates.LIST_ITEMS + 4
    assert await templates.register(get_settings()) == []
    assert {approval["category"] for approval in twilio.approvals} == {"UTILITY"}
    assert len(twilio.approvals) == 4


def test_should_answer_with_numbered_choices_and_take_a_digit(person: WhatsApp) -> None:
    (reply,) = person.say("bonjour")
    assert "\n1. Mon score" in reply
    (reply,) = person.say("4")
    assert "9.3264284" in reply


@pytest.mark.parametrize("fields", [{"ButtonPayload": "threshold_info"}, {"ListId": "threshold_info"}])
def test_should_answer_a_button_by_its_question_whatever_was_shown_since(
    person: WhatsApp, fields: dict[str, str]
) -> None:
    person.say("bonjour")
    (reply,) = twiml(person.post(Body="Les limites", **fields))
    assert "9.3264284" in reply


def test_should_take_the_text_of_a_button_that_is_not_ours(person: WhatsApp) -> None:
    (reply,) = twiml(person.post(Body="quel score pour amo tadamon ?", ButtonPayload="drop_tables"))
    assert "9.3264284" in reply


def test_should_refuse_what_is_not_signed_or_not_from_whatsapp(stack: Stack, person: WhatsApp) -> None:
    path = "/channels/whatsapp/twilio"
    form = {"From": f"whatsapp:{person.number}", "Body": "salam", "MessageSid": "SM1"}
    assert httpx.post(stack.url + path, data=form, headers={"X-Twilio-Signature": "x"}).status_code == 403
    assert person.post(From=person.number, Body="salam").status_code == 400
    assert not outgoing(person.number)


def test_should_find_the_nearest_centre_of_a_place(person: WhatsApp) -> None:
    command = [sys.executable, "-m", "backend.cli", "import", "centres", "data/sample/centres.csv"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    person.say("bonjour")
    (reply,) = twiml(person.post(Latitude="33.9995", Longitude="-6.8462", MessageType="location"))
    assert "DEMO" in reply
    assert " km " in reply


def test_should_say_honestly_that_no_centre_is_near(person: WhatsApp) -> None:
    person.say("bonjour")
    (reply,) = twiml(person.post(Latitude="48.85", Longitude="2.35"))
    assert "près de cet endroit" in reply
    assert "DEMO" not in reply


@pytest.mark.parametrize(
    ("content_type", "word"),
    [
        ("audio/ogg; codecs=opus", "vocaux"),
        ("video/mp4", "vidéos"),
        ("image/webp", "sticker"),
        ("text/vcard", "contact"),
    ],
)
def test_should_answer_kindly_what_it_cannot_read(person: WhatsApp, content_type: str, word: str) -> None:
    person.say("bonjour")
    (reply,) = person.send_file("nothing", content_type)
    assert word in reply
    assert "conseiller" in reply
    assert "1. Mon score" in reply
    assert not attachments(person.number)


def test_should_go_on_with_an_open_form_after_a_voice_note(person: WhatsApp) -> None:
    (reply,) = person.say("quel est mon score rsu ?")
    assert "IDCS" in reply
    (reply,) = person.send_file("nothing", "audio/ogg")
    assert "vocaux" in reply
    assert "IDCS" in reply


def test_should_keep_a_photo_encrypted_and_answer_its_caption(twilio: FakeTwilio, person: WhatsApp) -> None:
    twilio.files["paper"] = JPEG
    (reply,) = person.send_file("paper", "image/jpeg", "comment demander la revision de mon score ?")
    assert "bien arrivé" in reply
    assert "60 jours" in reply
    (kept,) = attachments(person.number)
    assert JPEG not in bytes(kept["content"])
    assert get_cipher().decrypt_bytes(bytes(kept["content"])) == JPEG
    assert (kept["content_type"], kept["size"]) == ("image/jpeg", len(JPEG))


def test_should_fetch_a_photo_once_when_the_message_comes_twice(twilio: FakeTwilio, person: WhatsApp) -> None:
    twilio.files["once"] = JPEG
    sid = f"SM{uuid.uuid4().hex}"
    url = f"https://api.twilio.com/2010-04-01/Accounts/{get_settings().twilio_account_sid}/Messages/MM1/Media/once"
    fields = {"MessageSid": sid, "NumMedia": "1", "MediaUrl0": url, "MediaContentType0": "image/jpeg"}
    first, second = twiml(person.post(**fields)), twiml(person.post(**fields))
    assert first == second
    assert len(attachments(person.number)) == 1


@pytest.mark.parametrize(
    ("content", "word"), [(b"MZ a program", "JPEG"), (JPEG + b"x" * 5_000_000, "5 Mo"), (b"<html>", "JPEG")]
)
def test_should_refuse_what_is_no_photo_or_too_large(
    twilio: FakeTwilio, person: WhatsApp, content: bytes, word: str
) -> None:
    person.say("bonjour")
    twilio.files["bad"] = content
    (reply,) = person.send_file("bad", "image/jpeg")
    assert word in reply
    assert not attachments(person.number)


def test_should_follow_no_foreign_address(twilio: FakeTwilio, person: WhatsApp) -> None:
    person.say("bonjour")
    twilio.files["secret"] = JPEG
    twilio.files["away"] = f"http://localhost:{twilio.port}/2010-04-01/Accounts/AC/Messages/MM1/Media/secret"
    twilio.files["inside"] = "http://169.254.169.254/latest/meta-data"
    twilio_host, foreign = "https://api.twilio.com", ("https://evil.example", "http://api.twilio.com.evil.example")
    for name, host in (("away", twilio_host), ("inside", twilio_host), ("secret", foreign[0]), ("secret", foreign[1])):
        (reply,) = person.send_file(name, "image/jpeg", host=host)
        assert "pas pu recevoir" in reply, (name, host)
    assert not attachments(person.number)


def report(stack: Stack, message_id: Any, sid: str, state: str, code: str = "") -> int:
    """Twilio's report on a message; the HTTP status."""
    path = f"/channels/whatsapp/twilio/status?message={message_id}"
    form = {"MessageSid": sid, "MessageStatus": state, **({"ErrorCode": code} if code else {})}
    return httpx.post(
        stack.url + path, data=form, headers={"X-Twilio-Signature": signature(path, form)}, timeout=30
    ).status_code


async def queue(phone: str, *labels: str) -> str:
    """Put a WhatsApp message into the outbox; its id."""
    database = Database(get_settings().sqlalchemy_url)
    choices = tuple(Choice(n, f"question_{n}", label) for n, label in enumerate(labels, start=1))
    async with database.transaction() as session:
        message = outbox.add(
            session,
            Rendered("Un message\nde deux lignes", choices, "fr"),
            channel="whatsapp",
            provider=WhatsAppProvider.name,
            address=phone,
            message_class="reply",
            handed_over="provider",
        )
        await session.flush()
        identity = str(message.id)
    await database.close()
    return identity


async def deliver(message_id: str, *, buttons: bool = True) -> None:
    """Send a message as the worker does, with or without buttons."""
    settings = get_settings().model_copy(update={"whatsapp_buttons": buttons})
    database, provider = Database(settings.sqlalchemy_url), WhatsAppProvider(settings)
    try:
        await deliver_message(database, {provider.name: provider}, uuid.UUID(message_id), 0)
    finally:
        await provider.close()
        await database.close()


async def test_should_send_buttons_up_to_three_and_a_list_up_to_ten(twilio: FakeTwilio, person: WhatsApp) -> None:
    for count in (1, 3, 4, 10):
        await deliver(await queue(person.number, *[f"Choix {n}" for n in range(count)]))
        (*_, sent) = twilio.wait_for(f"whatsapp:{person.number}", 1)
        content = next(c for c in twilio.contents if c["sid"] == sent["content_sid"])
        ((kind, shown),) = content["types"].items()
        assert kind == ("twilio/quick-reply" if count <= 3 else "twilio/list-picker")
        assert len(shown.get("actions") or shown["items"]) == count
        assert sent["content_variables"]["1"] == "Un message de deux lignes"
        assert sent["content_variables"][f"q{count}"] == f"question_{count}"


@pytest.mark.parametrize("labels", [["x" * 21], [f"Choix {n}" for n in range(11)]])
async def test_should_number_choices_that_do_not_fit_buttons(
    twilio: FakeTwilio, person: WhatsApp, labels: list[str]
) -> None:
    await deliver(await queue(person.number, *labels))
    (sent,) = twilio.wait_for(f"whatsapp:{person.number}", 1)
    assert sent["content_sid"] == ""
    assert sent["body"].endswith(f"{len(labels)}. {labels[-1]}")


async def test_should_number_the_choices_when_buttons_are_refused(twilio: FakeTwilio, person: WhatsApp) -> None:
    twilio.plan.extend(["buttons"])
    await deliver(await queue(person.number, "Oui", "Non"))
    (sent,) = twilio.wait_for(f"whatsapp:{person.number}", 1)
    assert sent["body"] == "Un message\nde deux lignes\n1. Oui\n2. Non"


async def test_should_number_the_choices_when_the_report_says_that_buttons_were_refused(
    stack: Stack, twilio: FakeTwilio, person: WhatsApp
) -> None:
    message_id = await queue(person.number, "Oui", "Non")
    await deliver(message_id)
    (first,) = twilio.wait_for(f"whatsapp:{person.number}", 1)
    assert report(stack, message_id, first["sid"], "failed", "63021") == 204
    *_, again = twilio.wait_for(f"whatsapp:{person.number}", 2)
    assert again["body"].endswith("2. Non")
    assert report(stack, message_id, first["sid"], "failed", "63021") == 204
    await asyncio.sleep(1)
    assert len(twilio.to(f"whatsapp:{person.number}")) == 2


@pytest.mark.parametrize("by_report", [True, False])
async def test_should_hold_a_message_outside_the_24_hours_and_invite_once(
    stack: Stack, twilio: FakeTwilio, person: WhatsApp, by_report: bool
) -> None:
    address = f"whatsapp:{person.number}"
    first, second = await queue(person.number), await queue(person.number)
    for message_id in (first, second):
        if by_report:
            await deliver(message_id)
            sent = next(m for m in reversed(twilio.to(address)) if m["body"].startswith("Un message"))
            assert report(stack, message_id, sent["sid"], "failed", "63016") == 204
        else:
            twilio.plan.append("window")
            await deliver(message_id)
        twilio.wait_for(address, 2 if by_report else 1)  # the invitation leaves before anything else is tried
    invitations = [m for m in twilio.wait_for(address, 1 + 2 * by_report) if "bouton" in m["body"]]
    assert len(invitations) == 1
    assert [row["status"] for row in outgoing(person.number)][:2] == ["held", "held"]
    before = len(twilio.to(address))
    (reply,) = twiml(person.post(Body="Lire le message", ButtonPayload="held"))
    assert "attendait" in reply
    came = twilio.wait_for(address, before + 2)[before:]
    assert [m["body"] for m in came] == ["Un message\nde deux lignes"] * 2
    deadline = time.monotonic() + 20
    while [row["status"] for row in outgoing(person.number)][:2] != ["sent", "sent"]:
        assert time.monotonic() < deadline, outgoing(person.number)
        await asyncio.sleep(0.1)


async def test_should_not_send_twice_when_the_answer_was_lost(twilio: FakeTwilio, person: WhatsApp) -> None:
    message_id = await queue(person.number, "Oui", "Non")
    twilio.plan.append("taken_then_crash")
    with pytest.raises(DeliveryPostponedError):
        await deliver(message_id)
    await deliver(message_id)
    assert len(twilio.to(f"whatsapp:{person.number}")) == 1
    assert outgoing(person.number)[0]["status"] == "sent"


def test_should_keep_sms_and_whatsapp_of_one_phone_apart(stack: Stack, twilio: FakeTwilio, person: WhatsApp) -> None:
    person.say("bonjour")
    Phone(stack, twilio, person.number).say("salam")
    assert len(outgoing(person.number)) == 1
