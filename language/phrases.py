"""Words that name a place, a programme, a relative or a language, in all four varieties."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from language.files import read_data
from language.joins import Hit, join
from language.lexicon import LENGTHS, SENSES, Sense
from language.scan import CLAIMED, Found, Scan
from language.text import normalise
from language.variety import VARIETIES

_WORD = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")  # two scripts without a space are two words: tnsماهو
_WEB = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.\-])[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,4}?\.(?:com|info|net|org|xyz|top|site|online|ly|io)(?!\w)\S*"
)

# What Arabic and Arabizi write together with the word: and, with, in, to, of, like, on.
_ARABIC_CLITICS = re.compile(r"[وف]?(?:[بفلكد]|عل|ع(?=ال))?(?=...)")
_LATIN_CLITICS = re.compile(r"w?(?:be(?=....)|[bdflw])?(?=...)")
_PLACES = ("city", "region")
_PLACE_CLITICS = frozenset("وفبلدwfbdl")
_BACK = 60  # characters before a word in which what unmasks it may stand
_NEXT = 30


class _Token(NamedTuple):
    word: str
    start: int
    end: int


class _Context(NamedTuple):
    """Words of which one must stand before (some may stand between) or after, or what must be written onto it."""

    before: frozenset[str]
    after: frozenset[str]
    skip: frozenset[str]
    reach: int
    clitics: frozenset[str]
    start: bool


class _Decoy(NamedTuple):
    """A word that looks like what it is not; every pattern that is given must hold."""

    value: str | None
    text: re.Pattern[str] | None
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    near: re.Pattern[str] | None


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise(text))


def _contexts() -> dict[str, _Context]:
    def words(context: dict[str, str], key: str) -> frozenset[str]:
        return frozenset(word for one in context.get(key, "").split() for word in _words(one))

    return {
        name: _Context(
            words(context, "before"),
            words(context, "after"),
            words(context, "skip"),
            int(context.get("reach", 1)),
            frozenset(context.get("clitics", "")),
            bool(context.get("start")),
        )
        for name, context in _DATA["contexts"].items()
    }


def _never_split() -> frozenset[str]:
    """Everyday words that only look like a name with a preposition on it: دابا is not د + ابا."""
    grammar = read_data("grammar_words.json")
    words = [*_DATA["never_split"].split(), *(word for variety in VARIETIES for word in grammar[variety])]
    return frozenset(part for word in words for part in _words(word))


def _decoys() -> dict[str, list[_Decoy]]:
    decoys: dict[str, list[_Decoy]] = {}
    for entry in read_data("decoys.json"):
        patterns = (entry.get(key) for key in ("text", "before", "not_before", "after", "not_after", "near"))
        compiled = (re.compile(pattern) if pattern else None for pattern in patterns)
        decoys.setdefault(entry["name"], []).append(_Decoy(entry.get("value"), *compiled))
    return decoys


_DATA = read_data("contexts.json")
_NEVER_SPLIT = _never_split()
_CONTEXTS = _contexts()
_DECOYS = _decoys()


def _readings(word: str) -> Iterator[tuple[str, str]]:
    """The word as it stands, then without what is written onto it, and what was."""
    yield word, ""
    if word in _NEVER_SPLIT:
        return
    clitics = (_LATIN_CLITICS if word.isascii() else _ARABIC_CLITICS).match(word)
    for end in range(1, clitics.end() + 1 if clitics else 0):
        if word[end:] in _NEVER_SPLIT:
            return
        yield word[end:], word[:end]
        if word[end - 1 :].startswith("لل"):  # للدارجة is ل + الدارجة
            yield "ا" + word[end:], word[:end]


def _stands(sense: Sense, tokens: list[_Token], index: int, length: int, clitics: str) -> bool:
    """Whether what the sense needs around it is there."""
    if not sense.context or len(tokens) == length:
        return True
    context = _CONTEXTS[sense.context]
    if clitics and clitics[-1] in context.clitics:
        return True
    if context.start and index == 0:
        return True
    if index + length < len(tokens) and tokens[index + length].word in context.after:
        return True
    for token in reversed(tokens[max(0, index - context.reach) : index]):
        if any(word in context.before for word, _ in _readings(token.word)):
            return True
        if token.word not in context.skip:
            return False
    return False


def _is_decoy(scan: Scan, found: Found) -> bool:
    text = scan.text[found.start : found.end]
    before = scan.text[max(0, found.start - _BACK) : found.start]
    after = scan.text[found.end : found.end + _NEXT]
    return any(
        (decoy.value is None or decoy.value == found.value)
        and (decoy.text is None or decoy.text.fullmatch(text) is not None)
        and (decoy.before is None or decoy.before.search(before) is not None)
        and (decoy.not_before is None or decoy.not_before.search(before) is None)
        and (decoy.after is None or decoy.after.match(after) is not None)
        and (decoy.not_after is None or decoy.not_after.match(after) is None)
        and (decoy.near is None or decoy.near.search(scan.text) is not None)
        for decoy in _DECOYS.get(found.name, ())
    )


def _sense(tokens: list[_Token], index: int, length: int) -> tuple[Sense, str, bool] | None:
    """What a phrase means where it stands, what is written onto it, and whether another relative may follow."""
    rest = tuple(token.word for token in tokens[index + 1 : index + length])
    for first, clitics in _readings(tokens[index].word):
        senses = SENSES.get((first, *rest), ())
        for sense in senses:
            if sense.name in _PLACES and not _PLACE_CLITICS.issuperset(clitics):
                continue
            if _stands(sense, tokens, index, length, clitics):
                return sense, clitics, any(one.form in ("bare", "head") for one in senses)
    return None


def _longest(scan: Scan, tokens: list[_Token], index: int) -> tuple[Hit | None, int]:
    """What the longest phrase at this place names, and how many words it has."""
    lengths = {length for word, _ in _readings(tokens[index].word) for length in LENGTHS.get(word, ())}
    for length in sorted(lengths, reverse=True):
        phrase = tokens[index : index + length]
        start, end = phrase[0].start, phrase[-1].end
        if len(phrase) < length or CLAIMED in scan.text[start:end]:
            continue
        meant = _sense(tokens, index, length)
        if meant:
            sense, clitics, opens = meant
            return Hit(Found(sense.name, sense.value, start, end), sense.form, clitics, opens), length
    return None, 1


def find_phrases(scan: Scan) -> Iterator[Found]:
    """Names of places, programmes, relatives and languages; of overlapping ones the longest."""
    text = _WEB.sub(lambda match: CLAIMED * len(match.group()), scan.text)
    tokens = [_Token(match.group(), *match.span()) for match in _WORD.finditer(text)]
    hits: list[Hit] = []
    index = 0
    while index < len(tokens):
        hit, used = _longest(scan, tokens, index)
        if hit and _is_decoy(scan, hit.found):
            used = used if hit.found.name == "language" else 1  # petits enfants is left of mes petits enfants
        elif hit:
            hits.append(hit)
        index += used
    return iter(join(scan.text, hits))
