"""Households to ask for reviews with, a clock to set, and the real PostgreSQL."""

import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from backend import clock
from backend.database import Database
from backend.identity.cipher import look_up
from backend.models import METADATA
from backend.operation import schema
from backend.registry.models import Household, Person
from backend.reviews.parties import Party
from backend.scores.models import ScoreNotice
from backend.settings import Settings, get_settings
from tests.conftest import Stack

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
NOTIFIED_ON = NOW.date() - timedelta(days=20)
AGENT = Party.staff(uuid.UUID(int=1), "agent")
REVIEWERS = [Party.staff(uuid.UUID(int=number), "reviewer") for number in (2, 3, 4)]


def new_phone() -> str:
    return f"+2126{uuid.uuid4().int % 10**8:08d}"


@dataclass
class Family:
    """A household with a declarant, another adult and a child; `notice` is its latest score."""

    household: uuid.UUID
    declarant: Person
    adult: Person
    child: Person
    notice: uuid.UUID

    def by(self, person: Person, channel: str = "sms") -> Party:
        """That person on a channel."""
        return Party.person(person.id, channel)


def _person(household: uuid.UUID, born: str, *, declares: bool, phone: str | None) -> Person:
    idcs = f"{uuid.uuid4().int % 10**10:010d}"
    return Person(
        id=uuid.uuid4(), household_id=household, idcs=idcs, idcs_hash=look_up("idcs", idcs), given_name="Fatna",
        family_name="Ouhaddou", birth_date=born, phone=phone, phone_hash=look_up("phone", phone) if phone else None,
        is_declarant=declares, row_digest=bytes(16),
    )  # fmt: skip


def a_score(household: uuid.UUID, computed_on: date, notified_on: date | None, **values: Any) -> ScoreNotice:
    """A score of an urban household."""
    fields = {"score": Decimal("9.32642844"), "declared": {"cars": 1, "has_bath_or_shower": True}, **values}
    return ScoreNotice(
        id=uuid.uuid4(), household_id=household, setting="urban", region=7, computed_on=computed_on,
        notified_on=notified_on, notified_by="sms" if notified_on else None, row_digest=bytes(16), **fields,
    )  # fmt: skip


@dataclass
class World:
    """The database of a test, and what is in it."""

    database: Database
    settings: Settings
    url: str

    async def family(self, notified_on: date | None = NOTIFIED_ON, **score: Any) -> Family:
        """A new household whose score was computed a week before it was notified, or four weeks ago."""
        household = Household(
            id=uuid.uuid4(), reference=uuid.uuid4().hex, reference_hash=uuid.uuid4().bytes, setting="urban", region=7,
            row_digest=bytes(16),
        )  # fmt: skip
        declarant = _person(household.id, "1980-03-14", declares=True, phone=new_phone())
        adult = _person(household.id, "1984-02-29", declares=False, phone=new_phone())
        child = _person(household.id, "2016-05-21", declares=False, phone=None)
        computed_on = (notified_on or NOW.date() - timedelta(days=21)) - timedelta(days=7)
        notice = a_score(household.id, computed_on, notified_on, **score)
        async with self.database.transaction() as session:
            session.add(household)
            await session.flush()
            session.add_all([declarant, adult, child, notice])
        return Family(household.id, declarant, adult, child, notice.id)

    async def add(self, *rows: Any) -> None:
        """Store rows as they are."""
        async with self.database.transaction() as session:
            session.add_all(rows)

    async def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """What a query finds."""
        async with self.database.transaction() as session:
            return [tuple(row) for row in await session.execute(text(query), values)]

    async def one(self, query: str, **values: Any) -> Any:
        """The one value that a query finds."""
        ((value,),) = await self.rows(query, **values)
        return value

    async def sent_to(self, phone: str | None) -> list[tuple[str, str]]:
        """Class and text of the SMS for a phone, in their order."""
        from sqlalchemy import select

        from backend.notifications.models import OutboxMessage

        assert phone
        async with self.database.transaction() as session:
            rows = await session.scalars(
                select(OutboxMessage)
                .where(OutboxMessage.address_hash == look_up("phone", phone))
                .order_by(OutboxMessage.created_at)
            )
            return [(row.message_class, row.body) for row in rows]

    async def messages(self) -> list[uuid.UUID]:
        """Ids of the messages for the agency that have not left, in their order."""
        found = await self.rows("select id from agency_message where status = 'queued' order by made_at")
        return [row[0] for row in found]


@pytest.fixture(scope="session")
def review_url(stack: Stack) -> Iterator[str]:
    """One database for all tests of reviews, made by the migrations on the stack's PostgreSQL."""
    settings, name = get_settings(), f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    url = settings.sqlalchemy_url.replace("/haqqi?", f"/{name}?")
    schema.migrate(url)
    yield url
    # Not the connection of before: other tests kill PostgreSQL in between.
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)".encode())


@pytest.fixture
async def world(review_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """The database, empty, on a day that is set, in relay mode with a folder as the agency's address."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    settings = get_settings()
    monkeypatch.setattr(settings, "agency_folder", str(tmp_path / "agency"))
    database = Database(review_url, pool_size=20)
    tables = ", ".join([*METADATA.tables, "procrastinate_jobs"])
    async with database.transaction() as session:
        await session.execute(text(f"truncate {tables} cascade"))
    yield World(database, settings, review_url)
    await database.close()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the clock."""
    return lambda instant: monkeypatch.setattr(clock, "now", lambda: instant)


@pytest.fixture
def mandated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The agency's staff decide here."""
    monkeypatch.setattr(get_settings(), "review_mode", "mandated")
