"""Numbers written as words, where nothing but a number can be meant: before a unit of money, around a decimal point."""

import re
from typing import NamedTuple

from language.files import read_data
from language.text import normalise

_TOKEN = re.compile(r"[^\W_]+")
_AND = frozenset({"w", "et", "و"})
_LOOK = 48  # characters


class NumberWords(NamedTuple):
    """A number and where its words stand in the folded text; `digits` as they are said: "zero five" is 05."""

    value: int
    digits: str
    start: int
    end: int


_VALUES = {normalise(word): int(value) for value, words in read_data("numbers.json").items() for word in words.split()}


def _value(token: str) -> int | None:
    """The value of one word; Arabic writes "and", "with", "to" onto it."""
    return _VALUES.get(token, _VALUES.get(token[1:]) if token[0] in "وبلف" else None)


def _total(values: list[int]) -> int | None:
    """What the words say together: they count up (four twenty is 80), or they are two numbers: None."""
    total = current = 0
    for value in values:
        if value in (100, 1000) and 0 < current < value:
            current *= value
        elif value == 20 and current % 100 == 4:
            current += 76
        elif current and not _fits(value, current):
            return None
        else:
            current += value
        if value >= 1000:
            total, current = total + current, 0
    return total + current


def _fits(value: int, current: int) -> bool:
    """Whether a smaller number may be added: 40 and 3, 3 and 40 (as Arabic says it), 60 and 15; not 3 and 5."""
    low = current % 100
    return low == 0 or (low >= 20 and value < 20) or (low < 10 and 20 <= value < 100)


def words_before(text: str, end: int) -> NumberWords | None:
    """The number whose last word ends right before `end` (a space may follow it)."""
    tokens: list[re.Match[str]] = []
    after = end
    for token in reversed(list(_TOKEN.finditer(text, max(0, end - _LOOK), end))):
        if not _is_part(token) or text[token.end() : after].strip(" -"):
            break
        tokens.insert(0, token)
        after = token.start()
    return _number(tokens)


def words_after(text: str, start: int) -> NumberWords | None:
    """The number whose first word begins at `start` (a space may precede it)."""
    tokens: list[re.Match[str]] = []
    before = start
    for token in _TOKEN.finditer(text, start, start + _LOOK):
        if not _is_part(token) or text[before : token.start()].strip(" -"):
            break
        tokens.append(token)
        before = token.end()
    return _number(tokens)


def _is_part(token: re.Match[str]) -> bool:
    return _value(token.group()) is not None or token.group() in _AND


def _number(tokens: list[re.Match[str]]) -> NumberWords | None:
    while tokens and tokens[0].group() in _AND:
        tokens = tokens[1:]
    while tokens and tokens[-1].group() in _AND:
        tokens = tokens[:-1]
    values = [value for token in tokens if (value := _value(token.group())) is not None]
    total = _total(values) if values else None
    if total is None:
        return None
    zeros = "0" * next((place for place, value in enumerate(values[:-1]) if value), len(values) - 1)
    return NumberWords(total, f"{zeros}{total}", tokens[0].start(), tokens[-1].end())
