"""Every message in every variety, and every answer as it is rendered, with the longest plausible values.

The answers are the cases of `backend.conversations.cases`, which `haqqi wording show` prints.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from fluent.syntax import FluentParser, ast

from backend import clock
from backend.answers import complaints, composed, engine, formatting
from backend.answers.formatting import VARIETIES
from backend.answers.knowledge import book
from backend.answers.model import Amount, Answer, Clock, Count, Day, Month, Part, Score, Term, Text, Value
from backend.answers.rendering import (
    LOCALES,
    MENU_FROM,
    MORE,
    SMS_PARTS,
    Rendered,
    WordingError,
    label,
    left_out,
    message,
    render,
)
from backend.complaints.kinds import KINDS
from backend.conversations.cases import BUILDERS, CHANNELS, INTENTS, QUESTIONS, Case, cases, show, too_old_on
from backend.conversations.gateway import compose
from backend.facts.fact import Fact, Grade, ValueKind
from backend.notifications.segments import is_gsm7, measure
from tests.conftest import ROOT

TODAY = max(fact.checked_on for fact in book())  # the day on which the facts were last looked at
LONGEST_SCORE = Decimal("10.326428412345")
LONGEST = {
    "place": Term("setting-urban"), "fixed": Score(Decimal("9.825")), "area": Term("region-11"),
    "local": Score(Decimal("0.0555")), "declared": Score(Decimal("1.3264284")), "margin": Score(LONGEST_SCORE),
    "estimate": Score(Decimal("10.3264284")), "item": Term("item-dwelling-is-listed-type"),
    "topic": Term("topic-employer-declares"),
    "score": Score(LONGEST_SCORE), "previous": Score(LONGEST_SCORE), "tadamon": Score(Decimal("9.3264284")),
    "asd": Score(Decimal("9.743001")), "limit": Score(Decimal("9.3264284")),
    "computed_on": Day(date(2026, 9, 28)), "previous_on": Day(date(2025, 9, 28)), "since": Day(date(2026, 9, 28)),
    "day": Day(date(2026, 9, 28)), "by": Clock(date(2026, 9, 28), 17), "month": Month(date(2026, 9, 1)),
    "amount": Amount(Decimal("123456.78")), "days": Count(60), "months": Count(24),
    "phone": Text("0802030100"), "phone_end": Text("17"), "number": Text("1234567890"), "code": Text("123456"),
    "address": Text("Angle avenue Hassan II et rue 14, Hay Salam"), "name": Text("Centre de services Hay Salam"),
    "word": Text("47"), "first": Term("choice-contribution-status"), "second": Term("choice-amo-tadamon-info"),
    "distance": Text("49.9"), "hours": Count(24), "site": Text("www.chikayasante.ma"),
    "from": Count(5), "to": Count(10),
    "age": Count(21), "student_age": Count(26), "digits": Count(10),
    "employee": Text("2.26"), "employer": Text("2.26"), "child": Amount(Decimal(300)), "floor": Amount(Decimal(500)),
    "min": Amount(Decimal(2000)), "max": Amount(Decimal(5000)), "law": Text("09.08"), "authority": Text("CNDP"),
    "reference": Text("REC-2026-000018"), "portal": Text("chikaya.ma"),
    "sources": Text("CNSS (11/2026)"), "regime": Term("regime-amo-salaried"),
}  # fmt: skip
PLACEHOLDER = re.compile(r"[{}$]|\bNone\b|\bnan\b")
INVISIBLE = re.compile("[\u200e\u200f\u202f\u2066-\u2069]")  # marks and spaces that turn an SMS into UCS-2
STATED = {Grade.A, Grade.B}
LATIN = ("fr", "ary-Latn")
SHORT_LABEL, LONG_LABEL = 20, 24  # a quick reply of WhatsApp, a line of its list


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
    "said": Text("120000"),
    "count": Count(3),
    "text": Text("La voiture est vendue depuis 2025, il reste quatre personnes à la maison."),
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
@pytest.mark.parametrize("channel", CHANNELS)
def test_should_render_every_message(variety: str, channel: str) -> None:
    for key, entry in CATALOGUES[variety].items():
        text = message(key, variety, values_for(entry), short=channel == "sms", channel=channel)
        assert text.strip(), key
        assert not PLACEHOLDER.search(text), (key, text)
        assert not INVISIBLE.search(text), (key, text)


def test_should_have_words_of_its_own_for_a_channel_in_every_variety() -> None:
    """`.sms` is there where a variety needs it; any other channel's words say something else, so in all varieties."""
    for key, entry in CATALOGUES["fr"].items():
        own = {attribute.id.name for attribute in entry.attributes} - {"sms"}
        assert own <= {"whatsapp"}, key
        for variety in VARIETIES:
            assert {attribute.id.name for attribute in CATALOGUES[variety][key].attributes} - {"sms"} == own, (
                variety,
                key,
            )


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


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_label_every_choice_so_that_a_button_holds_it(variety: str) -> None:
    labels = [key.removeprefix("choice-") for key in CATALOGUES[variety] if key.startswith("choice-")]
    assert {question.replace("_", "-") for question in INTENTS if engine.is_offered(question)} <= set(labels)
    for question in labels:
        short, long = label(question, variety, short=True), label(question, variety, short=False)
        assert 0 < len(short) <= SHORT_LABEL, (question, short)
        assert 0 < len(long) <= LONG_LABEL, (question, long)


