"""Which rights a situation opens, as of a day: rules over facts (data/rights), each answer with its reasons.

Pure: facts in, rulings out. A condition that rests on facts which may not be said today decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from backend.entitlements.grounds import Footing, Grounds
from backend.entitlements.periods import months_after
from backend.entitlements.rules import Condition, Right, Rules, Way, load_rules
from backend.entitlements.situation import Situation
from backend.facts.fact import Fact
from backend.scores import thresholds

FAMILY = "family"


class Ruling(StrEnum):
    """The answer for one right, the best first."""

    ELIGIBLE = "eligible"  # every condition that we know of is met
    DEPENDS = "depends"  # none fails, some are not known yet
    UNKNOWN = "unknown"  # what would decide may not be said, or no source says it
    NOT_ELIGIBLE = "not_eligible"


class Outcome(StrEnum):
    """What became of one condition."""

    MET = "met"
    FAILED = "failed"
    MISSING = "missing"  # its input is not known
    OPEN = "open"  # somebody else settles it
    AT_LIMIT = "at_limit"  # exactly at a limit of which no source says on which side it lies
    REPORTED = "reported"  # rests on a single report
    UNCONFIRMED = "unconfirmed"  # rests on nothing that we may say


@dataclass(frozen=True)
class Reason:
    """One condition and its outcome. `facts` may be said; of `reported` only source and date.

    `figure` is the fact with the limit or the period; `from_day` the first day on which a waiting period is over.
    `counts` is False for what is not known yet and does not keep the answer open.
    """

    condition: str
    outcome: Outcome
    input: str | None = None
    figure: Fact | None = None
    facts: tuple[Fact, ...] = ()
    reported: tuple[Fact, ...] = ()
    from_day: date | None = None
    counts: bool = True


@dataclass(frozen=True)
class Step:
    """What comes next: the message `step-<id>` with facts by the names it uses."""

    id: str
    values: Mapping[str, Fact] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The answer for one right (a regime, `direct_aid` or `family`): the ruling, why, and what comes next."""

    right: str
    ruling: Ruling
    way: str
    reasons: tuple[Reason, ...]
    step: Step

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs that would close an open answer; none where it is closed without them."""
        if self.ruling is not Ruling.DEPENDS:
            return ()
        open_inputs = [r.input for r in self.reasons if r.outcome is Outcome.MISSING and r.counts and r.input]
        return tuple(dict.fromkeys(open_inputs))

    @property
    def is_not_yet(self) -> bool:
        """Whether only time stands against the right."""
        failed = [reason for reason in self.reasons if reason.outcome is Outcome.FAILED]
        return bool(failed) and all(reason.from_day is not None for reason in failed)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that were used and may be said."""
        used = [fact for reason in self.reasons for fact in reason.facts]
        return tuple(dict.fromkeys([*used, *self.step.facts]))

    def reason(self, condition: str) -> Reason | None:
        """The reason of a condition, or None if it plays no part."""
        return next((reason for reason in self.reasons if reason.condition == condition), None)

    def asks_for(self, name: str) -> bool:
        """Whether an input of a situation plays a part."""
        return any(reason.input == name for reason in self.reasons)


def evaluate(situation: Situation, grounds: Grounds, rules: Rules | None = None) -> tuple[Verdict, ...]:
    """The verdict for every right, in the order of the rules; with a relation, that for the family member first."""
    rules = rules or load_rules()
    known = situation.known()
    verdicts = [_verdict(name, right, known, grounds, rules) for name, right in rules.rights.items()]
    if situation.relation is not None:
        regime = situation.insured_under or "other"
        family = rules.family.get(regime, rules.family["other"])
        verdicts.insert(0, _verdict(FAMILY, family, known, grounds, rules))
    return tuple(verdicts)


def _verdict(name: str, right: Right, known: Mapping[str, object], grounds: Grounds, rules: Rules) -> Verdict:
    if (not_yet := _not_yet(right, grounds)) is not None:
        return Verdict(name, Ruling.NOT_ELIGIBLE, "", (not_yet,), _step(right.steps["unknown"], grounds, rules))
    tried = [(way, _reasons(way, known, grounds)) for way in right.ways if _is_for(way, known)]
    way, reasons = min(tried, key=lambda pair: _rank(pair[1]))
    ruling = _ruling(reasons)
    return Verdict(name, ruling, way.id, reasons, _step(_next(right, way, ruling, reasons), grounds, rules))


def _is_for(way: Way, known: Mapping[str, object]) -> bool:
    return all(_code(known.get(name)) in values for name, values in way.whom.items())


