"""Whole messages of our own, some 250 a variety, with everything that a careful reader finds in them and nothing else.

One line a message: the text, a tab, then name=value pairs with "; " between them.
"""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from language.entities import parse_entities

TODAY = datetime.date(2026, 11, 22)
FOLDER = Path(__file__).parent / "data" / "entity_messages"
Labelled = list[tuple[str, Counter[tuple[str, str]]]]


def _messages(variety: str) -> Labelled:
    labelled: Labelled = []
    for line in (FOLDER / f"{variety}.tsv").read_text(encoding="utf-8").splitlines():
        text, _, labels = line.partition("\t")
        pairs = (label.split("=", 1) for label in labels.split("; ") if label)
        labelled.append((text, Counter((name, value) for name, value in pairs)))
    return labelled


@pytest.mark.parametrize("variety", ["ary", "ary-Latn", "ar", "fr"])
def test_a_message_holds_what_a_reader_finds_in_it(variety: str) -> None:
    messages = _messages(variety)
    assert len(messages) >= 240
    assert sum(bool(wanted) for _, wanted in messages) >= 220
    wrong = []
    for text, wanted in messages:
        read = Counter((e.name, e.value) for e in parse_entities(text, today=TODAY) if not e.problem)
        if read != wanted:
            wrong.append((text, dict(wanted - read), dict(read - wanted)))
    assert wrong == []
