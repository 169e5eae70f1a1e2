"""Whom a complaint concerns, by the words in it (`kinds.yml`)."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from language.text import normalise

_DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "kinds.yml").read_text(encoding="utf-8"))
OTHER = "other"
KINDS = (*_DATA["kinds"], OTHER)
CASES = tuple(_DATA["cases"])
# What is written onto a word: and, in, with, to, like, of, then the article.
_BEFORE = r"(?<!\w)(?:و?[بفلكد]?(?:ال|ل)?|[wfbd]?(?:el|al|l)?)"


def kind_of(text: str) -> str:
    """The kind that the text names most often; "other" when it names none."""
    spelled = normalise(text)
    counts = {kind: len(_words(kind).findall(spelled)) for kind in _DATA["kinds"]}
    named = max(counts, key=lambda kind: counts[kind])
    return named if counts[named] else OTHER


def names_score(text: str) -> bool:
    """Whether the text speaks of a score: that has a way of its own, the review."""
    return _words("score").search(normalise(text)) is not None


@cache
def _words(name: str) -> re.Pattern[str]:
    """All spellings of a list; the longest first, so that "amo tadamon" is one mention and not two."""
    lines = _DATA["score"] if name == "score" else _DATA["kinds"][name]
    spellings = sorted(_spellings(lines), key=len, reverse=True)
    return re.compile(_BEFORE + "(?:" + "|".join(map(_pattern, spellings)) + r")(?!\w)")


def _spellings(lines: list[Any]) -> list[str]:
    """The spellings of nested lists."""
    return [spelling for line in lines for spelling in (_spellings(line) if isinstance(line, list) else [str(line)])]


def _pattern(spelling: str) -> str:
    stem = re.escape(normalise(spelling.rstrip("*")))
    return stem + (r"\w*" if spelling.endswith("*") else "")
