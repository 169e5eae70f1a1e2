"""Arrears by month, what reopens a cover, waiting periods counted down, and "I paid and I am still closed"."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.answers import paying
from backend.answers.model import Amount, Day
from backend.contributions.models import ContributionAccount, ContributionEntry
from backend.contributions.service import AccountSummary, summarise
from backend.contributions.standing import is_paid_but_closed, reopening, waiting
from backend.entitlements.periods import months_after

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Cover:
    """A coverage without its table."""

    regime: str = "amo_tns"
    status: str = "suspended"
    since: date = date(2026, 10, 1)
    reason: str | None = "unpaid_contributions"


def summary(*months: tuple[str, str, str], as_of: date = TODAY, **account: Any) -> AccountSummary:
    """The summary of an account whose months are (period, due, paid); what is paid was paid on the 5th."""
    entries = []
    for text, due, paid in months:
        period = date.fromisoformat(f"{text}-01")
        paid_on = period + timedelta(days=4) if Decimal(paid) else None
        entries.append(ContributionEntry(period=period, due=Decimal(due), paid=Decimal(paid), paid_on=paid_on))
    return summarise(ContributionAccount(regime=account.pop("regime", "amo_tns"), **account), entries, as_of)


ARREARS = summary(("2026-08", "198.50", "198.50"), ("2026-09", "198.50", "100"), ("2026-11", "198.50", "0"))
PAID = summary(("2026-10", "198.50", "198.50"), ("2026-11", "198.50", "198.50"))


def test_arrears_are_told_month_by_month() -> None:
    assert [(month.period.month, month.rest) for month in ARREARS.unpaid] == [
        (9, Decimal("98.50")),
        (11, Decimal("198.50")),
    ]
    assert ARREARS.arrears == sum(month.rest for month in ARREARS.unpaid) == Decimal("297.00")
    assert ARREARS.due_this_month == Decimal("198.50")
    assert not PAID.unpaid
    assert PAID.due_this_month == 0


@pytest.mark.parametrize(("as_of", "months"), [("2026-10-31", 1), ("2026-11-01", 2)])
def test_a_month_is_owed_from_its_first_day(as_of: str, months: int) -> None:
    found = summary(("2026-09", "10", "0"), ("2026-11", "10", "0"), as_of=date.fromisoformat(as_of))
    assert len(found.unpaid) == len(found.unpaid_months) == months


def test_reopening_needs_everything_that_is_owed() -> None:
    needed = reopening(ARREARS, Cover())
    assert needed is not None
    assert (needed.amount, needed.months) == (Decimal("297.00"), ARREARS.unpaid)


@pytest.mark.parametrize(
    ("account", "cover"),
    [(PAID, Cover()), *((ARREARS, c) for c in (Cover(status="open"), Cover(reason="age_limit"), Cover(reason=None)))],
)  # fmt: skip
def test_paying_is_not_named_where_it_would_open_nothing(account: AccountSummary, cover: Cover) -> None:
    assert reopening(account, cover) is None


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (Cover(), True),
        (Cover(status="closed"), True),
        (Cover(reason=None), True),
        (Cover(status="closed", reason=None), False),
        (Cover(status="open", reason=None), False),
        (Cover(reason="score_above_threshold"), False),
        (Cover(reason="waiting_period"), False),
        (Cover(regime="amo_achamil"), False),
    ],
)
def test_paid_and_still_closed_is_recognised(cover: Cover, expected: bool) -> None:
    assert is_paid_but_closed(PAID, [cover]) is expected
    assert is_paid_but_closed(ARREARS, [cover]) is False


def test_an_account_on_which_nothing_was_ever_paid_is_not_paid() -> None:
    assert not is_paid_but_closed(summary(("2026-10", "0", "0")), [Cover()])


def test_of_several_covers_the_one_of_the_account_decides() -> None:
    assert is_paid_but_closed(PAID, [Cover(regime="amo_tadamon", status="open", reason=None), Cover()])


@pytest.mark.parametrize(
    ("registered_on", "as_of", "days", "months"),
    [
        ("2026-10-01", "2026-11-22", 40, 2),
        ("2026-08-23", "2026-11-22", 1, 1),
        ("2026-08-22", "2026-11-22", 0, 0),
        ("2026-01-01", "2026-11-22", 0, 0),
        ("2025-11-30", "2026-02-27", 1, 1),
        ("2025-11-30", "2026-02-28", 0, 0),
        ("2023-11-30", "2024-02-28", 1, 1),
    ],
)
def test_three_months_are_counted_down(registered_on: str, as_of: str, days: int, months: int) -> None:
    found = waiting(date.fromisoformat(registered_on), 3, date.fromisoformat(as_of))
    assert (found.days_left, found.months_left, found.is_over) == (days, months, days == 0)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 12), st.integers(0, 500))
def test_a_countdown_falls_by_a_day_each_day_and_ends(registered_on: date, months: int, passed: int) -> None:
    day = registered_on + timedelta(days=passed)
    today, tomorrow = (waiting(registered_on, months, on) for on in (day, day + timedelta(days=1)))
    assert today.opens_on == tomorrow.opens_on == months_after(registered_on, months)
    assert tomorrow.days_left == max(today.days_left - 1, 0)
    assert today.is_over is (day >= today.opens_on)


# What is said of it --------------------------------------------------------------------------------------------------


def test_the_answer_says_that_all_is_paid_and_offers_a_human() -> None:
    parts, facts = paying.cover_of(PAID, [Cover()])
    assert [part.key for part in parts] == ["contribution-paid-but-closed"]
    assert parts[0].values["day"] == Day(date(2026, 11, 5))
    assert parts[0].essential
    assert paying.follow_up(parts) == ("record_paid_but_closed", "human_agent", "amo_status")
    assert facts == ()


def test_the_answer_says_what_reopening_needs_and_on_what_that_rests() -> None:
    parts, facts = paying.cover_of(ARREARS, [Cover()])
    assert [(part.key, part.values["amount"]) for part in parts] == [("contribution-reopen", Amount(Decimal("297.00")))]
    assert [fact.id for fact in facts] == ["amo_tns.rights_need_payment"]
    assert paying.follow_up(parts) == ("amo_status", "human_agent")


def test_a_single_month_of_arrears_is_not_listed_again() -> None:
    assert paying.months_owed(summary(("2026-11", "10", "0"))) == []
    assert [part.values["amount"] for part in paying.months_owed(ARREARS)] == [
        Amount(Decimal("98.50")),
        Amount(Decimal("198.50")),
    ]


WAITS = Cover(reason="waiting_period", status="suspended", since=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("cover", "today", "keys"),
    [
        (WAITS, TODAY, ["contribution-waiting", "waiting-disputed"]),
        (replace(WAITS, since=date(2026, 8, 1)), TODAY, ["contribution-waiting-over"]),
        (replace(WAITS, regime="amo_achamil"), TODAY, ["contribution-waiting-ask"]),
        (replace(WAITS, regime="amo_achamil"), date(2028, 1, 1), ["contribution-waiting-ask"]),
        (WAITS, date(2027, 5, 22), ["contribution-waiting-ask"]),
        (replace(WAITS, status="open"), TODAY, []),
        (Cover(), TODAY, []),
    ],
)
def test_a_waiting_period_is_said_only_as_far_as_its_fact_may_be(
    cover: Cover, today: date, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The period of AMO Achamil rests on one report, that of AMO TNS is well founded for 180 days."""
    monkeypatch.setattr("backend.clock.today", lambda: today)
    parts, _ = paying.waits(cover, today)
    assert [part.key for part in parts] == keys


def test_who_waited_long_enough_and_is_closed_needs_a_human() -> None:
    parts, _ = paying.waits(replace(WAITS, since=date(2026, 8, 1)), TODAY)
    assert paying.follow_up(parts) == ("human_agent", "amo_status")
