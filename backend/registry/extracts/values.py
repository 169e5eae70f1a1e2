"""Reading one value of an extract: text as written in, normalised value out, or a sentence that says what is wrong."""

import json
import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import phonenumbers

from backend.registry.extracts.columns import Column, catalogue
from backend.scores.formula import load_formula

NOT_AFTER_TODAY = ("past_date", "period")
FIRST_YEAR, LAST_YEAR = 1900, 2100
HOME_COUNTRY = "MA"
YES_NO = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False, "oui": True, "non": False}

# Direction and invisible marks that copying from Arabic pages leaves in numbers.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOROCCAN_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_PERIOD = re.compile(r"([0-9]{4})-([0-9]{2})")
_SCORE = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,30})?")
_AMOUNT = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,2})?")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,10})?")
_CNIE = re.compile(r"[A-Z]{1,2}[0-9]{1,6}")
_NUMBER = re.compile(r"[0-9A-Z]{1,20}")
_IDCS = re.compile(r"[0-9]{10}")


class BadValueError(ValueError):
    """A value that cannot be read; the message continues a sentence that begins with the column's name."""


def clean(text: str) -> str:
    """Composed letters, single spaces, no invisible marks. Raises BadValueError on control characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = " ".join(text.split())
    if _CONTROL.search(text):
        raise BadValueError("contains a control character")
    return text


def read_value(column: Column, text: str, today: date) -> Any:
    """The normalised value of a cell, None when it is empty and may be.

    Raises BadValueError with the end of a sentence. It leaves the value out: values are private.
    """
    text = clean(text)
    if not text:
        if column.required:
            raise BadValueError("is empty")
        return None
    if column.codes:
        return _code(text, column.codes)
    value = READERS[column.type](text)
    if column.type in NOT_AFTER_TODAY and value > today:
        raise BadValueError("is in the future")
    return value


def _text(longest: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > longest:
            raise BadValueError(f"is longer than {longest} characters")
        return text

    return read


def _name(text: str) -> str:
    if len(text) > 100 or not any(map(str.isalpha, text)):
        raise BadValueError("is not a name: it has no letter, or more than 100 characters")
    return text


def _idcs(text: str) -> str:
    digits = text.replace(" ", "")
    if not _IDCS.fullmatch(digits):
        hint = " (a spreadsheet drops zeros at the beginning)" if digits.isdecimal() and len(digits) < 10 else ""
        raise BadValueError(f"must have 10 digits{hint}")
    return digits


def _pattern(pattern: re.Pattern[str], sentence: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        compact = re.sub("[ .-]", "", text).upper()
        if not pattern.fullmatch(compact):
            raise BadValueError(sentence)
        return compact

    return read


def _date(text: str) -> date:
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := _MOROCCAN_DATE.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise BadValueError("is not a date: write YYYY-MM-DD or DD/MM/YYYY")
    return _day(int(year), int(month), int(day))


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValueError(f"is before {FIRST_YEAR} or after {LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadValueError("is not a day of the calendar") from error


def _period(text: str) -> date:
    match = _PERIOD.fullmatch(text)
    if not match:
        raise BadValueError("is not a month: write YYYY-MM")
    return _day(int(match[1]), int(match[2]), 1)


def _phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text, HOME_COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise BadValueError("is not a phone number") from error
    if not phonenumbers.is_possible_number(number) or number.extension:
        raise BadValueError("is not a possible phone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _yes_no(text: str) -> bool:
    try:
        return YES_NO[text.casefold()]
    except KeyError as error:
        raise BadValueError("must be yes or no") from error


def _code(text: str, name: str) -> str:
    codes = catalogue().codes[name]
    code = text.casefold()
    if code not in codes:
        raise BadValueError(f"must be one of {', '.join(codes)}")
    return code


def _score(text: str) -> Decimal:
    score = _decimal(_SCORE, text, "is not a score: write a number like 9.3264284")
    if not 0 < score < 100:
        raise BadValueError("must be more than 0 and less than 100")
    return score


def _amount(text: str) -> Decimal:
    sentence = "is not an amount: write dirhams, 0 or more, with at most 2 decimals and no thousands separator"
    return _decimal(_AMOUNT, text, sentence)


def _degrees(limit: int) -> Callable[[str], Decimal]:
    def read(text: str) -> Decimal:
        degrees = _decimal(_DEGREES, text, "is not a number of degrees: write a number like 33.9987")
        if abs(degrees) > limit:
            raise BadValueError(f"must be from -{limit} to {limit}")
        return degrees

    return read


def _decimal(pattern: re.Pattern[str], text: str, sentence: str) -> Decimal:
    # French spreadsheets write a decimal comma. No thousands separator gets past the patterns that come here.
    if not pattern.fullmatch(text):
        raise BadValueError(sentence)
    return Decimal(text.replace(",", "."))


def _days(text: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or int(text) > 31:
        raise BadValueError("must be a whole number from 0 to 31")
    return int(text)


def _region(text: str) -> int:
    code = region_codes().get(_folded(text))
    if code is None:
        raise BadValueError("must be a number from 1 to 12 or the official name of a region")
    return code


@lru_cache
def region_codes() -> dict[str, int]:
    """Region codes by number and by folded official name."""
    regions = load_formula().regions
    names = {_folded(name): r.code for r in regions for name in (r.name.fr, r.name.ar, r.name.en)}
    return names | {text: r.code for r in regions for text in (str(r.code), f"{r.code:02}")}


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """Letters and digits only, without case and accents, so that spellings of a region's name meet."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


def _declared(text: str) -> dict[str, bool | int | float]:
    try:
        declared = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    except BadValueError:
        raise
    except (ValueError, RecursionError) as error:
        raise BadValueError("is not JSON") from error
    if not isinstance(declared, dict):
        raise BadValueError('is not a JSON object like {"household_size":5}')
    known = load_formula().inputs
    unknown = [name for name in declared if name not in known]
    if unknown:
        raise BadValueError(f"has {len(unknown)} unknown input(s), the first is {unknown[0][:40]!r}")
    if not all(isinstance(answer, bool | int | float) and _is_finite(answer) for answer in declared.values()):
        raise BadValueError("may only hold true, false and numbers")
    return declared


def _is_finite(answer: float) -> bool:
    try:
        return math.isfinite(answer)
    except OverflowError:  # an integer too large for a float
        return False


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise BadValueError("names an input twice")
    return content


def _refuse_constant(_: str) -> None:
    raise BadValueError("may only hold true, false and numbers")


READERS: dict[str, Callable[[str], Any]] = {
    "reference": _text(40),
    "text": _text(300),
    "region": _region,
    "idcs": _idcs,
    "cnie": _pattern(_CNIE, "must be 1 or 2 letters followed by 1 to 6 digits"),
    "name": _name,
    "past_date": _date,
    "date": _date,
    "period": _period,
    "phone": _phone,
    "yes_no": _yes_no,
    "score": _score,
    "amount": _amount,
    "days": _days,
    "registration_number": _pattern(_NUMBER, "must be 1 to 20 letters or digits"),
    "latitude": _degrees(90),
    "longitude": _degrees(180),
    "declared": _declared,
}
