"""What a message inside the complaint is: its text, unless it is surely something else."""

from types import SimpleNamespace
from typing import Any

import pytest

from backend.conversations.forms import RULES, FormState, take_words
from backend.conversations.state import SessionState


def outcome(words: int, intent: str, confidence: float) -> str:
    context: Any = SimpleNamespace(state=SessionState())
    return take_words(context, FormState("complaint", "typed"), words, (intent, confidence))


@pytest.mark.parametrize(
    ("words", "intent", "confidence", "expected"),
    [
        (12, "complaint", 0.9, "complete"),
        (3, "complaint", 0.9, "complete"),
        (12, "score_status", 0.97, "complete"),
        (6, "amo_benefits", 0.97, "complete"),
        (12, "nlu_fallback", 0.3, "complete"),
        (2, "out_of_scope", 0.9, "complete"),
        (12, "greet", 0.9, "complete"),
        (5, "amo_benefits", 0.6, "not_an_answer"),
        (5, "amo_benefits", 0.59, "complete"),
        (3, "score_status", 0.8, "not_an_answer"),
        (1, "help", 0.9, "not_an_answer"),
        (1, "cancel", 0.9, "not_an_answer"),
        (9, "human_agent", 0.9, "not_an_answer"),
        (15, "human_agent", 0.5, "complete"),
        (1, "greet", 0.9, "again"),
        (1, "affirm", 0.9, "again"),
        (0, "inform", 0.9, "again"),
        (0, "nlu_fallback", 0.0, "again"),
    ],
)
def test_should_keep_what_is_not_surely_something_else(
    words: int, intent: str, confidence: float, expected: str
) -> None:
    assert outcome(words, intent, confidence) == expected


def test_should_ask_three_times_then_let_go() -> None:
    context: Any = SimpleNamespace(state=SessionState(form=FormState("complaint", "typed")))
    form = context.state.form
    found = [take_words(context, form, 1, ("affirm", 0.9)) for _ in range(RULES["attempts"])]
    assert found == ["again", "again", "failed"]
    assert context.state.form is None
