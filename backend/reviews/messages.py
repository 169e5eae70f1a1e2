"""What is said of a request: message keys with values, no words (`backend/locales/*/reviews.ftl`)."""

from datetime import date

from backend import clock
from backend.answers.model import Answer, Count, Day, Part, Score, Text, Value
from backend.answers.rendering import render
from backend.notifications.segments import measure
from backend.reviews.states import DECISIONS
from backend.reviews.views import RequestView
from backend.reviews.window import Window

STATUTORY_PARTS = 3  # of an SMS: design, section 3


def receipt(view: RequestView) -> Answer:
    """That the request is recorded, on which day, and that the agency has not confirmed it (relay)."""
    return Answer((_recorded(view), *_deadline(view), *_legal_effect(view)))


def filed(view: RequestView) -> Answer:
    """To the declarant: somebody of the household filed."""
    return Answer((Part("review-declarant-filed", _named(view) | {"day": _recorded_on(view)}),))


def already(view: RequestView) -> Answer:
    """Filing again: the request that is there. Where it stands is another question."""
    unconfirmed = [Part("review-unconfirmed"), *_countdown(view.window)] if view.is_unconfirmed else []
    return Answer((Part("review-already", _named(view) | {"day": _recorded_on(view)}), *unconfirmed))


def acknowledged(view: RequestView) -> Answer:
    """The agency confirmed, with its own reference where it has one of its own."""
    return Answer((_acknowledged(view),))


def in_review(view: RequestView) -> Answer:
    """The agency looks at it."""
    return Answer((Part("review-in-review", _named(view)),))


def information_asked(view: RequestView) -> Answer:
    """What the agency asks for; where it does not fit into an SMS, where to read it."""
    question = view.question or ""
    asked = Answer((Part("review-information-asked", _named(view) | {"question": Text(question)}),))
    if measure(render(asked, view.variety, "sms").text).segments <= STATUTORY_PARTS:
        return asked
    return Answer((Part("review-information-asked-long", _named(view)),))


def information_received(view: RequestView) -> Answer:
    """The answer to the agency is recorded."""
    return Answer((Part("review-information-received", _named(view) | {"day": Day(clock.today())}),))


def decision(view: RequestView) -> Answer:
    """What the agency decided, its reason where there is room, and what remains."""
    return Answer((Part(f"review-{_key(view.status)}", _named(view)), *_reason(view), *_after(view)))


def withdrawn(view: RequestView) -> Answer:
    """It is withdrawn."""
    return Answer((Part("review-withdrawn", _named(view)),))


def status(view: RequestView) -> Answer:
    """Where a request stands, whatever its state; unconfirmed, with the days that are left."""
    if view.is_draft:
        return Answer((Part("review-draft-open"), *_countdown(view.window)))
    if view.status == "withdrawn":
        return withdrawn(view)
    return Answer(tuple(_standing(view)))


def reminder(window: Window, today: date, unconfirmed: RequestView | None) -> Answer:
    """The days that are left; to who has filed, that the agency has not confirmed yet."""
    day = Day(window.last_day)
    if unconfirmed is not None:
        return Answer((Part("review-reminder-unconfirmed", _named(unconfirmed) | {"day": day}),))
    return Answer((Part("review-reminder", {"day": day, "days": Count(window.days_left(today))}),))


def _standing(view: RequestView) -> list[Part]:
    new = [Part("review-new-score", {"score": Score(score)}, essential=False) for score in view.new_scores[-1:]]
    if view.status in DECISIONS:
        return [*decision(view).parts, *new]
    if view.is_unconfirmed:
        return [*receipt(view).parts, *new]
    if view.question:
        return [Part("review-information-asked", _named(view) | {"question": Text(view.question)}), *new]
    return [_acknowledged(view) if view.status == "acknowledged" else Part("review-in-review", _named(view)), *new]


def _named(view: RequestView) -> dict[str, Value]:
    return {"reference": Text(view.reference or "")}


def _recorded_on(view: RequestView) -> Day:
    return Day(view.recorded_on or clock.today())


def _recorded(view: RequestView) -> Part:
    key = "review-receipt" if view.mode == "relay" else "review-receipt-mandated"
    return Part(key, _named(view) | {"day": _recorded_on(view)})


def _deadline(view: RequestView) -> list[Part]:
    """Late: since when, and what remains. In time and unconfirmed: the days that are left."""
    if view.late_since is not None:
        return [Part("review-late", {"day": Day(view.late_since)}), Part("review-remains")]
    return _countdown(view.window) if view.is_unconfirmed else []


def _countdown(window: Window | None) -> list[Part]:
    today = clock.today()
    if window is None or window.days_left(today) < 0:
        return []
    return [Part("review-countdown", {"day": Day(window.last_day), "days": Count(window.days_left(today))})]


def _legal_effect(view: RequestView) -> list[Part]:
    return [Part("review-legal-effect", essential=False)] if view.is_unconfirmed else []


def _acknowledged(view: RequestView) -> Part:
    if view.agency_reference and view.agency_reference != view.reference:
        return Part("review-acknowledged", _named(view) | {"number": Text(view.agency_reference)})
    return Part("review-acknowledged-plain", _named(view))


def _reason(view: RequestView) -> list[Part]:
    return [Part("review-decision-reason", {"reason": Text(view.reason)}, essential=False)] if view.reason else []


def _after(view: RequestView) -> list[Part]:
    return [Part("review-after-revised" if view.status == "revised" else "review-remains")]


def _key(name: str) -> str:
    return name.replace("_", "-")


ALL = {
    "receipt": receipt,
    "filed": filed,
    "acknowledged": acknowledged,
    "in_review": in_review,
    "information_asked": information_asked,
    "information_received": information_received,
    "decision": decision,
    "withdrawn": withdrawn,
}
