"""What is said once a complaint is recorded: its reference, and where the official complaint is made."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from backend.answers.composed import stated_part
from backend.answers.model import Answer, Day, Part, Text
from backend.complaints.kinds import OTHER
from backend.facts.fact import Fact

_PLAN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "complaints.yml").read_text(encoding="utf-8"))


def recorded(reference: str, day: date, kind: str, *, about_score: bool) -> Answer:
    """A complaint is recorded. One about a score is led to the review, which is its official way."""
    official, facts = _official(kind)
    parts = [Part("complaint-recorded", {"reference": Text(reference), "day": Day(day)}), official]
    if about_score:
        parts.append(Part("complaint-score", essential=False))
    follow_up = ("review_howto", "human_agent") if about_score else ("human_agent", "help")
    return Answer(parts=tuple(parts), facts=facts, next=follow_up)


def _official(kind: str) -> tuple[Part, tuple[Fact, ...]]:
    for name in (kind, OTHER):
        part, facts = stated_part(_PLAN["kinds"][name])
        if part is not None:
            return part, tuple(facts.values())
    return Part(_PLAN["ask"]), ()