# The table: every question, in every variety, on every channel, in every case ---------------------------------------


@lru_cache
def table(question: str) -> list[Case]:
    """The cases of a question on the day of these tests."""
    return cases(question, TODAY)


def texts(case: Case, variety: str, channel: str) -> list[Rendered]:
    """All that a case can make us send: the message, and what the choice of more adds."""
    shown = show(case, variety, channel)
    return [shown.message, *shown.more]


def test_should_have_cases_for_exactly_the_intents_of_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "bot" / "domain" / "intents.yml").read_text(encoding="utf-8"))
    assert set(domain["intents"]) == INTENTS
    assert set(QUESTIONS) - INTENTS == {name for name in BUILDERS if name not in INTENTS}


def test_should_show_personal_questions_unverified_verified_without_data_and_with_several_records() -> None:
    for question in QUESTIONS:
        kinds = {case.kind for case in table(question)}
        wanted = {"unverified", "verified", "no data", "several"} if question in engine.PERSONAL else set()
        assert wanted <= kinds, question
        assert kinds, question


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_should_send_sms_of_two_parts_that_lead_on(question: str, variety: str) -> None:
    for case in table(question):
        sent = texts(case, variety, "sms")
        for rendered in sent:
            assert rendered.text.strip(), case
            assert not PLACEHOLDER.search(rendered.text), rendered.text
            assert measure(rendered.text).segments <= SMS_PARTS, (measure(rendered.text), rendered.text)
            assert variety not in LATIN or is_gsm7(rendered.text), rendered.text
        first = sent[0]
        if len(case.answer.next) > MENU_FROM:
            assert len(first.choices) == len(case.answer.next), first.text
        if case.answer.facts:
            fact = case.answer.facts[0]
            assert f"({fact.source_tag} {fact.checked_on:%m/%y})" in first.text
        if case.answer.next:
            assert first.choices, first.text
            assert sent[-1].choices, sent[-1].text


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_should_lose_no_part_of_an_answer_on_any_channel(question: str, variety: str) -> None:
    """What an SMS leaves out is one digit away, as the first choice; a screen with room shows it all."""
    for case, channel in product(table(question), CHANNELS):
        sent = texts(case, variety, channel)
        short = channel == "sms"
        together = " ".join(rendered.text for rendered in sent)
        for part in case.answer.parts:
            if short and case.answer.question is None and not part.essential:
                continue  # no answer of the engine, e.g. a prompt: why it asks is said where there is room
            said = message(part.key, variety, dict(part.values), short=short, channel=channel)
            assert said in together, (channel, said, together)
        if short and len(sent) > 1:
            assert sent[0].choices[0].question == MORE + question
            assert not any(choice.question.startswith(MORE) for rendered in sent[1:] for choice in rendered.choices)
        if not short:
            assert [choice.question for choice in sent[0].choices] == list(case.answer.next)


@pytest.mark.parametrize("question", QUESTIONS)
def test_should_offer_something_to_ask_after_every_answer(question: str) -> None:
    for case in table(question):
        asks = case.answer.expects is not None
        # The lines of a summary come before the answer that asks; a code is typed elsewhere.
        assert asks or case.answer.next or question in {"one_time_code", "review_summary"}, case


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_should_say_every_amount_month_and_day_of_a_person(variety: str, channel: str) -> None:
    short = channel == "sms"
    for question in sorted(engine.PERSONAL):
        for case in table(question):
            together = " ".join(rendered.text for rendered in texts(case, variety, channel))
            for value in own_values(case.answer, variety, short=short):
                assert value in together, (value, together)


# What single items bring is an estimate: an SMS names the items and leaves their figures to a screen.
PARTS_OF_A_SCORE = {"why-raises-most", "why-lowers-most", "why-line"}


