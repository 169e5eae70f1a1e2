"""What is known of a person and their household; everything may be unknown (None)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Activity(StrEnum):
    """What somebody lives on, as far as it decides on a scheme."""

    NONE = "none"  # neither paid nor unpaid
    SALARIED = "salaried"
    SELF_EMPLOYED = "self_employed"


class Relation(StrEnum):
    """What somebody is to the insured person."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


@dataclass(frozen=True)
class Situation:
    """Facts about one person: what the rules of data/rights/rights.yml ask for, by the names they use.

    `score` is the household's, as stored. `trade` is one of data/rights/trades.yml. `other_cover` is health cover other
    than the one asked about. `registered_on` and `paid_up` speak of the scheme asked about; `declared_days` of the
    employer's declarations. `relation` makes it the question of a family member of somebody insured under
    `insured_under` (a regime); then `age` (completed years), `student` (higher studies), `married` and `disabled` are
    the member's.
    """

    score: Decimal | None = None
    in_rsu: bool | None = None
    activity: Activity | None = None
    trade: str | None = None
    other_cover: bool | None = None
    employer_declares: bool | None = None
    declared_days: int | None = None
    registered_on: date | None = None
    paid_up: bool | None = None
    relation: Relation | None = None
    insured_under: str | None = None
    age: int | None = None
    student: bool | None = None
    married: bool | None = None
    disabled: bool | None = None

    def known(self) -> dict[str, object]:
        """What is known, with what follows from it: a score means the RSU, a trade means self-employed."""
        found = {name: value for name, value in vars(self).items() if value is not None}
        if self.score is not None:
            found.setdefault("in_rsu", True)
        if self.trade is not None:
            found.setdefault("activity", Activity.SELF_EMPLOYED)
        return found
