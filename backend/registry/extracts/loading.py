"""Loading an extract: a stream of rows, checked one by one, stored in batches of which each is one transaction."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import psycopg
from sqlalchemy import Engine

from backend import clock
from backend.registry.extracts.columns import Kind, catalogue
from backend.registry.extracts.kinds import RULES
from backend.registry.extracts.kinds.common import Outcome
from backend.registry.extracts.reading import CsvExtract, ExtractError, check_file, records_of_mappings
from backend.registry.extracts.rejects import RejectFile, remove_old_rejects
from backend.registry.extracts.staging import Seen, Store, import_connection
from backend.registry.extracts.validation import Record, Row, check_row, digest_of

BATCH_ROWS = 5000
Rows = Iterable[Mapping[str, str]]
Progress = Callable[[int], None]


@dataclass
class LoadReport:
    """What a load did. read = new + changed + unchanged + rejected; `reject_file` is None when nothing was rejected."""

    kind: str
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    seconds: float = 0.0
    reject_file: Path | None = None

    def add(self, read: int, outcome: Outcome) -> None:
        """Add what became of a batch of `read` rows."""
        rejected = len(outcome.refused)
        self.read += read
        self.new += outcome.new
        self.changed += outcome.changed
        self.rejected += rejected
        self.unchanged += read - outcome.new - outcome.changed - rejected


def load_extract(
    kind: str,
    path_or_rows: Path | str | Rows,
    *,
    engine: Engine,
    is_demo: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Load a CSV file, or rows made in memory (text by column name), into the tables of its kind.

    Loading the same again changes nothing; a load that was interrupted can be run again. Rows that cannot be loaded go
    to the reject file. `progress` is told the bytes read so far, or the rows when there is no file.
    Raises ExtractError when nothing can be loaded: file, encoding, columns, or another import at work.
    """
    started = time.monotonic()
    known = catalogue().kinds.get(kind)
    if known is None:
        raise ExtractError(f"There is no kind {kind!r}: choose one of {', '.join(catalogue().kinds)}.")
    remove_old_rejects()
    report = LoadReport(kind)
    with (
        _opened(path_or_rows, known, progress or (lambda _: None)) as records,
        import_connection(engine) as connection,
        RejectFile(kind, known.names) as rejects,
    ):
        store = Store(connection, is_demo=is_demo, now=clock.now())
        load = _Load(kind, known, store, clock.today())
        while batch := list(islice(records, BATCH_ROWS)):
            outcome = load.run(batch)
            rejects.write(outcome.refused)
            report.add(len(batch), outcome)
        report.reject_file = rejects.path
    report.seconds = time.monotonic() - started
    return report


@contextmanager
def _opened(source: Path | str | Rows, kind: Kind, progress: Progress) -> Iterator[Iterator[Record]]:
    """The records of a file or of rows, telling `progress` as they are taken."""
    if not isinstance(source, Path | str):
        yield _told(records_of_mappings(source, kind), progress, None)
        return
    path = Path(source)
    check_file(path)
    with path.open("rb") as file:
        extract = CsvExtract(file, kind, path.name)
        yield _told(extract.records(), progress, extract)


def _told(records: Iterator[Record], progress: Progress, extract: CsvExtract | None) -> Iterator[Record]:
    number = 0
    for number, record in enumerate(records, start=1):
        if number % 500 == 0:
            progress(extract.lines.bytes_read if extract else number)
        yield record
    progress(extract.lines.bytes_read if extract else number)


class _Load:
    """One load at work: checks the rows of a batch, drops repeats, and stores the rest in one transaction."""

    def __init__(self, name: str, kind: Kind, store: Store, today: date) -> None:
        self._name = name
        self._kind = kind
        self._store = store
        self._today = today
        self._rules = RULES[name]

    def run(self, batch: Sequence[Record]) -> Outcome:
        """Check and store a batch; what became of its rows."""
        refused: list[tuple[Record, str]] = []
        rows = []
        for record in batch:
            row, reasons = self._check(record)
            if row is None:
                refused.append((record, reasons))
            else:
                rows.append(row)
        with self._store.connection.transaction():
            firsts, copies = self._compare(rows, refused)
            outcome = self._store_safely(firsts)
        why = {id(record): reason for record, reason in outcome.refused}
        outcome.refused += [(copy.record, why[id(first)]) for copy, first in copies if id(first) in why]
        outcome.refused += refused
        return outcome

    def _check(self, record: Record) -> tuple[Row | None, str]:
        if record.problem:
            return None, record.problem
        cells = dict(zip(self._kind.names, record.cells, strict=True))
        values, reasons = check_row(self._name, self._kind, cells, self._today)
        if reasons:
            return None, " ".join(reasons)
        return Row(record, values, digest_of(self._name, values, is_demo=self._store.is_demo)), ""

    def _compare(
        self, rows: Sequence[Row], refused: list[tuple[Record, str]]
    ) -> tuple[list[Row], list[tuple[Row, Record]]]:
        """Rows to store, and copies (with the record they repeat) of rows in this batch; contradictions are refused."""
        said = [self._rules.statements(row) for row in rows]
        seen = self._store.seen({statement.key for statements in said for statement in statements})
        fresh: dict[bytes, Seen] = {}
        firsts: dict[bytes, Row] = {}
        copies = []
        for row, statements in zip(rows, said, strict=True):
            against = (s.contradicts(fresh.get(s.key) or seen.get(s.key)) for s in statements)
            if reasons := [reason for reason in against if reason]:
                refused.append((row.record, " ".join(reasons)))
                continue
            for statement in statements:
                if statement.key not in seen:
                    fresh.setdefault(statement.key, Seen(statement.content, row.record.line))
            first = firsts.setdefault(statements[0].key, row)
            if first is not row:
                copies.append((row, first.record))
        self._store.remember(fresh)
        return list(firsts.values()), copies

    def _store_safely(self, rows: list[Row]) -> Outcome:
        """Store rows; if the database refuses something about one of them, find that row and store the others."""
        if not rows:
            return Outcome()
        try:
            with self._store.connection.transaction():
                return self._rules.store(self._store, rows)
        except (psycopg.DataError, psycopg.IntegrityError) as error:
            if len(rows) == 1:
                outcome = Outcome()
                outcome.refuse(rows[0], f"The database refuses this row ({type(error).__name__}).")
                return outcome
        middle = len(rows) // 2
        outcome, second = self._store_safely(rows[:middle]), self._store_safely(rows[middle:])
        outcome.count(second.new, second.changed)
        outcome.refused += second.refused
        return outcome
