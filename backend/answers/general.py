"""General answers: the rules, for anybody. A figure is said only when its fact may be stated today."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from backend.answers import verdicts
from backend.answers.knowledge import stated
from backend.answers.model import Answer, Asker, Count, Part, Score, Text
from backend.entitlements.situation import Situation
from backend.facts.fact import Fact
from backend.scores.thresholds import Outcome, verdict

TADAMON_THRESHOLD = "amo_tadamon.threshold"
ASD_THRESHOLD = "asd.threshold"
REVIEW_WINDOW = "review.window"
CNSS_PHONE = "cnss.phone"


def score_meaning(_asker: Asker) -> Answer:
    """What the score is: three parts, lower means poorer, each programme has its own threshold."""
    facts = _known("score.parts", "score.lower_means_poorer")
    return Answer(
        parts=(Part("score-meaning"), Part("score-meaning-parts", essential=False)),
        facts=facts,
        next=("score_status", "threshold_info"),
    )


def threshold_info(asker: Asker) -> Answer:
    """The thresholds; with a score in the question, what it opens, and what else each right still asks for."""
    tadamon, asd = stated(TADAMON_THRESHOLD), stated(ASD_THRESHOLD)
    if tadamon is None or asd is None:
        return Answer.of("threshold-unconfirmed", next=("human_agent", "score_status"))
    asked = _score_in(asker)
    limits = {"tadamon": Score(tadamon.decimal()), "asd": Score(asd.decimal())}
    follow_up = ("score_status", "amo_tadamon_info")
    if asked is None:
        parts = (Part("threshold-info", limits), Part("threshold-achamil", essential=False))
        return Answer(parts=parts, facts=(tadamon, asd), next=follow_up)
    of_score = [v for v in verdicts.of_situation(Situation(score=asked)) if v.asks_for("score")]
    still_open, facts = verdicts.still_open(of_score)
    first = Part(f"threshold-{opens(asked, tadamon, asd)}", {"score": Score(asked), **limits})
    return Answer(
        parts=(first, Part("only-a-condition", essential=False), *still_open),
        facts=(tadamon, asd, *facts),
        next=follow_up,
    )


def opens(score: Decimal, tadamon: Fact, asd: Fact) -> str:
    """Which thresholds a score meets: "both", "asd", "tadamon", "none", or "at-limit" where equality is not settled."""
    of_tadamon, of_asd = verdict(score, tadamon).outcome, verdict(score, asd).outcome
    if Outcome.AT_LIMIT in (of_tadamon, of_asd):
        return "at-limit"
    return {(True, True): "both", (True, False): "tadamon", (False, True): "asd", (False, False): "none"}[
        (of_tadamon is Outcome.IN, of_asd is Outcome.IN)
    ]


def amo_tadamon_info(_asker: Asker) -> Answer:
    """Who AMO Tadamon is for, who pays, what it gives, and what became of the RAMED card."""
    threshold = stated(TADAMON_THRESHOLD)
    first = (
        Part("amo-tadamon-info", {"limit": Score(threshold.decimal())}) if threshold else Part("amo-tadamon-info-ask")
    )
    return Answer(
        parts=(first, Part("amo-tadamon-gives", essential=False), Part("amo-tadamon-ramed", essential=False)),
        facts=((threshold,) if threshold else ()) + _known("amo_tadamon.state_pays"),
        next=("amo_status", "score_status"),
    )


def review(_asker: Asker) -> Answer:
    """Asking for a review of a score: the window of article 16, and that it can be asked for here."""
    following = ("review_file", "review_deadline", "human_agent")
    window = stated(REVIEW_WINDOW)
    if window is None:
        return Answer.of("review-ask", next=following)
    parts = (Part("review", {"days": Count(window.integer())}), Part("review-legal-effect", essential=False))
    return Answer(parts, (window,), following)


def before_deadline(prompt: Answer) -> Answer:
    """The prompt of a form with the length of the window before it, where that may be said."""
    window = stated(REVIEW_WINDOW)
    if window is None:
        return prompt
    said = Part("review-window", {"days": Count(window.integer())})
    return replace(prompt, parts=(said, *prompt.parts), facts=(window, *prompt.facts))


def ask_cnss(key: str, *, next: tuple[str, ...]) -> Answer:  # noqa: A002
    """A message that sends to the CNSS: with its telephone number while that may be stated, else to an agency."""
    phone = stated(CNSS_PHONE)
    if phone is None:
        return Answer.of(f"{key}-ask", next=next)
    return Answer.of(key, phone=Text(phone.text()), next=next)


def _known(*fact_ids: str) -> tuple[Fact, ...]:
    """Those of the facts that may be stated: the sources an answer names."""
    return tuple(fact for fact_id in fact_ids if (fact := stated(fact_id)))


def _score_in(asker: Asker) -> Decimal | None:
    for entity in asker.entities:
        if entity.name == "score" and not entity.problem:
            try:
                return Decimal(entity.value)
            except InvalidOperation:
                return None
    return None
