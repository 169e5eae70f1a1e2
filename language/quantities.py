"""Scores and amounts of money: numbers that identify nobody and that the answer may need."""

import re
from collections.abc import Iterator

from language.scan import Found, Scan

_START = r"(?<![\d.,/\-])"
_UNIT = (
    r"(?:dh|dhs|dhm|mad|dirhams?|dirhem|derhams?|derhem|drham|drhem|drahem|drahm|drhm|درهما?|دراهم|دراهيم|د\.م)"
    r"(?![^\W\d_])"
)
_GROUPED = r"(?<!\d )\d{1,3}(?:[ .,]\d{3}){1,2}"
_NUMBER = rf"{_START}(?:(?P<grouped>{_GROUPED})|(?P<plain>\d{{1,7}}))(?:[.,](?P<cents>\d{{1,2}}))?(?!\d)"
_AMOUNT = re.compile(rf"{_NUMBER} ?{_UNIT}")
_AMOUNT_UNIT_FIRST = re.compile(rf"(?<![^\W\d_])mad ?{_NUMBER}")

_SCORE_WORD = re.compile(
    r"score|skor|indice|mo2ach|mouach|moach|mo2ash|muach|موشر|سكور|تنقيط|tan9it|tanqit|tn9it|tankit"
    r"|(?<![^\W\d_])ise(?![^\W\d_])|معدل|mo3addal|نقطه|نقطت|no9ta|no9at|nqta|(?<![^\W\d_])note|عتبه|3atab|seuil"
)
_POINT = r"(?:[.,]| ?(?:فاصله|فاصيله|virgule|virgul|vergule|point|fasila|fassila|facila|نقطه|no9ta|nokta) ?)"
_NOT_A_SCORE = r"(?! ?(?:%|h\b|h\d|km|ans?\b|dh))"
_LAW_WORDS = ("loi ", "قانون ", "قانون رقم ", "9anon ", "9anoun ", "9anun ", "qanoun ", "article ", "الماده ")
_DECIMAL = re.compile(rf"{_START}(?!0\d)(\d{{1,2}}){_POINT}(\d{{1,10}})(?!\d|[.,]\d){_NOT_A_SCORE}")
_COUNTED = (
    r"(?:jours?|j|yom|youm|ayam|iyam|lyam|ans?|snin|3am|mois|chhor|chhour|chhar|wlad|drari|enfants?|personnes?|afrad"
    r"|mrat|marrat|merrat|fois|heures?|h|km|d|dh|ايام|يوم|سنه|سنين|سنوات|شهر|شهور|اشهر|ولاد|اولاد|اطفال|افراد|مرات)"
)
_WHOLE = re.compile(rf"(?<![\d.,/\-a-z])(\d{{1,2}})(?![\da-z]|[.,/\-]\d)(?! ?{_COUNTED}(?![^\W\d_]))(?! ?%)")

_NEAR = 40  # characters in which a score word makes a decimal a score
_BESIDE = 25  # the same for a whole number
_LIKELY = (8.0, 13.0)  # scores of real households lie well inside
_LONGEST_FRACTION = 7  # as the registry sends it; longer only where a score is named


def find_amounts(scan: Scan) -> Iterator[Found]:
    """Numbers with a unit of money; the value keeps the decimals as written: "1 500,50 dh" is 1500.50."""
    for pattern in (_AMOUNT, _AMOUNT_UNIT_FIRST):
        for match in pattern.finditer(scan.text):
            whole = match["plain"] or re.sub(r"\D", "", match["grouped"])
            cents = f".{match['cents']}" if match["cents"] else ""
            yield Found("amount", whole + cents, match.start(), match.end())


def find_plain_quantities(text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text holds amounts, and decimals of the size of a score."""
    for pattern in (_AMOUNT, _AMOUNT_UNIT_FIRST):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _DECIMAL.finditer(text) if _is_likely_score(match))


def _is_likely_score(match: re.Match[str]) -> bool:
    whole, fraction = match.groups()
    return _LIKELY[0] <= float(f"{whole}.{fraction}") < _LIKELY[1] and len(fraction) <= _LONGEST_FRACTION


def _follows_score_word(scan: Scan, start: int, reach: int) -> bool:
    before = scan.text[max(0, start - reach) : start]
    words = list(_SCORE_WORD.finditer(before))
    return bool(words) and not re.search(r"(?<![^\W\d_])\d", before[words[-1].end() :])


def find_scores(scan: Scan) -> Iterator[Found]:
    """Decimals of the size of a score, or numbers after a word for it; all decimals are kept."""
    for match in _DECIMAL.finditer(scan.text):
        if scan.text.endswith(_LAW_WORDS, 0, match.start()):
            continue
        if _is_likely_score(match) or _follows_score_word(scan, match.start(), _NEAR):
            yield Found("score", f"{int(match[1])}.{match[2]}", match.start(), match.end())
    for match in _WHOLE.finditer(scan.text):
        if 5 <= int(match[1]) <= 19 and _follows_score_word(scan, match.start(), _BESIDE):
            yield Found("score", str(int(match[1])), match.start(), match.end())