def own_values(answer: Answer, variety: str, *, short: bool) -> Iterator[str]:
    """What an answer says of a person, as it is written: scores, amounts, days, months."""
    for key, name, value in ((part.key, *item) for part in answer.parts for item in part.values.items()):
        match value:
            case Score(number) if name in {"score", "previous"} and key not in PARTS_OF_A_SCORE:
                yield formatting.score(number)
            case Amount(number):
                yield formatting.amount(number, variety)
            case Day(day):
                yield formatting.day(day, variety, compact=short)
            case Month(day):
                yield formatting.month(day, variety, compact=short)


def test_should_keep_what_was_asked_and_the_last_day_in_the_first_sms() -> None:
    for variety, case in product(VARIETIES, table("score_status")):
        first = show(case, variety, "sms").message.text
        values = {name: value for part in case.answer.parts if part.essential for name, value in part.values.items()}
        if "score" in values:
            assert str(values["score"].value) in first  # type: ignore[union-attr]
        if any(part.key == "score-review-until" for part in case.answer.parts):
            assert formatting.day(values["day"].value, variety, compact=True) in first  # type: ignore[union-attr,arg-type]


def test_should_name_the_record_again_whose_details_come_later() -> None:
    """Two suspended schemes: the reason of the second must not read as that of the first."""
    case = next(case for case in table("amo_status") if case.situation == "2 regimes suspended")
    later = " ".join(rendered.text for rendered in show(case, "fr", "sms").more)
    assert re.search(r"AMO TNS : suspendue .* Raison : .* AMO salariés : suspendue .* Raison : ", later), later


def test_should_send_what_was_left_out_as_several_sms_and_none_without_a_choice_at_its_end() -> None:
    """The gateway joins answers that fit together: those of one `more` never do."""
    for question, variety in product(QUESTIONS, VARIETIES):
        for case in table(question):
            answers = left_out(case.answer, variety)
            assert [text.text for text in compose(answers, variety, "sms")] == [
                render(answer, variety, "sms").text for answer in answers
            ]


def test_should_fold_names_of_registers_only() -> None:
    name = {"name": Text("Hôtel de ville"), "address": Text("Façade sud"), "hours": Text("9h-16h…")}
    assert "Hotel de ville : Facade sud. 9h-16h..." in render(Answer((Part("centre-found", name),)), "fr", "sms").text
    assert "Hôtel de ville" in render(Answer((Part("centre-found", name),)), "fr", "webchat").text


@pytest.mark.parametrize(
    ("variety", "place", "voice"),
    [
        ("ary", "اللوكاليزاسيون", "الفوكال"),
        ("ary-Latn", "localisation", "vocaux"),
        ("ar", "موقعكم", "الصوتية"),
        ("fr", "votre position", "messages vocaux"),
    ],
)
def test_should_say_in_help_what_can_be_sent_here(variety: str, place: str, voice: str) -> None:
    (case,) = table("help")
    written = {channel: show(case, variety, channel).message.text for channel in CHANNELS}
    assert place in written["whatsapp"]
    assert voice in written["whatsapp"]
    for channel in ("sms", "webchat"):
        assert place not in written[channel]
        assert voice not in written[channel]
    assert "8=" in written["sms"]
    assert "CNSS" not in written["webchat"]


def test_should_offer_to_record_a_complaint_first_under_a_short_label() -> None:
    for variety in VARIETIES:
        first = render(composed.compose("complaint"), variety, "webchat").choices[0]
        on_sms = render(composed.compose("complaint"), variety, "sms").choices[0]
        assert (first.question, on_sms.question) == ("record_complaint", "record_complaint")
        assert len(on_sms.label) < len(first.label) <= 20, (variety, first, on_sms)


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_should_give_a_recorded_complaint_its_reference_day_and_official_address(variety: str, channel: str) -> None:
    addresses = {
        "health": ["www.chikayasante.ma"], "cnss": ["3939", "cnss.ma"], "register": ["www.rsu.ma", "chikaya.ma"],
        "direct_aid": ["anss.gov.ma"], "other": ["chikaya.ma"],
    }  # fmt: skip
    day = "22/11/2026" if channel == "sms" else "2026"
    assert set(addresses) == set(KINDS)
    for kind, expected in addresses.items():
        answer = complaints.recorded("REC-2026-000018", TODAY, kind, about_score=kind == "register")
        rendered = render(answer, variety, channel)
        assert all(text in rendered.text for text in ["REC-2026-000018", day, *expected]), rendered.text
        assert (rendered.choices[0].question == "review_howto") is (kind == "register")


