"""What a change of situation brings: rights that end and open, what is to be declared by when, what happens if not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backend.entitlements.eligibility import Ruling, Verdict, evaluate
from backend.entitlements.grounds import Grounds
from backend.entitlements.rules import Duty, Rules, load_rules
from backend.entitlements.situation import Situation
from backend.facts.fact import Fact

DECLARE_WITHIN = "change.declare_within"


@dataclass(frozen=True)
class StatedDuty:
    """A duty that may be said today: its message, and facts by the names the message uses."""

    id: str
    key: str
    values: Mapping[str, Fact]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Change:
    """What a change does to rights: verdicts after it, for those that end and those that may open."""

    ending: tuple[Verdict, ...]
    opening: tuple[Verdict, ...]
    declare_by: date | None
    duties: tuple[StatedDuty, ...]


def duties(grounds: Grounds, *, bad_faith: bool = False, rules: Rules | None = None) -> tuple[StatedDuty, ...]:
    """What is to be declared, and what follows if it is not. Fines are for false data given in bad faith only."""
    found = []
    for duty in (rules or load_rules()).duties:
        said = _stated(duty, grounds) if bad_faith or duty.only is None else None
        if said is not None:
            found.append(said)
    return tuple(found)


def declare_by(changed_on: date, grounds: Grounds) -> date | None:
    """The last day to declare a change (law 72.18: within 30 days of it); None while the period may not be said.

    The day of the change is day 0, as for a review: how the law counts is in no source we have.
    """
    within = grounds.stated(DECLARE_WITHIN)
    return changed_on + timedelta(days=within.integer()) if within else None


def compare(
    before: Situation, after: Situation, changed_on: date, grounds: Grounds, rules: Rules | None = None
) -> Change:
    """What a change of situation on a day does to rights, with what it asks of people."""
    then = {verdict.right: verdict.ruling for verdict in evaluate(before, grounds, rules)}
    now = evaluate(after, grounds, rules)
    possible = {Ruling.ELIGIBLE, Ruling.DEPENDS}
    return Change(
        ending=tuple(v for v in now if v.ruling is Ruling.NOT_ELIGIBLE and then.get(v.right) in possible),
        opening=tuple(v for v in now if v.ruling in possible and then.get(v.right) not in possible),
        declare_by=declare_by(changed_on, grounds),
        duties=duties(grounds, rules=rules),
    )


def _stated(duty: Duty, grounds: Grounds) -> StatedDuty | None:
    """The duty if all its facts may be said and say what makes it one."""
    named = (*duty.values.values(), *duty.when, *duty.facts)
    found = {fact_id: grounds.stated(fact_id) for fact_id in named}
    facts = {fact_id: fact for fact_id, fact in found.items() if fact is not None}
    if len(facts) < len(found) or any(facts[fact_id].text() != wanted for fact_id, wanted in duty.when.items()):
        return None
    values = {name: facts[fact_id] for name, fact_id in duty.values.items()}
    return StatedDuty(duty.id, duty.key, values, tuple(facts.values()))
