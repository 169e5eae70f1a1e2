"""Rights and estimates for anybody: facts about a situation in, verdicts with reasons and sources out."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from fastapi import APIRouter

from backend import clock
from backend.answers import explained, verdicts
from backend.answers.knowledge import stated
from backend.answers.model import Part
from backend.answers.rendering import message
from backend.app import Problem
from backend.entitlements.changes import compare, duties
from backend.entitlements.eligibility import Reason, Verdict, evaluate
from backend.entitlements.views import (
    ChangeOut,
    DeclarationIn,
    EligibilityIn,
    EligibilityOut,
    ExplanationOut,
    ItemOut,
    MarginOut,
    ReasonOut,
    SourceOut,
    StepOut,
    VerdictOut,
)
from backend.facts.fact import Fact
from backend.scores.explanation import Detail, Explanation, Item, estimate
from backend.scores.formula import Declaration, DeclarationError
from backend.scores.thresholds import verdict as standing_of

PROBLEM: dict[int | str, dict[str, Any]] = {
    422: {
        "description": "The request does not have the expected form, or cannot be scored (problem+json)",
        "content": {
            "application/problem+json": {
                "example": {
                    "type": "about:blank",
                    "status": 422,
                    "title": "The declaration cannot be scored.",
                    "detail": "cars: must be 0 at least, found -1",
                }
            }
        },
    }
}
router = APIRouter(prefix="/v1", tags=["rights"])


@router.post("/eligibility", summary="Which rights a situation opens, and why", responses=PROBLEM)
def eligibility(body: EligibilityIn) -> EligibilityOut:
    """For anybody: nothing is asked about who it is, nothing is kept. An administration verifies and decides."""
    as_of = body.as_of or clock.today()
    grounds = verdicts.grounds(as_of)
    found = evaluate(body.situation(), grounds)
    asked = duties(grounds)
    facts = [*(fact for verdict in found for fact in verdict.facts), *(fact for duty in asked for fact in duty.facts)]
    return EligibilityOut(
        as_of=as_of,
        variety=body.variety,
        verdicts=[_verdict(verdict, body.variety) for verdict in found],
        change=_change(body, as_of),
        duties=[_text([verdicts.duty_part(duty)], body.variety) for duty in asked],
        sources=[SourceOut.of(fact, grounds) for fact in dict.fromkeys(facts)],
        notice=_text([Part("eligibility-notice")], body.variety),
    )


def _verdict(verdict: Verdict, variety: str) -> VerdictOut:
    return VerdictOut(
        right=verdict.right,
        name=_text([Part(verdicts.name_of(verdict.right).key)], variety),
        verdict=verdict.ruling.value,
        text=_text([verdicts.ruling_part(verdict)], variety),
        reasons=[_reason(reason, variety) for reason in verdict.reasons],
        missing=list(verdict.missing),
        next_step=StepOut(id=verdict.step.id, text=_text([verdicts.step_part(verdict.step)], variety)),
    )


def _reason(reason: Reason, variety: str) -> ReasonOut:
    return ReasonOut(
        condition=reason.condition,
        outcome=reason.outcome,
        counts=reason.counts,
        text=_text(verdicts.reason_parts(reason), variety),
        facts=[fact.id for fact in reason.facts],
    )


def _change(body: EligibilityIn, as_of: date) -> ChangeOut | None:
    if body.before is None:
        return None
    change = compare(body.before.situation(), body.situation(), body.changed_on or as_of, verdicts.grounds(as_of))
    return ChangeOut(
        ending=[verdict.right for verdict in change.ending],
        opening=[verdict.right for verdict in change.opening],
        declare_by=change.declare_by,
    )


def _text(parts: Iterable[Part], variety: str) -> str:
    return " ".join(message(part.key, variety, dict(part.values), short=False) for part in parts)


@router.post("/score/explanation", summary="What a declared household's score would be made of", responses=PROBLEM)
def score_explanation(body: DeclarationIn) -> ExplanationOut:
    """An estimate for anybody, never a score: only the registry gives one. Nothing is kept.

    422 names every problem of the declaration. `detail` is `nothing`, without figures, when the formula was not
    checked for too long.
    """
    try:
        found = estimate(Declaration(body.setting, body.region, body.inputs), clock.today())
    except DeclarationError as error:
        raise Problem(422, "The declaration cannot be scored.", "; ".join(error.problems)) from error
    has_figures = found.detail is Detail.FIGURES
    limits = [fact for fact_id in explained.PROGRAMMES if (fact := stated(fact_id))] if has_figures else []
    decree = stated("score.formula_decree")
    return ExplanationOut(
        detail="figures" if has_figures else "nothing",
        score=f"{found.score:f}" if has_figures else None,
        lowest=_written(found.lowest),
        highest=_written(found.highest),
        fixed=[_item(item, found, body.variety) for item in found.fixed],
        items=[_item(item, found, body.variety) for item in found.items],
        thresholds=[_margin(found.score, limit) for limit in limits],
        sources=[SourceOut.of(fact, verdicts.grounds()) for fact in ([decree] if decree else []) + limits],
        notice=_text([Part("estimate-notice")], body.variety),
    )


def _item(item: Item, explanation: Explanation, variety: str) -> ItemOut:
    keys = {"setting": f"setting-{explanation.setting}", "region": f"region-{explanation.region}"}
    key = keys.get(item.id) or explained.label_of(item.id).key
    return ItemOut(
        item=item.id,
        label=_text([Part(key)], variety),
        direction=item.direction,
        value=_written(item.printed),
        disputed=item.disputed,
    )


def _margin(score: Decimal, limit: Fact) -> MarginOut:
    standing = standing_of(score, limit)
    return MarginOut(
        threshold=limit.id,
        limit=f"{standing.limit:f}",
        outcome=standing.outcome.value,
        distance=f"{standing.distance:f}",
    )


def _written(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
