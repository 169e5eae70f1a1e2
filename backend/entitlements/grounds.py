"""The facts that a ruling may rest on: as of one day, and as far as they may be said on another."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.facts.book import FactBook, UnknownFact
from backend.facts.fact import Fact, Grade


class Footing(StrEnum):
    """How well a fact is founded today."""

    STATED = "stated"  # grade A or B
    REPORTED = "reported"  # grade C: its source and date may be named, never what it says
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Grounds:
    """The facts of a book as they hold on `as_of`, graded as they stand on `today`."""

    book: FactBook
    as_of: date
    today: date

    def find(self, fact_id: str) -> tuple[Footing, Fact | None]:
        """A fact and how well founded it is; None where nothing is known."""
        try:
            fact = self.book.get(fact_id, self.as_of)
        except UnknownFact:
            return Footing.UNKNOWN, None
        if self.book.may_state(fact, self.today):
            return Footing.STATED, fact
        if fact.value is not None and self.book.grade(fact, self.today) is Grade.C:
            return Footing.REPORTED, fact
        return Footing.UNKNOWN, None

    def stated(self, fact_id: str) -> Fact | None:
        """The fact if it may be said, else None."""
        footing, fact = self.find(fact_id)
        return fact if footing is Footing.STATED else None
