"""What is said while a review is written: what is wrong, how it is really, the summary that is confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from backend import clock
from backend.answers.model import Answer, Count, Day, Part, Score, Term, Text, Value
from backend.reviews.rules import RULES
from backend.reviews.views import Correction, RequestView
from backend.scores.explanation import explain
from backend.scores.formula import load_formula

if TYPE_CHECKING:
    from backend.scores.models import ScoreNotice

# What a message is expected to be while a review is written or answered: kept in `Conversation.expects`.
ITEM, VALUE, CONFIRMATION = "review_item", "review_value", "review_confirmation"
WITHDRAWAL, ANSWER = "review_withdrawal", "review_answer"
STEPS = frozenset({ITEM, VALUE, CONFIRMATION, WITHDRAWAL, ANSWER})
NUMBERS_ARE_CHOICES = frozenset({ITEM, CONFIRMATION, WITHDRAWAL})
NUMBERS_ARE_VALUES = frozenset({VALUE, ANSWER})
PICK = "item:"  # before an input's name: the choice of what is wrong
_OFFERED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "filing.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Word:
    """The two-digit word that confirms on a channel whose sender can be forged."""

    word: str
    is_wrong: bool = False  # the one given before was another


def items_for(notice: "ScoreNotice", channel: str) -> list[str]:
    """The declared items to pick from: those that raise this score most, else the usual ones of the setting."""
    inputs = load_formula().inputs
    raising = [item.id for item in explain(notice, clock.today()).raising]
    known = [
        name for name in [*raising, *_OFFERED["usual"]] if name in inputs and notice.setting in inputs[name].settings
    ]
    always = [name for name in _OFFERED["always"] if name in known]
    most = _OFFERED["most"].get(channel, _OFFERED["most"]["other"])
    return list(dict.fromkeys([*always, *known]))[:most]


def is_counted(item: str) -> bool:
    """Whether an input is a number of persons or things, which people can say in one word."""
    return load_formula().inputs[item].type == "integer"


def ask_what(view: RequestView, items: Sequence[str]) -> Answer:
    """What is wrong: the items by number, or in words; what is noted already can be named again or cleared."""
    noted = [Part("review-noted", {"item": _name(item)}, essential=False) for item in view.items]
    clear = ("review_clear",) if view.is_complete else ()
    following = tuple(PICK + item for item in items[: len(items) - len(clear)])
    return Answer((*noted, Part("review-what")), next=(*following, *clear), expects=ITEM)


def ask_value(view: RequestView, declared: Mapping[str, Any] | None, problem: str | None = None) -> Answer:
    """How many it really is: of the item that was picked last."""
    item = view.items[-1]
    trouble = [Part(f"review-problem-{problem}")] if problem else []
    if not is_counted(item):
        return Answer((*trouble, Part("review-value-words", {"item": _name(item)})), expects=VALUE)
    known = (declared or {}).get(item)
    if known is None:
        return Answer((*trouble, Part("review-value-unknown", {"item": _name(item)})), expects=VALUE)
    values: dict[str, Value] = {"item": _name(item), "declared": Text(str(known))}
    return Answer((*trouble, Part("review-value", values)), expects=VALUE)


def summary(view: RequestView, declared: Mapping[str, Any] | None, word: Word | None) -> list[Answer]:
    """The request read back, in messages that can stand alone, the last one asking for the confirmation."""
    head = Answer((Part("review-summary", {"score": Score(view.score), "computed_on": Day(view.computed_on)}),))
    lines = [Answer((_line(item, (declared or {}).get(item), view.corrections.get(item)),)) for item in view.items]
    words = [Answer((Part("review-summary-words", {"text": Text(view.text)}),))] if view.text else []
    files = [Answer((Part("review-summary-files", {"count": Count(view.attachments)}),))] if view.attachments else []
    return [head, *lines, *words, *files, _confirmation(view, word)]


def _line(item: str, declared: Correction | None, said: Correction | None) -> Part:
    values: dict[str, Value] = {"item": _name(item)}
    if isinstance(said, bool):
        return Part("review-summary-yes" if said else "review-summary-no", values)
    if said is None:
        return Part("review-summary-item", values)
    values["said"] = Text(str(said))
    if declared is None:
        return Part("review-summary-said", values)
    return Part("review-summary-number", values | {"declared": Text(str(declared))})


def _confirmation(view: RequestView, word: Word | None) -> Answer:
    """Until when, to whom it goes, and how to send it."""
    late = view.window is not None and view.window.is_late(clock.now())
    day = {"day": Day(view.window.last_day)} if view.window else {}
    until = [Part("review-summary-late" if late else "review-summary-until", day)] if day else []
    consent = Part("review-summary-consent")
    if word is None:
        send = Part("review-summary-send")
        return Answer(
            (*until, consent, send), next=("review_send", "review_change", "review_leave"), expects=CONFIRMATION
        )
    ask = Part("review-summary-word", {"word": Text(word.word)})
    if word.is_wrong:
        until, consent = [], Part("review-word-wrong")
    return Answer((*until, consent, ask), next=("review_change", "review_leave"), expects=CONFIRMATION)


def left(view: RequestView) -> Answer:
    """The person stops: nothing was sent, what they said is kept for a while."""
    if not view.is_complete:
        return Answer.of("review-left-empty", next=("review_file", "help", "human_agent"))
    until = Day((view.begun_at + timedelta(days=RULES.draft_days)).astimezone(clock.CASABLANCA).date())
    return Answer.of("review-left", day=until, next=("review_file", "review_drop", "human_agent"))


def dropped() -> Answer:
    """The draft is gone."""
    return Answer.of("review-dropped", next=("review_file", "help", "human_agent"))


def sent_by_sms(view: RequestView) -> Answer:
    """On SMS the receipt comes as a message of its own."""
    return Answer.of("review-sent", reference=Text(view.reference or ""), next=("review_status", "human_agent"))


def ask_withdrawal(view: RequestView, word: Word | None) -> Answer:
    """Whether the request is really to be withdrawn."""
    named: dict[str, Value] = {"reference": Text(view.reference or "")}
    if word is None:
        return Answer(
            (Part("review-withdraw-ask", named),), next=("review_withdraw_yes", "review_keep"), expects=WITHDRAWAL
        )
    wrong = [Part("review-word-wrong")] if word.is_wrong else []
    ask = Part("review-withdraw-word", named | {"word": Text(word.word)})
    return Answer((*wrong, ask), next=("review_keep",), expects=WITHDRAWAL)


def ask_answer(view: RequestView, problem: str | None = None) -> Answer:
    """What the agency asks, and that the next message is the answer."""
    trouble = [Part(f"review-problem-{problem}")] if problem else []
    asked = Part("review-answer-question", {"question": Text(view.question or "")}, essential=False)
    return Answer((*trouble, asked, Part("review-answer-ask")), expects=ANSWER)


def ask_drop(word: Word | None) -> Answer:
    """Erasing what was written waits for its word."""
    return _with_word("review-drop-word", word, ("review_file", "review_leave"))


def confirm_answer(word: Word | None) -> Answer:
    """The answer to the agency waits for its word."""
    return _with_word("review-answer-word", word, ("review_answer", "review_leave"))


def _with_word(key: str, word: Word | None, following: tuple[str, ...]) -> Answer:
    if word is None:
        raise ValueError(f"{key}: only where the sender can be forged")
    wrong = [Part("review-word-wrong")] if word.is_wrong else []
    return Answer((*wrong, Part(key, {"word": Text(word.word)})), next=following, expects=CONFIRMATION)


def refused(code: str) -> Answer:
    """Why nothing can be done, by the code of backend.reviews (docs/reviews.md), and who can help."""
    key = f"review-refused-{code}" if code in REFUSALS else "review-refused"
    return Answer.of(key, next=("human_agent", "help"))


REFUSALS = frozenset(
    {"not-adult", "no-score", "not-yours", "text-too-long", "too-many-files", "too-many-words", "nothing-asked"}
)


def _name(item: str) -> Term:
    return Term(f"choice-item-{item}".replace("_", "-"))
