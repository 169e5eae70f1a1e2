"""New households in the running Haqqi, for tests that change what is recorded of them."""

import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from backend import clock
from backend.database import sync_engine
from backend.identity.cipher import look_up
from backend.registry.models import Household, Person
from backend.scores.formula import Declaration, compute
from backend.scores.models import ScoreNotice
from backend.settings import get_settings

URBAN = {
    "household_size": 4, "rooms": 2, "head_age": 41, "has_bath_or_shower": True, "cars": 1, "mobile_phones": 2,
    "has_individual_electricity_meter": True, "members_15_plus_in_gainful_activity": 1,
    "annual_water_electricity_expense": 900,
}  # fmt: skip


def _person(household: uuid.UUID, name: str, born: str, *, declares: bool) -> Person:
    number = uuid.uuid4().int
    idcs, phone = f"{1 + number % 4}{number % 10**9:09d}", f"+2126{number // 10**9 % 10**8:08d}"
    return Person(
        id=uuid.uuid4(), household_id=household, idcs=idcs, idcs_hash=look_up("idcs", idcs), given_name=name,
        family_name="Ouhaddou", birth_date=born, phone=phone, phone_hash=look_up("phone", phone),
        is_declarant=declares, row_digest=bytes(16),
    )  # fmt: skip


def known(person: Person, score: Decimal) -> dict[str, Any]:
    """What the person knows about themselves."""
    return {
        "idcs": person.idcs, "idcs_end": person.idcs[-4:], "birth_date": person.birth_date, "phone": person.phone,
        "score": f"{score:f}", "id": str(person.id),
    }  # fmt: skip


def add_family(notified: int | None = 20, declared: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """A household of a declarant and another adult, its score notified so many days ago; what both know of it."""
    today, inputs = clock.today(), URBAN | (declared or {})
    household = Household(
        id=uuid.uuid4(), reference=uuid.uuid4().hex, reference_hash=uuid.uuid4().bytes, setting="urban", region=4,
        row_digest=bytes(16),
    )  # fmt: skip
    score = compute(Declaration("urban", 4, inputs)).printed
    notice = ScoreNotice(
        id=uuid.uuid4(), household_id=household.id, setting="urban", region=4, score=score, declared=inputs,
        computed_on=today - timedelta(days=(notified or 20) + 7), row_digest=bytes(16),
        notified_on=None if notified is None else today - timedelta(days=notified),
        notified_by=None if notified is None else "sms",
    )  # fmt: skip
    adults = [
        _person(household.id, "Fatna", "1980-03-14", declares=True),
        _person(household.id, "Brahim", "1984-02-29", declares=False),
    ]
    people = [known(person, score) for person in adults]
    engine = sync_engine(get_settings().sqlalchemy_url)
    with Session(engine) as session, session.begin():
        session.add(household)
        session.flush()
        session.add_all([*adults, notice])
    engine.dispose()
    return people


def add_score(person: dict[str, Any], score: Decimal, on: date | None = None) -> None:
    """A newer score of a person's household, of which no notification is proved."""
    engine = sync_engine(get_settings().sqlalchemy_url)
    with Session(engine) as session, session.begin():
        household = session.get_one(Person, uuid.UUID(person["id"])).household_id
        session.add(
            ScoreNotice(
                id=uuid.uuid4(),
                household_id=household,
                setting="urban",
                region=4,
                score=score,
                declared=None,
                computed_on=on or datetime.now(UTC).date(),
                row_digest=bytes(16),
                notified_on=None,
                notified_by=None,
            )
        )
    engine.dispose()
