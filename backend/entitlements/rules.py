"""The rules of rights as data: data/rights/*.yml, checked when they are read."""

from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from backend.entitlements.situation import Situation
from backend.facts.plain_yaml import PlainYamlError, read_plain_yaml

RULES_FOLDER = Path(__file__).resolve().parents[2] / "data" / "rights"
TESTS = ("meets", "exceeds", "is_", "one_of", "waits", "settled_by")
Ruled = Literal["eligible", "not_eligible", "depends", "unknown"]


class RulesError(ValueError):
    """A file of rules cannot be used; the message says why."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Condition(_Model):
    """One thing that is asked: an input of a situation and one test of it. Names that are facts are ids of facts."""

    id: str
    input: str | None = None
    meets: str | None = None
    exceeds: str | None = None
    is_: bool | None = Field(None, alias="is")
    one_of: tuple[str, ...] | None = None
    waits: str | None = None
    settled_by: str | None = None
    when: dict[str, Literal["yes", "no"]] = {}
    given: dict[str, Literal["yes", "no"]] = {}
    facts: tuple[str, ...] = ()
    otherwise: Literal["failed", "open", "unknown"] = "failed"
    step: str | None = None

    @model_validator(mode="after")
    def _has_one_test_of_a_known_input(self) -> Self:
        if sum(getattr(self, test) is not None for test in TESTS) != 1:
            raise ValueError(f"{self.id}: needs exactly one test")
        if (self.input is None) != (self.settled_by is not None):
            raise ValueError(f"{self.id}: every test but settled_by needs an input")
        if self.input is not None and self.input not in Situation.__dataclass_fields__:
            raise ValueError(f"{self.id}: {self.input} is no part of a situation")
        return self

    @property
    def figure(self) -> str | None:
        """The fact that holds the figure of the test."""
        return self.meets or self.exceeds or self.waits or self.settled_by

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Every fact of the condition, the figure first."""
        figure = (self.figure,) if self.figure else ()
        return tuple(dict.fromkeys((*figure, *self.when, *self.given, *self.facts)))


class Way(_Model):
    """One way to a right: whom it is for, its conditions, and what also counts once it is known."""

    id: str
    whom: dict[str, tuple[str, ...]] = Field({}, alias="for")
    conditions: tuple[Condition, ...] = Field(min_length=1)
    also: tuple[Condition, ...] = ()


class Right(_Model):
    """A right: since when it exists (a fact), the ways to it, the next step for each ruling."""

    since: str | None = Field(None, alias="from")
    ways: tuple[Way, ...] = Field(min_length=1)
    steps: dict[Ruled, str]


class Step(_Model):
    """What comes next: facts as values of its message, or the step to name when they may not be said."""

    values: dict[str, str] = {}
    facts: tuple[str, ...] = ()
    otherwise: str | None = Field(None, alias="else")


class Duty(_Model):
    """What a change of situation asks, or brings when it is not declared: a message with facts."""

    id: str
    key: str
    values: dict[str, str] = {}
    when: dict[str, Literal["yes", "no"]] = {}
    facts: tuple[str, ...] = ()
    only: Literal["bad_faith"] | None = None


class Rules(_Model):
    """All rules. `family` holds the rules for family members, by regime, with `other` for the rest."""

    rights: dict[str, Right]
    family: dict[str, Right]
    steps: dict[str, Step]
    duties: tuple[Duty, ...]
    trades: tuple[str, ...]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        named = {step for right in (*self.rights.values(), *self.family.values()) for step in right.steps.values()}
        named |= {condition.step for condition in self.conditions() if condition.step}
        named |= {step.otherwise for step in self.steps.values() if step.otherwise}
        if lost := named - set(self.steps):
            raise ValueError(f"steps that are nowhere described: {', '.join(sorted(lost))}")
        if "other" not in self.family:
            raise ValueError("family needs `other`")
        return self

    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of every way to every right."""
        rights = (*self.rights.values(), *self.family.values())
        return tuple(c for right in rights for way in right.ways for c in (*way.conditions, *way.also))

    def facts(self) -> set[str]:
        """The ids of all facts that the rules rest on."""
        found = {fact_id for condition in self.conditions() for fact_id in condition.rests_on}
        found |= {right.since for right in self.rights.values() if right.since}
        for step in self.steps.values():
            found |= {*step.values.values(), *step.facts}
        for duty in self.duties:
            found |= {*duty.values.values(), *duty.when, *duty.facts}
        return found


@lru_cache(maxsize=4)
def load_rules(folder: Path = RULES_FOLDER) -> Rules:
    """Read and check the rules of a folder (once per folder).

    Raises RulesError.
    """
    content: dict[str, object] = {}
    try:
        for name in ("rights", "steps", "changes", "trades"):
            content.update(read_plain_yaml(folder / f"{name}.yml"))
        return Rules.model_validate(content)
    except (PlainYamlError, ValidationError) as error:
        raise RulesError(f"{folder}: {error}") from error
