"""Every message in every variety, and every answer as it is rendered, with the longest plausible values."""

import re
import uuid
from datetime import date
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast

from backend.answers import composed, engine, general, personal
from backend.answers.formatting import VARIETIES
from backend.answers.model import Amount, Answer, Asker, Clock, Count, Day, Month, Part, Score, Term, Text, Value
from backend.answers.rendering import LOCALES, MENU_FROM, SMS_PARTS, WordingError, label, message, render
from backend.contributions.service import AccountSummary
from backend.conversations.forms import RULES, FormState, prompt
from backend.entitlements.regimes import REGIMES, STATUSES
from backend.facts.fact import Grade
from backend.notifications.segments import is_gsm7, measure
from language.entities import Entity

TODAY = date(2026, 11, 22)
LONGEST_SCORE = Decimal("10.326428412345")
LONGEST = {
    "score": Score(LONGEST_SCORE), "previous": Score(LONGEST_SCORE), "tadamon": Score(Decimal("9.3264284")),
    "asd": Score(Decimal("9.743001")), "limit": Score(Decimal("9.3264284")),
    "computed_on": Day(date(2026, 9, 28)), "previous_on": Day(date(2025, 9, 28)), "since": Day(date(2026, 9, 28)),
    "day": Day(date(2026, 9, 28)), "by": Clock(date(2026, 9, 28), 17), "month": Month(date(2026, 9, 1)),
    "amount": Amount(Decimal("123456.78")), "days": Count(60), "months": Count(24),
    "phone": Text("0802030100"), "phone_end": Text("17"), "number": Text("1234567890"), "code": Text("123456"),
    "address": Text("Angle avenue Hassan II et rue 14, Hay Salam"), "name": Text("Centre de services Hay Salam"),
    "hours": Count(24), "site": Text("www.chikayasante.ma"), "from": Count(5), "to": Count(10),
    "age": Count(21), "student_age": Count(26), "digits": Count(10),
    "employee": Text("2.26"), "employer": Text("2.26"), "child": Amount(Decimal(300)), "floor": Amount(Decimal(500)),
    "min": Amount(Decimal(2000)), "max": Amount(Decimal(5000)), "law": Text("09.08"), "authority": Text("CNDP"),
    "sources": Text("CNSS (11/2026)"), "regime": Term("regime-amo-salaried"),
}  # fmt: skip
QUESTIONS = sorted(
    engine.PERSONAL | set(engine.GENERAL_ANSWERS) | set(composed.ANSWERS) | engine.WITH_MENU | engine.PLAIN
)
PLACEHOLDER = re.compile(r"[{}$]|\bNone\b|\bnan\b")


def catalogue(variety: str) -> dict[str, ast.Message]:
    """The messages of a variety, parsed."""
    found = {}
    for path in sorted((LOCALES / variety).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)], path
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{variety}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


LONGEST |= {
    "reference": Text("REV-2026-123456789"),
    "question": Text("Merci de joindre la carte grise et l'acte de vente de la voiture."),
    "reason": Text("La voiture a été vendue en 2025, la déclaration est corrigée."),
}


def values_for(entry: ast.Message) -> dict[str, Value]:
    """The longest plausible value of each variable of a message."""
    names = set(re.findall(r"name='(\w+)'", repr(_variables(entry))))
    return {name: LONGEST[name] for name in names}


def _variables(entry: Any) -> list[Any]:
    found = []
    stack = [entry]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.VariableReference):
            found.append(SimpleNamespace(name=node.id.name))
        elif isinstance(node, ast.BaseNode):
            stack.extend(vars(node).values())
        elif isinstance(node, list):
            stack.extend(node)
    return found


CATALOGUES = {variety: catalogue(variety) for variety in VARIETIES}


