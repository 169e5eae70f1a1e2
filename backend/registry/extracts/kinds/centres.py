"""Places where people are received."""

import uuid
from collections.abc import Sequence

from backend.registry.extracts.kinds.common import Outcome, Statement
from backend.registry.extracts.staging import Store, Target
from backend.registry.extracts.validation import Row

CENTRE = Target(
    "centre",
    (
        *("id", "code", "name", "kind", "address", "city", "region", "latitude", "longitude", "hours", "source"),
        *("row_digest", "is_demo"),
    ),
    ("code",),
)


def centre_statements(row: Row) -> list[Statement]:
    """A code stands for one centre."""
    other = "This code stands in line {line} with other content."
    return [Statement(b"Z" + row.values["code"].encode(), row.digest, other)]


def store_centres(store: Store, rows: Sequence[Row]) -> Outcome:
    """Store centres; one is demo when its row says so."""
    names = ("code", "name", "kind", "address", "city", "region", "latitude", "longitude", "hours", "source")
    staged = [
        (uuid.uuid4(), *(row.values[name] for name in names), row.digest, row.values["demo"] or store.is_demo)
        for row in rows
    ]
    outcome = Outcome()
    outcome.count(*store.upsert(CENTRE, staged))
    return outcome
