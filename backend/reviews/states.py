"""The state machine of a request: the table of `transitions.yml`, and the ways through it."""

from collections import deque
from pathlib import Path
from typing import Any

import yaml

from backend.reviews.parties import ReviewRefusedError

_DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "transitions.yml").read_text(encoding="utf-8"))
TRANSITIONS: dict[str, tuple[str, ...]] = {state: tuple(after) for state, after in _DATA["transitions"].items()}
TOLD: dict[str, dict[str, str]] = _DATA["told"]
STATES = tuple(TRANSITIONS)
CLOSED = frozenset(state for state, after in TRANSITIONS.items() if not after)
DECISIONS = CLOSED - {"withdrawn"}
UNCONFIRMED = frozenset({"submitted", "transmitted"})  # recorded, not yet confirmed by the agency


def may_change(before: str, after: str) -> bool:
    """Whether a request in one state may change into the other in one step."""
    return after in TRANSITIONS[before]


def way(before: str, after: str) -> tuple[str, ...]:
    """The states to go through, the shortest way, the last one included. ReviewRefusedError when there is none.

    The agency's messages may leave out steps that must have been (a decision without "in review").
    """
    found: dict[str, tuple[str, ...]] = {}
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(before, ())])
    while waiting:
        state, steps = waiting.popleft()
        for following in TRANSITIONS[state]:
            if following not in found:
                found[following] = (*steps, following)
                waiting.append((following, found[following]))
    if after not in found:
        raise ReviewRefusedError("not-in-this-state", f"{before} -> {after}")
    return found[after]
