"""Which of the four written varieties a message is in: script first, then naive Bayes between the two that share it."""

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from language.text import MASK_TOKEN, clean

VARIETIES = ("ary", "ary-Latn", "ar", "fr")
DEFAULT_VARIETY = "ary"

# Of the two varieties that share a script, the Darija one first: positive log-odds speak for it.
_ARABIC_PAIR = ("ary", "ar")
_LATIN_PAIR = ("ary-Latn", "fr")
_PAIRS = (_ARABIC_PAIR, _LATIN_PAIR)

_WORD = re.compile(r"\w+")
_WHOLE = "="  # marks a whole word among the n-grams
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640]")
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7]")
_LATIN_LETTER = re.compile(r"[a-z\u00e0-\u024f]")
# The letters of a national card number are no words.
_CARD_LIKE = re.compile(r"(?<![^\W_])[a-z]{1,2}(?:[ .\-]?\d{3,}(?:[ .\-]?\d{2,3})*|(?: \d{2,3}){2,3})(?![^\W_])")

_SMOOTHING = 0.3
_WORD_SHARE = 0.5  # what the word as a whole says, beside the mean of its n-grams
_LONGEST_NGRAM = 4
_LOUDEST_WORD = 6.0  # no single word decides alone
# French and standard Arabic are borrowed into Darija by whole phrases, articles included ("les papiers dyal l'amo");
# the grammar words of Darija are hardly ever borrowed, so they weigh more.
_DARIJA_GRAMMAR = 4.0
_OTHER_GRAMMAR = -2.0
_DARIJA_SHAPE = 2.0
_OTHER_SHAPE = -1.0
_PRIOR = 2.5  # enough for a word or two that say little, not for a sentence
_NO_DARIJA = 1.0  # Darija seldom goes without a single word of its own; French borrowed by it goes without French ones
_DARIJA_WORD = 1.0  # what a word must say for Darija to be one of its own
_SCALE = 2.2  # makes the confidence the share of right answers, measured across writers
_CERTAIN = 0.85
_GRAMMAR_WEIGHT = 3  # where scripts are mixed, a grammar word counts as this many words


@dataclass(frozen=True)
class Identification:
    """A variety (ary, ary-Latn, ar, fr), its probability, and whether it may change the language of the answer."""

    variety: str
    confidence: float
    certain: bool


def _grammar() -> tuple[dict[str, frozenset[str]], frozenset[str], dict[str, re.Pattern[str]]]:
    """Whose each grammar word is, which words are nobody's, and what words look like in each variety."""
    path = Path(__file__).parent / "data" / "grammar_words.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    owners: dict[str, set[str]] = {}
    for variety in VARIETIES:
        for word in data[variety]:
            owners.setdefault(word, set()).add(variety)
    shapes = {variety: re.compile("|".join(f"(?:{one})" for one in data["patterns"][variety])) for variety in VARIETIES}
    return {word: frozenset(names) for word, names in owners.items()}, frozenset(data["neutral"]), shapes


_GRAMMAR, _NEUTRAL, _SHAPES = _grammar()


def _words(text: str) -> list[str]:
    """The words with a letter, lightly normalised: hamza, ta-marbuta and accents tell varieties apart, so they stay."""
    plain = unicodedata.normalize("NFKC", clean(MASK_TOKEN.sub(" ", text))).casefold()
    bare = _CARD_LIKE.sub(" ", _MARKS.sub("", plain))
    return [word for word in _WORD.findall(bare) if not word.isdigit()]


def _ngrams(word: str) -> Iterator[str]:
    padded = f" {word} "
    for size in range(1, _LONGEST_NGRAM + 1):
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


