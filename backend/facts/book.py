"""The book of facts: look-ups as of a date, what may be said to people, and reloading when a file changes."""

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from backend.facts.fact import Fact, Grade, WrongUnitError
from backend.facts.schema import FactsError, fact_files, read_facts

FACTS_FOLDER = Path(__file__).resolve().parents[2] / "data" / "facts"
FRESH_DAYS = 180
_STATED = frozenset({Grade.A, Grade.B})
_logger = logging.getLogger(__name__)


class UnknownFact(KeyError):  # noqa: N818  the answer engine's word
    """There is no fact of this id, or none of its versions holds on the date asked for."""

    def __str__(self) -> str:
        return str(self.args[0])


class FactBook:
    """All facts of a folder. Immutable: a changed folder makes a new book."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        versions: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            versions[fact.id].append(fact)
        self._versions = {
            fact_id: tuple(sorted(dated, key=lambda fact: fact.valid_from or date.min))
            for fact_id, dated in versions.items()
        }

    @classmethod
    def from_folder(cls, path: Path = FACTS_FOLDER) -> "FactBook":
        """Read and check the fact files of a folder.

        Raises FactsError with every problem of every file.
        """
        return cls(read_facts(path))

    def __iter__(self) -> Iterator[Fact]:
        for dated in self._versions.values():
            yield from dated

    def __len__(self) -> int:
        return sum(map(len, self._versions.values()))

    def __contains__(self, fact_id: object) -> bool:
        return fact_id in self._versions

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, in the order of the files."""
        return tuple(self._versions)

    def versions(self, fact_id: str) -> tuple[Fact, ...]:
        """All versions of a fact, the oldest first.

        Raises UnknownFact.
        """
        if fact_id not in self._versions:
            raise UnknownFact(f"There is no fact {fact_id}.")
        return self._versions[fact_id]

    def get(self, fact_id: str, as_of: date) -> Fact:
        """The version of a fact that holds on a day.

        Raises UnknownFact if the id is unknown or no version holds on that day.
        """
        for fact in self.versions(fact_id):
            if fact.valid_on(as_of):
                return fact
        raise UnknownFact(f"The fact {fact_id} has no version for {as_of.isoformat()}.")

    def grade(self, fact: Fact, today: date) -> Grade:
        """The grade of a fact on a day: one lower once its last check is more than 180 days ago."""
        return fact.confidence.one_lower if today > last_fresh_day(fact) else fact.confidence

    def may_state(self, fact: Fact, today: date) -> bool:
        """Whether a fact may be stated to people on a day: A or B after ageing, and something is known."""
        return fact.value is not None and self.grade(fact, today) in _STATED


def last_fresh_day(fact: Fact) -> date:
    """The last day on which a fact keeps its grade without being checked again."""
    return fact.checked_on + timedelta(days=FRESH_DAYS)


@dataclass(frozen=True)
class _Held:
    stamp: tuple[tuple[str, int, int, int], ...]
    book: FactBook


_held: dict[Path, _Held] = {}
_lock = threading.Lock()


def current_book(folder: Path = FACTS_FOLDER) -> FactBook:
    """The book of a folder, read again when a file was added, removed or changed (size, time, inode).

    After an invalid edit the last good book stays in use and a warning names every problem, once per edit.
    Raises FactsError only if the folder has never been readable.
    """
    with _lock:
        held = _held.get(folder)
        # Taken before reading: a file that changes meanwhile is read again at the next call.
        stamp = _stamp(folder)
        if held is None:
            held = _held[folder] = _Held(stamp, FactBook.from_folder(folder))
        elif held.stamp != stamp:
            held = _held[folder] = _Held(stamp, _reread(folder, held.book))
        return held.book


def _stamp(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    states = []
    for path in fact_files(folder):
        try:
            state = path.stat()
        except OSError:
            continue  # removed between listing and looking: the next call sees the same as this one
        states.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return tuple(states)


def _reread(folder: Path, last_good: FactBook) -> FactBook:
    try:
        book = FactBook.from_folder(folder)
    except FactsError as error:
        _logger.warning(
            "Facts in %s are invalid, the last good ones stay in use: %s", folder, "; ".join(error.problems)
        )
        return last_good
    changed = sorted(set(book) ^ set(last_good), key=lambda fact: fact.id)
    _logger.info("Facts in %s were read again, changed: %s", folder, ", ".join(dict.fromkeys(f.id for f in changed)))
    return book


__all__ = [
    "FACTS_FOLDER",
    "FRESH_DAYS",
    "Fact",
    "FactBook",
    "FactsError",
    "Grade",
    "UnknownFact",
    "WrongUnitError",
    "current_book",
    "last_fresh_day",
]
