"""Cases for "everything is paid and the cover is closed": one a person and regime, with facts, for verified people."""

import asyncio
import json
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from redis.asyncio import Redis
from sqlalchemy import Engine
from typer.testing import CliRunner

from backend import references
from backend.complaints import service
from backend.complaints.kinds import CASES, KINDS
from backend.complaints.service import Told
from backend.contributions.service import AccountSummary
from backend.conversations import cover_cases
from backend.entitlements.models import Coverage
from backend.identity import verification
from backend.identity.cipher import look_up
from backend.settings import get_settings
from tests.clients import Browser, Phone, WhatsApp, code_sent_to
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio
from tests.integration.test_complaints import do, rows, run, told
from tests.integration.test_rights import person

PERSONA = 13  # has paid everything, and is suspended all the same
QUESTION = "combien je dois à la CNSS pour mes cotisations"
FACTS = json.dumps({"regime": "amo_tns", "last_paid_on": "2026-11-05", "cover_status": "suspended"})
KIND = cover_cases.KIND


def of_person(engine: Engine, person_id: uuid.UUID, **changes: Any) -> Told:
    """The choice of a case, in a new message of a new conversation."""
    return told(engine, FACTS, person_id=person_id, **changes)


def opened(url: str, *choices: Told, regime: str = "amo_tns") -> list[str]:
    """The references of cases that are chosen at the same time."""
    found = do(url, *[lambda session, one=one: service.record_case(session, one, KIND, regime) for one in choices])
    return [case.reference for case in found]


def test_should_have_a_kind_that_no_words_lead_to() -> None:
    assert KIND in CASES
    assert not set(CASES) & set(KINDS)


def test_should_open_one_case_of_a_person_and_regime_whoever_chooses_at_once(
    database_url: str,
    engine: Engine,
) -> None:
    (person_id,) = do(database_url, person)
    choices = [of_person(engine, person_id) for _ in range(8)]
    found = set(opened(database_url, *choices))
    assert len(found) == 1
    assert all(map(references.is_valid, found))
    assert rows(engine, "select count(*) from complaint") == [(1,)]
    assert rows(engine, "select count(*) from audit_entry where action = 'case_recorded'") == [(1,)]
    assert set(opened(database_url, *[choices[0]] * 8)) == found


def test_should_open_cases_of_other_people_and_other_regimes_beside_it(
    database_url: str,
    engine: Engine,
) -> None:
    first, second = do(database_url, person, person)
    choice = of_person(engine, first)
    found = [
        *opened(database_url, choice),
        *opened(database_url, choice, regime="amo_achamil"),  # both of one message
        *opened(database_url, of_person(engine, second)),
    ]
    assert len(set(found)) == 3
    complaint = told(engine, person_id=first)
    do(database_url, *[lambda session: service.record_complaint(session, complaint)] * 2)
    assert rows(engine, "select count(*) from complaint") == [(4,)]


def test_should_give_a_message_its_case_again_though_staff_closed_it_and_open_another_for_a_new_one(
    database_url: str,
    engine: Engine,
    command: CliRunner,
) -> None:
    (person_id,) = do(database_url, person)
    choice = of_person(engine, person_id)
    (reference,) = opened(database_url, choice)
    assert run(command, "close", reference).stdout == f"{reference} is closed.\n"
    assert opened(database_url, choice) == [reference]
    assert opened(database_url, of_person(engine, person_id)) != [reference]


def test_should_show_staff_the_case_and_its_facts(
    database_url: str,
    engine: Engine,
    command: CliRunner,
) -> None:
    (person_id,) = do(database_url, person)
    (reference,) = opened(database_url, of_person(engine, person_id))
    ((stored,),) = rows(engine, "select text from complaint")
    assert b"amo_tns" not in bytes(stored)
    (entry,) = json.loads(run(command, "list", "--json").stdout)
    assert (entry["reference"], entry["kind"]) == (reference, KIND)
    (entry,) = json.loads(run(command, "list", "--json", "--text").stdout)
    assert json.loads(entry["text"]) == json.loads(FACTS)
    assert reference in run(command, "list", "--text").stdout


def test_should_make_the_case_of_the_account_and_its_cover() -> None:
    account = AccountSummary(
        "amo_tns", (), Decimal(0), date(2026, 11, 5), Decimal("198.50"), None, None, None, None
    )  # fmt: skip
    cover = Coverage(regime="amo_tns", status="suspended", since=date(2026, 10, 1), registration_number="140926371")
    assert json.loads(cover_cases.facts_of(account, cover)) == {
        "regime": "amo_tns", "last_paid_on": "2026-11-05", "last_paid_amount": "198.50", "cover_status": "suspended",
        "cover_since": "2026-10-01", "registration_number": "140926371",
    }  # fmt: skip


