"""Every case in which a question is answered, over invented records with the longest plausible values.

`haqqi wording show` shows them, and the table test of the wording checks them.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Any

from backend import clock
from backend.answers import cases as cover_cases
from backend.answers import complaints, composed, engine, explained, filing, paying, personal, reviewing
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.knowledge import book
from backend.answers.model import Answer, Asker, Part, Text
from backend.answers.rendering import MORE, Rendered, left_out, render
from backend.complaints.kinds import KINDS
from backend.contributions.service import AccountSummary
from backend.conversations import alerts
from backend.conversations.callbacks import promised
from backend.conversations.forms import RULES, prompt
from backend.conversations.state import FormState
from backend.entitlements.regimes import REGIMES, STATUSES
from backend.facts.book import last_fresh_day
from backend.registry.extracts.columns import catalogue
from backend.reviews import proofs
from backend.reviews.states import DECISIONS, STATES
from backend.reviews.views import RequestView
from backend.reviews.window import Proofs, Window, window
from backend.scores.explanation import explain
from backend.scores.formula import Declaration, compute
from language.entities import Entity

CHANNELS = ("sms", "webchat", "whatsapp")
PHONE = "+212612345678"
LONGEST_SCORE = "10.326428412345"
NOBODY = uuid.UUID(int=0)
WORDS = "Merci de joindre la carte grise et l'acte de vente."
# What may be wrong with an answer to a form, by the kind of entity that it asks for.
PROBLEMS = {
    "date": ("missing", "future", "impossible", "ambiguous", "too_old", "wrong_length", "no-match"),
    "number4": ("missing", "wrong_length"),
    "idcs": ("missing", "wrong_length"),
    "one_time_code": ("missing", "wrong_length", "code-wrong", "code-expired"),
    "phone": ("missing", "wrong_length"),
    RULES["steps"]["complaint_text"]: ("too-little",),
}
OPENS = {**dict.fromkeys([*engine.PERSONAL, *alerts.QUESTIONS], "identification"), "human_agent": "callback"}
DECLARED: dict[tuple[str, int], dict[str, Any]] = {
    ("urban", 12): {"household_size": 2, "rooms": 1, "head_age": 67, "mobile_phones": 1, "has_bath_or_shower": True},
    ("rural", 8): {"household_size": 7, "rooms": 2},
}
Row = tuple[str, str, Answer]  # kind, situation, answer


@dataclass(frozen=True)
class Case:
    """One case of a question, as facts stand on `day`.

    `kind`: general, unverified, verified, several (records), no data, or facts too old.
    """

    question: str
    kind: str
    situation: str
    day: date
    answer: Answer


@dataclass(frozen=True)
class Shown:
    """A case in words: the message, and on SMS what the choice of more sends after it."""

    message: Rendered
    more: tuple[Rendered, ...]


@dataclass(frozen=True)
class _Notice:
    score: Decimal
    computed_on: date
    id: uuid.UUID = NOBODY


@dataclass(frozen=True)
class _Declared:
    """A score notice with what the household declared."""

    score: Decimal
    setting: str
    region: int
    declared: Mapping[str, Any] | None


@dataclass(frozen=True)
class _Coverage:
    regime: str
    status: str
    since: date
    reason: str | None = None
    registration_number: str = "123456789"


def show(case: Case, variety: str, channel: str) -> Shown:
    """Put a case into words as the channel would."""
    message = render(case.answer, variety, channel)
    asks_more = any(choice.question.startswith(MORE) for choice in message.choices)
    later = left_out(case.answer, variety) if asks_more else []
    return Shown(message, tuple(render(answer, variety, channel) for answer in later))


def cases(question: str, today: date) -> list[Case]:
    """All cases of one of QUESTIONS: as facts stand on a day, then once they have grown too old.

    Of the latter only those that are built otherwise than all of the former.
    """
    found = list(_on(today, "", question))
    built = {_keys(case) for case in found}
    for case in _on(too_old_on(), "facts too old", question):
        if _keys(case) not in built:
            built.add(_keys(case))
            found.append(case)
    return found


def too_old_on() -> date:
    """The first day on which every fact has lost a grade because nobody checked it again."""
    return max(last_fresh_day(fact) for fact in book()) + timedelta(days=1)


def _on(day: date, kind: str, question: str) -> Iterator[Case]:
    build = BUILDERS.get(question, partial(_general, question))
    with clock.supposing(day):
        for own_kind, situation, answer in build():
            yield Case(question, kind or own_kind, situation, day, answer)


def _keys(case: Case) -> tuple[str, ...]:
    return tuple(part.key for part in case.answer.parts)


def _from_engine(question: str, rows: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    """Answers as the engine gives them: with the question's name."""
    for kind, situation, answer in rows():
        yield kind, situation, replace(answer, question=question)


