"""Contributions month by month, and what the latest month says about the account."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from backend.registry.extracts.kinds.common import Outcome, Statement, person_hash, with_person, writable
from backend.registry.extracts.staging import Store, Target
from backend.registry.extracts.validation import Row

ENTRY = Target(
    "contribution_entry",
    ("id", "account_id", "period", "due", "paid", "paid_on", "method", "row_digest"),
    ("account_id", "period"),
)


def contribution_statements(row: Row) -> list[Statement]:
    """A person has one entry per regime and month."""
    month = f"{row.values['regime']}:{row.values['period']}".encode()
    other = "Line {line} gives this person another contribution for the same regime and month."
    return [Statement(b"E" + person_hash(row) + month, row.digest, other)]


def store_contributions(store: Store, rows: Sequence[Row]) -> Outcome:
    """Store monthly entries of known persons; the latest month of each account also says what the account holds."""
    outcome = Outcome()
    people = writable(store, store.people({person_hash(row) for row in rows}))
    known = list(with_person(rows, people, outcome))
    accounts = _account_ids(store, {(person.id, row.values["regime"]) for row, person in known})
    by_account: dict[uuid.UUID, list[Row]] = defaultdict(list)
    for row, person in known:
        by_account[accounts[person.id, row.values["regime"]]].append(row)
    staged = [_entry(account, row) for account, owned in by_account.items() for row in owned]
    outcome.count(*store.upsert(ENTRY, staged))
    _set_next_debits(store, by_account)
    _set_declared_days(store, by_account)
    return outcome


def _entry(account: uuid.UUID, row: Row) -> tuple[Any, ...]:
    values = row.values
    amounts = (values["period"], values["due"], values["paid"], values["paid_on"], values["method"])
    return (uuid.uuid4(), account, *amounts, row.digest)


def _account_ids(store: Store, owners: set[tuple[uuid.UUID, str]]) -> dict[tuple[uuid.UUID, str], uuid.UUID]:
    """The accounts of (person, regime), opened where there is none."""
    people, regimes = [person for person, _ in owners], [regime for _, regime in owners]
    store.connection.execute(
        "INSERT INTO contribution_account (id, person_id, regime, row_digest, is_demo, updated_at)"
        " SELECT gen_random_uuid(), person_id, regime, '', %s, %s"
        " FROM unnest(%s::uuid[], %s::text[]) AS o(person_id, regime)"
        " ON CONFLICT (person_id, regime) DO NOTHING",
        [store.is_demo, store.now, people, regimes],
    )
    found = store.connection.execute(
        "SELECT person_id, regime, id FROM contribution_account WHERE person_id = ANY(%s)", [people]
    )
    return {(person, regime): account for person, regime, account in found}


def _set_next_debits(store: Store, by_account: dict[uuid.UUID, list[Row]]) -> None:
    """Take the next debit from the latest month of each account, unless a later month is stored already."""
    accounts, latest = list(by_account), [max(rows, key=_period) for rows in by_account.values()]
    store.connection.execute(
        "UPDATE contribution_account AS a SET next_debit_on = s.debit_on, next_debit_amount = s.amount,"
        " row_digest = s.digest, is_demo = %s, updated_at = %s"
        " FROM unnest(%s::uuid[], %s::date[], %s::date[], %s::numeric[], %s::bytea[])"
        " AS s(account, period, debit_on, amount, digest)"
        " WHERE a.id = s.account AND a.row_digest <> s.digest"
        " AND s.period = (SELECT max(e.period) FROM contribution_entry e WHERE e.account_id = a.id)",
        [
            *(store.is_demo, store.now, accounts, [_period(row) for row in latest]),
            *([row.values["next_debit_on"] for row in latest], [row.values["next_debit_amount"] for row in latest]),
            [row.digest for row in latest],
        ],
    )


def _set_declared_days(store: Store, by_account: dict[uuid.UUID, list[Row]]) -> None:
    """Take the declared days from the latest row of each account that has them, unless a later month is stored."""
    latest = {}
    for account, rows in by_account.items():
        if declaring := [row for row in rows if row.values["declared_days"] is not None]:
            latest[account] = max(declaring, key=_period)
    store.connection.execute(
        "UPDATE contribution_account AS a SET declared_days = s.days, last_declared_month = s.period, updated_at = %s"
        " FROM unnest(%s::uuid[], %s::date[], %s::int[]) AS s(account, period, days)"
        " WHERE a.id = s.account AND s.period >= coalesce(a.last_declared_month, s.period)"
        " AND (a.declared_days, a.last_declared_month) IS DISTINCT FROM (s.days, s.period)",
        [
            *(store.now, list(latest), [_period(row) for row in latest.values()]),
            [row.values["declared_days"] for row in latest.values()],
        ],
    )


def _period(row: Row) -> date:
    period: date = row.values["period"]
    return period
