"""One fact: a figure, a date or a statement of the law with its source, its period of validity and its grade."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Grade(StrEnum):
    """How far a fact may be trusted, best first. A and B are stated to people, C and UNVERIFIED never are."""

    A = "A"
    B = "B"
    C = "C"
    UNVERIFIED = "UNVERIFIED"

    @property
    def one_lower(self) -> "Grade":
        """The next lower grade; UNVERIFIED stays what it is."""
        grades = list(Grade)
        return grades[min(grades.index(self) + 1, len(grades) - 1)]


class ValueKind(StrEnum):
    """What the value of a fact is made of."""

    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes or no"
    PHONE = "telephone number"
    URL = "web address"
    TEXT = "text"


# The units a fact may have. Amounts are in dirhams (MAD); percent is of the amount that the note names.
UNITS: dict[str, ValueKind] = {
    **dict.fromkeys(("score", "count", "persons", "households", "children", "digits", "factor"), ValueKind.NUMBER),
    **dict.fromkeys(("hours", "days", "months", "years", "percent", "times_smig"), ValueKind.NUMBER),
    **dict.fromkeys(("MAD", "MAD_per_month", "MAD_per_quarter", "MAD_per_year"), ValueKind.NUMBER),
    "date": ValueKind.DATE,
    "yes_no": ValueKind.YES_NO,
    "phone": ValueKind.PHONE,
    "url": ValueKind.URL,
    "text": ValueKind.TEXT,
}
OPERATORS = ("<=", "<", ">=", ">", "=")


class WrongUnitError(ValueError):
    """A fact was asked for a kind of value that it does not hold."""


@dataclass(frozen=True)
class Fact:
    """One version of a fact, as written in `data/facts`.

    `value` is text as written (a number keeps every digit), a date for the unit `date`, None where nothing is known.
    `operator` says how a measured value compares with a number: a score is in if `score <operator> value` holds.
    `equality_verified` is False where no source says whether the limit itself is in. Both ends of the period of
    validity are included, None means open. `source_date` is YYYY, YYYY-MM or YYYY-MM-DD. `source_tag` fits into an SMS.
    """

    id: str
    value: str | date | None
    unit: str
    operator: str | None
    valid_from: date | None
    valid_to: date | None
    source: str
    source_date: str | None
    checked_on: date
    confidence: Grade
    source_tag: str
    note: str = ""
    equality_verified: bool = True
    file: str = ""

    @property
    def kind(self) -> ValueKind:
        """What the value is made of."""
        return UNITS[self.unit]

    def valid_on(self, day: date) -> bool:
        """Tell whether this version holds on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def decimal(self) -> Decimal:
        """The number, exactly as written. Raises WrongUnitError if the fact holds none."""
        return Decimal(self._text(ValueKind.NUMBER))

    def integer(self) -> int:
        """The whole number. Raises WrongUnitError if the fact holds none."""
        number = self.decimal()
        if number != number.to_integral_value():
            raise WrongUnitError(f"{self.id}: {number} is not a whole number")
        return int(number)

    def day(self) -> date:
        """The date. Raises WrongUnitError if the fact holds none."""
        if not isinstance(self.value, date):
            raise WrongUnitError(f"{self.id}: holds no date")
        return self.value

    def yes(self) -> bool:
        """The yes or no. Raises WrongUnitError if the fact holds none."""
        return self._text(ValueKind.YES_NO) == "yes"

    def text(self) -> str:
        """The value as written (a web address, a telephone number, a name). Raises WrongUnitError if unknown."""
        return self.value.isoformat() if isinstance(self.value, date) else self._text(self.kind)

    def _text(self, kind: ValueKind) -> str:
        if self.kind is not kind or not isinstance(self.value, str):
            raise WrongUnitError(f"{self.id}: holds no {kind}, but {self.value!r} ({self.unit})")
        return self.value
