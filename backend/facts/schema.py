"""Reading fact files: every deviation from the schema becomes one sentence with file and id."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from backend.facts.fact import OPERATORS, UNITS, Fact, Grade, ValueKind
from backend.facts.plain_yaml import PlainYamlError, read_plain_yaml

REQUIRED = ("id", "value", "unit", "source", "checked_on", "confidence", "source_tag")
OPTIONAL = ("operator", "valid_from", "valid_to", "source_date", "note", "equality")
SUFFIXES = (".yml", ".yaml")

ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
# Short and within GSM 03.38: one letter outside it would turn the whole SMS into UCS-2.
SOURCE_TAG = re.compile(r"[A-Za-z0-9éèàù .,/+'-]{1,20}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SOURCE_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
SHAPES = {
    ValueKind.NUMBER: re.compile(r"-?\d+(\.\d+)?", re.ASCII),
    ValueKind.DATE: DAY,
    ValueKind.YES_NO: re.compile(r"yes|no"),
    ValueKind.PHONE: re.compile(r"\d{3,10}", re.ASCII),
    ValueKind.URL: re.compile(r"(https?://)?[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s]*)?", re.IGNORECASE),
    ValueKind.TEXT: re.compile(r"\S(.*\S)?"),
}


class FactsError(ValueError):
    """The fact files cannot be used. `problems` has one sentence for each thing that is wrong, with file and id."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def fact_files(folder: Path) -> list[Path]:
    """The fact files of a folder, by name."""
    return sorted(path for path in folder.glob("[!.]*") if path.suffix in SUFFIXES)


def read_facts(folder: Path) -> list[Fact]:
    """Read every fact file of a folder.

    Raises FactsError with all problems of all files.
    """
    paths = fact_files(folder)
    problems: list[str] = [] if paths else [f"{folder}: holds no fact file (*.yml)"]
    facts: list[Fact] = []
    for path in paths:
        for record in _records(path, problems):
            reader = _RecordReader(path.name, record)
            fact = reader.fact()
            problems.extend(reader.problems)
            facts.extend([fact] if fact else [])
    problems.extend(_clashes(facts))
    if problems:
        raise FactsError(problems)
    return facts


def _records(path: Path, problems: list[str]) -> list[Any]:
    try:
        content = read_plain_yaml(path)
    except PlainYamlError as error:
        problems.append(f"{path.name}: {error}")
        return []
    if not isinstance(content, Mapping) or set(content) != {"facts"} or not isinstance(content["facts"], list):
        problems.append(f"{path.name}: must hold one list named facts and nothing beside it")
        return []
    return content["facts"]


