"""Verdicts of the rights engine as parts of an answer: each rule a sentence, then whether it is met."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from backend import clock
from backend.answers.composed import value_of
from backend.answers.knowledge import book
from backend.answers.model import Count, Day, Part, Term, Text, Value
from backend.entitlements.changes import StatedDuty
from backend.entitlements.eligibility import Outcome, Reason, Ruling, Step, Verdict, evaluate
from backend.entitlements.grounds import Grounds
from backend.entitlements.situation import Situation
from backend.facts.fact import Fact, Grade

OPEN_QUESTIONS = {Outcome.MISSING, Outcome.OPEN}
# The variable of a rule's sentence that takes the figure of its test.
FIGURES = {"score": "limit", "years": "age", "months": "months", "days": "days", "date": "day"}


def grounds(as_of: date | None = None) -> Grounds:
    """The facts as they hold on a day (today), and may be said today."""
    today = clock.today()
    return Grounds(book(), as_of or today, today)


def of_situation(situation: Situation, as_of: date | None = None) -> tuple[Verdict, ...]:
    """Every right's verdict for a situation."""
    return evaluate(situation, grounds(as_of))


def name_of(right: str) -> Term:
    """What a right is called."""
    name = right.replace("_", "-")
    return Term(f"regime-{name}" if right.startswith("amo_") else f"right-{name}")


def ruling_part(verdict: Verdict, *, essential: bool = False) -> Part:
    """The ruling in one sentence."""
    key = "ruling-not-yet" if verdict.is_not_yet else f"ruling-{verdict.ruling}".replace("_", "-")
    return Part(key, {"regime": name_of(verdict.right)}, essential=essential)


def reason_parts(reason: Reason) -> list[Part]:
    """A rule as a sentence and what became of it; a rule that may not be said only by what it is about."""
    name = reason.condition.replace("_", "-")
    if reason.outcome in {Outcome.REPORTED, Outcome.UNCONFIRMED}:
        return [_doubt(reason, Term(f"topic-{name}"))]
    parts = [Part(f"rule-{name}", _figure(reason)), Part(f"status-{reason.outcome}".replace("_", "-"))]
    if reason.from_day is not None and reason.outcome is Outcome.FAILED:
        parts.append(Part("status-from", {"day": Day(reason.from_day)}))
    return parts


def _doubt(reason: Reason, topic: Term) -> Part:
    """Why a rule is not said: a single report names it, or nothing that is fresh enough does."""
    if not reason.reported or any(fact.confidence is not Grade.C for fact in reason.reported):
        return Part("doubt-unconfirmed", {"topic": topic})
    reports = [f"{fact.source}, {fact.source_date or fact.checked_on.year}" for fact in reason.reported]
    return Part("doubt-reported", {"topic": topic, "sources": Text("; ".join(dict.fromkeys(reports)))})


def step_part(step: Step) -> Part:
    """What comes next."""
    return Part(f"step-{step.id}".replace("_", "-"), {name: value_of(fact) for name, fact in step.values.items()})


def duty_part(duty: StatedDuty) -> Part:
    """What a change asks or brings."""
    return Part(duty.key, {name: value_of(fact) for name, fact in duty.values.items()})


def still_open(verdicts: Iterable[Verdict]) -> tuple[tuple[Part, ...], tuple[Fact, ...]]:
    """The rights that remain possible, each with the rules that are still open, and the facts these rest on.

    Left out on SMS.
    """
    parts: list[Part] = []
    facts: list[Fact] = []
    for verdict in verdicts:
        if verdict.ruling is Ruling.DEPENDS:
            parts.append(ruling_part(verdict))
            for reason in (r for r in verdict.reasons if r.counts and r.outcome in OPEN_QUESTIONS):
                parts.append(replace(reason_parts(reason)[0], essential=False))
                facts.extend(reason.facts)
    return tuple(parts), tuple(facts)


def _figure(reason: Reason) -> dict[str, Value]:
    fact = reason.figure
    if fact is None or fact.unit not in FIGURES:
        return {}
    value: Value = Day(fact.day()) if fact.unit == "date" else value_of(fact)
    return {FIGURES[fact.unit]: Count(fact.integer()) if fact.unit == "years" else value}
