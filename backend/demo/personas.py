"""The fixed people of the demo, from personas.yml, and the rows of extracts that describe them today."""

import json
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from backend.demo.rows import Contributions, DemoRows, Household, Member
from backend.scores.formula import Declaration, compute

PERSONAS_FILE = Path(__file__).with_name("personas.yml")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Model):
    """Where a persona's household lives."""

    reference: str
    setting: Literal["urban", "rural"]
    region: int


class PersonaScore(_Model):
    """A score notice; `computed` and `notified` are days before today."""

    score: str
    computed: int
    notified: int | None = None
    notified_by: str = ""
    declared: dict[str, bool | int | float] | None = None


class PersonaCoverage(_Model):
    """A cover since a day, or since so many days before today."""

    regime: str
    status: str
    since: date | None = None
    since_days: int = 0
    reason: str = ""
    registration_number: str = ""


class PersonaContributions(_Model):
    """See backend.demo.rows.Contributions; `declared_days` is the same for every month."""

    regime: str
    months: int
    due: str
    method: str
    unpaid_months: int = 0
    next_debit: bool = False
    declared_days: int | None = None


class Persona(_Model):
    """One fixed person (the first member) with their household. `special` says what they are there to show."""

    special: str
    household: Place
    members: tuple[Member, ...] = Field(min_length=1)
    scores: tuple[PersonaScore, ...] = ()
    coverage: tuple[PersonaCoverage, ...] = ()
    contributions: tuple[PersonaContributions, ...] = ()

    @property
    def idcs(self) -> str:
        """The persona's own IDCS."""
        return self.members[0].idcs


@lru_cache
def personas() -> tuple[Persona, ...]:
    """All personas in the order of the file."""
    content = yaml.safe_load(PERSONAS_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Persona, ...]).validate_python(content["personas"])


def persona_rows(today: date) -> DemoRows:
    """The extracts that describe all personas on a day."""
    rows = DemoRows()
    for persona in personas():
        place = persona.household
        rows.add_household(Household(place.reference, place.setting, place.region, persona.members))
        for notice in persona.scores:
            _add_score(rows, place, notice, today)
        for cover in persona.coverage:
            since = cover.since or today - timedelta(days=cover.since_days)
            for member in persona.members:
                if member.cnie:  # the adults; children are covered under them
                    number = cover.registration_number
                    rows.add_coverage(member.idcs, cover.regime, cover.status, since, cover.reason, number)
        for plan in persona.contributions:
            rows.add_contributions(persona.idcs, _plan(plan), today)
    return rows


def _add_score(rows: DemoRows, place: Place, notice: PersonaScore, today: date) -> None:
    notified_on = None if notice.notified is None else today - timedelta(days=notice.notified)
    rows.add_score(
        place.reference,
        _score_text(place, notice),
        today - timedelta(days=notice.computed),
        notified_on,
        notice.notified_by,
        compact_json(notice.declared) if notice.declared else "",
    )


def _score_text(place: Place, notice: PersonaScore) -> str:
    if notice.score != "computed":
        return notice.score
    return f"{compute(Declaration(place.setting, place.region, notice.declared or {})).printed:f}"


def _plan(plan: PersonaContributions) -> Contributions:
    days = () if plan.declared_days is None else (plan.declared_days,) * plan.months
    return Contributions(
        plan.regime, plan.months, plan.due, plan.method, plan.unpaid_months, plan.next_debit, declared_days=days
    )


def compact_json(declared: dict[str, Any]) -> str:
    """JSON without spaces, as the extract of scores has it."""
    return json.dumps(declared, separators=(",", ":"))
