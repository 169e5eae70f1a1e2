"""The book of facts: schema, periods of validity, ageing, reloading."""

import logging
import os
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.facts.book import Fact, FactBook, FactsError, Grade, UnknownFact, WrongUnitError, current_book

RECORD = {
    "id": "review.window",
    "value": '"60"',
    "unit": "days",
    "operator": '"<="',
    "source": "a test",
    "source_date": "2020-08-13",
    "source_tag": "Loi 72.18",
    "checked_on": "2026-11-22",
    "confidence": "B",
}
Write = Callable[..., Path]


def record(**changes: str | None) -> str:
    """A fact as YAML text; a change to None leaves the key out."""
    lines = [f"{key}: {value}" for key, value in {**RECORD, **changes}.items() if value is not None]
    return "  - " + "\n    ".join(lines) + "\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a fact file and make sure that its time of change differs from the last one."""
    edits = iter(range(1, 1000))

    def write_file(*records: str, name: str = "facts.yml", text: str | None = None) -> Path:
        path = tmp_path / name
        path.write_text("facts:\n" + "".join(records) if text is None else text, encoding="utf-8")
        moment = 1_700_000_000 + next(edits)
        os.utime(path, (moment, moment))
        return tmp_path

    return write_file


def make(**changes: object) -> Fact:
    values: dict[str, object] = {
        "id": "a.fact",
        "value": "60",
        "unit": "days",
        "operator": "<=",
        "valid_from": None,
        "valid_to": None,
        "source": "a test",
        "source_date": None,
        "checked_on": date(2026, 11, 22),
        "confidence": Grade.B,
        "source_tag": "Test",
    }
    return Fact(**{**values, **changes})  # type: ignore[arg-type]


# ---- reading


def test_a_number_keeps_every_digit_with_or_without_quotes(write: Write) -> None:
    folder = write(
        record(id="a.quoted", value='"9.3264284"', unit="score"),
        record(id="a.bare", value="10.2373160", unit="score"),
        record(id="a.phone", value="0802030100", unit="phone", operator=None),
    )
    book = FactBook.from_folder(folder)
    today = date(2026, 11, 22)
    assert str(book.get("a.quoted", today).decimal()) == "9.3264284"
    assert str(book.get("a.bare", today).decimal()) == "10.2373160"
    assert book.get("a.phone", today).text() == "0802030100"


