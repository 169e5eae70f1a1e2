"""Reading households of the standard, and the notice of their score in four varieties."""

import json
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.answers import formatting
from backend.answers.formatting import VARIETIES
from backend.answers.rendering import render
from backend.notifications.segments import is_gsm7, measure
from backend.scores.models import ScoreNotice
from backend.settings import Settings
from backend.spdci.json_text import read
from backend.spdci.notices import score_notice
from backend.spdci.records import RecordError, read_group, records_of
from tests.fakes.registry import a_group, raw, text_of

SETTINGS = Settings()
SCORES = st.from_regex(r"([1-9]|[1-9][0-9])(\.[0-9]{1,30})?", fullmatch=True)


def sent(group: Any) -> Any:
    """A group as it arrives."""
    return read(text_of(group).encode())


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.clock.today", lambda: date(2026, 11, 22))


@given(SCORES)
def test_should_bring_every_score_through_as_it_was_sent(text: str) -> None:
    for score in (raw(text), json.loads(json.dumps(text))):  # a number, or as some registries write it, a text
        group = sent(a_group(score=None, idcs="4820175936", last_updated="2026-01-01") | {"poverty_score": score})
        found = read_group(group, SETTINGS).score
        assert str(found) == text
        assert formatting.score(found) == text


@pytest.mark.parametrize("text", ["0", "0.000", "100", "99.9e1", "1E1", "-1", "07.1", "9.", ".9", "9,3", "", "٩.٣"])
def test_should_refuse_what_is_no_score(text: str) -> None:
    group = a_group(score=None, idcs="4820175936") | {"poverty_score": text}
    with pytest.raises(RecordError, match="poverty_score"):
        read_group(group, SETTINGS)


def test_should_read_all_identifiers_of_the_types_that_are_ours() -> None:
    group = a_group(score="9.1", idcs="4820175936", reference="RSU-1")
    group["member_list"].append({"member_identifier": {"identifier_type": "IDCS", "identifier_value": "0610203040"}})
    group["member_list"] += ["M3", {"member_identifier": "M4", "demographic_info": "?"}]
    group["member_list"].append({"member_identifier": {"identifier_type": "NationalID", "identifier_value": "1" * 10}})
    group["member_list"].append({"member_identifier": {"identifier_type": "IDCS", "identifier_value": "12"}})
    found = read_group(sent(group), SETTINGS)
    assert (found.references, found.idcs) == (("RSU-1",), ("4820175936", "0610203040"))


@pytest.mark.parametrize(
    ("changes", "day", "is_dated"),
    [
        ({"last_updated": "2026-11-20T23:30:00Z"}, date(2026, 11, 21), False),  # past midnight in Morocco
        ({"last_updated": "2026-11-20"}, date(2026, 11, 20), False),
        ({"additional_attributes": [{"services": "x"}, {"score_computed_on": "2026-10-28"}]}, date(2026, 10, 28), True),
        ({"additional_attributes": {"score_computed_on": "2026-10-28"}}, date(2026, 10, 28), True),
        (
            {"additional_attributes": [{"key": "score_computed_on", "value": "2026-10-28"}], "last_updated": None},
            date(2026, 10, 28), True,
        ),
    ],
)  # fmt: skip
def test_should_read_the_day_of_the_score(changes: dict[str, Any], day: date, is_dated: bool) -> None:
    found = read_group(sent(a_group(score="9.1", idcs="4820175936") | changes), SETTINGS)
    assert (found.computed_on, found.is_dated) == (day, is_dated)


@pytest.mark.parametrize("record", [None, [], "x", {}, a_group(score="9.1"), a_group(score="9.1", idcs="1")])
def test_should_refuse_a_record_without_a_household(record: Any) -> None:
    with pytest.raises(RecordError):
        read_group(record, SETTINGS)


def test_should_find_the_records_of_answers_and_of_notifications() -> None:
    assert [records_of({"reg_records": records}) for records in ([1, 2], {"a": 1}, [], {}, None)] == [
        [1, 2], [{"a": 1}], [], [], [],
    ]  # fmt: skip
    assert records_of("x") == []


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("score", ["9.3264284", "10.326428412345678901234567890123"])
def test_should_tell_the_score_and_no_last_day(variety: str, score: str) -> None:
    notice = ScoreNotice(id=uuid.uuid4(), score=Decimal(score), computed_on=date(2026, 11, 20))
    text = render(score_notice(notice), variety, "sms").text
    assert score in text
    assert text.count("2026") == 1, "the day of the score, and no other day"
    assert "60" not in text
    assert measure(text).segments <= 3
    assert is_gsm7(text) is (variety in {"fr", "ary-Latn"})
