"""Official scores, kept exactly as written."""

import uuid
from collections.abc import Sequence
from typing import Any

from psycopg.types.json import Jsonb

from backend.registry.extracts.kinds.common import Outcome, Statement, home_hash, writable
from backend.registry.extracts.staging import Known, Store, Target
from backend.registry.extracts.validation import Row
from backend.scores.formula import Declaration, validate

SCORE_NOTICE = Target(
    "score_notice",
    (
        *("id", "household_id", "score", "setting", "region", "computed_on", "notified_on", "notified_by", "declared"),
        *("row_digest", "is_demo", "received_at"),
    ),
    ("household_id", "computed_on"),
)
UNKNOWN_HOUSEHOLD = "No household with this reference is known: load the households first."


def score_statements(row: Row) -> list[Statement]:
    """A household has one score for a day of computation."""
    day = row.values["computed_on"].isoformat().encode()
    other = "Line {line} gives this household another score, notification or declaration for the same day."
    return [Statement(b"S" + home_hash(row) + day, row.digest, other)]


def store_scores(store: Store, rows: Sequence[Row]) -> Outcome:
    """Store score notices exactly as written. A declaration must fit the setting of its household."""
    outcome = Outcome()
    homes = writable(store, store.households({home_hash(row) for row in rows}))
    staged = []
    for row in rows:
        home, values = homes.get(home_hash(row)), row.values
        if home is None:
            outcome.refuse(row, UNKNOWN_HOUSEHOLD)
        elif problems := _declaration_problems(home, values["declared"]):
            outcome.refuse(row, " ".join(f"declared: {problem}." for problem in problems))
        else:
            staged.append(_score_notice(row, home, store))
    outcome.count(*store.upsert(SCORE_NOTICE, staged))
    return outcome


def _declaration_problems(home: Known, declared: dict[str, Any] | None) -> list[str]:
    return [] if declared is None else validate(Declaration(home.setting, home.region, declared))


def _score_notice(row: Row, home: Known, store: Store) -> tuple[Any, ...]:
    values = row.values
    declared = None if values["declared"] is None else Jsonb(values["declared"])
    return (
        *(uuid.uuid4(), home.id, values["score"], home.setting, home.region, values["computed_on"]),
        *(values["notified_on"], values["notified_by"], declared, row.digest, store.is_demo, store.now),
    )
