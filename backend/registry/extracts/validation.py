"""Checking a row of an extract: every reason why it cannot be loaded, or its normalised values."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from backend.identity.cipher import look_up
from backend.registry.extracts.columns import Kind
from backend.registry.extracts.values import BadValueError, read_value

Values = dict[str, Any]


@dataclass(slots=True)
class Record:
    """One record of a file as it was read: `line` is where it begins, `problem` why it has no cells."""

    line: int
    cells: list[str]
    problem: str = ""


@dataclass(slots=True)
class Row:
    """A row that passed: normalised values, and the keyed hash of all of them."""

    record: Record
    values: Values
    digest: bytes = field(default=b"")


def _notified_after_computed(values: Values) -> str | None:
    if values["notified_on"] and values["computed_on"] and values["notified_on"] < values["computed_on"]:
        return "notified_on is before computed_on."
    return None


def _both_coordinates(values: Values) -> str | None:
    if (values["latitude"] is None) != (values["longitude"] is None):
        return "latitude and longitude must be given together."
    return None


BETWEEN_COLUMNS: dict[str, tuple[Callable[[Values], str | None], ...]] = {
    "scores": (_notified_after_computed,),
    "centres": (_both_coordinates,),
}


def check_row(name: str, kind: Kind, cells: Mapping[str, str], today: date) -> tuple[Values, list[str]]:
    """The normalised values of a row (None where a value is empty or bad) and every reason against it, as sentences."""
    values: Values = {}
    reasons: list[str] = []
    for column in kind.columns:
        try:
            values[column.name] = read_value(column, cells[column.name], today)
        except BadValueError as error:
            values[column.name] = None
            reasons.append(f"{column.name} {error}.")
    reasons.extend(filter(None, (check(values) for check in BETWEEN_COLUMNS.get(name, ()))))
    return values, reasons


def digest_of(scope: str, values: Mapping[str, Any], *, is_demo: bool) -> bytes:
    """Keyed hash of normalised values in their order: the same content always gives the same 16 bytes."""
    parts = [f"{name}={_canonical(value)}" for name, value in values.items()]
    return look_up(f"row:{scope}", "\x1f".join([f"demo={is_demo}", *parts]))


def _canonical(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True, separators=(",", ":"))
    # `f`, because Decimal would print 0.0000001 as 1E-7 and 0.00000010 as 1.0E-7.
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