def test_every_field_is_read(write: Write) -> None:
    folder = write(record(valid_from="2022-01-01", valid_to="2026-12-31", equality="unverified", note="In  short."))
    fact = FactBook.from_folder(folder).get("review.window", date(2026, 11, 22))
    assert fact == Fact(
        id="review.window",
        value="60",
        unit="days",
        operator="<=",
        valid_from=date(2022, 1, 1),
        valid_to=date(2026, 12, 31),
        source="a test",
        source_date="2020-08-13",
        checked_on=date(2026, 11, 22),
        confidence=Grade.B,
        source_tag="Loi 72.18",
        note="In short.",
        equality_verified=False,
        file="facts.yml",
    )


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"value": None}, "review.window: value is missing"),
        ({"unit": None}, "review.window: unit is missing"),
        ({"source": None}, "review.window: source is missing"),
        ({"source": '" "'}, "review.window: source is missing"),
        ({"source_tag": None}, "review.window: source_tag is missing"),
        ({"checked_on": None}, "review.window: checked_on is missing"),
        ({"confidence": None}, "review.window: confidence is missing"),
        ({"id": None}, "a fact without id: id is missing"),
        ({"colour": "blue"}, "review.window: the key colour is not known"),
        ({"confidence": "D"}, "confidence must be one of A B C UNVERIFIED, found 'D'"),
        ({"confidence": "b"}, "confidence must be one of A B C UNVERIFIED, found 'b'"),
        ({"unit": "furlongs"}, "unit must be one of"),
        ({"operator": '"=<"'}, "operator must be one of <= < >= > =, found '=<'"),
        ({"id": "Window"}, "id must be lower-case words joined by dots"),
        ({"value": "sixty"}, "value must be a number for the unit days, found 'sixty'"),
        ({"value": "60,5"}, "value must be a number for the unit days, found '60,5'"),
        ({"value": "٦٠"}, "value must be a number for the unit days"),
        ({"value": "[60]"}, "value must be text"),
        ({"unit": "text"}, "the operator <= needs a number, the unit is text"),
        ({"unit": "date", "operator": None}, "value must be a date for the unit date, found '60'"),
        ({"unit": "date", "operator": None, "value": "2026-02-30"}, "value must be a date"),
        ({"unit": "yes_no", "operator": None}, "value must be a yes or no for the unit yes_no, found '60'"),
        ({"unit": "phone", "operator": None, "value": "+212 5"}, "value must be a telephone number"),
        ({"unit": "url", "operator": None, "value": "rsu"}, "value must be a web address"),
        ({"checked_on": "22/11/2026"}, "checked_on must be a date like 2026-11-22"),
        ({"checked_on": "2026-02-30"}, "checked_on must be a date like 2026-11-22"),
        ({"valid_from": "soon"}, "valid_from must be a date"),
        ({"valid_from": "2026-01-02", "valid_to": "2026-01-01"}, "valid_from is later than valid_to"),
        ({"source_date": "2026-1"}, "source_date must be a year, a month (2026-11) or a date"),
        ({"source_date": "2026-13"}, "source_date must be a year, a month (2026-11) or a date"),
        ({"source_date": "2026-12"}, "source_date is later than checked_on"),
        ({"source_tag": "A tag that is far too long"}, "source_tag must be 20 plain letters and digits at most"),
        ({"source_tag": "القانون"}, "source_tag must be 20 plain letters and digits at most"),
        ({"confidence": "UNVERIFIED", "note": "x"}, "an UNVERIFIED fact has the value null"),
        ({"value": "null"}, "an UNVERIFIED fact has the value null, every other fact has a value"),
        ({"value": "null", "confidence": "UNVERIFIED"}, "an UNVERIFIED fact needs a note"),
        ({"equality": "perhaps"}, "equality must be one of verified unverified"),
        ({"equality": "unverified", "operator": '"="'}, "equality is a remark on one of the operators"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_deviation_from_the_schema_is_said_with_file_and_id(
    write: Write, changes: dict[str, str | None], problem: str
) -> None:
    with pytest.raises(FactsError) as raised:
        FactBook.from_folder(write(record(**changes)))
    assert any(problem in found for found in raised.value.problems), raised.value.problems
    assert all(found.startswith("facts.yml: ") for found in raised.value.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "must hold one list named facts"),
        ("facts: {}", "must hold one list named facts"),
        ("facts: []\nmore: 1", "must hold one list named facts"),
        ("facts:\n  - [", "is not well-formed YAML (line "),
        ("facts:\n  - id: a.b\n    id: a.c", "the key 'id' stands twice"),
        ("facts: [60]", "every fact is a list of keys, found '60'"),
        ("facts:\n  - ? [a]\n    : b", "is not well-formed YAML"),
        ("facts:\n  - ~: b", "the key None is not known"),
        ("facts: !!python/object:os.system {}", "is not well-formed YAML"),
    ],
)
def test_a_file_that_is_no_fact_file_is_said(write: Write, text: str, problem: str) -> None:
    with pytest.raises(FactsError) as raised:
        FactBook.from_folder(write(text=text))
    assert any(problem in found for found in raised.value.problems), raised.value.problems


def test_all_problems_of_all_files_are_listed(write: Write) -> None:
    write(record(confidence="D", source=None), record(id="a.second", unit="furlongs"), name="one.yml")
    folder = write(record(id="a.third", checked_on="then"), name="two.yml")
    with pytest.raises(FactsError) as raised:
        FactBook.from_folder(folder)
    problems = raised.value.problems
    assert [problem.split(": ")[:2] for problem in problems] == [
        ["one.yml", "review.window"],
        ["one.yml", "review.window"],
        ["one.yml", "a.second"],
        ["two.yml", "a.third"],
    ]


