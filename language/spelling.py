"""One spelling written for many: braces as in a shell, articles, and how towns are spelled in Morocco."""

import re
from collections.abc import Iterator
from itertools import islice, product

from language.files import read_data

_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST = 64  # variants of one name: beyond, they are no longer what anybody writes

_PLACES = read_data("places.json")
_TOWN_WORDS: dict[str, list[str]] = _PLACES["town_words"]  # what people write for a part of a town's name
_TOWN_SOUNDS: list[list[str]] = _PLACES["town_sounds"]
_TRIPLE = re.compile(r"(.)\1\1")  # folding leaves none
_DOUBLE = re.compile(r"([a-z])\1")
_ARTICLE = re.compile(r"^ال(?=.{4})")
_SUN = frozenset("tdrzsnj")


def expand(pattern: str) -> Iterator[str]:
    """ "{,l}mob{a,}chir" is mobachir, mobchir, lmobachir, lmobchir. Braces do not nest."""
    parts = _BRACES.split(pattern)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return (" ".join("".join(choice).split()) for choice in product(*choices))


def with_article(noun: str) -> Iterator[str]:
    """A folded noun with the article: elweld, ddrari; الولد. (A lone l or ل may as well be "to".)"""
    if noun.isascii():
        yield from (f"{article}{noun}" for article in ("el", "al"))
        if noun[0] in _SUN:
            yield noun[0] + noun
    else:
        yield f"ال{noun}"


def town_spellings(name: str) -> set[str]:
    """How people write the folded name of a town: "sidi kacem", "cidi kacem", "sidikacem"; القنيطره, قنيطره."""
    words = name.split()
    spellings = {" ".join(choice) for choice in product(*(_TOWN_WORDS.get(word, (word,)) for word in words))}
    if name.isascii():
        spellings = set(islice(_with_sounds(sorted(spellings)), _MOST))
    else:
        spellings |= {spelling[:-1] + "ا" for spelling in spellings if spelling.endswith("ه")}
        spellings |= {_ARTICLE.sub(article, s) for s in spellings for article in ("", "ل") if _ARTICLE.match(s)}
    glued = {spelling.replace(" ", "") for spelling in spellings if " " in spelling}
    return spellings | {word for word in glued if not _TRIPLE.search(word)}


def _with_sounds(spellings: list[str]) -> Iterator[str]:
    yield from spellings
    for spelling in spellings:
        changed = {spelling.replace(sound, other) for sound, other in _TOWN_SOUNDS}
        changed |= {_DOUBLE.sub(r"\1", one) for one in {spelling, *changed}}
        changed |= {one.removesuffix("e") for one in {spelling, *changed} if len(one) > 5}
        yield from sorted(changed - {spelling})
