"""What paid and unpaid contributions mean for somebody's cover: pure rules over accounts and coverage."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from backend.entitlements.periods import months_after

UNPAID, WAITING = "unpaid_contributions", "waiting_period"


@dataclass(frozen=True)
class UnpaidMonth:
    """A month that is not fully paid, in dirhams; `period` is its first day."""

    period: date
    due: Decimal
    paid: Decimal

    @property
    def rest(self) -> Decimal:
        """What is still to be paid for it."""
        return self.due - self.paid


class Cover(Protocol):
    """What is needed of a coverage; `reason` is a code of docs/extracts.md."""

    @property
    def regime(self) -> str:
        """The scheme."""

    @property
    def status(self) -> str:
        """`open`, `suspended` or `closed`."""

    @property
    def since(self) -> date:
        """First day of the status."""

    @property
    def reason(self) -> str | None:
        """Why it is not open."""

    @property
    def registration_number(self) -> str | None:
        """The insured person's number."""


class Account(Protocol):
    """What is needed of a contribution account."""

    @property
    def regime(self) -> str:
        """The scheme."""

    @property
    def unpaid(self) -> tuple[UnpaidMonth, ...]:
        """The months not fully paid, the oldest first."""

    @property
    def last_paid_on(self) -> date | None:
        """Day of the last payment."""


@dataclass(frozen=True)
class Reopening:
    """What reopening suspended rights needs: everything that is owed."""

    amount: Decimal
    months: tuple[UnpaidMonth, ...]


@dataclass(frozen=True)
class Waiting:
    """A waiting period, counted on a day: `opens_on` is the first day after it, at the earliest."""

    opens_on: date
    days_left: int
    months_left: int

    @property
    def is_over(self) -> bool:
        """Whether the period has passed."""
        return self.days_left == 0


def waiting(registered_on: date, months: int, as_of: date) -> Waiting:
    """Count a waiting period of so many months from the registration.

    Whether it is counted from the registration or from the month after the first payment, no source says for every
    case: the earlier day is taken, and called the earliest.
    """
    opens_on = months_after(registered_on, months)
    left = 0
    while months_after(as_of, left) < opens_on:
        left += 1
    return Waiting(opens_on, max((opens_on - as_of).days, 0), left)


def reopening(account: Account, cover: Cover) -> Reopening | None:
    """What opens a cover again that was suspended or closed over unpaid contributions; None if nothing is owed."""
    if cover.status == "open" or cover.reason != UNPAID or not account.unpaid:
        return None
    return Reopening(sum((month.rest for month in account.unpaid), Decimal(0)), account.unpaid)


def is_paid_but_closed(account: Account, covers: Iterable[Cover]) -> bool:
    """Whether everything is paid and the cover is not open all the same: "I paid and I am still closed".

    Only where payment was the reason, or a suspension has none: a cover that ended over age or score stays closed
    whatever is paid.
    """
    if account.unpaid or account.last_paid_on is None:
        return False
    return any(_waits_for_payment(cover) for cover in covers if cover.regime == account.regime)


def _waits_for_payment(cover: Cover) -> bool:
    return cover.status != "open" and (cover.reason == UNPAID or (cover.reason is None and cover.status == "suspended"))