def test_an_empty_or_missing_folder_is_said(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FactsError, match="holds no fact file"):
            FactBook.from_folder(folder)


def test_files_that_are_not_facts_are_left_alone(write: Write) -> None:
    write(text="not: facts", name=".#facts.yml")
    write(text="not: facts", name="notes.txt")
    assert FactBook.from_folder(write(record())).ids == ("review.window",)


# ---- versions


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((None, None), (None, None)),
        ((None, "2025-01-01"), ("2025-01-01", None)),
        (("2024-01-01", None), ("2025-01-01", None)),
        (("2024-01-01", "2026-01-01"), ("2025-01-01", "2025-02-01")),
        ((None, "2025-12-31"), (None, None)),
    ],
)
def test_versions_that_overlap_are_refused(
    write: Write, first: tuple[str | None, str | None], second: tuple[str | None, str | None]
) -> None:
    folder = write(*(record(valid_from=begin, valid_to=end) for begin, end in (first, second)))
    with pytest.raises(FactsError, match=r"review\.window: two versions hold on"):
        FactBook.from_folder(folder)


def test_versions_stay_in_one_file_and_one_unit(write: Write) -> None:
    write(record(valid_to="2025-12-31"), name="one.yml")
    folder = write(record(valid_from="2026-01-01", unit="months"), name="two.yml")
    with pytest.raises(FactsError) as raised:
        FactBook.from_folder(folder)
    assert len(raised.value.problems) == 2


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=6, unique=True), st.integers(1, 400))
def test_a_look_up_finds_the_version_of_each_boundary_day(starts: list[int], last_length: int) -> None:
    origin = date(2020, 1, 1)
    begins = [origin + timedelta(days=start) for start in sorted(starts)]
    ends = [begin - timedelta(days=1) for begin in begins[1:]] + [begins[-1] + timedelta(days=last_length)]
    periods = list(zip(begins, ends, strict=True))
    book = FactBook(make(value=str(n), valid_from=b, valid_to=e) for n, (b, e) in reversed(list(enumerate(periods))))
    for number, (begin, end) in enumerate(periods):
        assert [book.get("a.fact", day).integer() for day in (begin, end)] == [number, number]
    for outside in (begins[0] - timedelta(days=1), ends[-1] + timedelta(days=1)):
        with pytest.raises(UnknownFact, match="has no version for"):
            book.get("a.fact", outside)


def test_an_open_end_holds_for_ever() -> None:
    book = FactBook([make()])
    assert book.get("a.fact", date.min) is book.get("a.fact", date.max)


def test_an_unknown_fact_is_a_key_error_with_a_sentence() -> None:
    with pytest.raises(KeyError) as raised:
        FactBook([make()]).get("no.such", date(2026, 1, 1))
    assert str(raised.value) == "There is no fact no.such."


# ---- values


def test_values_come_out_as_what_they_are() -> None:
    assert make(value="60").integer() == 60
    assert make(unit="date", value=date(2022, 12, 1), operator=None).day() == date(2022, 12, 1)
    assert make(unit="date", value=date(2022, 12, 1), operator=None).text() == "2022-12-01"
    assert [make(unit="yes_no", value=value, operator=None).yes() for value in ("yes", "no")] == [True, False]
    assert make(unit="url", value="rsu.ma", operator=None).text() == "rsu.ma"


def test_a_value_is_not_taken_for_what_it_is_not() -> None:
    for wrong in (
        make(value="9.5").integer,
        make(value=None).decimal,
        make(value=None).text,
        make(unit="phone", value="3939").decimal,
        make(unit="text", value="60").decimal,
        make(unit="text", value="yes").yes,
        make(value="60").day,
    ):
        with pytest.raises(WrongUnitError):
            wrong()


# ---- ageing


