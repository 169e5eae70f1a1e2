"""What arrives from a wire made safe (`clean`), and one spelling for many (`normalise`, `fold`)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MASK_TOKEN = re.compile(r"<(?:idcs|phone|date|cnie|code|reference|number4|number|email)>")

# Letters and fillers that Unicode does not call control characters, but that show nothing.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffd")
# Surrogates, controls, format characters (bidi and zero-width among them) and private use.
_DROPPED_CATEGORIES = frozenset({"Cs", "Cc", "Cf", "Co"})

_SAME = {
    **dict.fromkeys("ٱ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    **dict.fromkeys("ةۃہھە", "ه"),
    **dict.fromkeys("کگڭݣڪ", "ك"),
    **dict.fromkeys("ڤڥ", "ف"),
    **dict.fromkeys("ۇۆۋ", "و"),
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڨ": "ق",
    "ء": "",
    "ـ": "",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ı": "i",
    "؟": "?",
    "؛": ";",
    "،": ",",
    "٫": ",",
    "٬": "",
    "٪": "%",
    "۔": ".",
    **dict.fromkeys("’‘ʼʻʹʾʿ´`′‛", "'"),
    **dict.fromkeys("«»“”„″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}

# A letter written three times or more ("salaaaam") counts once; so does a run of spaces.
_REPEATED = re.compile(r"(?<=([^\W\d_]))\1{2,}|(?<= ) +|^ +| +$")


def _is_visible(character: str) -> bool:
    if character in _INVISIBLE or unicodedata.category(character) in _DROPPED_CATEGORIES:
        return False
    code = ord(character)
    return code & 0xFFFE != 0xFFFE and not 0xFDD0 <= code <= 0xFDEF  # Unicode's noncharacters


def clean(text: str) -> str:
    """What a person wrote, without what nobody can see.

    Lone surrogates, NUL, control, bidi, format and zero-width characters, private use, noncharacters and U+FFFD go;
    white space of any kind becomes single spaces. Letters, marks, digits, punctuation and emoji stay. Never raises.
    """
    spaced = " ".join(text.split())
    return " ".join("".join(c for c in spaced if c == " " or _is_visible(c)).split())


def ascii_digits(text: str) -> str:
    """`text` with every decimal digit of any script (Arabic-Indic, Persian, full width) as 0-9, length unchanged."""
    return "".join(c if c.isascii() or not c.isdecimal() else str(unicodedata.decimal(c)) for c in text)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit to understand; False for empty, emoji-only and punctuation-only texts."""
    return any(unicodedata.category(c)[0] in "LN" for c in clean(text))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """The spelling that stands for one character: none, one or several characters."""
    text = _SAME.get(character, character)
    for _ in range(2):  # casefolding can bring out a new decomposition, never a third one
        decomposed = unicodedata.normalize("NFKD", text)
        if "\u2044" in decomposed:
            return text  # a fraction sign is no digits: 12½ must not become 121/2
        text = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me")).casefold()
    return ascii_digits("".join(_SAME.get(c, c) for c in text))


@dataclass(frozen=True)
class Folded:
    """A normalised text that still knows where each of its characters came from."""

    text: str
    source: str  # the cleaned text
    origins: tuple[int, ...]  # for each character of `text`, its index in `source`

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` (not empty) lies in `source`, with what follows it and folds to nothing (a mark)."""
        following = self.origins[end] if end < len(self.origins) else len(self.source)
        last = self.origins[end - 1] + 1
        while last < following and not self.source[last].isspace():
            last += 1
        return self.origins[start], last

    def written(self, start: int, end: int) -> str:
        """`text[start:end]` as the person wrote it."""
        first, last = self.span(start, end)
        return self.source[first:last]


def fold(text: str) -> Folded:
    """`normalise` that keeps, for every character, its place in `clean(text)`."""
    source = clean(text)
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(source):
        for folded in _fold_character(character):
            characters.append(folded)
            origins.append(index)
    joined = "".join(characters)
    dropped = {i for match in _REPEATED.finditer(joined) for i in range(*match.span())}
    if dropped:
        origins = [origin for i, origin in enumerate(origins) if i not in dropped]
        joined = "".join(c for i, c in enumerate(joined) if i not in dropped)
    return Folded(joined, source, tuple(origins))


def normalise(text: str) -> str:
    """One spelling for understanding: `normalise(normalise(t)) == normalise(t)`, and it never raises.

    Compatibility forms unified, lower case, tatweel, Arabic diacritics and French accents off; alef, ya, ta-marbuta and
    hamza folded, Moroccan and Persian letters on their plain neighbours; digits of any script to ASCII; apostrophes,
    quotes and dashes unified; a letter written three times or more counts once. The digits of Arabizi (3 7 9) and mask
    tokens such as <idcs> stay as they are.
    """
    return fold(text).text