def test_should_have_the_same_messages_and_variables_in_every_variety() -> None:
    for variety in VARIETIES:
        assert set(CATALOGUES[variety]) == set(CATALOGUES["fr"]), variety
        for key, entry in CATALOGUES[variety].items():
            assert set(values_for(entry)) == set(values_for(CATALOGUES["fr"][key])), (variety, key)


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("short", [False, True])
def test_should_render_every_message(variety: str, short: bool) -> None:
    for key, entry in CATALOGUES[variety].items():
        text = message(key, variety, values_for(entry), short=short)
        assert text.strip(), key
        assert not PLACEHOLDER.search(text), (key, text)
        assert "\u2068" not in text


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100])
def test_should_render_plurals_of_moroccan_arabic_and_french(variety: str, count: int) -> None:
    text = message(
        "contribution-arrears", variety,
        {"amount": Amount(Decimal(10)), "months": Count(count), "since": Month(TODAY)}, short=False,
    )  # fmt: skip
    one_or_two = {"ary", "ary-Latn", "ar"} if count in {1, 2} else set()
    assert (str(count) in text.split()) is (variety not in one_or_two), text


def test_should_raise_on_a_missing_value_and_on_a_missing_message() -> None:
    with pytest.raises(WordingError):
        message("score-status", "fr", {}, short=False)
    with pytest.raises(WordingError):
        message("no-such-message", "fr", {}, short=False)


def test_should_label_every_question_in_every_variety() -> None:
    for variety, question in product(VARIETIES, [*QUESTIONS, "human_agent", "change_language"]):
        if engine.is_offered(question):
            assert label(question, variety, short=True)


def asker(variety: str, channel: str, *entities: Entity) -> Asker:
    return Asker(conversation_id=uuid.UUID(int=1), channel=channel, variety=variety, entities=entities)


def notice(score: str, notified_on: date | None) -> Any:
    return SimpleNamespace(score=Decimal(score), computed_on=date(2026, 9, 28), notified_on=notified_on)


def personal_answers() -> list[Answer]:
    """Personal answers over invented records: every score case, coverage state and account."""
    answers = []
    for score, notified in product(
        ["8.9374767", "9.3264284", "9.32642844", "9.50", "9.743001", "10.326428412345"],
        [None, date(2026, 11, 1), date(2026, 1, 1)],
    ):
        found = notice(score, notified)
        standing, facts = personal._standing(found)
        window, more = personal._window(found)
        first = Part("score-status", {"score": Score(found.score), "computed_on": Day(found.computed_on)})
        answers.append(Answer((first, *standing, *window), facts + more, ("threshold_info", "review_howto")))
    for regime, status in product(REGIMES, STATUSES):
        coverage: Any = SimpleNamespace(
            regime=regime, status=status, since=date(2026, 9, 28), reason="score_above_threshold",
            registration_number="123456789",
        )  # fmt: skip
        answers.append(Answer(tuple(personal._coverage_parts(coverage)), next=("contribution_status", "human_agent")))
    for regime in REGIMES:
        summary = AccountSummary(
            regime, (date(2026, 8, 1), date(2026, 9, 1)), Decimal("1234.56"), date(2026, 7, 3), Decimal("215.40"),
            date(2026, 12, 1), Decimal("430.80"), 26, date(2026, 10, 1),
        )  # fmt: skip
        answers.append(Answer(tuple(personal._account_parts(summary, several=False)), next=("amo_status", "help")))
    return answers