@pytest.mark.parametrize(
    ("written", "aged"), [("A", "B"), ("B", "C"), ("C", "UNVERIFIED"), ("UNVERIFIED", "UNVERIFIED")]
)
def test_a_fact_drops_one_grade_after_180_days(written: str, aged: str) -> None:
    fact = make(confidence=Grade(written))
    book = FactBook([fact])
    grades = [book.grade(fact, fact.checked_on + timedelta(days=days)) for days in (0, 180, 181, 4000)]
    assert grades == [written, written, aged, aged]


@pytest.mark.parametrize(
    ("confidence", "value", "fresh", "stale"),
    [("A", "60", True, True), ("B", "60", True, False), ("C", "60", False, False), ("UNVERIFIED", None, False, False)],
)
def test_only_a_and_b_after_ageing_may_be_stated(confidence: str, value: str | None, fresh: bool, stale: bool) -> None:
    fact = make(confidence=Grade(confidence), value=value)
    book = FactBook([fact])
    stated = [book.may_state(fact, fact.checked_on + timedelta(days=days)) for days in (180, 181)]
    assert stated == [fresh, stale]


# ---- reloading


def test_a_changed_file_changes_the_answer(write: Write) -> None:
    today = date(2026, 11, 22)
    folder = write(record())
    first = current_book(folder)
    assert current_book(folder) is first
    write(record(value="45"))
    assert current_book(folder).get("review.window", today).integer() == 45
    write(record(id="a.second"), name="more.yml")
    assert current_book(folder).ids == ("review.window", "a.second")
    (folder / "more.yml").unlink()
    assert current_book(folder).ids == ("review.window",)


def test_an_edit_of_equal_length_by_renaming_is_seen(write: Write) -> None:
    folder = write(record())
    assert current_book(folder).get("review.window", date(2026, 11, 22)).integer() == 60
    original = (folder / "facts.yml").stat()
    replacement = folder / "new.tmp"
    replacement.write_text("facts:\n" + record(value='"61"'), encoding="utf-8")
    os.utime(replacement, ns=(original.st_atime_ns, original.st_mtime_ns))
    replacement.replace(folder / "facts.yml")
    assert current_book(folder).get("review.window", date(2026, 11, 22)).integer() == 61


def test_an_invalid_edit_keeps_the_last_good_book_and_warns_once(
    write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write(record())
    good = current_book(folder)
    write(record(confidence="D"))
    with caplog.at_level(logging.WARNING):
        assert current_book(folder) is good
        assert current_book(folder) is good
    assert len(caplog.records) == 1
    assert "confidence must be one of" in caplog.text
    write(record(value="45"))
    assert current_book(folder).get("review.window", date(2026, 11, 22)).integer() == 45


def test_an_emptied_folder_keeps_the_last_good_book(write: Write) -> None:
    folder = write(record())
    good = current_book(folder)
    (folder / "facts.yml").unlink()
    assert current_book(folder) is good


def test_the_log_names_what_changed(write: Write, caplog: pytest.LogCaptureFixture) -> None:
    folder = write(record(), record(id="a.second"))
    current_book(folder)
    write(record(), record(id="a.second", value="7"))
    with caplog.at_level(logging.INFO):
        current_book(folder)
    assert caplog.messages == [f"Facts in {folder} were read again, changed: a.second"]


def test_a_folder_that_was_never_good_is_an_error(write: Write) -> None:
    folder = write(record(confidence="D"))
    for _ in range(2):
        with pytest.raises(FactsError):
            current_book(folder)


def test_readers_never_see_a_half_written_file(write: Write) -> None:
    folder = write(record())
    current_book(folder)
    seen: set[int] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(current_book(folder).get("review.window", date(2026, 11, 22)).integer())

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(61, 100):
        write(record(value=str(number)))
    stop.set()
    for reader in readers:
        reader.join()
    assert seen <= set(range(60, 100))
    assert current_book(folder).get("review.window", date(2026, 11, 22)).integer() == 99
