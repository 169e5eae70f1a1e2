"""The figures of an evaluation, on results whose figures are known by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.understanding import metrics
from backend.understanding.evaluation import compare_entities
from backend.understanding.metrics import Result
from language.entities import Entity

RIGHT = Result("a", "greet", "fr", "greet", 0.9, answered=True, found_variety="fr")
WRONG = replace(RIGHT, intent="thank")
UNSURE = replace(WRONG, answered=False, confidence=0.3, found_variety="ar")
OUT = replace(RIGHT, intent="out_of_scope", predicted="out_of_scope")
RESULTS = [RIGHT, WRONG, UNSURE, OUT]


def test_should_count_as_the_definitions_say() -> None:
    assert metrics.accuracy(RESULTS) == 0.5
    assert metrics.coverage(RESULTS) == pytest.approx(2 / 3)
    assert metrics.wrong_confident(RESULTS) == 0.25
    assert metrics.variety_accuracy(RESULTS) == 0.75
    # greet: precision 1/3, recall 1; thank: never found; out_of_scope: found
    assert metrics.macro_f1(RESULTS) == pytest.approx((0.5 + 0 + 1) / 3)
    assert metrics.confusions(RESULTS) == [("thank", "greet", 2)]


def test_should_count_an_out_of_scope_message_answered_as_a_question_as_wrong() -> None:
    assert metrics.wrong_confident([replace(OUT, predicted="greet")]) == 1.0
    assert metrics.coverage([OUT]) == 0.0


def test_should_measure_calibration_in_bins() -> None:
    sure = [replace(RIGHT, confidence=0.95)] * 19 + [replace(WRONG, confidence=0.95)]
    assert metrics.calibration_error(sure) == pytest.approx(0.0)
    assert metrics.calibration_error([replace(WRONG, confidence=1.0)]) == pytest.approx(1.0)


def test_should_compare_entities_by_name_and_value() -> None:
    found = [
        Entity("city", "Fès", 0, 3),
        Entity("date", "2026-01-01", 4, 9),
        Entity("idcs", "1", 10, 11, "wrong_length"),
    ]
    assert compare_entities({"city": ["Fès"], "idcs": ["1"]}, found) == (2, 1, 1)
    assert metrics.entity_exact([RIGHT]) == 1.0
    assert metrics.entity_exact([replace(RIGHT, entities=2, entities_right=1)]) == 0.5


@given(st.floats(0, 1), st.integers(1, 10_000))
def test_should_hold_the_share_within_its_interval(share: float, count: int) -> None:
    low, high = metrics.wilson(share, count)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_should_draw_the_same_interval_every_time() -> None:
    assert metrics.bootstrap(RESULTS, metrics.accuracy) == metrics.bootstrap(RESULTS, metrics.accuracy)
    low, high = metrics.bootstrap(RESULTS * 20, metrics.accuracy)
    assert low < 0.5 < high
