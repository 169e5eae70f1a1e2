"""Why a verified person's score is what it is, and what it would be about with a wrong item put right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import general, personal, until
from backend.answers.knowledge import stated
from backend.answers.model import Amount, Answer, Asker, Part, Score, Term, Value
from backend.audit.service import record, times
from backend.facts.fact import Fact
from backend.scores.explanation import Detail, Explanation, Item, explain
from backend.scores.mismatch import mismatch_of
from backend.scores.simulation import Simulation, SimulationRefusedError, simulate
from backend.scores.thresholds import Outcome, verdict

SIMULATION = "score_simulation"
SIMULATIONS_A_DAY = 3  # ours: more would be trying out answers
USUAL = 3  # items named where no figures are given
NEXT = ("review_file", "score_status", "human_agent")
PROGRAMMES = {general.TADAMON_THRESHOLD: "regime-amo-tadamon", general.ASD_THRESHOLD: "right-direct-aid"}


async def score_explain(asker: Asker, session: AsyncSession) -> Answer:
    """What the household's latest score is made of, how far it is from each threshold, and how to contest it."""
    person_id = personal._verified(asker, session, "score_explain")
    notice = await personal.latest_notice(session, person_id)
    if notice is None:
        return Answer.of("score-none", next=("score_meaning", "human_agent"))
    if mismatch_of(notice) is not None:
        record(session, f"conversation:{asker.conversation_id}", "score_mismatch", person_id, notice=str(notice.id))
    window, facts = until.parts_of(await until.shown(session, asker, notice), clock.today())
    return replace(of_explanation(explain(notice, clock.today()), window, facts), shows=notice.id)


async def score_simulation(asker: Asker, session: AsyncSession, corrections: Mapping[str, object]) -> Answer:
    """What the score would be about with items corrected that this person has just said are wrong.

    `corrections` maps inputs of data/score/formula.yml to their right answers. Few of them, and few times a day.
    """
    person_id = personal._verified(asker, session, SIMULATION)
    notice = await personal.latest_notice(session, person_id)
    if notice is None:
        return Answer.of("score-none", next=("score_meaning", "human_agent"))
    if await times(session, SIMULATION, person_id, timedelta(days=1)) > SIMULATIONS_A_DAY:
        return Answer.of("simulation-refused-often", next=("review_file", "human_agent"))
    try:
        return of_simulation(simulate(notice, corrections, clock.today()))
    except SimulationRefusedError as refused:
        return Answer.of(f"simulation-refused-{refused.reason.replace('_', '-')}", next=("review_file", "human_agent"))


def of_explanation(explanation: Explanation, window: Sequence[Part] = (), facts: tuple[Fact, ...] = ()) -> Answer:
    """An explanation as an answer; `window` says until when the score can be contested, with its facts."""
    parts = _PARTS[explanation.detail](explanation)
    margins, limits = _margins(explanation.score)
    is_over = any(part.key == "score-review-over" for part in window)
    contest = [Part("why-wrong", essential=False)] if explanation.items and not is_over else []
    contest += [replace(part, essential=False) for part in window]
    return Answer((*parts, *margins, *contest), _decree() + limits + facts, NEXT)


def of_simulation(simulation: Simulation) -> Answer:
    """A simulation as an answer: an estimate, no promise, and what false declarations cost."""
    compared: dict[str, Value] = {"score": Score(simulation.official), "estimate": Score(plain(simulation.estimate))}
    honest, facts = _honesty()
    return Answer((Part("simulation", compared), honest), facts, ("review_file", "human_agent"))


def label_of(item: str) -> Term:
    """What a declared item (an input of the formula, or "rooms") is called."""
    return Term(f"item-{item}".replace("_", "-"))


