"""References: what is made is valid, and what people mistype is noticed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backend import references
from language.entities import parse_entities
from tests.unit.test_language_entities import TODAY

PREFIXES = st.sampled_from(["REC", "REV"])
YEARS = st.integers(1900, 2099)
NUMBERS = st.integers(1, references.LARGEST_NUMBER)


@given(PREFIXES, YEARS, NUMBERS)
def test_a_made_reference_is_valid_and_read_back_from_a_message(prefix: str, year: int, number: int) -> None:
    reference = references.make(prefix, year, number)
    assert references.is_valid(reference)
    (found,) = parse_entities(f"mon dossier {reference} svp", today=TODAY)
    name = {"REC": "complaint_reference", "REV": "review_reference"}[prefix]
    assert (found.name, found.value, found.problem) == (name, reference, None)


@given(NUMBERS, st.data())
def test_one_wrong_digit_is_noticed(number: int, data: st.DataObject) -> None:
    reference = references.make("REC", 2026, number)
    place = data.draw(st.integers(len("REC-2026-"), len(reference) - 1))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != reference[place]]))
    assert not references.is_valid(reference[:place] + digit + reference[place + 1 :])


@given(NUMBERS, st.data())
def test_neighbours_that_changed_places_are_noticed(number: int, data: st.DataObject) -> None:
    reference = references.make("REC", 2026, number)
    place = data.draw(st.integers(len("REC-2026-"), len(reference) - 2))
    first, second = reference[place : place + 2]
    assume(first != second and {first, second} != {"0", "9"})
    assert not references.is_valid(reference[:place] + second + first + reference[place + 2 :])


@given(st.lists(NUMBERS, min_size=2, max_size=2, unique=True))
def test_two_numbers_have_two_references(numbers: list[int]) -> None:
    assert len({references.make("REC", 2026, number) for number in numbers}) == 2


@given(st.text(max_size=20))
def test_any_text_is_judged(text: str) -> None:
    assert references.is_valid(text) in {True, False}


def test_the_check_digit_is_luhns() -> None:
    assert references.make("REC", 2026, 1) == "REC-2026-000018"
    assert references.make("REV", 2027, 79927) == "REV-2027-799270"
    assert references.make("REC", 2026, 99_999_999) == "REC-2026-999999998"


@pytest.mark.parametrize(
    "reference",
    ["", "REC-2026-000017", "rec-2026-000018", "REC-26-000018", "REC-2026-18", "REC-2026-000018\n", "REC-2026-٠٠٠٠١٨"],
)
def test_what_is_no_reference_is_not_valid(reference: str) -> None:
    assert not references.is_valid(reference)


@pytest.mark.parametrize(
    ("prefix", "year", "number"),
    [
        ("REC", 2026, 0),
        ("REC", 2026, -1),
        ("REC", 2026, 100_000_000),
        ("RE", 2026, 1),
        ("rec", 2026, 1),
        ("REC", 26, 1),
    ],
)
def test_no_reference_is_made_of_anything_else(prefix: str, year: int, number: int) -> None:
    with pytest.raises(ValueError, match="no reference"):
        references.make(prefix, year, number)
