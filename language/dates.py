"""Dates as people in Morocco write them, day first."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path

from language.identifiers import moroccan_phone
from language.scan import Found, Scan
from language.text import normalise

_OLDEST_YEAR = 1900


def _months() -> dict[str, int]:
    path = Path(__file__).parent / "data" / "months.json"
    names: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {normalise(name): int(number) for number, spellings in names.items() for name in spellings}


_MONTHS = _months()
_FIRST = {"premier": "1", "فاتح": "1", "اول": "1", "fatih": "1", "fati7": "1", "lwel": "1", "luwl": "1"}

_MONTH = "(?:" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + ")(?![^\\W\\d_])"
_DAY = "(?:" + "|".join(_FIRST) + r"|(?<!\d)\d{1,2})"
_MONTH_WORD = "شهر|chhar|chher|chhr|chehr|mois"
_OF = rf"(?:(?:de|du|d|ديال|dyal|dial|د|من|{_MONTH_WORD}|mn|men|f|ف|في)[ ']{{0,2}}){{0,3}}"
_OF_YEAR = r"(?:(?:de|d|f|sana|3am|l3am|am|an|annee|عام|العام|سنه|من|في|ف|د|ل|l|dyal|ديال)[ ]?){0,3}"
_GAP = r"[ \-/.,']{0,3}"
_NO_UNIT = r"(?! ?(?:dh|drh|dirh|derh|drah|mad\b|درهم|دراهم|h\b|h\d|%))"
_YEAR = rf"(?:\d{{4}}|\d{{2}})(?!\d){_NO_UNIT}"

_NAMED = re.compile(rf"({_DAY}) ?(?:er|eme|st|nd|th)?{_GAP}{_OF}{_GAP}({_MONTH}){_GAP}{_OF_YEAR}({_YEAR})")
_NUMBERED = re.compile(rf"({_DAY}){_GAP}{_OF}(?:{_MONTH_WORD}) ?(\d{{1,2}}){_GAP}(?<!\d){_OF_YEAR}(?<!\d)({_YEAR})")
_NAMED_MONTH_FIRST = re.compile(rf"(?<![^\W\d_])({_MONTH}) (\d{{1,2}})[ ,]+(\d{{4}})(?!\d)")
_FREE = r"(?<!\d)(?<!\d[.,/\-])"
_ISO = re.compile(rf"{_FREE}(\d{{4}}) ?[./\-] ?(\d{{1,2}}) ?[./\-] ?(\d{{1,2}})(?!\d)(?![./\-]\d)")
_SLASHED = re.compile(rf"{_FREE}(\d{{1,2}}) ?[./\-] ?(\d{{1,2}}) ?[./\-] ?(\d{{4}})(?!\d)(?![./\-]\d)")
_SLASHED_SHORT = re.compile(rf"{_FREE}(?<!\d )(\d{{1,2}}) ?[./\-] ?(\d{{1,2}}) ?[./\-] ?(\d{{2}})(?! ?\d)(?![./\-]\d)")
_SPACED = re.compile(rf"{_FREE}(?<!\d )(\d{{1,2}}) (\d{{1,2}}) ((?:19|20)\d{{2}})(?! ?\d)(?![.,/\-]\d){_NO_UNIT}")

# Only where a date was asked for: any separator, two-digit years after spaces, all digits in one run.
_LOOSE = re.compile(r"(?<!\d)(\d{1,2})[ ./,:_\-]+(\d{1,2})[ ./,:_\-]+(\d{4}|\d{2})(?!\d)")
_LOOSE_ISO = re.compile(r"(?<!\d)(\d{4})[ ./,:_\-]+(\d{1,2})[ ./,:_\-]+(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<![\da-z])(\d{8}|\d{6})(?![\da-z])")
_PART = re.compile(
    rf"{_DAY}{_GAP}{_OF}{_GAP}{_MONTH}|{_MONTH}{_GAP}{_OF_YEAR}{_YEAR}"
    r"|(?<!\d)\d{1,2} ?[./\- ] ?(?:19|20)\d{2}(?!\d)|(?<![\d.,])\d{1,2} ?[/\-] ?\d{1,2}(?![\d.,])"
    r"|(?<!\d)(?:19|20)\d{2}(?!\d)|(?<![^\W_])(?:f|en|3am|sana|عام|سنه|ف|في) ?\d{2}(?!\d)"
)
_DIGITS_ONLY = re.compile(r"[ .,/:_\-]*\d[\d .,/:_\-]*")
_LONGEST_PARTIAL_ANSWER = 6  # words: beyond, a year or a month is part of a question, not the answer

_Verdict = tuple[str, str | None]


def _real_date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def judge(year: str, month: int, day: int, today: datetime.date) -> _Verdict:
    """ISO date and problem of the parts as written. A two-digit year is the latest that is not after `today`."""
    if len(year) == 2:
        this_century = today.year - today.year % 100 + int(year)
        past = (_real_date(candidate, month, day) for candidate in (this_century, this_century - 100))
        date = next((one for one in past if one and one <= today), None)
    else:
        date = _real_date(int(year), month, day)
    if date is None:
        return "", "impossible"
    if date > today:
        return date.isoformat(), "future"
    return date.isoformat(), "too_old" if date.year < _OLDEST_YEAR else None


def _found(match: re.Match[str], verdict: _Verdict) -> Found:
    value, problem = verdict
    return Found("date", value, match.start(), match.end(), problem)


def _named(scan: Scan) -> Iterator[Found]:
    for match in _NAMED.finditer(scan.text):
        day, month, year = match.groups()
        yield _found(match, judge(year, _MONTHS[month], int(_FIRST.get(day, day)), scan.today))
    for match in _NUMBERED.finditer(scan.text):
        day, month, year = match.groups()
        yield _found(match, judge(year, int(month), int(_FIRST.get(day, day)), scan.today))
    for match in _NAMED_MONTH_FIRST.finditer(scan.text):
        month, day, year = match.groups()
        yield _found(match, judge(year, _MONTHS[month], int(day), scan.today))


def _day_first(scan: Scan, pattern: re.Pattern[str]) -> Iterator[Found]:
    for match in pattern.finditer(scan.text):
        day, month, year = match.groups()
        yield _found(match, judge(year, int(month), int(day), scan.today))


def _year_first(scan: Scan, pattern: re.Pattern[str]) -> Iterator[Found]:
    for match in pattern.finditer(scan.text):
        year, month, day = match.groups()
        yield _found(match, judge(year, int(month), int(day), scan.today))


def _unpack(digits: str, today: datetime.date) -> _Verdict:
    """Six or eight digits in one run: day first, or year first where only that reading gives a usable date."""
    verdict = judge(digits[4:], int(digits[2:4]), int(digits[:2]), today)
    if verdict[1] and len(digits) == 8:
        year_first = judge(digits[:4], int(digits[4:6]), int(digits[6:]), today)
        return verdict if year_first[1] else year_first
    return verdict


def find_dates(scan: Scan) -> Iterator[Found]:
    """Complete dates in any usual form, with their problems (impossible, too_old; future where a birth date is due)."""
    for found in _complete(scan):
        is_awaited = found.problem == "future" and scan.expects != "date"  # "my operation is on 04/12/2026"
        yield found._replace(problem=None) if is_awaited else found


def _complete(scan: Scan) -> Iterator[Found]:
    yield from _named(scan)
    yield from _year_first(scan, _ISO)
    for pattern in (_SLASHED, _SLASHED_SHORT, _SPACED):
        yield from _day_first(scan, pattern)


def find_expected_date(scan: Scan) -> Iterator[Found]:
    """What an answer to "your date of birth?" holds beyond the usual forms; never a guess: a part is `ambiguous`."""
    if scan.expects != "date" or scan.holds("date"):
        return
    loose = [*_year_first(scan, _LOOSE_ISO), *_day_first(scan, _LOOSE)]
    loose += [_found(match, _unpack(match.group(), scan.today)) for match in _PACKED.finditer(scan.text)]
    yield from loose or _partial(scan)


def _partial(scan: Scan) -> Iterator[Found]:
    words = scan.text.split()
    digits = "".join(filter(str.isdigit, scan.text))
    if _DIGITS_ONLY.fullmatch(scan.text):
        if moroccan_phone(digits):
            return
        separate = len(re.findall(r"\d+", scan.text)) > 1
        fits = 2 <= len(digits) <= 8 if separate else 4 <= len(digits) <= 8
        problem = "ambiguous" if fits else "wrong_length"
        yield Found("date", digits if problem == "wrong_length" else "", 0, len(scan.text), problem)
    elif len(words) <= _LONGEST_PARTIAL_ANSWER:
        part = _PART.search(scan.text) or re.fullmatch(rf"\W*{_OF}({_MONTH})\W*", scan.text)
        if part:
            yield _found(part, ("", "ambiguous"))
