"""Rows of extracts, as text, for people that are made up: the demo goes in by the same door as a real extract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

ExtractRow = dict[str, str]

PAYMENT_DAY = 5  # of the month, an invented habit


@dataclass(frozen=True)
class Member:
    """A member of a made-up household. `phone` as people write it; empty texts are unknown."""

    idcs: str
    given_name: str
    family_name: str
    birth_date: date
    cnie: str = ""
    phone: str = ""

    def age(self, on: date) -> int:
        """Completed years on a day."""
        had_birthday = (on.month, on.day) >= (self.birth_date.month, self.birth_date.day)
        return on.year - self.birth_date.year - (not had_birthday)


@dataclass(frozen=True)
class Household:
    """A made-up household; its first member declares for it."""

    reference: str
    setting: str
    region: int
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Contributions:
    """How a person pays: so many months before the present one, the last of them unpaid. `due` in dirhams."""

    regime: str
    months: int
    due: str
    method: str
    unpaid_months: int = 0
    next_debit: bool = False
    declared_days: Sequence[int] = ()  # of the latest months, the latest last


@dataclass
class DemoRows:
    """Rows for each kind of extract, in the order in which they must be loaded."""

    households: list[ExtractRow] = field(default_factory=list)
    scores: list[ExtractRow] = field(default_factory=list)
    coverage: list[ExtractRow] = field(default_factory=list)
    contributions: list[ExtractRow] = field(default_factory=list)

    def kinds(self) -> Iterator[tuple[str, list[ExtractRow]]]:
        """Each kind of extract with its rows."""
        yield from vars(self).items()

    def add_household(self, household: Household) -> None:
        """Add a row for each member."""
        for member in household.members:
            self.households.append(
                {
                    "household_reference": household.reference,
                    "setting": household.setting,
                    "region": str(household.region),
                    "idcs": member.idcs,
                    "cnie": member.cnie,
                    "given_name": member.given_name,
                    "family_name": member.family_name,
                    "birth_date": member.birth_date.isoformat(),
                    "phone": member.phone,
                    "declarant": "yes" if member is household.members[0] else "no",
                }
            )

    def add_score(
        self, reference: str, score: str, computed_on: date, notified_on: date | None, notified_by: str, declared: str
    ) -> None:
        """Add an official score; `declared` is JSON or empty."""
        self.scores.append(
            {
                "household_reference": reference,
                "score": score,
                "computed_on": computed_on.isoformat(),
                "notified_on": notified_on.isoformat() if notified_on else "",
                "notified_by": notified_by if notified_on else "",
                "declared": declared,
            }
        )

    def add_coverage(self, idcs: str, regime: str, status: str, since: date, reason: str, number: str) -> None:
        """Add a person's cover under a regime."""
        self.coverage.append(
            {
                "idcs": idcs,
                "regime": regime,
                "status": status,
                "since": since.isoformat(),
                "reason": reason,
                "registration_number": number,
            }
        )

    def add_contributions(self, idcs: str, plan: Contributions, today: date) -> None:
        """Add a row for each month of a plan."""
        debit_on, debit_amount = "", ""
        if plan.next_debit:
            debit_on, debit_amount = month_before(today, -1).isoformat(), plan.due
        for back in range(plan.months, 0, -1):
            period = month_before(today, back)
            paid = back > plan.unpaid_months
            days = plan.declared_days[-back] if back <= len(plan.declared_days) else ""
            self.contributions.append(
                {
                    "idcs": idcs,
                    "regime": plan.regime,
                    "period": f"{period:%Y-%m}",
                    "due": plan.due,
                    "paid": plan.due if paid else "0",
                    "paid_on": (period + timedelta(days=PAYMENT_DAY - 1)).isoformat()
                    if paid and plan.due != "0"
                    else "",
                    "method": plan.method if paid else "",
                    "next_debit_on": debit_on,
                    "next_debit_amount": debit_amount,
                    "declared_days": str(days),
                }
            )


def month_before(day: date, months: int) -> date:
    """The first day of the month so many months before that of `day`; after it when negative."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
