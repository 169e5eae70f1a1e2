"""Making demo data: the fixed people, then as many made-up households as asked for, loaded like extracts."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import Engine, text

from backend import clock
from backend.demo.generation import add_household
from backend.demo.personas import persona_rows
from backend.demo.rows import DemoRows
from backend.facts.book import current_book
from backend.registry.extracts import LoadReport, load_extract
from backend.settings import get_settings

THRESHOLD = "amo_tadamon.threshold"
CHUNK = 1000  # households made and loaded at a time: memory stays the same however many are asked for


def load_demo(
    engine: Engine, households: int, seed: int, progress: Callable[[int], None] = lambda _: None
) -> dict[str, LoadReport]:
    """Load the personas and `households` made-up households as of today; what was loaded, by kind of extract.

    The same seed gives the same people; a second run in the same month changes nothing about them, and a second run on
    the same day nothing about the personas. `progress` is told the households done. Real data is never replaced.
    """
    totals: dict[str, LoadReport] = {}
    for done, rows in _chunks(households, seed, clock.today()):
        for kind, extract in rows.kinds():
            report = load_extract(kind, extract, engine=engine, is_demo=True)
            _add(totals.setdefault(kind, LoadReport(kind)), report)
        progress(done)
    return totals


def has_households(engine: Engine) -> bool:
    """Whether any household is stored, demo or real."""
    with engine.connect() as connection:
        return connection.execute(text("SELECT EXISTS (SELECT FROM household)")).scalar_one() is True


def _chunks(households: int, seed: int, today: date) -> Iterator[tuple[int, DemoRows]]:
    """The personas, then chunks of households; with each the number of households done."""
    yield 0, persona_rows(today)
    threshold = current_book(get_settings().facts_dir).get(THRESHOLD, today)
    for start in range(0, households, CHUNK):
        rows = DemoRows()
        end = min(start + CHUNK, households)
        for index in range(start, end):
            add_household(rows, seed, index, today, threshold)
        yield end, rows


def _add(total: LoadReport, report: LoadReport) -> None:
    for name in ("read", "new", "changed", "unchanged", "rejected", "seconds"):
        setattr(total, name, getattr(total, name) + getattr(report, name))
    total.reject_file = report.reject_file or total.reject_file
