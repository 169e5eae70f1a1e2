"""Scores and amounts of money: numbers that identify nobody and that the answer may need."""

import re
from collections.abc import Iterator

from language.files import read_data
from language.numbers import words_after, words_before
from language.scan import YEAR, Found, Scan

_WORDS: dict[str, list[str]] = read_data("quantities.json")


def _any(kind: str) -> str:
    return "(?:" + "|".join(_WORDS[kind]) + ")"


_START = r"(?<![\d.,/\-])"
_NO_LETTER = r"(?![^\W\d_])"
_UNIT = _any("money") + _NO_LETTER
_UNIT_ALONE = re.compile(rf"(?<![^\W\d_]){_UNIT}")
_GROUPED = r"(?<!\d )\d{1,3}(?:[ .,]\d{3}){1,2}"
_NUMBER = rf"(?:{_START}|(?<=\d-))(?:(?P<grouped>{_GROUPED})|(?P<plain>\d{{1,7}}))(?:[.,](?P<cents>\d{{1,2}}))?(?!\d)"
_AMOUNT = re.compile(rf"{_NUMBER} ?{_UNIT}")
_AMOUNT_UNIT_FIRST = re.compile(rf"(?<![^\W\d_])mad ?{_NUMBER}")

_SCORE_WORD = re.compile(_any("score"))
_POINT = rf"(?:[.,]| ?{_any('point')} ?)"
_SPOKEN_POINT = re.compile(rf"(?<![^\W\d_]){_any('point')}{_NO_LETTER}")
_NOT_A_SCORE = r"(?! ?(?:%|h\b|h\d|km|ans?\b|dh))"
_LAW_WORDS = tuple(_WORDS["laws"])
_DECIMAL = re.compile(rf"{_START}(?!0\d)(\d{{1,2}}){_POINT}(\d{{1,10}})(?!\d|[.,]\d){_NOT_A_SCORE}")
_NOT_COUNTING = rf"(?! ?(?:{_any('counted')}{_NO_LETTER}|%|درجه|er\b))"
_WHOLE = re.compile(rf"(?<![\d.,/\-a-z])(\d{{1,2}})(?![\da-z]|[.,/\-]\d){_NOT_COUNTING}")
_AND_A_HALF = re.compile(rf"(?<![\d.,/\-a-z])(\d{{1,2}}) ?(?:w|o|ou|et|و) ?{_any('half')}(?![^\W_])")
_HOUR = re.compile(r"(?:sa3a|heures?|m3a|ساعه|مع|a|à|f) ?$")
_WHOLE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2}) ?$")
_FRACTION_AFTER = re.compile(r" ?(\d{1,7})(?![\d.,]*\d)")

_NEAR = 40  # characters in which a score word makes a decimal a score
_BESIDE = 25  # the same for a whole number
_LIKELY = (8.0, 13.0)  # scores of real households lie well inside
_POSSIBLE = (3.0, 20.0)  # what nobody gets is no score, not even after the word for it
_LONGEST_FRACTION = 7  # as the registry sends it; longer only where a score is named

# An amount whose unit is left out: at most four digits (more may be somebody's number), never a year or a count.
_BARE = rf"(\d{{2,4}}(?:[.,]\d{{2}})?)(?![\w]|[.,/\-]\d|[ \-]\d){_NOT_COUNTING}"
_PAID = re.compile(
    rf"(?<![^\W\d_]){_any('paying')}(?:[ :='](?:{_any('between_paying_and_amount')})){{0,3}}[ :=']{{1,2}}{_BARE}"
)
_ASKED = re.compile(
    rf"(?<![^\W\d_]){_any('asking')}(?:[ :='](?:{_any('between_paying_and_amount')})){{0,3}}[ :=']{{1,2}}{_BARE}"
)
_FILLERS = r"(?: ?(?:ل|ب)| [^\W\d]+)"
_BARE_BEFORE = re.compile(rf"{_START}(?<![\w])(\d{{2,4}})(?: ?-| ?{_any('joints')}(?:{_FILLERS}){{0,3}}) ?$")
_BARE_AFTER = re.compile(rf"[ ,]*{_any('joints')}{_FILLERS}{{0,2}} ?{_BARE}")