class _RecordReader:
    """Reads one record and collects what is wrong with it."""

    def __init__(self, file: str, record: Any) -> None:
        self.file = file
        self.record: Mapping[Any, Any] = record if isinstance(record, Mapping) else {}
        self.where = f"{file}: {self.record.get('id', 'a fact without id')}"
        self.problems: list[str] = (
            [] if self.record else [f"{file}: every fact is a list of keys, found {record!r:.60}"]
        )

    def fact(self) -> Fact | None:
        """Return the fact, or None with `problems` filled."""
        if not self.record:
            return None
        self._check_keys()
        checked_on, confidence = self._day("checked_on"), self._grade()
        fact_id, unit = self._matching("id", ID, "lower-case words joined by dots"), self._one_of("unit", tuple(UNITS))
        kind = UNITS.get(unit, ValueKind.TEXT)
        value = self._value(kind, unit) if unit else None
        source_date = self._source_date(checked_on)
        fact = Fact(
            id=fact_id,
            value=value,
            unit=unit,
            operator=self._one_of("operator", OPERATORS) or None,
            valid_from=self._day("valid_from"),
            valid_to=self._day("valid_to"),
            source=self._text("source"),
            source_date=source_date,
            checked_on=checked_on or date.min,
            confidence=confidence,
            source_tag=self._matching("source_tag", SOURCE_TAG, "20 plain letters and digits at most, for SMS"),
            note=self._text("note"),
            equality_verified=self._one_of("equality", ("verified", "unverified")) != "unverified",
            file=self.file,
        )
        if unit:
            self._check_together(fact)
        return None if self.problems else fact

    def _say(self, problem: str) -> None:
        self.problems.append(f"{self.where}: {problem}")

    def _check_keys(self) -> None:
        for key in sorted(set(map(str, self.record)) - {*REQUIRED, *OPTIONAL}):
            self._say(f"the key {key} is not known")
        for key in REQUIRED:
            is_blank = not str(self.record.get(key) or "").strip()
            if key not in self.record or (key != "value" and is_blank):
                self._say(f"{key} is missing")
        for key, value in self.record.items():
            if not isinstance(value, str | None):
                self._say(f"{key} must be text")

    def _text(self, key: str) -> str:
        value = self.record.get(key)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def _matching(self, key: str, pattern: re.Pattern[str], words: str) -> str:
        text = self._text(key)
        if text and not pattern.fullmatch(text):
            self._say(f"{key} must be {words}, found {text!r}")
        return text

    def _one_of(self, key: str, choices: tuple[str, ...]) -> str:
        text = self._text(key)
        if text and text not in choices:
            self._say(f"{key} must be one of {' '.join(choices)}, found {text!r}")
            return ""
        return text

    def _grade(self) -> Grade:
        return Grade(self._one_of("confidence", tuple(Grade)) or Grade.UNVERIFIED)

    def _day(self, key: str) -> date | None:
        text = self._text(key)
        day = _parsed_day(text)
        if text and day is None:
            self._say(f"{key} must be a date like 2026-11-22, found {text!r}")
        return day

    def _source_date(self, checked_on: date | None) -> str | None:
        text = self._text("source_date")
        if not text:
            return None
        day = _parsed_day((text + "-01-01")[:10]) if SOURCE_DATE.fullmatch(text) else None
        if day is None:
            self._say(f"source_date must be a year, a month (2026-11) or a date, found {text!r}")
        elif checked_on is not None and day > checked_on:
            self._say("source_date is later than checked_on")
        return text

    def _value(self, kind: ValueKind, unit: str) -> str | date | None:
        if not isinstance(self.record.get("value"), str):
            return None
        text = self._text("value")
        day = _parsed_day(text)
        if not SHAPES[kind].fullmatch(text) or (kind is ValueKind.DATE and day is None):
            self._say(f"value must be a {kind} for the unit {unit}, found {text!r}")
            return None
        return day if kind is ValueKind.DATE else text

    def _check_grade(self, fact: Fact) -> None:
        if (fact.value is None) != (fact.confidence is Grade.UNVERIFIED):
            self._say("an UNVERIFIED fact has the value null, every other fact has a value")
        if fact.confidence is Grade.UNVERIFIED and not fact.note:
            self._say("an UNVERIFIED fact needs a note that says what is not known")

    def _check_together(self, fact: Fact) -> None:
        if not self.problems:
            self._check_grade(fact)
        if fact.operator and fact.kind is not ValueKind.NUMBER:
            self._say(f"the operator {fact.operator} needs a number, the unit is {fact.unit}")
        if not fact.equality_verified and fact.operator not in ("<=", "<", ">=", ">"):
            self._say("equality is a remark on one of the operators <= < >= >")
        if fact.valid_from and fact.valid_to and fact.valid_from > fact.valid_to:
            self._say("valid_from is later than valid_to")


def _parsed_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _clashes(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield what is wrong between the versions of one id."""
    versions: dict[str, list[Fact]] = {}
    for fact in facts:
        versions.setdefault(fact.id, []).append(fact)
    for fact_id, dated in versions.items():
        where = f"{dated[0].file}: {fact_id}"
        if len({fact.file for fact in dated}) > 1:
            yield f"{where}: has versions in several files ({', '.join(sorted({fact.file for fact in dated}))})"
        if len({fact.unit for fact in dated}) > 1:
            yield f"{where}: its versions have different units"
        ordered = sorted(dated, key=lambda fact: fact.valid_from or date.min)
        for before, after in pairwise(ordered):
            if (before.valid_to or date.max) >= (after.valid_from or date.min):
                yield f"{where}: two versions hold on {after.valid_from or 'the same days'}"