def plain(value: Decimal) -> Decimal:
    """A figure without the zeros at its end, and without its sign: words say whether it raises or lowers."""
    text = f"{abs(value):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _with_figures(explanation: Explanation) -> list[Part]:
    place, region = explanation.fixed
    values = _places(explanation) | {"score": Score(explanation.score), "declared": Score(plain(explanation.declared))}
    values |= {"fixed": _figure(place), "local": _figure(region)}
    way = "lowers" if explanation.declared < 0 else "raises"
    parts = [Part(f"why-score-{way}", values)]
    for key, items in (("why-raises-most", explanation.raising), ("why-lowers-most", explanation.lowering)):
        for number, item in enumerate(items):
            said: dict[str, Value] = {"item": label_of(item.id), "score": _figure(item)}
            parts.append(Part("why-line" if number else key, said, essential=not number))
    return parts


def _with_directions(explanation: Explanation) -> list[Part]:
    parts = [Part("why-differs", {"score": Score(explanation.score)})]
    for key, items in (("why-usually-raises", explanation.raising), ("why-usually-lowers", explanation.lowering)):
        for number, item in enumerate(items[:USUAL]):
            parts.append(Part("why-item" if number else key, {"item": label_of(item.id)}, essential=not number))
    return [*parts, Part("why-noted", essential=False)]


def _with_fixed_parts(explanation: Explanation) -> list[Part]:
    parts = [Part("why-not-declared", {"score": Score(explanation.score)})]
    known = {item.id: _figure(item) for item in explanation.fixed if item.printed is not None}
    if "region" in known:
        values = _places(explanation) | {"fixed": known["setting"], "local": known["region"]}
        return [*parts, Part("why-fixed", values)]
    place = Term(f"setting-{explanation.setting}")
    return [*parts, Part("why-fixed-place", {"place": place, "fixed": known["setting"]})]


def _without_formula(explanation: Explanation) -> list[Part]:
    return [Part("why-formula-old", {"score": Score(explanation.score)})]


_PARTS: dict[Detail, Callable[[Explanation], list[Part]]] = {
    Detail.FIGURES: _with_figures,
    Detail.DIRECTIONS: _with_directions,
    Detail.PARTS: _with_fixed_parts,
    Detail.NOTHING: _without_formula,
}


def _places(explanation: Explanation) -> dict[str, Value]:
    return {"place": Term(f"setting-{explanation.setting}"), "area": Term(f"region-{explanation.region}")}


def _figure(item: Item) -> Score:
    if item.printed is None:
        raise ValueError(f"{item.id}: no figure may be given")
    return Score(plain(item.printed))


def _margins(score: Decimal) -> tuple[list[Part], tuple[Fact, ...]]:
    """How far a score is from each threshold that may be said."""
    limits = {name: fact for fact_id, name in PROGRAMMES.items() if (fact := stated(fact_id))}
    keys = {Outcome.IN: "why-margin-within", Outcome.OUT: "why-margin-above", Outcome.AT_LIMIT: "why-margin-at"}
    parts = []
    for name, fact in limits.items():
        standing = verdict(score, fact)
        values: dict[str, Value] = {"regime": Term(name), "limit": Score(standing.limit)}
        if standing.outcome is not Outcome.AT_LIMIT:
            values["margin"] = Score(plain(standing.distance))
        parts.append(Part(keys[standing.outcome], values, essential=False))
    return parts, tuple(limits.values())


def _decree() -> tuple[Fact, ...]:
    fact = stated("score.formula_decree")
    return (fact,) if fact else ()


def _honesty() -> tuple[Part, tuple[Fact, ...]]:
    """The line on false declarations, with the fine while it may be said."""
    facts = [stated(f"false_declaration.{name}") for name in ("fine_min", "fine_max", "needs_bad_faith")]
    least, most, bad_faith = facts
    if least is None or most is None or bad_faith is None or not bad_faith.yes():
        return Part("simulation-honest-plain"), ()
    fines: dict[str, Value] = {"min": Amount(least.decimal()), "max": Amount(most.decimal())}
    return Part("simulation-honest", fines), (least, most, bad_faith)