def _code(value: object) -> str:
    """A value as the rules write it."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _next(right: Right, way: Way, ruling: Ruling, reasons: tuple[Reason, ...]) -> str:
    """The step for a ruling; where a condition fails that has a step of its own, that one."""
    failed = {reason.condition for reason in reasons if reason.outcome is Outcome.FAILED}
    own = [c.step for c in (*way.conditions, *way.also) if c.id in failed and c.step]
    return own[0] if own else right.steps[ruling.value]


def _rank(reasons: tuple[Reason, ...]) -> tuple[int, int, int]:
    """The best ruling first, then the fewest open questions, then the most that is met."""
    missing = sum(reason.outcome is Outcome.MISSING and reason.counts for reason in reasons)
    met = sum(reason.outcome is Outcome.MET for reason in reasons)
    return list(Ruling).index(_ruling(reasons)), missing, -met


def _ruling(reasons: tuple[Reason, ...]) -> Ruling:
    found = {reason.outcome for reason in reasons if reason.counts}
    if Outcome.FAILED in found:
        return Ruling.NOT_ELIGIBLE
    if found & {Outcome.UNCONFIRMED, Outcome.REPORTED, Outcome.AT_LIMIT}:
        return Ruling.UNKNOWN
    return Ruling.DEPENDS if found & {Outcome.MISSING, Outcome.OPEN} else Ruling.ELIGIBLE


def _not_yet(right: Right, grounds: Grounds) -> Reason | None:
    """Why a right does not exist yet on the day asked about; None if it does, or nothing certain is known of it."""
    since = grounds.stated(right.since) if right.since else None
    if since is None or grounds.as_of >= since.day():
        return None
    return Reason("in_force", Outcome.FAILED, figure=since, facts=(since,), from_day=since.day())


def _reasons(way: Way, known: Mapping[str, object], grounds: Grounds) -> tuple[Reason, ...]:
    asked = [_judge(condition, known, grounds, counts=True) for condition in way.conditions]
    also = [_judge(condition, known, grounds, counts=False) for condition in way.also]
    return tuple(reason for reason in (*asked, *also) if reason is not None)


def _judge(condition: Condition, known: Mapping[str, object], grounds: Grounds, *, counts: bool) -> Reason | None:
    """Judge one condition; None where the facts say that there is no such rule."""
    found = {fact_id: grounds.find(fact_id) for fact_id in condition.rests_on}
    if _contradicted(condition.when, found):
        return None
    facts = tuple(fact for footing, fact in found.values() if footing is Footing.STATED and fact)
    reported = tuple(fact for footing, fact in found.values() if footing is Footing.REPORTED and fact)
    figure = next((fact for fact in facts if fact.id == condition.figure), None)
    outcome, from_day = _outcome(condition, known, grounds.as_of, figure, _footing(condition, found))
    if _contradicted(condition.given, found):
        outcome = Outcome.FAILED
    # What is known to stand against a right counts wherever the rule has it.
    weighs = counts or outcome in {Outcome.FAILED, Outcome.OPEN}
    return Reason(condition.id, outcome, condition.input, figure, facts, reported, from_day, weighs)


def _contradicted(wanted: Mapping[str, str], found: Mapping[str, tuple[Footing, Fact | None]]) -> bool:
    """Whether a fact that may be said says something else than a rule wants of it."""
    said = {fact_id: fact.text() for fact_id, (footing, fact) in found.items() if footing is Footing.STATED and fact}
    return any(said.get(fact_id, value) != value for fact_id, value in wanted.items())


def _footing(condition: Condition, found: Mapping[str, tuple[Footing, Fact | None]]) -> Footing:
    """The weakest footing of the facts that decide: the figure and what makes it a rule."""
    deciding = [footing for fact_id, (footing, _) in found.items() if fact_id not in condition.facts]
    return max(deciding, key=list(Footing).index, default=Footing.STATED)


def _outcome(
    condition: Condition, known: Mapping[str, object], as_of: date, figure: Fact | None, footing: Footing
) -> tuple[Outcome, date | None]:
    if condition.settled_by is not None:
        return Outcome.OPEN, None
    if footing is not Footing.STATED:
        return (Outcome.REPORTED if footing is Footing.REPORTED else Outcome.UNCONFIRMED), None
    value = known.get(condition.input or "")
    if value is None:
        return Outcome.MISSING, None
    if condition.waits is not None and figure is not None and isinstance(value, date):
        first_day = months_after(value, figure.integer())
        return _passed(condition, holds=as_of >= first_day), first_day
    if (condition.meets or condition.exceeds) and figure is not None and isinstance(value, Decimal | int):
        return _compared(condition, Decimal(value), figure), None
    wanted = condition.one_of if condition.one_of is not None else (condition.is_,)
    return _passed(condition, holds=value in wanted), None


def _compared(condition: Condition, value: Decimal, figure: Fact) -> Outcome:
    standing = thresholds.verdict(value, figure).outcome
    if standing is thresholds.Outcome.AT_LIMIT:
        return Outcome.AT_LIMIT
    return _passed(condition, holds=(standing is thresholds.Outcome.IN) == (condition.meets is not None))


def _passed(condition: Condition, *, holds: bool) -> Outcome:
    if holds:
        return Outcome.MET
    return {"failed": Outcome.FAILED, "open": Outcome.OPEN, "unknown": Outcome.UNCONFIRMED}[condition.otherwise]


def _step(step_id: str, grounds: Grounds, rules: Rules) -> Step:
    """The next step, or the one named instead where its facts may not be said."""
    step = rules.steps[step_id]
    values = {name: grounds.stated(fact_id) for name, fact_id in step.values.items()}
    facts = [*values.values(), *(grounds.stated(fact_id) for fact_id in step.facts)]
    said = tuple(fact for fact in facts if fact is not None)
    if len(said) < len(facts) and step.otherwise is not None:
        return _step(step.otherwise, grounds, rules)
    return Step(step_id, {name: fact for name, fact in values.items() if fact is not None}, said)
