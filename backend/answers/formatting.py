"""The one formatter: numbers, amounts and dates as finished strings, per variety. Fluent formats counts only.

Why not Fluent or Babel: they round scores to three decimals, put U+202F and U+200F into texts (an SMS then becomes
UCS-2), and do not know `ary`.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

import yaml

VARIETIES = ("ary", "ary-Latn", "ar", "fr")
DEFAULT_VARIETY = "ary"  # until somebody writes a word
RIGHT_TO_LEFT = frozenset({"ary", "ar"})


class _Words(TypedDict):
    months: list[str]
    currency: str
    decimal: str
    hour: str


_WORDS: dict[str, _Words] = yaml.safe_load((Path(__file__).parent / "formatting.yml").read_text(encoding="utf-8"))


def score(value: Decimal) -> str:
    """All decimals as stored, with a point in every variety: the form of the registry's own notice."""
    return f"{value:f}"


def amount(value: Decimal, variety: str) -> str:
    """Dirhams: 1 234,50 DH. Centimes only when there are some; thousands apart by a plain space."""
    words = _WORDS[variety]
    text = f"{value:,.2f}" if value != value.to_integral_value() else f"{value:,.0f}"
    return text.replace(",", " ").replace(".", words["decimal"]) + " " + words["currency"]


def day(value: date, variety: str, *, compact: bool = False) -> str:
    """3 mars 1985; compact (SMS, USSD): 03/03/1985, the same in every variety."""
    if compact:
        return value.strftime("%d/%m/%Y")
    number = "1er" if variety == "fr" and value.day == 1 else value.day
    return f"{number} {_WORDS[variety]['months'][value.month - 1]} {value.year}"


def month(value: date, variety: str, *, compact: bool = False) -> str:
    """mars 1985; compact: 03/1985."""
    if compact:
        return value.strftime("%m/%Y")
    return f"{_WORDS[variety]['months'][value.month - 1]} {value.year}"


def clock(value: date, hour: int, variety: str, *, compact: bool = False) -> str:
    """A day and a full hour."""
    return _WORDS[variety]["hour"].format(day=day(value, variety, compact=compact), hour=hour)
