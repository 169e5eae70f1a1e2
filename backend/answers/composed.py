"""General answers as data (`general.yml`): parts that are said only while the facts they rest on may be stated."""

from pathlib import Path
from typing import Any

import yaml

from backend.answers.knowledge import stated
from backend.answers.model import Amount, Answer, Count, Part, Score, Text, Value
from backend.facts.fact import Fact

ANSWERS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "general.yml").read_text(encoding="utf-8"))
COUNTED = frozenset({"days", "months", "years", "hours", "digits", "count", "children", "persons"})


def compose(question: str) -> Answer:
    """The answer to a question of `general.yml` as its facts stand today. Sources are named once each, in order."""
    plan = ANSWERS[question]
    parts: list[Part] = []
    facts: dict[str, Fact] = {}
    for number, planned in enumerate(plan["parts"]):
        part, known = stated_part(planned)
        if part is not None:
            parts.append(part)
            facts.update(known)
        elif number == 0:
            parts.append(Part(plan["ask"]))
    return Answer(parts=tuple(parts), facts=tuple(facts.values()), next=tuple(plan["next"]))


def stated_part(planned: dict[str, Any]) -> tuple[Part | None, dict[str, Fact]]:
    """A part of the data and its facts by id; no part when one of them may not be stated today."""
    values: dict[str, str] = planned.get("values", {})
    found = {fact_id: stated(fact_id) for fact_id in [*values.values(), *planned.get("facts", ())]}
    known = {fact_id: fact for fact_id, fact in found.items() if fact is not None}
    if len(known) < len(found):
        return None, {}
    said = {name: value_of(known[fact_id]) for name, fact_id in values.items()}
    return Part(planned["key"], said, essential=planned.get("sms", False)), known


def value_of(fact: Fact) -> Value:
    """A fact's value for the renderer: scores and dirhams by their formatter, counts with plurals, else as written."""
    if fact.unit == "score":
        return Score(fact.decimal())
    if fact.unit.startswith("MAD"):
        return Amount(fact.decimal())
    if fact.unit in COUNTED:
        return Count(fact.integer())
    return Text(fact.text())
