"""Words that name a place, a programme, a relative or a language, in all four varieties."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from language.scan import CLAIMED, Found, Scan
from language.text import normalise

_WORD = re.compile(r"[^\W_]+")
_DATA = Path(__file__).parent / "data"

_REGION_WORDS = ("جهة", "région", "région de", "jihat", "jihet")

# What Arabic and Arabizi write together with the word: and, with, in, to, of.
_ARABIC_CLITICS = re.compile(r"و?(?:[بفلكد]|عل)?(?=...)")
_LATIN_CLITICS = re.compile(r"(?:be|[bdflw])(?=....)")


class _Meaning(NamedTuple):
    name: str
    value: str
    needs_context: bool  # also an everyday word: safi (enough), الجديدة (the new one)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(normalise(text)))


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return data


def _place_names(kind: str, value: str, spellings: dict[str, list[str]]) -> Iterator[str]:
    for name in [value, *spellings["names"]]:
        yield name
        if kind == "regions":
            yield from (f"{word} {name}" for word in _REGION_WORDS)


def _load() -> tuple[dict[tuple[str, ...], _Meaning], frozenset[str]]:
    meanings: dict[tuple[str, ...], _Meaning] = {}
    places = _read("places.json")
    for kind, name in (("cities", "city"), ("regions", "region")):
        for value, spellings in places[kind].items():
            meanings.update({_words(s): _Meaning(name, value, False) for s in _place_names(kind, value, spellings)})
            meanings.update({_words(s): _Meaning(name, value, True) for s in spellings.get("in_context", [])})
    for name, values in _read("words.json").items():
        for value, spellings in values.items():
            meanings.update({_words(spelling): _Meaning(name, value, False) for spelling in spellings})
    return meanings, frozenset(word for before in places["before_a_place"] for word in _words(before))


_MEANINGS, _BEFORE_A_PLACE = _load()
_LONGEST = max(map(len, _MEANINGS))


def _readings(word: str) -> Iterator[tuple[str, bool]]:
    """The word as it stands, then without what is written onto it, and whether something was."""
    yield word, False
    clitics = (_LATIN_CLITICS if word.isascii() else _ARABIC_CLITICS).match(word)
    for end in range(1, clitics.end() + 1 if clitics else 0):
        yield word[end:], True
        if word[end - 1 :].startswith("لل"):  # للدارجة is ل + الدارجة
            yield "ا" + word[end:], True


def _meaning(words: list[str], is_place_likely: bool) -> _Meaning | None:
    for first, is_clitic in _readings(words[0]):
        meaning = _MEANINGS.get((first, *words[1:]))
        if meaning and (not meaning.needs_context or is_clitic or is_place_likely):
            return meaning
    return None


def find_phrases(scan: Scan) -> Iterator[Found]:
    """Names of places, programmes, relatives and languages; of overlapping ones the longest."""
    tokens = [(match.group(), *match.span()) for match in _WORD.finditer(scan.text)]
    index = 0
    while index < len(tokens):
        found, used = _longest_phrase(scan, tokens, index)
        if found:
            yield found
        index += used


def _longest_phrase(scan: Scan, tokens: list[tuple[str, int, int]], index: int) -> tuple[Found | None, int]:
    alone = scan.text.strip(" .,!?") if len(tokens) <= _LONGEST else ""
    for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
        phrase = tokens[index : index + length]
        start, end = phrase[0][1], phrase[-1][2]
        if CLAIMED in scan.text[start:end]:
            continue
        likely = (index > 0 and tokens[index - 1][0] in _BEFORE_A_PLACE) or alone == scan.text[start:end]
        meaning = _meaning([word for word, *_ in phrase], likely)
        if meaning:
            return Found(meaning.name, meaning.value, start, end), length
    return None, 1
