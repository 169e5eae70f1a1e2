"""Complaints that are recorded: once, found by staff, closed with a trace."""

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import psycopg
from redis import Redis
from sqlalchemy import Engine, text
from sqlalchemy.ext.asyncio import AsyncSession
from typer.testing import CliRunner, Result

from backend import references
from backend.cli.complaints import app
from backend.complaints import service
from backend.complaints.service import Told
from backend.database import Database
from backend.identity.cipher import look_up
from backend.settings import get_settings
from tests.clients import Browser, Phone
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio
from tests.integration.test_resilience import wait_until_understood

TEXT = "J'ai attendu quatre heures à l'agence CNSS de Salé mardi et on m'a renvoyé sans explication"
Done = TypeVar("Done")


def run(command: CliRunner, *arguments: str) -> Result:
    return command.invoke(app, list(arguments), catch_exceptions=False)


def told(engine: Engine, words: str = TEXT, **changes: Any) -> Told:
    """A complaint in a new message of a new conversation."""
    conversation_id, inbound_id = uuid.uuid4(), uuid.uuid4()
    with engine.begin() as connection:
        connection.execute(
            text(
                "insert into conversation (id, channel, address_hash, session_id, menu, misunderstood) "
                "values (:id, 'webchat', :hash, :session, '[]', 0)"
            ),
            {"id": conversation_id, "hash": conversation_id.bytes, "session": conversation_id.hex},
        )
        connection.execute(
            text(
                "insert into inbound_message (id, conversation_id, channel, provider, provider_message_id, text, "
                "status, reply_by, request_id) values (:id, :conversation, 'webchat', 'webchat', :key, '', "
                "'received', 'response', 'r')"
            ),
            {"id": inbound_id, "conversation": conversation_id, "key": inbound_id.hex},
        )
    values = {
        "inbound_id": inbound_id, "conversation_id": conversation_id, "person_id": None, "channel": "webchat",
        "variety": "fr", "text": words,
    }  # fmt: skip
    return Told(**values | changes)


def do(url: str, *works: Callable[[AsyncSession], Awaitable[Done]]) -> list[Done]:
    """Do pieces of work at the same time, each in a transaction of its own."""

    async def all_of_it() -> list[Done]:
        database = Database(url)

        async def one(work: Callable[[AsyncSession], Awaitable[Done]]) -> Done:
            async with database.transaction() as session:
                return await work(session)

        try:
            return list(await asyncio.gather(*map(one, works)))
        finally:
            await database.close()

    return asyncio.run(all_of_it())


def recorded(url: str, *complaints: Told) -> list[str]:
    """The references under which complaints are recorded at the same time."""
    found = do(url, *[lambda session, told=told: service.record_complaint(session, told) for told in complaints])
    return [complaint.reference for complaint in found]