def general_answers() -> list[Answer]:
    """General answers: with and without a score in the question, forms at every step, and what can't be understood."""
    answers = [engine.menu_answer(f"unreadable-{p}") for p in ("empty", "too-long", "no-words", "encoding")]
    for score in ("8.5", "9.50", "9.743001", "11"):
        entity = Entity("score", score, 0, len(score))
        answers.append(general.threshold_info(asker("fr", "sms", entity)))
    for question, function in engine.GENERAL_ANSWERS.items():
        assert question
        answers.append(function(asker("fr", "sms")))
    answers += [composed.compose(question) for question in composed.ANSWERS]
    answers += [engine.menu_answer(question.replace("_", "-")) for question in engine.WITH_MENU]
    answers += [Answer.of(question.replace("_", "-"), next=("help", "human_agent")) for question in engine.PLAIN]
    answers += [engine.not_understood(("amo_benefits", "family_cover"), 1), engine.not_understood((), 1),
                engine.not_understood((), 2), general.ask_cnss("amo-none", next=("help",)),
                general.ask_cnss("contribution-none", next=("help",)),
                Answer.of("human-agent", phone_end=Text("17"), by=Clock(TODAY, 17), next=("help",)),
                Answer.of("human-agent-again", phone_end=Text("17"), by=Clock(TODAY, 17), next=("help",)),
                Answer.of("one-time-code", code=Text("123456"))]  # fmt: skip
    for name, form in RULES["forms"].items():
        answers.append(engine.menu_answer(form["failed"], offer_human=True))
        for path, steps in form["paths"].items():
            for number, problem in product(
                range(len(steps)), [None, "missing", "wrong-length", "ambiguous", "no-match"]
            ):
                for failures in range(RULES["attempts"]):
                    answers.append(prompt(FormState(name, path, number, failures, problem=problem)))
    return answers


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_keep_every_answer_within_two_sms_parts(variety: str) -> None:
    for answer in [*personal_answers(), *general_answers()]:
        rendered = render(answer, variety, "sms")
        length = measure(rendered.text)
        assert length.segments <= SMS_PARTS, (length, rendered.text)
        assert not PLACEHOLDER.search(rendered.text)
        if variety in {"fr", "ary-Latn"}:
            assert is_gsm7(rendered.text), rendered.text
        if len(answer.next) > MENU_FROM:
            assert len(rendered.choices) == len(answer.next)
        elif answer.next:
            assert rendered.choices, rendered.text


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_render_every_answer_for_the_web(variety: str) -> None:
    for answer in [*personal_answers(), *general_answers()]:
        rendered = render(answer, variety, "webchat")
        assert rendered.text.strip()
        assert not PLACEHOLDER.search(rendered.text)
        assert len(rendered.choices) == len(answer.next)


def test_should_keep_the_score_and_the_last_day_on_sms() -> None:
    for variety, answer in product(VARIETIES, personal_answers()):
        values = {name: value for part in answer.parts if part.essential for name, value in part.values.items()}
        text = render(answer, variety, "sms").text
        if "score" in values:
            assert str(values["score"].value) in text  # type: ignore[union-attr]
        if any(part.key == "score-review-until" for part in answer.parts):
            assert "31/12/2026" in text


def test_should_say_no_value_of_grade_c_or_unverified() -> None:
    from backend.answers.knowledge import book

    facts = book()
    grades = {fact.id: facts.grade(fact, TODAY) for fact in facts}
    for answer in [*personal_answers(), *general_answers()]:
        for fact in answer.facts:
            assert grades[fact.id] in {Grade.A, Grade.B}, fact.id


def test_should_say_no_figure_once_facts_are_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """181 days after the last check a B fact is a C fact: the answer then says where to ask, and no figure."""
    monkeypatch.setattr("backend.clock.today", lambda: date(2027, 5, 23))
    answers = [function(asker("fr", "webchat")) for function in engine.GENERAL_ANSWERS.values()]
    composed_answers = [composed.compose(question) for question in composed.ANSWERS]
    for answer in composed_answers:  # what is official (A) has dropped to B, and is still said
        assert all(fact.confidence is Grade.A for fact in answer.facts)
    answers += composed_answers
    standing, _ = personal._standing(notice("9.50", None))
    window, _ = personal._window(notice("9.50", date(2027, 5, 1)))
    answers.append(Answer((*standing, *window)))
    for variety, answer in product(VARIETIES, answers):
        text = render(answer, variety, "webchat").text
        assert not re.search(r"9\.3264284|9\.743001|\b60\b|\b2027\b", text), text
