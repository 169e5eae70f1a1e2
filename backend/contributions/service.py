"""A person's contributions: what is owed, what was paid, what comes next."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.contributions.models import ContributionAccount, ContributionEntry
from backend.contributions.standing import Cover, UnpaidMonth, is_paid_but_closed
from backend.entitlements.service import coverages


@dataclass(frozen=True)
class AccountSummary:
    """One contribution account. Amounts in dirhams; `unpaid_months` are those not fully paid, the oldest first.

    `unpaid` has the amounts of these months; `due_this_month` is what is still to be paid for the month that runs.
    """

    regime: str
    unpaid_months: tuple[date, ...]
    arrears: Decimal
    last_paid_on: date | None
    last_paid_amount: Decimal | None
    next_debit_on: date | None
    next_debit_amount: Decimal | None
    declared_days: int | None
    last_declared_month: date | None
    unpaid: tuple[UnpaidMonth, ...] = ()
    due_this_month: Decimal = Decimal(0)


def summarise(account: ContributionAccount, entries: Sequence[ContributionEntry], as_of: date) -> AccountSummary:
    """Add up an account as of a day: a month is due once it has begun."""
    unpaid = sorted((e for e in entries if e.paid < e.due and e.period <= as_of), key=lambda e: e.period)
    payments = [e for e in entries if e.paid_on is not None and e.paid > 0]
    last = max(payments, key=lambda e: (e.paid_on or date.min, e.period), default=None)
    return AccountSummary(
        regime=account.regime,
        unpaid_months=tuple(e.period for e in unpaid),
        arrears=sum((e.due - e.paid for e in unpaid), Decimal(0)),
        last_paid_on=last.paid_on if last else None,
        last_paid_amount=last.paid if last else None,
        next_debit_on=account.next_debit_on if account.next_debit_on and account.next_debit_on >= as_of else None,
        next_debit_amount=account.next_debit_amount,
        declared_days=account.declared_days,
        last_declared_month=account.last_declared_month,
        unpaid=tuple(UnpaidMonth(e.period, e.due, e.paid) for e in unpaid),
        due_this_month=sum((e.due - e.paid for e in unpaid if e.period == as_of.replace(day=1)), Decimal(0)),
    )


async def accounts(session: AsyncSession, person_id: uuid.UUID, as_of: date) -> list[AccountSummary]:
    """Every contribution account of a person, the one with the largest arrears first."""
    rows = await session.scalars(select(ContributionAccount).where(ContributionAccount.person_id == person_id))
    summaries = []
    for account in rows:
        entries = await session.scalars(select(ContributionEntry).where(ContributionEntry.account_id == account.id))
        summaries.append(summarise(account, list(entries), as_of))
    return sorted(summaries, key=lambda summary: -summary.arrears)


async def paid_but_closed(
    session: AsyncSession, person_id: uuid.UUID, as_of: date | None = None
) -> list[tuple[AccountSummary, Cover]]:
    """The accounts under which a person paid everything, each with its cover, which is not open all the same."""
    covers = await coverages(session, person_id)
    return [
        (summary, cover)
        for summary in await accounts(session, person_id, as_of or clock.today())
        for cover in covers
        if cover.regime == summary.regime and is_paid_but_closed(summary, [cover])
    ]
