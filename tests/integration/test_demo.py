"""Demo data: the fixed people are who they are said to be, the others are plausible, and twice changes nothing."""

import json
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import phonenumbers
import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session
from typer.testing import CliRunner, Result

from backend import clock
from backend.cli.demo import app
from backend.contributions.models import ContributionAccount, ContributionEntry
from backend.demo.families import family
from backend.demo.loading import load_demo
from backend.demo.people import DemoPerson, demo_people
from backend.demo.personas import personas
from backend.entitlements.models import Coverage
from backend.identity.cipher import look_up
from backend.registry.extracts import load_extract
from backend.registry.models import Household, Person
from backend.scores.formula import Declaration, compute
from backend.scores.models import ScoreNotice
from backend.settings import get_settings

THRESHOLD = Decimal("9.3264284")


def listed_people(engine: Engine) -> list[DemoPerson]:
    """The fixed people as stored."""
    with Session(engine) as session:
        return demo_people(session)


def run(command: CliRunner, *arguments: str) -> Result:
    return command.invoke(app, list(arguments), catch_exceptions=False)


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("household", "person", "score_notice", "coverage", "contribution_account", "contribution_entry")
    with engine.connect() as connection:
        return {t: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {t}"))), key=str) for t in tables}


class Found:
    """A persona as stored."""

    def __init__(self, session: Session, words: str) -> None:
        (persona,) = [p for p in personas() if words in p.special]
        self.person = session.scalars(select(Person).where(Person.idcs_hash == look_up("idcs", persona.idcs))).one()
        household = self.person.household_id
        self.household = session.get_one(Household, household)
        by_day = select(ScoreNotice).where(ScoreNotice.household_id == household).order_by(ScoreNotice.computed_on)
        self.notices = list(session.scalars(by_day))
        self.coverage = list(session.scalars(select(Coverage).where(Coverage.person_id == self.person.id)))
        accounts = select(ContributionAccount).where(ContributionAccount.person_id == self.person.id)
        self.account = session.scalars(accounts).one_or_none()
        entries = (
            select(ContributionEntry).join(ContributionAccount).where(ContributionAccount.person_id == self.person.id)
        )
        self.entries = list(session.scalars(entries.order_by(ContributionEntry.period)))

    @property
    def score(self) -> Decimal:
        return self.notices[-1].score

    @property
    def notified_days_ago(self) -> int | None:
        notified_on = self.notices[-1].notified_on
        return None if notified_on is None else (clock.today() - notified_on).days

    @property
    def cover(self) -> list[tuple[str, str, str | None]]:
        return [(c.regime, c.status, c.reason) for c in self.coverage]

    @property
    def formula_agrees(self) -> bool:
        notice = self.notices[-1]
        return compute(Declaration(notice.setting, notice.region, notice.declared or {})).agrees_with(notice.score)


def test_every_persona_is_who_they_are_said_to_be(engine: Engine) -> None:
    load_demo(engine, 0, 1)
    with Session(engine) as session:
        widow = Found(session, "Widow")
        assert widow.household.setting == "rural"
        assert widow.score <= THRESHOLD
        assert (widow.cover, widow.notified_days_ago) == ([("amo_tadamon", "open", None)], 20)
        exact = Found(session, "exactly the AMO Tadamon threshold")
        assert (str(exact.score), exact.cover) == ("9.3264284", [("amo_tadamon", "open", None)])
        above = Found(session, "just above")
        assert (str(above.score), str(above.notices[0].score)) == ("9.32642844", "9.2581904")
        assert above.cover == [("amo_tadamon", "closed", "score_above_threshold")]
        achamil = Found(session, "AMO Achamil")
        assert (str(achamil.score), achamil.household.setting) == ("9.50", "urban")
        assert achamil.cover == [("amo_achamil", "open", None)]
        unlike = Found(session, "not what the formula gives")
        assert not unlike.formula_agrees
        assert all(
            Found(session, p.special).formula_agrees for p in personas() if "not what the formula" not in p.special
        )
        assert Found(session, "no proof").notified_days_ago is None
        assert Found(session, "60 days").notified_days_ago == 75
        assert Found(session, "begins with 06").person.idcs.startswith("06")
        assert Found(session, "no record of health cover").cover == []


def test_craftsman_owes_three_months_and_salaried_person_has_declared_days(engine: Engine) -> None:
    load_demo(engine, 0, 1)
    with Session(engine) as session:
        craftsman = Found(session, "Craftsman")
        assert craftsman.cover == [("amo_tns", "suspended", "unpaid_contributions")]
        assert [entry.paid < entry.due for entry in craftsman.entries] == [False] * 6 + [True] * 3
        this_month = clock.today().replace(day=1)
        assert craftsman.entries[-1].period == (this_month - timedelta(days=1)).replace(day=1)
        salaried = Found(session, "Salaried")
        assert salaried.account is not None
        assert (salaried.account.regime, salaried.account.declared_days) == ("amo_salaried", 26)
        assert salaried.account.last_declared_month == craftsman.entries[-1].period
        achamil = Found(session, "AMO Achamil").account
        assert achamil is not None
        assert achamil.next_debit_on is not None
        assert achamil.next_debit_on > clock.today()


def test_two_personas_of_two_households_share_a_phone(engine: Engine) -> None:
    load_demo(engine, 0, 1)
    with Session(engine) as session:
        one, other = Found(session, "with Khadija Sebti").person, Found(session, "with Rkia Sebti").person
        assert one.phone == other.phone
        assert one.household_id != other.household_id


def test_people_are_listed_as_stored(engine: Engine, command: CliRunner) -> None:
    assert run(command, "people").exit_code == 1
    result = run(command, "people", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert run(command, "--households", "0").exit_code == 0
    found = json.loads(run(command, "people", "--json").stdout)
    assert [DemoPerson(**entry) for entry in found] == listed_people(engine)
    assert len(found) == len(personas())
    assert all(set(entry) == {"name", "idcs", "birth_date", "phone", "score", "special"} for entry in found)
    assert {"9.3264284", "9.32642844", "9.50"} <= {entry["score"] for entry in found}
    for entry in found:
        assert date.fromisoformat(entry["birth_date"])
        assert phonenumbers.is_valid_number(phonenumbers.parse(entry["phone"]))
    table = run(command, "people")
    assert table.exit_code == 0
    assert all(entry["idcs"] in table.stdout for entry in found)


def test_a_person_without_a_score_has_none(engine: Engine) -> None:
    load_demo(engine, 0, 1)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM score_notice"))
    assert {person.score for person in listed_people(engine)} == {None}


def test_same_seed_twice_changes_nothing(engine: Engine, command: CliRunner) -> None:
    assert run(command, "--households", "150", "--seed", "7").exit_code == 0
    before = everything(engine)
    result = run(command, "--households", "150", "--seed", "7")
    assert result.exit_code == 0
    assert "new       0" in result.output
    assert everything(engine) == before
    assert len(before["household"]) == 150 + len(personas())


def test_if_empty_does_nothing_beside_households(engine: Engine, command: CliRunner) -> None:
    assert "new       " in run(command, "--households", "3", "--if-empty").output
    before = everything(engine)
    result = run(command, "--households", "9", "--if-empty")
    assert (result.exit_code, result.output) == (0, "There are households already: nothing was loaded.\n")
    assert everything(engine) == before


def test_production_refuses_demo_data(engine: Engine, command: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAQQI_ENV", "production")
    get_settings.cache_clear()
    result = run(command, "--households", "3")
    assert result.exit_code == 2
    assert "refused in production" in result.output
    assert everything(engine)["household"] == []


def test_real_people_are_left_alone(engine: Engine) -> None:
    persona = personas()[0]
    row = {"household_reference": "REAL-1", "setting": "urban", "region": "1", "idcs": persona.idcs, "cnie": ""}
    row |= {"given_name": "Real", "family_name": "Person", "birth_date": "1990-01-01", "phone": "", "declarant": "yes"}
    load_extract("households", [row], engine=engine)
    totals = load_demo(engine, 0, 1)
    assert totals["households"].rejected == 1
    with Session(engine) as session:
        person = session.scalars(select(Person).where(Person.idcs_hash == look_up("idcs", persona.idcs))).one()
    assert (person.given_name, person.is_demo) == ("Real", False)
    assert persona.idcs not in {listed.idcs for listed in listed_people(engine)}


def test_made_up_households_are_plausible(engine: Engine) -> None:
    totals = load_demo(engine, 400, 3)
    assert [total.rejected for total in totals.values()] == [0, 0, 0, 0]
    with Session(engine) as session:
        people, notices = list(session.scalars(select(Person))), list(session.scalars(select(ScoreNotice)))
        homes, cover = list(session.scalars(select(Household))), list(session.scalars(select(Coverage)))
        unpaid = session.scalars(select(func.count()).where(ContributionEntry.paid < ContributionEntry.due)).one()
    stored: list[Person | Household | ScoreNotice | Coverage] = [*people, *homes, *notices, *cover]
    assert all(row.is_demo for row in stored)
    sizes = Counter(person.household_id for person in people)
    assert (min(sizes.values()), max(sizes.values())) == (1, 9)
    assert sum(person.is_declarant for person in people) == len(homes)
    assert {home.region for home in homes} == set(range(1, 13))
    assert {home.setting for home in homes} == {"urban", "rural"}
    assert any(person.idcs.startswith("06") for person in people)
    phones = {person.phone for person in people if person.phone}
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(phone)) for phone in phones)
    assert 0.2 < sum(notice.score <= THRESHOLD for notice in notices) / len(notices) < 0.7
    assert any(notice.notified_on is None for notice in notices)
    assert {(c.regime, c.status) for c in cover} >= {
        *(("amo_tadamon", "open"), ("amo_tadamon", "closed"), ("amo_salaried", "open")),
        *(("amo_tns", "open"), ("amo_tns", "suspended"), ("amo_achamil", "open")),
    }
    assert unpaid > 0
    _check_scores(engine, notices)


def _check_scores(engine: Engine, notices: list[ScoreNotice]) -> None:
    declared = [notice for notice in notices if notice.declared]
    unlike = [n for n in declared if not _formula_agrees(n)]
    assert 0.005 < len(unlike) / len(declared) < 0.07
    query = (
        "SELECT n.score, c.status FROM score_notice n JOIN person p USING (household_id)"
        " JOIN coverage c ON c.person_id = p.id AND c.regime = 'amo_tadamon'"
        " WHERE n.computed_on = (SELECT max(computed_on) FROM score_notice m WHERE m.household_id = n.household_id)"
    )
    with engine.connect() as connection:
        for score, status in connection.execute(text(query)):
            assert (score <= THRESHOLD) == (status == "open")


def _formula_agrees(notice: ScoreNotice) -> bool:
    return compute(Declaration(notice.setting, notice.region, notice.declared or {})).agrees_with(notice.score)


def test_household_does_not_depend_on_how_many_are_made() -> None:
    day = date(2026, 11, 1)
    assert family(5, 12, day) == family(5, 12, day)
    assert family(5, 12, day) != family(6, 12, day)
    many = [member.idcs for index in range(3000) for member in family(5, index, day).members]
    assert len(set(many)) == len(many)
    assert not {member.idcs for persona in personas() for member in persona.members} & set(many)


def test_nobody_is_made_who_is_not_yet_born() -> None:
    day = date(2012, 2, 29)
    members = [member for index in range(300) for member in family(1, index, day).members]
    assert members
    assert all(member.birth_date <= day for member in members)