def _features(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield _WHOLE + word
        yield from _ngrams(word)


def _pair(words: list[str], prior: str | None) -> tuple[str, str] | None:
    """The varieties of the script that most words are written in; None when no word tells."""
    arabic = latin = 0
    for word in words:
        weight = 0 if word in _NEUTRAL else _GRAMMAR_WEIGHT if word in _GRAMMAR else 1
        if _ARABIC_LETTER.search(word):
            arabic += weight
        elif _LATIN_LETTER.search(word):
            latin += weight
    if arabic == latin:
        return (_LATIN_PAIR if prior in _LATIN_PAIR else _ARABIC_PAIR) if arabic else None
    return _ARABIC_PAIR if arabic > latin else _LATIN_PAIR


def _log_odds(darija: Counter[str], other: Counter[str]) -> dict[str, float]:
    features = darija.keys() | other.keys()
    extra = _SMOOTHING * len(features)
    balance = math.log((sum(other.values()) + extra) / (sum(darija.values()) + extra)) if features else 0.0
    return {f: balance + math.log((darija[f] + _SMOOTHING) / (other[f] + _SMOOTHING)) for f in features}


def _grammar_odds(phrase: str, pair: tuple[str, str]) -> float:
    owners = _GRAMMAR.get(phrase)
    if owners:
        return (_DARIJA_GRAMMAR if pair[0] in owners else 0.0) + (_OTHER_GRAMMAR if pair[1] in owners else 0.0)
    if phrase in _NEUTRAL or " " in phrase:
        return 0.0
    return (_DARIJA_SHAPE if _SHAPES[pair[0]].fullmatch(phrase) else 0.0) + (
        _OTHER_SHAPE if _SHAPES[pair[1]].fullmatch(phrase) else 0.0
    )


class VarietyModel:
    """Naive Bayes over words and character 1- to 4-grams, in which every word has about the same say."""

    def __init__(self, odds: dict[tuple[str, str], dict[str, float]]) -> None:
        """`odds` holds for each pair of varieties the log-odds of every feature; `fit` makes them."""
        self._odds = odds

    @classmethod
    def fit(cls, examples: Iterable[tuple[str, str]]) -> "VarietyModel":
        """Learn from (text, variety) pairs; 6,000 short texts take about half a second."""
        counts: dict[str, Counter[str]] = {variety: Counter() for pair in _PAIRS for variety in pair}
        for text, variety in examples:
            counts[variety].update(_features(_words(text)))
        return cls({pair: _log_odds(counts[pair[0]], counts[pair[1]]) for pair in _PAIRS})

    def identify(self, text: str, prior: str | None = None) -> Identification:
        """The variety of `text`, in a fraction of a millisecond.

        `prior` is the variety of the conversation: it wins where the text says little ("ok", "amo", a number), and a
        text without words gives it back, or "ary" without one, never certain.
        """
        words = _words(text)
        pair = _pair(words, prior)
        if pair is None:
            return self._neutral(words, prior)
        says = self._says(words, pair)
        if prior in pair:
            says += _PRIOR if prior == pair[0] else -_PRIOR
        elif pair == _LATIN_PAIR and not self._has_darija_word(words):
            says -= _NO_DARIJA
        confidence = 1 / (1 + math.exp(-min(abs(says) / _SCALE, 50.0)))
        return Identification(pair[0] if says > 0 else pair[1], confidence, confidence >= _CERTAIN)

    def _neutral(self, words: list[str], prior: str | None) -> Identification:
        """For words that all varieties share, or of another script: the conversation decides, if there is one."""
        told = next((word for word in words if _ARABIC_LETTER.search(word) or _LATIN_LETTER.search(word)), None)
        if prior or told is None:
            return Identification(prior or DEFAULT_VARIETY, 0.5, False)
        pair = _ARABIC_PAIR if _ARABIC_LETTER.search(told) else _LATIN_PAIR
        return Identification(pair[0] if self._says(words, pair) > 0 else pair[1], 0.5, False)

    def _says(self, words: list[str], pair: tuple[str, str]) -> float:
        spelling = sum(self._word_odds(word, pair) for word in words)
        phrases = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
        return spelling + sum(_grammar_odds(phrase, pair) for phrase in phrases)

    def _has_darija_word(self, words: list[str]) -> bool:
        told = (word for word in words if word not in _NEUTRAL)
        return any(self._word_odds(w, _LATIN_PAIR) + _grammar_odds(w, _LATIN_PAIR) >= _DARIJA_WORD for w in told)

    def _word_odds(self, word: str, pair: tuple[str, str]) -> float:
        odds = self._odds[pair]
        known = [odds[ngram] for ngram in _ngrams(word) if ngram in odds]
        says = sum(known) / len(known) if known else 0.0
        says += _WORD_SHARE * odds.get(_WHOLE + word, 0.0)
        return max(-_LOUDEST_WORD, min(_LOUDEST_WORD, says))
