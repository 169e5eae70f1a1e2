"""The words that name a place, a programme, a relative or a language, read once from the data files."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from language.files import read_data
from language.spelling import expand, town_spellings, with_article
from language.text import normalise

_TA_MARBUTA = re.compile(r"ة(?=[,}]|$)")
_PLACES = read_data("places.json")

Phrase = tuple[str, ...]


class Sense(NamedTuple):
    """What a word or phrase names.

    `form` is the grammar of a relative: bare (weld), article (lweld), owned (weldi, or a word that says whose by
    itself: mama) or head (only before another relative: khou rajli). `context` is what must stand around it, if
    anything must.
    """

    name: str
    value: str
    form: str = ""
    context: str = ""


def _folded(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from expand(normalise(pattern).replace("-", " ").replace("'", " "))


def _stems(patterns: Iterable[str]) -> Iterator[str]:
    """The folded stems of nouns that take endings: زوجة has the stem زوجت."""
    return _folded(_TA_MARBUTA.sub("ت", pattern) for pattern in patterns)


def _town_senses(kind: str, name: str, value: str, spellings: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    more = town_spellings if kind == "cities" else _with_region_words
    held = {
        spelling: context
        for context, patterns in spellings.get("in_context", {}).items()
        for one in _folded(patterns)
        for spelling in {one, *(more(one) if kind == "cities" else ())}
    }
    yield from ((spelling, Sense(name, value, context=context)) for spelling, context in held.items())
    names = {spelling for one in _folded([value, *spellings["names"]]) for spelling in {one, *more(one)}}
    yield from ((spelling, Sense(name, value)) for spelling in names - held.keys())


def _with_region_words(name: str) -> set[str]:
    return {f"{word} {name}" for word in _folded(_PLACES["region_words"])}


def _kin_senses(value: str, classes: dict[str, Any], endings: dict[str, list[str]]) -> Iterator[tuple[str, Sense]]:
    nouns = list(_folded(classes.get("noun", [])))
    yield from ((noun, Sense("relation", value, "bare")) for noun in nouns)
    with_article_only = list(_folded(classes.get("article", [])))
    for noun in [*nouns, *with_article_only]:
        yield from ((spelling, Sense("relation", value, "article")) for spelling in with_article(noun))
    for noun in filter(lambda one: len(one) > 2, with_article_only):
        yield ("l" if noun.isascii() else "ل") + noun, Sense("relation", value, "article")
    for kind, ending_kind in (("owned", ""), ("owned_after_vowel", "_after_vowel"), ("owned_without_his", "_not_his")):
        for stem in _stems(classes.get(kind, [])):
            script = "latin" if stem.isascii() else "arabic"
            owned = (stem + ending for ending in endings[script + ending_kind])
            yield from ((spelling, Sense("relation", value, "owned")) for spelling in owned)
    yield from ((word, Sense("relation", value, "owned")) for word in _folded(classes.get("word", [])))
    yield from ((word, Sense("relation", value, "head")) for word in _folded(classes.get("head", [])))
    for context, patterns in classes.get("in_context", {}).items():
        yield from ((word, Sense("relation", value, "owned", context)) for word in _folded(patterns))


def _word_senses() -> Iterator[tuple[str, Sense]]:
    for name, values in read_data("words.json").items():
        for value, spellings in values.items():
            yield from ((word, Sense(name, value)) for word in _folded(spellings["names"]))
            for context, patterns in spellings.get("in_context", {}).items():
                yield from ((word, Sense(name, value, context=context)) for word in _folded(patterns))


def _all_senses() -> Iterator[tuple[str, Sense]]:
    yield from _word_senses()
    for kind, name in (("cities", "city"), ("regions", "region")):
        for value, spellings in _PLACES[kind].items():
            yield from _town_senses(kind, name, value, spellings)
    kin = read_data("kin.json")
    endings = {kind: [normalise(ending) for ending in text.split()] for kind, text in kin["endings"].items()}
    for value, classes in kin["relation"].items():
        yield from _kin_senses(value, classes, endings)


def _load() -> dict[Phrase, tuple[Sense, ...]]:
    senses: dict[Phrase, list[Sense]] = {}
    for spelling, sense in _all_senses():
        known = senses.setdefault(tuple(spelling.split()), [])
        if sense not in known:
            known.append(sense)
    return {phrase: tuple(sorted(known, key=_rank)) for phrase, known in senses.items()}


def _rank(sense: Sense) -> int:
    """What needs nothing around it comes first, what is only the first half of a compound last."""
    return 2 if sense.form == "head" else 1 if sense.context else 0


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in SENSES:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(known, reverse=True)) for word, known in lengths.items()}


SENSES = _load()
LENGTHS = _lengths()  # of the phrases that begin with a word, the longest first
