"""The text under the finders: what was found in it, what is still free, and where its numbers stand."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from language.text import Folded

CLAIMED = "\0"  # cleaned text holds no NUL, and no pattern of ours matches it
YEAR = re.compile(r"(?:19|20)\d{2}")

_RUN = re.compile(r"\d+")
_JOINT = re.compile(r"[ .\-/_()]{1,3}")


class Found(NamedTuple):
    """An entity at `start`:`end` of the folded text."""

    name: str
    value: str
    start: int
    end: int
    problem: str | None = None


class Group(NamedTuple):
    """Runs of digits that only spaces, dots, dashes, slashes or brackets separate, as in 06 12-34.56.78."""

    digits: str
    runs: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first run begins."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """Where the last run ends."""
        return self.runs[-1][1]

    @property
    def is_year(self) -> bool:
        """One number between 1900 and 2099."""
        return len(self.runs) == 1 and YEAR.fullmatch(self.digits) is not None

    @property
    def is_long(self) -> bool:
        """Long enough to be somebody's identifier, or a piece of one."""
        return len(self.digits) >= 6 or any(end - start >= 4 for start, end in self.runs)


class Scan:
    """One message while its entities are looked for. What is claimed is out of sight for the finders that follow."""

    def __init__(self, folded: Folded, today: datetime.date, expects: str | None) -> None:
        """`expects` is the kind of the open question, None without one."""
        self.folded = folded
        self.text = folded.text
        self.today = today
        self.expects = expects
        self.found: list[Found] = []

    def claim(self, found: Iterable[Found]) -> None:
        """Keep what lies on free ground."""
        for one in found:
            if CLAIMED not in self.text[one.start : one.end]:
                self.found.append(one)
                self.text = hide(self.text, one.start, one.end)

    def holds(self, *names: str) -> bool:
        """Whether one of these kinds has been found."""
        return any(one.name in names for one in self.found)


Finder = Callable[[Scan], Iterable[Found]]


def hide(text: str, start: int, end: int) -> str:
    """`text` with `start`:`end` out of sight, length unchanged."""
    return text[:start] + CLAIMED * (end - start) + text[end:]


def _is_arabizi_letter(text: str, start: int, end: int) -> bool:
    """Whether this run of digits is a letter of a Latin word (7 in ch7al), not a number."""
    neighbours = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= 2 and any("a" <= c <= "z" for c in neighbours)


def digit_groups(text: str) -> Iterator[Group]:
    """The numbers of a folded text from left to right; digits that are letters of a word are left out."""
    runs: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        if _is_arabizi_letter(text, start, end):
            continue
        if runs and not _JOINT.fullmatch(text, runs[-1][1], start):
            yield _group(text, runs)
            runs = []
        runs.append((start, end))
    if runs:
        yield _group(text, runs)


def _group(text: str, runs: list[tuple[int, int]]) -> Group:
    return Group("".join(text[start:end] for start, end in runs), tuple(runs))
