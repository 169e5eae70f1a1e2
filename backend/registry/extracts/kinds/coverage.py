"""Health insurance of persons, regime by regime."""

import uuid
from collections.abc import Sequence

from backend.identity.cipher import get_cipher
from backend.registry.extracts.kinds.common import Outcome, Statement, person_hash, with_person, writable
from backend.registry.extracts.staging import Store, Target
from backend.registry.extracts.validation import Row

COVERAGE = Target(
    "coverage",
    (
        *("id", "person_id", "regime", "status", "since", "reason", "registration_number"),
        *("row_digest", "is_demo", "updated_at"),
    ),
    ("person_id", "regime"),
)


def coverage_statements(row: Row) -> list[Statement]:
    """A person has one coverage per regime."""
    regime = row.values["regime"].encode()
    other = "Line {line} gives this person another cover under the same regime."
    return [Statement(b"C" + person_hash(row) + regime, row.digest, other)]


def store_coverage(store: Store, rows: Sequence[Row]) -> Outcome:
    """Store coverage of known persons."""
    outcome = Outcome()
    people = writable(store, store.people({person_hash(row) for row in rows}))
    encrypt = get_cipher().encrypt
    staged = []
    for row, person in with_person(rows, people, outcome):
        values, number = row.values, row.values["registration_number"]
        staged.append(
            (
                *(uuid.uuid4(), person.id, values["regime"], values["status"], values["since"], values["reason"]),
                *(encrypt(number) if number else None, row.digest, store.is_demo, store.now),
            )
        )
    outcome.count(*store.upsert(COVERAGE, staged))
    return outcome