def _general(question: str, *entities: Entity) -> Iterator[Row]:
    asker = Asker(uuid.UUID(int=0), channel="webchat", variety=DEFAULT_VARIETY, entities=entities)
    situation = ", ".join(f"{entity.value} in the question" for entity in entities)
    yield "general", situation, replace(engine.general_answer(question, asker), question=question)


def _thresholds() -> Iterator[Row]:
    yield from _general("threshold_info")
    for score in ("8.5", "9.50", "9.743001", LONGEST_SCORE):
        yield from _general("threshold_info", Entity("score", score, 0, len(score)))


def _centres() -> Iterator[Row]:
    yield from _general("centre_locate")
    centre = {
        "name": Text("Centre de services Hay Salam"),
        "address": Text("Angle avenue Hassan II et rue 14, Hay Salam"),
        "hours": Text("Lun-ven 8:30-16:30"),
    }
    parts = (Part("centre-found", centre), Part("centre-found", centre, essential=False))
    yield "several", "two centres in the city", Answer(parts, next=("registration_howto", "human_agent"))


def _identified(question: str, records: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    """The prompts of the form that the question opens, then the answers to who is known."""
    yield from _first_prompts(OPENS[question])
    yield from _from_engine(question, records)


def _scores() -> Iterator[Row]:
    today = clock.today()

    def told(*scores: str, notified: int | None = 10) -> Answer:
        """The answer to these scores, the newest first and 60 days apart, the newest notified so many days ago."""
        found: Any = [
            _Notice(Decimal(score), today - timedelta(days=30 + 60 * number)) for number, score in enumerate(scores)
        ]
        return personal.of_notices(found, _window(notified))

    for score in ("8.9374767", "9.3264284", "9.32642844", "9.743001", LONGEST_SCORE):
        yield "verified", f"score {score}, can be contested", told(score)
    yield "verified", "not known when it was notified", told(LONGEST_SCORE, notified=None)
    yield "verified", "too late to contest", told(LONGEST_SCORE, notified=100)
    yield "several", "score changed", told(LONGEST_SCORE, "9.326428412345")
    yield "no data", "no score", told()


def _window(notified: int | None) -> Window | None:
    """The window of a score that was notified so many days ago, while its length may be said."""
    if notified is None:
        return None
    day = clock.today() - timedelta(days=notified)
    fact = proofs.window_fact(day)
    return window(Proofs(registry=day), fact.integer()) if fact else None


def _request(status: str, **changes: Any) -> RequestView:
    """A request with the longest plausible values."""
    today = clock.today()
    at = datetime.combine(today, time(12), clock.CASABLANCA)
    view = RequestView(
        id=NOBODY, reference=None if status == "draft" else "REV-2026-123456789", status=status, mode="relay",
        household_id=NOBODY, person_id=NOBODY, notice_id=NOBODY, channel="sms", variety=DEFAULT_VARIETY,
        items=("dwelling_is_listed_type", "annual_water_electricity_expense", "household_size"),
        corrections={"dwelling_is_listed_type": False, "household_size": 12}, text=WORDS, score=Decimal(LONGEST_SCORE),
        computed_on=today, window=_window(10), is_late=False, late_since=None, recorded_on=today, begun_at=at,
        submitted_at=None if status == "draft" else at, acknowledged_at=None, agency_reference="ANR/2026/5512",
        question=None, reason=None, new_scores=(), attachments=0,
    )  # fmt: skip
    return replace(view, **changes)


def _filing() -> Iterator[Row]:
    """Every step of writing a review, on channels with a word and without one; why it can't be done."""
    draft, empty = _request("draft"), _request("draft", items=(), corrections={}, text=None)
    declared = {"household_size": 10, "dwelling_is_listed_type": True}
    for setting in ("urban", "rural"):
        notice: Any = _Declared(Decimal(LONGEST_SCORE), setting, 7, None)
        few = filing.items_for(notice, "sms")
        yield "verified", f"{setting}: what is wrong", filing.ask_what(empty, few)
        yield "several", f"{setting}: what else is wrong", filing.ask_what(draft, few)
    for problem in (None, "same", "impossible", "too-long"):
        yield "verified", f"how many, {problem}", filing.ask_value(draft, declared, problem)
        yield "verified", f"how many, nothing declared, {problem}", filing.ask_value(draft, None, problem)
    amount = replace(draft, items=draft.items[:2])
    yield "verified", "how much, in words", filing.ask_value(amount, declared)
    late = replace(draft, window=_window(100), attachments=2)
    for view, words in product((draft, late), (None, filing.Word("47"), filing.Word("47", is_wrong=True))):
        yield "verified", f"summary, word {words}", filing.summary(view, declared, words)[-1]
    yield "verified", "left", filing.left(draft)
    yield "verified", "left before anything was said", filing.left(empty)
    yield "verified", "dropped", filing.dropped()
    yield "verified", "sent", filing.sent_by_sms(_request("submitted"))
    for code in (*filing.REFUSALS, "not-a-draft"):
        yield "no data", f"refused: {code}", filing.refused(code)


def _summary_lines() -> Iterator[Row]:
    """What stands in a summary before the answer that asks."""
    declared = {"household_size": 10, "dwelling_is_listed_type": True}
    for view in (_request("draft", attachments=2), _request("draft", corrections={"dwelling_is_listed_type": True})):
        for known in (declared, None):
            for number, answer in enumerate(filing.summary(view, known, None)[:-1]):
                yield "verified", f"line {number}", answer


def _after_filing() -> Iterator[Row]:
    """Withdrawing a request, and answering the agency."""
    asked = _request("more_information_requested", question=WORDS)
    for word in (None, filing.Word("47"), filing.Word("47", is_wrong=True)):
        yield "verified", f"withdraw, word {word}", filing.ask_withdrawal(_request("acknowledged"), word)
        if word:
            yield "verified", f"answer, word {word}", filing.confirm_answer(word)
            yield "verified", f"erase, word {word}", filing.ask_drop(word)
    yield "verified", "what the agency asks", filing.ask_answer(asked)
    yield "verified", "too long", filing.ask_answer(asked, "too-long")


def _statuses() -> Iterator[Row]:
    at = datetime.combine(clock.today(), time(12), clock.CASABLANCA)
    late = clock.today() - timedelta(days=5)
    for status in STATES:
        view = _request(status, reason=WORDS if status in DECISIONS else None, acknowledged_at=at)
        view = replace(view, question=WORDS if status == "more_information_requested" else None)
        yield "verified", status, reviewing.of_request(view, may_withdraw=view.is_open)
    yield (
        "several",
        "a new score came",
        reviewing.of_request(_request("in_review", new_scores=(Decimal(LONGEST_SCORE),)), may_withdraw=True),
    )
    yield (
        "verified",
        "late",
        reviewing.of_request(_request("submitted", late_since=late, is_late=True), may_withdraw=True),
    )
    yield "no data", "no request", Answer.of("review-none", next=("review_file", "review_deadline", "human_agent"))
    unknown = Answer.of(
        "review-unknown-reference", reference=Text("REV-2026-123456789"), next=("review_status", "human_agent")
    )
    yield "no data", "somebody else's reference, or nobody's", unknown


def _deadlines() -> Iterator[Row]:
    notice: Any = _Notice(Decimal(LONGEST_SCORE), clock.today())
    for days in (10, 60, 59, None, 100):
        yield "verified", f"notified {days} days ago", reviewing.of_window(notice, _window(days), None, clock.today())
    submitted = _request("submitted")
    yield "several", "asked for", reviewing.of_window(notice, _window(10), submitted, clock.today())
    yield "no data", "no score", Answer.of("score-none", next=("score_meaning", "human_agent"))


def _explanations() -> Iterator[Row]:
    def told(score: Decimal, setting: str, region: int, declared: Mapping[str, Any] | None) -> Answer:
        return explained.of_explanation(explain(_Declared(score, setting, region, declared), clock.today()))

    for (setting, region), inputs in DECLARED.items():
        official = compute(Declaration(setting, region, inputs)).printed
        yield (
            "verified",
            f"{setting}, region {region}, agrees with the formula",
            told(official, setting, region, inputs),
        )
        yield "verified", f"{setting}, differs from the formula", told(Decimal(LONGEST_SCORE), setting, region, inputs)
    yield "no data", "nothing declared is known", told(Decimal("9.50"), "urban", 4, None)
    yield "several", "no score", Answer.of("score-none", next=("score_meaning", "human_agent"))


def _coverages() -> Iterator[Row]:
    since, longest = clock.today() - timedelta(days=55), REGIMES[-1]

    def told(*coverages: _Coverage) -> Answer:
        found: Any = coverages
        return personal.of_coverages(found)

    for regime in REGIMES:
        yield "verified", f"{regime} open", told(_Coverage(regime, "open", since))
    for reason in catalogue().codes["reason"]:
        yield "verified", f"{longest} suspended, {reason}", told(_Coverage(longest, "suspended", since, reason))
    for regime in REGIMES:
        closed = _Coverage(regime, "closed", since, "score_above_threshold")
        yield "verified", f"{regime} closed, score_above_threshold", told(closed)
    for count in (2, len(REGIMES)):
        for status in STATUSES:
            why = None if status == "open" else "activity_ended"
            several = [_Coverage(regime, status, since, why) for regime in REGIMES[-count:]]
            yield "several", f"{count} regimes {status}", told(*several)
    for status in ("suspended", "closed"):
        closed = _Coverage("amo_salaried", status, since, "unpaid_contributions")
        paid = _account("amo_salaried", 0)
        said = paying.beside_cover(told(closed), [paid], [closed])
        yield "verified", f"{status}, but everything is paid", said
    yield "no data", "no coverage", told()


def _accounts() -> Iterator[Row]:
    def told(*found: AccountSummary, covered: Sequence[str] = ()) -> Answer:
        return personal.of_accounts(found, covered)

    for regime in ("amo_achamil", "amo_tns"):
        yield "verified", f"{regime}, arrears", told(_account(regime, 24))
        yield "verified", f"{regime}, up to date", told(_account(regime, 0))
    yield "verified", "amo_salaried, days declared", told(_declared())
    yield "verified", "covered by amo_tadamon", told(covered=["amo_tadamon"])
    yield "several", "two accounts", told(_account("amo_tns", 24), _declared())
    every = [_account(regime, 24) for regime in REGIMES[1:]]
    yield "several", f"{len(every)} accounts with arrears", told(*every)
    for regime in ("amo_achamil", "amo_tns"):
        closed = _Coverage(regime, "suspended", clock.today(), "unpaid_contributions")
        paid: Any = [closed]
        yield "verified", f"{regime}, paid but closed", personal.of_accounts([_account(regime, 0)], [], paid)
    yield "no data", "no account", told()


def _account(regime: str, unpaid: int) -> AccountSummary:
    """An account with so many months unpaid, up to the present one."""
    today = clock.today()
    count = today.year * 12 + today.month - 1  # months since January of the year 0
    months = [date(number // 12, number % 12 + 1, 1) for number in range(count - unpaid + 1, count + 1)]
    return AccountSummary(
        regime=regime,
        unpaid_months=tuple(months),
        arrears=Decimal("12345.67") if unpaid else Decimal(0),
        last_paid_on=today - timedelta(days=200),
        last_paid_amount=Decimal("1234.56"),
        next_debit_on=today + timedelta(days=9),
        next_debit_amount=Decimal("1234.56"),
        declared_days=None,
        last_declared_month=None,
    )


def _declared() -> AccountSummary:
    this_month = clock.today().replace(day=1)
    return AccountSummary("amo_salaried", (), Decimal(0), None, None, None, None, 26, this_month)


def _human() -> Iterator[Row]:
    yield from _first_prompts(OPENS["human_agent"])
    due = datetime.combine(clock.today(), time(17), clock.CASABLANCA)
    yield "verified", "the phone is known", promised("human-agent", PHONE, due)
    yield "several", "asked before", promised("human-agent-again", PHONE, due)


def _language() -> Iterator[Row]:
    yield "general", "no language named", Answer.of("language-ask", next=engine.LANGUAGE_MENU)
    yield "general", "a language that is spoken", engine.menu_answer("language-changed")
    yield "general", "one that is not", Answer.of("language-not-spoken", next=engine.LANGUAGE_MENU)


def _alerts(question: str) -> Iterator[Row]:
    yield from _first_prompts(OPENS[question])
    key, phone_end = question.replace("_", "-"), Text(PHONE[-2:])
    word = Answer.of(f"{key}-confirm", word=Text("47"), next=("help",))
    yield "verified", "the sender may be forged: a word confirms", word
    yield "verified", "done", Answer.of(f"{key}-done", phone_end=phone_end, next=("help", "human_agent"))
    yield "verified", "as it was", Answer.of(f"{key}-already", phone_end=phone_end, next=("help", "human_agent"))


def _complaint() -> Iterator[Row]:
    """What is said first, the form that records one, and what is said of each kind that is recorded."""
    yield from _form("complaint")
    for kind in KINDS:
        recorded = complaints.recorded("REC-2026-000018", clock.today(), kind, about_score=kind == "register")
        yield "verified", f"recorded, {kind}", recorded


def _cover_case() -> Iterator[Row]:
    """The receipts of a case that a choice opened."""

    def told(*regimes: str, is_new: bool) -> list[Answer]:
        case = partial(cover_cases.Receipt, "REC-2026-000018", clock.today(), is_new=is_new)
        return cover_cases.receipts([case(regime) for regime in regimes])

    for is_new, when in ((True, "opened now"), (False, "opened before")):
        for regime in REGIMES:
            yield "verified", f"{regime}, {when}", told(regime, is_new=is_new)[0]
        for number, answer in enumerate(told(*REGIMES[-2:], is_new=is_new), start=1):
            yield "several", f"two regimes, {when}, message {number}", answer
    yield "no data", "nothing is paid and closed any more", cover_cases.not_needed()


def _review_file() -> Iterator[Row]:
    yield from _first_prompts(OPENS["review_file"])
    yield from _filing()


def _cancel() -> Iterator[Row]:
    yield "general", "", engine.menu_answer("cancelled")


def _first_prompts(name: str) -> Iterator[Row]:
    for path, steps in RULES["forms"][name]["paths"].items():
        for number, step in enumerate(steps):
            form = FormState(name, path, number, introduced=number > 0)
            yield "unverified", f"{name} by {path}: {step}", prompt(form)


def _form(name: str) -> Iterator[Row]:
    """Every prompt of a form, and its end without an answer; what is said of the intent that bears its name."""
    if name in INTENTS:
        yield from _general(name)
    yield from _first_prompts(name)
    for path, steps in RULES["forms"][name]["paths"].items():
        for number, step in enumerate(steps):
            for problem in PROBLEMS.get(RULES["steps"][step], ("missing",)):
                for failures in range(1, RULES["attempts"]):
                    form = FormState(name, path, number, failures, problem=problem, introduced=True)
                    yield "unverified", f"{path}: {step}, {problem}, failure {failures}", prompt(form)
    yield "unverified", "given up", engine.menu_answer(RULES["forms"][name]["failed"], offer_human=True)
    if name == "identification":
        unavailable = engine.menu_answer("identification-unavailable", offer_human=True)
        yield "unverified", "nobody can be identified now", unavailable


def _not_understood() -> Iterator[Row]:
    yield "general", "two readings", engine.not_understood(("amo_benefits", "family_cover"), 1)
    yield "general", "no reading", engine.not_understood((), 1)
    yield "general", "again", engine.not_understood((), 2)
    yield "general", "a number that is no choice", engine.menu_answer("menu-out-of-range")
    yield "general", "without Rasa", engine.menu_answer("menu-only")
    for problem in ("empty", "too-long", "no-words", "encoding"):
        yield "general", f"unreadable: {problem}", engine.menu_answer(f"unreadable-{problem}")


def _code() -> Iterator[Row]:
    yield "unverified", "", Answer.of("one-time-code", code=Text("123456"))


BUILDERS: dict[str, Callable[[], Iterator[Row]]] = {
    # Forms, and what else is said without being an intent.
    **{name: partial(_form, name) for name in RULES["forms"]},
    "not_understood": _not_understood,
    "one_time_code": _code,
    # Intents with more cases than their general answer.
    "score_status": partial(_identified, "score_status", _scores),
    "score_explain": partial(_identified, "score_explain", _explanations),
    "amo_status": partial(_identified, "amo_status", _coverages),
    "contribution_status": partial(_identified, "contribution_status", _accounts),
    "review_status": partial(_identified, "review_status", _statuses),
    "review_deadline": partial(_identified, "review_deadline", _deadlines),
    "review_file": _review_file,
    "review_summary": _summary_lines,
    "review_afterwards": _after_filing,
    "threshold_info": _thresholds,
    "centre_locate": partial(_from_engine, "centre_locate", _centres),
    "human_agent": _human,
    "change_language": _language,
    **{question: partial(_alerts, question) for question in alerts.QUESTIONS},
    "complaint": _complaint,
    paying.RECORD_CASE: _cover_case,
    "cancel": _cancel,
}
INTENTS = frozenset(
    {*engine.PERSONAL, *engine.GENERAL_ANSWERS, *composed.ANSWERS, *engine.WITH_MENU, *engine.PLAIN}
    | {"human_agent", "change_language", "cancel", *alerts.QUESTIONS}
)
QUESTIONS = tuple(sorted(INTENTS | set(BUILDERS)))