# Against the running Haqqi --------------------------------------------------------------------------------------------


@pytest.fixture
def shopkeeper(people: list[dict[str, Any]]) -> dict[str, Any]:
    """The demo person whose cover is closed though everything is paid, without an open case."""
    shopkeeper = people[PERSONA]
    with psycopg.connect(get_settings().libpq_url) as connection:
        connection.execute("update complaint set status = 'closed' where kind = %s", [KIND])
    return shopkeeper


def stored() -> list[tuple[str, uuid.UUID]]:
    """References and messages of the open cases."""
    with psycopg.connect(get_settings().libpq_url) as connection:
        return connection.execute(
            "select reference, inbound_id from complaint where kind = %s and status = 'open'", [KIND]
        ).fetchall()


def ask(phone: Phone | WhatsApp, shopkeeper: dict[str, Any]) -> str:
    """Ask for the contributions and identify; the answer."""
    phone.say("0")
    phone.say("annuler")
    phone.say(QUESTION)
    phone.say(shopkeeper["birth_date"])
    return phone.say(shopkeeper["idcs"][-4:])[-1]


def test_should_give_the_same_receipt_after_a_kill(
    stack: Stack, twilio: FakeTwilio, shopkeeper: dict[str, Any]
) -> None:
    """Stored, and killed before the reply: the verification may be over when the message is taken up again."""
    phone = Phone(stack, twilio, shopkeeper["phone"])
    assert "2=Ouvrir un dossier" in ask(phone, shopkeeper)
    receipt = phone.say("2")[-1]
    ((reference, inbound_id),) = stored()
    assert reference in receipt
    sent = len(twilio.to(phone.number))
    with psycopg.connect(get_settings().libpq_url) as connection:
        ((conversation_id,),) = connection.execute(
            "update inbound_message set status = 'received', claimed_until = now() - interval '1 minute', "
            "received_at = now() - interval '2 minutes' where id = %s returning conversation_id",
            [inbound_id],
        ).fetchall()
    asyncio.run(sign_out(conversation_id))
    assert twilio.wait_for(phone.number, sent + 1, seconds=40)[-1]["body"] == receipt
    assert stored() == [(reference, inbound_id)]


async def sign_out(conversation_id: uuid.UUID) -> None:
    """End the verification of a conversation."""
    redis = Redis.from_url(get_settings().redis_address)
    await verification.forget(redis, conversation_id)
    await redis.aclose()


def test_should_show_the_same_case_on_every_channel(
    stack: Stack, twilio: FakeTwilio, shopkeeper: dict[str, Any]
) -> None:
    whatsapp = WhatsApp(stack, shopkeeper["phone"])
    assert "1. Ouvrir un dossier" in ask(whatsapp, shopkeeper)
    assert "Votre dossier est ouvert" in whatsapp.say("1")[-1]
    browser = Browser(stack, twilio)
    browser.say(QUESTION)
    before = len(twilio.to(shopkeeper["phone"]))
    browser.say(shopkeeper["idcs"])
    browser.say(code_sent_to(twilio, shopkeeper["phone"], before))
    ((reference, _),) = stored()
    shown = browser.say("1")[-1]
    assert reference in shown
    assert "déjà ouvert" in shown


def test_should_ask_who_it_is_before_a_case_is_opened(
    stack: Stack, twilio: FakeTwilio, shopkeeper: dict[str, Any]
) -> None:
    """A button pressed when the verification is over leads through it, to where the person stands now."""
    whatsapp = WhatsApp(stack, shopkeeper["phone"])
    ask(whatsapp, shopkeeper)
    with psycopg.connect(get_settings().libpq_url) as connection:
        ((conversation_id,),) = connection.execute(
            "select id from conversation where channel = 'whatsapp' and address_hash = %s",
            [look_up("phone", shopkeeper["phone"])],
        ).fetchall()
    asyncio.run(sign_out(conversation_id))
    asked = whatsapp.post(ButtonPayload=cover_cases.CHOICE, Body="Ouvrir un dossier").text
    assert "naissance" in asked
    assert stored() == []
    whatsapp.say(shopkeeper["birth_date"])
    assert "Ouvrir un dossier" in whatsapp.say(shopkeeper["idcs"][-4:])[-1]
    assert "Votre dossier est ouvert" in whatsapp.say("1")[-1]
