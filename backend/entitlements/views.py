"""What the rights API takes and gives: a situation or a declared household in, verdicts or an estimate out."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, field_validator

from backend.entitlements.grounds import Grounds
from backend.entitlements.regimes import REGIMES
from backend.entitlements.rules import load_rules
from backend.entitlements.situation import Activity, Relation, Situation
from backend.facts.fact import Fact

Variety = Literal["ary", "ary-Latn", "ar", "fr"]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 12, 31))]


class SituationIn(BaseModel):
    """What is known of a person and household; leave out what is not. `trade`: see data/rights/trades.yml."""

    model_config = ConfigDict(extra="forbid")

    score: Decimal | None = Field(
        None, gt=0, lt=100, max_digits=32, decimal_places=30, description="As a string keeps every decimal."
    )
    in_rsu: StrictBool | None = None
    activity: Activity | None = None
    trade: str | None = Field(None, max_length=40)
    other_cover: StrictBool | None = None
    employer_declares: StrictBool | None = None
    declared_days: StrictInt | None = Field(None, ge=0, le=366)
    registered_on: Day | None = None
    paid_up: StrictBool | None = None
    relation: Relation | None = None
    insured_under: str | None = Field(None, max_length=40)
    age: StrictInt | None = Field(None, ge=0, le=130)
    student: StrictBool | None = None
    married: StrictBool | None = None
    disabled: StrictBool | None = None

    @field_validator("trade")
    @classmethod
    def _known_trade(cls, value: str | None) -> str | None:
        if value is not None and value not in load_rules().trades:
            raise ValueError(f"must be one of {', '.join(load_rules().trades)}")
        return value

    @field_validator("insured_under")
    @classmethod
    def _known_regime(cls, value: str | None) -> str | None:
        if value is not None and value not in REGIMES:
            raise ValueError(f"must be one of {', '.join(REGIMES)}")
        return value

    def situation(self) -> Situation:
        """The same for the engine."""
        return Situation(**{name: getattr(self, name) for name in Situation.__dataclass_fields__})


class EligibilityIn(SituationIn):
    """A situation, the day it is asked for (today), and before a change: what it was, and when it changed."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"score": "9.50", "activity": "none", "other_cover": False, "variety": "fr"},
                {"activity": "self_employed", "trade": "craft_worker", "registered_on": "2026-10-01", "paid_up": True},
                {"relation": "child", "insured_under": "amo_tadamon", "age": 22, "student": True},
                {"before": {"score": "9.1", "activity": "none", "other_cover": False}, "changed_on": "2026-11-02",
                 "score": "9.1", "activity": "salaried", "employer_declares": True, "other_cover": True},
            ]
        },
    )  # fmt: skip

    as_of: Day | None = None
    before: SituationIn | None = None
    changed_on: Day | None = None
    variety: Variety = "fr"


class SourceOut(BaseModel):
    """A fact that an answer rests on."""

    fact: str
    value: str
    grade: str
    source: str
    source_date: str | None
    checked_on: date

    @classmethod
    def of(cls, fact: Fact, grounds: Grounds) -> Self:
        """The fact with its grade of today."""
        grade = grounds.book.grade(fact, grounds.today)
        return cls(
            fact=fact.id, value=fact.text(), grade=grade, source=fact.source, source_date=fact.source_date,
            checked_on=fact.checked_on,
        )  # fmt: skip


class ReasonOut(BaseModel):
    """A rule, what became of it, and the facts it rests on. `counts` is false for what does not decide yet."""

    condition: str
    outcome: str
    counts: bool
    text: str
    facts: list[str]


class StepOut(BaseModel):
    """What comes next."""

    id: str
    text: str


class VerdictOut(BaseModel):
    """The answer for one right. `missing` names what would close an open one."""

    right: str
    name: str
    verdict: Literal["eligible", "not_eligible", "depends", "unknown"]
    text: str
    reasons: list[ReasonOut]
    missing: list[str]
    next_step: StepOut


class ChangeOut(BaseModel):
    """What a change of situation does: rights that end and may open, until when to declare it."""

    ending: list[str]
    opening: list[str]
    declare_by: date | None


class EligibilityOut(BaseModel):
    """A verdict for every right, with the sources of all of them."""

    as_of: date
    variety: Variety
    verdicts: list[VerdictOut]
    change: ChangeOut | None
    duties: list[str]
    sources: list[SourceOut]
    notice: str


class DeclarationIn(BaseModel):
    """A household as it is declared: inputs of data/score/formula.yml. What is left out counts as none."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"setting": "urban", "region": 3, "variety": "fr",
                 "inputs": {"household_size": 5, "rooms": 2, "head_age": 45, "has_individual_electricity_meter": True,
                            "children_6_14_in_public_school": 2, "mobile_phones": 2, "annual_butane_expense": 600}},
                {"setting": "rural", "region": 8, "inputs": {"household_size": 3, "rooms": 2, "cows": 1}},
            ]
        },
    )  # fmt: skip

    setting: Literal["urban", "rural"]
    region: StrictInt = Field(ge=1, le=12, description="Region code of the registry")
    inputs: dict[str, StrictBool | StrictInt | StrictFloat] = Field(default_factory=dict, max_length=80)
    variety: Variety = "fr"


class ItemOut(BaseModel):
    """What an item does to a score. The values of an explanation sum to its score; null where none may be given."""

    item: str
    label: str
    direction: Literal["raises", "lowers"]
    value: str | None
    disputed: bool


class MarginOut(BaseModel):
    """Where the estimate lies: `distance` is score minus limit."""

    threshold: str
    limit: str
    outcome: Literal["in", "out", "at_limit"]
    distance: str


class ExplanationOut(BaseModel):
    """An estimate and its parts. Where the sources of the formula disagree, it lies between `lowest` and `highest`."""

    is_estimate: bool = True
    detail: Literal["figures", "nothing"]
    score: str | None
    lowest: str | None
    highest: str | None
    fixed: list[ItemOut]
    items: list[ItemOut]
    thresholds: list[MarginOut]
    sources: list[SourceOut]
    notice: str
