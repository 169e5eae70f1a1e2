"""The table of states, as the law's way is drawn in the design, and every way through it."""

from itertools import product

import pytest

from backend.reviews import messages
from backend.reviews.parties import ReviewRefusedError
from backend.reviews.states import CLOSED, DECISIONS, STATES, TOLD, TRANSITIONS, may_change, way


def test_should_have_the_states_of_the_design() -> None:
    assert TRANSITIONS == {
        "draft": ("submitted", "withdrawn"),
        "submitted": ("transmitted", "withdrawn"),
        "transmitted": ("acknowledged", "withdrawn"),
        "acknowledged": ("in_review", "withdrawn"),
        "in_review": ("more_information_requested", "maintained", "revised", "rejected_as_late", "withdrawn"),
        "more_information_requested": ("in_review", "withdrawn"),
        "maintained": (), "revised": (), "rejected_as_late": (), "withdrawn": (),
    }  # fmt: skip
    assert {"maintained", "revised", "rejected_as_late"} == DECISIONS
    assert DECISIONS | {"withdrawn"} == CLOSED


def test_should_name_known_states_only_and_reach_every_one() -> None:
    assert {after for following in TRANSITIONS.values() for after in following} | {"draft"} == set(STATES)


def test_should_tell_people_of_what_happens_to_their_request() -> None:
    assert set(TOLD) - {"information_given"} == set(STATES) - {"draft", "transmitted"}
    for told in TOLD.values():
        assert told["message"] in messages.ALL
        assert told.get("declarant", "filed") in messages.ALL
    assert {state for state, told in TOLD.items() if told["class"] == "statutory"} == {
        "more_information_requested", *DECISIONS,
    }  # fmt: skip


def reachable(state: str) -> set[str]:
    """Every state that any number of steps leads to."""
    found: set[str] = set()
    for _ in STATES:
        found |= {after for before in {state, *found} for after in TRANSITIONS[before]}
    return found


@pytest.mark.parametrize(("before", "after"), list(product(STATES, STATES)))
def test_should_go_only_where_the_table_leads(before: str, after: str) -> None:
    if after not in reachable(before):
        with pytest.raises(ReviewRefusedError, match="not-in-this-state"):
            way(before, after)
        return
    steps = way(before, after)
    assert steps[-1] == after
    assert all(may_change(start, end) for start, end in zip((before, *steps), steps, strict=False))
    assert not set(steps[:-1]) & CLOSED


@pytest.mark.parametrize("state", sorted(CLOSED))
def test_should_end_where_it_ends(state: str) -> None:
    for after in STATES:
        with pytest.raises(ReviewRefusedError):
            way(state, after)


def test_should_fill_in_what_the_agency_left_out() -> None:
    assert way("submitted", "revised") == ("transmitted", "acknowledged", "in_review", "revised")
    assert way("more_information_requested", "maintained") == ("in_review", "maintained")
