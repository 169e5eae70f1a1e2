"""The fixed people of the demo as the database has them, for whoever wants to try Haqqi as one of them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.demo.personas import personas
from backend.identity.cipher import look_up
from backend.registry.models import Person
from backend.scores.models import ScoreNotice


@dataclass(frozen=True)
class DemoPerson:
    """A fixed person. `score` is the latest as stored, with all its decimals; None when the household has none."""

    name: str
    idcs: str
    birth_date: str
    phone: str | None
    score: str | None
    special: str


def demo_people(session: Session) -> list[DemoPerson]:
    """The personas that are stored, in the order of personas.yml; empty before the first `haqqi demo`."""
    found = [(persona, _person(session, persona.idcs)) for persona in personas()]
    return [
        DemoPerson(
            name=f"{person.given_name} {person.family_name}",
            idcs=person.idcs,
            birth_date=person.birth_date,
            phone=person.phone,
            score=_score(session, person),
            special=persona.special,
        )
        for persona, person in found
        if person is not None
    ]


def _person(session: Session, idcs: str) -> Person | None:
    return session.scalar(select(Person).where(Person.idcs_hash == look_up("idcs", idcs), Person.is_demo))


def _score(session: Session, person: Person) -> str | None:
    notices = select(ScoreNotice.score).where(ScoreNotice.household_id == person.household_id)
    score = session.scalar(notices.order_by(ScoreNotice.computed_on.desc()).limit(1))
    return None if score is None else f"{score:f}"