def find_amounts(scan: Scan) -> Iterator[Found]:
    """Numbers with a unit of money, in digits or words, and bare ones beside them or after a word for paying.

    The value keeps the decimals as written: "1 500,50 dh" is 1500.50.
    """
    with_unit = list(_with_unit(scan.text))
    yield from with_unit
    if scan.expects:
        return  # a bare number is rather what was asked for
    for found in with_unit:
        before = _BARE_BEFORE.search(scan.text, max(0, found.start - 32), found.start)
        after = _BARE_AFTER.match(scan.text, found.end)
        for match in filter(None, (before, after)):
            yield from _bare(match)
    for match in _PAID.finditer(scan.text):
        yield from _bare(match)
    for match in _ASKED.finditer(scan.text) if with_unit else ():
        yield from _bare(match)


def _with_unit(text: str) -> Iterator[Found]:
    for pattern in (_AMOUNT, _AMOUNT_UNIT_FIRST):
        for match in pattern.finditer(text):
            whole = match["plain"] or re.sub(r"\D", "", match["grouped"])
            cents = f".{match['cents']}" if match["cents"] else ""
            yield Found("amount", whole + cents, match.start(), match.end())
    for match in _UNIT_ALONE.finditer(text):
        number = words_before(text, match.start())
        if number and number.value > 1:  # "un dirham" is seldom a sum
            yield Found("amount", str(number.value), number.start, match.end())


def _bare(match: re.Match[str]) -> Iterator[Found]:
    if not YEAR.fullmatch(match[1]):
        yield Found("amount", match[1].replace(",", "."), match.start(1), match.end(1))


def find_plain_quantities(text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text holds amounts, and decimals of the size of a score."""
    for pattern in (_AMOUNT, _AMOUNT_UNIT_FIRST):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _DECIMAL.finditer(text) if _is_likely_score(match[1], match[2]))


def _is_likely_score(whole: str, fraction: str) -> bool:
    return _LIKELY[0] <= float(f"{whole}.{fraction}") < _LIKELY[1] and len(fraction) <= _LONGEST_FRACTION


def _is_possible(value: str) -> bool:
    return _POSSIBLE[0] <= float(value) < _POSSIBLE[1]


def _follows_score_word(scan: Scan, start: int, reach: int) -> bool:
    before = scan.text[max(0, start - reach) : start]
    words = list(_SCORE_WORD.finditer(before))
    return bool(words) and not re.search(r"(?<![^\W\d_])\d", before[words[-1].end() :])


def find_scores(scan: Scan) -> Iterator[Found]:
    """Decimals of the size of a score, or numbers after a word for it; all decimals are kept."""
    for match in _DECIMAL.finditer(scan.text):
        if scan.text.endswith(_LAW_WORDS, 0, match.start()):
            continue
        named = _follows_score_word(scan, match.start(), _NEAR) and _is_possible(f"{match[1]}.{match[2]}")
        if _is_likely_score(match[1], match[2]) or named:
            yield Found("score", f"{int(match[1])}.{match[2]}", match.start(), match.end())
    yield from _spoken_scores(scan)
    for match in _AND_A_HALF.finditer(scan.text):
        is_hour = _HOUR.search(scan.text, 0, match.start()) is not None
        if not is_hour and _follows_score_word(scan, match.start(), _BESIDE) and _is_possible(match[1]):
            yield Found("score", f"{int(match[1])}.5", match.start(), match.end())
    for match in _WHOLE.finditer(scan.text):
        if 5 <= int(match[1]) <= 19 and _follows_score_word(scan, match.start(), _BESIDE):
            yield Found("score", str(int(match[1])), match.start(), match.end())


def _spoken_scores(scan: Scan) -> Iterator[Found]:
    """Scores of which a part is words: "tes3oud fasila 43", "9 virgule quarante trois"."""
    for point in _SPOKEN_POINT.finditer(scan.text):
        whole = _WHOLE_BEFORE.search(scan.text[max(0, point.start() - 4) : point.start()])
        before = words_before(scan.text, point.start())
        digits = _FRACTION_AFTER.match(scan.text, point.end())
        after = words_after(scan.text, point.end())
        if not (whole or before) or not (digits or after):
            continue
        left = whole[1] if whole else str(before.value if before else "")
        right = digits[1] if digits else after.digits if after else ""
        start = before.start if before else point.start() - len(whole[0] if whole else "")
        end = digits.end() if digits else after.end if after else point.end()
        if _is_likely_score(left, right):
            yield Found("score", f"{int(left)}.{right}", start, end)