def test_should_name_no_address_of_a_complaint_once_it_is_too_old() -> None:
    """What is official (the CNSS) is still named; else the portal, or where to ask: chikaya.ma has aged too."""
    with clock.supposing(too_old_on()):
        answers = [complaints.recorded("REC-2026-000018", TODAY, kind, about_score=False) for kind in KINDS]
    assert {answer.parts[1].key for answer in answers} == {"complaint-official-cnss", "complaint-official-ask"}


# What may not be said -----------------------------------------------------------------------------------------------


def spellings(fact: Fact) -> set[str]:
    """How the value of a fact could stand in a text; empty where it could not be told from any other word or digit."""
    if fact.value is None or fact.kind is ValueKind.YES_NO:
        return set()
    if isinstance(fact.value, date):
        days = {formatting.day(fact.value, variety) for variety in VARIETIES}
        return {fact.value.isoformat(), formatting.day(fact.value, "fr", compact=True), *days}
    if fact.kind is not ValueKind.NUMBER:
        return {fact.value}
    number = fact.decimal()
    return {fact.value, fact.value.replace(".", ","), f"{number:,}".replace(",", " ")} if len(fact.value) > 1 else set()


def unsaid(day: date) -> set[str]:
    """What no text may hold on a day: values of facts of grade C or UNVERIFIED that no A or B fact has as well.

    Of facts that were A or B when last looked at only the figures: whoever can't be told one is still sent to a site.
    """
    facts = book()
    allowed: set[str] = set()
    forbidden: set[str] = set()
    for fact in facts:
        may_be_said = facts.grade(fact, day) in STATED
        is_figure = fact.kind in {ValueKind.NUMBER, ValueKind.PHONE, ValueKind.DATE}
        if not may_be_said and (is_figure or fact.confidence not in STATED):
            forbidden.update(spellings(fact))
        elif may_be_said:
            allowed.update(spellings(fact))
        if may_be_said and fact.kind is ValueKind.TEXT:
            allowed.update(re.findall(r"[\w.-]+", str(fact.value)))
    return forbidden - allowed


def said_among(forbidden: Iterable[str], text: str) -> list[str]:
    """Those that stand in a text by themselves: 54 does not in "54.23", nor 90 in "190"."""
    return [
        value
        for value in forbidden
        if value in text and re.search(rf"(?<![\w.,/]){re.escape(value)}(?!\w|[.,/]\d)", text)
    ]


def test_should_find_a_value_that_may_not_be_said() -> None:
    forbidden = unsaid(TODAY)
    assert {"144", "6.37", "6,37", "1164", "1 164", "amotadamon.ma", "0537273727", "11 000 000"} <= forbidden
    assert not forbidden & {"60", "9.3264284", "9.743001", "3939", "300", "rsu.ma", "macnss.ma"}
    assert set(said_among(forbidden, "Cotisation : 144 DH par mois, sur amotadamon.ma.")) == {"144", "amotadamon.ma"}
    assert said_among(forbidden, "La loi 54.23, le 54/100, le 1144") == []
    assert set(said_among(unsaid(too_old_on()), "2,26 %, limite 9.3264284")) == {"2,26", "9.3264284"}


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_should_say_no_value_of_grade_c_or_unverified(variety: str, channel: str) -> None:
    """In any case, as facts stand today and once they are too old; a person's own figures are not the law's."""
    forbidden = {day: unsaid(day) for day in (TODAY, too_old_on())}
    for question in QUESTIONS:
        for case in table(question):
            own = list(own_values(case.answer, variety, short=channel == "sms")) if question in engine.PERSONAL else []
            for rendered in texts(case, variety, channel):
                text = rendered.text
                for value in own:
                    text = text.replace(value, "")
                assert not said_among(forbidden[case.day], text), (case.situation, text)


def test_should_rest_on_facts_that_may_be_stated() -> None:
    facts = book()
    for question in QUESTIONS:
        for case in table(question):
            for fact in case.answer.facts:
                assert facts.may_state(fact, case.day), (question, fact.id)


def test_should_say_less_once_facts_are_too_old() -> None:
    """181 days after the last check a B fact is a C fact: the answer then says where to ask, and no figure."""
    later = [case for question in QUESTIONS for case in table(question) if case.kind == "facts too old"]
    assert {"threshold_info", "amo_tadamon_info", "review_howto", "score_status", "amo_tns_info"} <= {
        case.question for case in later
    }
    for variety, case in product(VARIETIES, later):
        if case.question.startswith("review"):
            assert "60" not in show(case, variety, "webchat").message.text


def test_should_suppose_a_day_for_the_asker_only() -> None:
    before = clock.today()
    with clock.supposing(date(2031, 5, 6)):
        assert clock.today() == date(2031, 5, 6)
    assert clock.today() == before
