"""Reading a `Group` of the standard (a household): who it is, its score as it was sent, and the day of the score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from backend import clock
from backend.settings import Settings

SCORE = re.compile(r"(0|[1-9][0-9]?)(\.[0-9]{1,30})?")
IDCS = re.compile(r"[0-9]{10}")
COMPUTED_ON = "score_computed_on"  # our name among `additional_attributes`: v1.0.0 has no field for the day
LONGEST_REFERENCE = 40
MOST_MEMBERS = 100


class RecordError(Exception):
    """The record can't be read; the message says what, without its values."""


@dataclass(frozen=True)
class GroupScore:
    """A household as a registry names it, and its score.

    `is_dated`: the registry says when the score was computed. Otherwise `computed_on` is the day on which the record
    last changed, whatever changed in it.
    """

    references: tuple[str, ...]
    idcs: tuple[str, ...]
    score: Decimal
    computed_on: date
    is_dated: bool


def read_group(record: Any, settings: Settings) -> GroupScore:
    """Read one record of a registry. RecordError when it names no household, or no score in the form of the RSU."""
    if not isinstance(record, dict):
        raise RecordError("it is no object")
    references = tuple(_values(record.get("group_identifier"), settings.spdci_household_type))[:MOST_MEMBERS]
    idcs = tuple(dict.fromkeys(_members(record, settings.spdci_person_type)))[:MOST_MEMBERS]
    if not references and not idcs:
        raise RecordError("it has no identifier of a known type")
    day, is_dated = _day_of(record)
    return GroupScore(references, idcs, _score(record.get("poverty_score")), day, is_dated)


def records_of(data: Any) -> list[Any]:
    """The records of `data.reg_records`: a list in answers to a search, one object in notifications."""
    if not isinstance(data, dict) or not data.get("reg_records"):
        return []
    records = data["reg_records"]
    return records if isinstance(records, list) else [records]


def _score(text: Any) -> Decimal:
    if not isinstance(text, str) or not SCORE.fullmatch(text) or not 0 < (score := Decimal(text)) < 100:
        raise RecordError("poverty_score is no score: more than 0, less than 100, at most 30 decimals")
    return score


def _day_of(record: dict[str, Any]) -> tuple[date, bool]:
    stated = _attribute(record.get("additional_attributes"), COMPUTED_ON)
    day = _day(stated if stated is not None else record.get("last_updated"))
    if day > clock.today():
        raise RecordError("its day is in the future")
    return day, stated is not None


def _day(text: Any) -> date:
    """The day in Morocco of an ISO date or date-time."""
    try:
        instant = datetime.fromisoformat(text)
        return (instant.astimezone(clock.CASABLANCA) if instant.tzinfo else instant).date()
    except (TypeError, ValueError, OverflowError) as error:
        raise RecordError(f"neither {COMPUTED_ON} nor last_updated is a day") from error


def _attribute(attributes: Any, name: str) -> Any:
    """An additional attribute, written {name: value} as in the standard's example, or {"key": name, "value": value}."""
    for item in attributes if isinstance(attributes, list) else [attributes]:
        if isinstance(item, dict):
            if name in item:
                return item[name]
            if item.get("key") == name:
                return item.get("value")
    return None


def _members(record: dict[str, Any], kind: str) -> Iterator[str]:
    members = record.get("member_list")
    for member in [record.get("group_head_info"), *(members if isinstance(members, list) else [])]:
        if isinstance(member, dict):
            person = member.get("demographic_info")
            lists = [member.get("member_identifier"), person.get("identifier") if isinstance(person, dict) else None]
            for identifiers in lists:
                yield from (value for value in _values(identifiers, kind) if IDCS.fullmatch(value))


def _values(identifiers: Any, kind: str) -> Iterator[str]:
    """The values of one type among identifiers: a list of them, or one."""
    for item in identifiers if isinstance(identifiers, list) else [identifiers]:
        if isinstance(item, dict) and item.get("identifier_type") == kind:
            value = item.get("identifier_value")
            if isinstance(value, str) and 0 < len(value) <= LONGEST_REFERENCE:
                yield value
