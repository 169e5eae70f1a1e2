"""Follow-ups, corrections and two questions, as data says."""

from datetime import date

import pytest

from backend.answers import engine
from backend.conversations import context
from language.entities import parse_entities

TODAY = date(2026, 11, 22)


def follow(text: str, topic: str | None) -> str | None:
    return context.follow_up(text, parse_entities(text, today=TODAY), topic)


@pytest.mark.parametrize(
    ("text", "topic", "question"),
    [
        ("et pour ma femme ?", "amo_status", "family_cover"),
        ("w mrati?", "amo_tadamon_info", "family_cover"),
        ("و مراتي", "amo_status", "family_cover"),
        ("w l3am li fat?", "score_status", "score_status"),
        ("وشحال نخلص؟", "amo_achamil_info", "contribution_rates"),
        ("وعلاش؟", "score_status", "score_explain"),
        ("pourquoi", "score_status", "score_explain"),
        ("w lwra9?", "registration_howto", "registration_howto"),
        ("فين؟", "direct_aid_info", "direct_aid_info"),
        ("jusqu'à quand ?", "review_howto", "review_deadline"),
        ("wakha xhal nkhles", "amo_tns_info", "contribution_rates"),
        ("w foqach", "direct_aid_info", "direct_aid_info"),
    ],
)
def test_should_read_a_bare_follow_up_in_the_light_of_the_last_answer(text: str, topic: str, question: str) -> None:
    assert follow(text, topic) == question


@pytest.mark.parametrize(
    "text",
    ["quel est mon score", "ok merci", "bonjour", "ma femme est malade", "pourquoi le ciel est bleu", "", "9.50"],
)
def test_should_leave_what_stands_for_itself(text: str) -> None:
    assert follow(text, "amo_status") is None


def test_should_follow_nothing_without_an_answer_before() -> None:
    assert follow("et pour ma femme ?", None) is None


@pytest.mark.parametrize(
    ("text", "topic", "question"),
    [
        ("w ila kano 3 drari", "direct_aid_info", "direct_aid_info"),
        ("w fo9ach kitsifet", "direct_aid_info", "direct_aid_info"),
        ("ma femme est malade", "amo_status", "family_cover"),
        ("ok merci", "amo_status", None),
        ("w fo9ach kitsifet", None, None),
        ("w fo9ach kitsifet liya dakchi dyali li tlebt men lakhor", "direct_aid_info", None),
    ],
)
def test_should_see_the_cue_of_a_short_message_beside_other_words(text: str, topic: str, question: str) -> None:
    assert context.follow_up_with_more(text, parse_entities(text, today=TODAY), topic) == question


@pytest.mark.parametrize(
    ("text", "question", "rest"),
    [
        ("la, 9sedt AMO", "amo_status", "amo"),
        ("لا قصدت الدعم", "direct_aid_info", "الدعم"),
        ("non je parle de mes cotisations", "contribution_status", "mes cotisations"),
        ("je voulais dire comment payer", None, "comment payer"),
    ],
)
def test_should_take_a_correction(text: str, question: str | None, rest: str) -> None:
    assert context.correction(text, "score_status", engine.PERSONAL) == (question, rest)


def test_should_take_a_correction_as_general_after_a_general_answer() -> None:
    assert context.correction("la 9sedt amo", "score_meaning", engine.PERSONAL) == ("amo_tadamon_info", "amo")


@pytest.mark.parametrize("text", ["la", "non merci", "chno howa score", "قصدت"])
def test_should_take_no_correction_where_there_is_none(text: str) -> None:
    assert context.correction(text, "score_status", engine.PERSONAL) is None


def test_should_split_a_message_into_its_questions() -> None:
    assert context.questions_in("Mon score ? Et mon AMO est ouverte ?") == ["Mon score", "Et mon AMO est ouverte"]
    assert context.questions_in("شحال المؤشر ديالي؟ واش أمو محلولة؟") == ["شحال المؤشر ديالي", "واش أمو محلولة"]
    for text in ("bonjour. mon score ?", "mon score", "", "?? !!", "un deux. trois quatre. cinq six. sept huit"):
        assert context.questions_in(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("fin kayna cnss w chhal amo chamil", ["fin kayna cnss", "chhal amo chamil"]),
        ("ما شروط أمو تضامن وكم واجب الشامل؟", ["ما شروط أمو تضامن", "كم واجب الشامل؟"]),
        ("quel est mon score et quelle est la limite", ["quel est mon score", "quelle est la limite"]),
        ("شنو هو المؤشر وفين نتقيد", ["شنو هو المؤشر", "فين نتقيد"]),
        ("combien je paie et quand", []),
        ("score w fin kayna cnss", []),
        ("ma femme et mes enfants", []),
        ("fin nmchi w chhal nkhles w kifach ndir", []),
    ],
)
def test_should_divide_a_sentence_that_asks_twice(text: str, parts: list[str]) -> None:
    assert context.joined_questions(text) == parts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("oui la deuxième", 2), ("La 2ème svp", 2), ("لولة", 1), ("ra9m 2", 2), ("الثانية من فضلك", 2), ("n° ٣", 3),
        ("AMO 2", None), ("deuxieme enfant", None), ("ok", None), ("12345", None), ("", None), ("1 2", None),
    ],
)  # fmt: skip
def test_should_read_a_choice_that_is_named(text: str, number: int | None) -> None:
    assert context.chosen_in_words(text) == number


def test_should_name_only_questions_that_exist() -> None:
    for table in context._TOPICS.values():
        assert all(engine.is_offered(question) for question in table.values()), table
        assert set(table) <= {*context._CUES, "relation"}
    assert all(engine.is_offered(topic) for topic in context._TOPICS)
    for thing in context._THINGS.values():
        assert engine.is_offered(thing["personal"])
        assert engine.is_offered(thing["general"])