def rows(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return list(map(tuple, connection.execute(text(query))))


def test_should_record_a_message_once_however_often_it_is_answered(database_url: str, engine: Engine) -> None:
    complaint = told(engine)
    (first,) = recorded(database_url, complaint)
    assert references.is_valid(first)
    assert set(recorded(database_url, *[complaint] * 4)) == {first}
    other = told(engine)
    assert len(set(recorded(database_url, *[other] * 8))) == 1
    assert rows(engine, "select count(*) from complaint") == [(2,)]
    assert rows(engine, "select count(*) from audit_entry where action = 'complaint_recorded'") == [(2,)]


def test_should_give_every_complaint_a_reference_of_its_own(database_url: str, engine: Engine) -> None:
    found = recorded(database_url, *[told(engine) for _ in range(12)])
    assert len(set(found)) == 12
    assert all(map(references.is_valid, found))


def test_should_store_the_text_encrypted(database_url: str, engine: Engine) -> None:
    recorded(database_url, told(engine))
    ((stored, kind, status),) = rows(engine, "select text, kind, status from complaint")
    assert "Salé".encode() not in bytes(stored)
    assert (kind, status) == ("cnss", "open")


def test_should_have_in_the_models_what_the_migrations_make(stack: Stack, database_url: str, engine: Engine) -> None:
    """The tests' databases are made of the models, a real one by the migrations."""
    columns = (
        "select column_name, data_type, is_nullable, character_maximum_length from information_schema.columns "
        "where table_name = 'complaint' order by 1"
    )
    with psycopg.connect(get_settings().libpq_url) as connection:
        migrated = connection.execute(columns.encode()).fetchall()
        assert connection.execute("select nextval('complaint_number')").fetchone()
    assert migrated == rows(engine, columns)
    assert migrated


def test_should_list_open_complaints_and_show_texts_only_when_asked(
    database_url: str, engine: Engine, command: CliRunner
) -> None:
    assert "No complaint is open." in run(command, "list").stdout
    assert json.loads(run(command, "list", "--json").stdout) == []
    (reference,) = recorded(database_url, told(engine))
    (entry,) = json.loads(run(command, "list", "--json").stdout)
    assert entry == {
        "reference": reference, "day": entry["day"], "kind": "cnss", "channel": "webchat", "variety": "fr",
    }  # fmt: skip
    assert reference in run(command, "list").stdout
    assert rows(engine, "select count(*) from audit_entry where action = 'complaint_read'") == [(0,)]
    (entry,) = json.loads(run(command, "list", "--json", "--text").stdout)
    assert entry["text"] == TEXT
    assert TEXT in run(command, "list", "--text").stdout
    assert rows(engine, "select count(*) from audit_entry where action = 'complaint_read'") == [(2,)]


def test_should_show_what_looks_like_markup_as_it_was_written(
    database_url: str, engine: Engine, command: CliRunner
) -> None:
    recorded(database_url, told(engine, "[red]agence[/red] [x"))
    assert "[red]agence[/red] [x" in run(command, "list", "--text").stdout


def test_should_close_a_complaint_once_and_note_who_did(database_url: str, engine: Engine, command: CliRunner) -> None:
    (reference,) = recorded(database_url, told(engine))
    assert run(command, "close", f" {reference.lower()} ").stdout == f"{reference} is closed.\n"
    assert json.loads(run(command, "list", "--json").stdout) == []
    again = run(command, "close", reference)
    assert (again.exit_code, again.stdout) == (0, f"{reference} was closed before.\n")
    ((actor, detail),) = rows(engine, "select actor, detail from audit_entry where action = 'complaint_closed'")
    assert actor.startswith("cli:")
    assert detail == {"reference": reference}


def test_should_refuse_references_that_are_mistyped_or_unknown(command: CliRunner) -> None:
    mistyped = run(command, "close", "REC-2026-000017")
    assert (mistyped.exit_code, "digit is wrong" in mistyped.output) == (2, True)
    unknown = run(command, "close", "REC-2026-000018")
    assert (unknown.exit_code, "There is no complaint" in unknown.output) == (1, True)


# Against the running Haqqi --------------------------------------------------------------------------------------------


def complaints_of(phone: Phone) -> list[tuple[str, uuid.UUID]]:
    """References and messages of a phone's complaints."""
    with psycopg.connect(get_settings().libpq_url) as connection:
        return connection.execute(
            "select p.reference, p.inbound_id from complaint p join conversation c on c.id = p.conversation_id "
            "where c.address_hash = %s order by p.recorded_at",
            [look_up("phone", phone.number)],
        ).fetchall()


def begin(speaker: Phone | Browser) -> None:
    speaker.say("je veux faire une réclamation")
    record = "2" if isinstance(speaker, Phone) else "1"  # on a phone the first choice is what the SMS left out
    assert "en un seul message" in speaker.say(record)[-1]


def test_should_answer_again_with_the_same_reference_after_a_kill(stack: Stack, twilio: FakeTwilio) -> None:
    """Recorded, and killed before the reply was stored; when it is taken up again the form is long forgotten."""
    phone = Phone(stack, twilio)
    begin(phone)
    phone.say(TEXT)
    ((reference, inbound_id),) = complaints_of(phone)
    with psycopg.connect(get_settings().libpq_url) as connection:
        connection.execute(
            "update inbound_message set status = 'received', claimed_until = now() - interval '1 minute', "
            "received_at = now() - interval '2 minutes' where id = %s",
            [inbound_id],
        )
    (reply,) = twilio.wait_for(phone.number, 1, seconds=40)
    assert reference in reply["body"]
    assert complaints_of(phone) == [(reference, inbound_id)]


def test_should_record_while_rasa_is_down(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    begin(phone)
    stack.manage("stop", name="rasa")
    try:
        assert "REC-" in phone.say(TEXT)[-1]
    finally:
        stack.manage("start", name="rasa")
    wait_until_understood(Phone(stack, twilio))


def test_should_record_when_redis_was_emptied_in_between(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    begin(phone)
    Redis.from_url(get_settings().redis_address).flushall()
    assert "REC-" in phone.say(TEXT)[-1]
    assert len(complaints_of(phone)) == 1


def test_should_record_a_text_that_is_too_long_for_a_question(stack: Stack, twilio: FakeTwilio) -> None:
    browser = Browser(stack, twilio)
    begin(browser)
    assert "REC-" in browser.say(f"{TEXT}. " * 20)[-1]


def test_should_leave_a_form_of_rasas_for_the_complaint(stack: Stack, twilio: FakeTwilio) -> None:
    """Inside the identification somebody complains: nothing of it is left when the complaint is told."""
    browser = Browser(stack, twilio)
    assert "IDCS" in browser.say("quel est mon score RSU ?")[-1]
    assert "IDCS" in browser.say("je veux faire une réclamation")[-1]
    assert "en un seul message" in browser.say("1")[-1]
    replies = browser.say("mon score RSU est faux, l'agent du centre de Fès a refusé de corriger mardi")
    assert "REC-" in replies[-1]
    assert "9.3264284" in browser.say("c'est quoi amo tadamon ?")[-1]


def test_should_take_a_quoted_reference_for_no_idcs(stack: Stack, twilio: FakeTwilio) -> None:
    browser = Browser(stack, twilio)
    browser.say("quel est mon score RSU ?")
    assert "6 chiffres" not in browser.say("REC-2026-000018")[-1]
