"""The score explained, rights and contributions as they are rendered: four varieties, on the web and by SMS."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from backend.answers import explained, general, paying, personal, verdicts
from backend.answers.formatting import VARIETIES
from backend.answers.model import Answer, Day, Part, Text
from backend.answers.rendering import LOCALES, MENU_FROM, SMS_PARTS, label, message, render
from backend.contributions.service import AccountSummary
from backend.contributions.standing import UnpaidMonth
from backend.entitlements.eligibility import Outcome, Ruling, evaluate
from backend.entitlements.grounds import Grounds
from backend.entitlements.regimes import REGIMES
from backend.entitlements.rules import load_rules
from backend.entitlements.situation import Activity, Relation, Situation
from backend.notifications.segments import is_gsm7, measure
from backend.scores.explanation import ROOMS_ITEM, explain
from backend.scores.formula import load_formula
from backend.scores.simulation import Refusal, Simulation
from language.entities import Entity
from tests.unit.test_contribution_standing import Cover
from tests.unit.test_eligibility import asker
from tests.unit.test_score_explanation import Notice, notice
from tests.unit.test_score_formula import EXAMPLES, declaration
from tests.unit.test_wording import LONGEST, PLACEHOLDER, catalogue, values_for

TODAY = date(2026, 11, 22)
STALE = date(2027, 5, 22)
FORMULA = load_formula()
RULES = load_rules()
RIGHTS = "rights.ftl"
DISPLAYED = re.compile(r"\d+\.\d+")


def messages(variety: str) -> dict[str, Any]:
    """The messages of rights.ftl in a variety."""
    keys = re.findall(r"^([a-z][a-z0-9-]+) =", (LOCALES / variety / RIGHTS).read_text(encoding="utf-8"), re.M)
    found = catalogue(variety)
    return {key: found[key] for key in keys}


CATALOGUES = {variety: messages(variety) for variety in VARIETIES}


def test_should_have_the_same_messages_and_variables_in_every_variety() -> None:
    for variety, entries in CATALOGUES.items():
        assert set(entries) == set(CATALOGUES["fr"]), variety
        for key, entry in entries.items():
            assert set(values_for(entry)) == set(values_for(CATALOGUES["fr"][key])), (variety, key)


@pytest.mark.parametrize(("variety", "short"), list(product(VARIETIES, [False, True])))
def test_should_render_every_message(variety: str, short: bool) -> None:
    for key, entry in CATALOGUES[variety].items():
        text = message(key, variety, values_for(entry), short=short)
        assert text.strip(), key
        assert not PLACEHOLDER.search(text), (key, text)
        assert "\u2068" not in text


@pytest.mark.parametrize("variety", ["fr", "ary-Latn"])
def test_should_keep_to_gsm_letters_where_a_text_goes_by_sms(variety: str) -> None:
    texts = (LOCALES / variety / RIGHTS).read_text(encoding="utf-8")
    for line in re.findall(r"^    \.sms = (.*)$", texts, re.M):
        assert is_gsm7(re.sub(r"\{ \$\w+ (?:->)?\}?", "", line)), line


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_call_every_declared_item_and_region_by_plain_words(variety: str) -> None:
    items = {*FORMULA.inputs, ROOMS_ITEM}
    for setting in FORMULA.variables.values():
        assert {variable.input or ROOMS_ITEM for variable in setting} <= items
    labels = [message(explained.label_of(item).key, variety, {}, short=False) for item in sorted(items)]
    assert len(set(labels)) == len(items)
    regions = [message(f"region-{region.code}", variety, {}, short=False) for region in FORMULA.regions]
    assert len(set(regions)) == 12
    for item in items:
        short = message(explained.label_of(item).key, variety, {}, short=True)
        assert len(short) <= (30 if variety in {"fr", "ary-Latn"} else 18), short


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_have_words_for_every_rule_outcome_ruling_and_step(variety: str) -> None:
    keys = {f"{kind}-{condition.id}" for condition in RULES.conditions() for kind in ("rule", "topic")}
    keys |= {f"step-{step}" for step in RULES.steps} | {f"ruling-{ruling}" for ruling in Ruling}
    keys |= {f"status-{outcome}" for outcome in Outcome if outcome not in {Outcome.REPORTED, Outcome.UNCONFIRMED}}
    keys |= {f"simulation-refused-{reason}" for reason in Refusal.__args__}  # type: ignore[attr-defined]
    keys |= {verdicts.name_of(right).key for right in (*RULES.rights, "family")}
    assert {key.replace("_", "-") for key in keys} <= set(catalogue(variety))


# Every answer --------------------------------------------------------------------------------------------------------


def explanations() -> Iterator[Answer]:
    """Every sample household as explained: the formula's score, another one, nothing declared, a formula too old."""
    windows: list[list[Part]] = [[], [Part("score-review-until", {"day": Day(date(2026, 12, 31))})]]
    for example, window in product(EXAMPLES, windows):
        agrees = notice(declaration(example))
        found = [agrees, Notice(agrees.score + 1, agrees.setting, agrees.region, agrees.declared)]
        found += [Notice(Decimal("10.326428412345"), agrees.setting, agrees.region, None)]
        yield from (explained.of_explanation(explain(one, TODAY), window) for one in found)
        yield explained.of_explanation(explain(agrees, STALE), window)


def simulations() -> Iterator[Answer]:
    """Simulations, and every refusal of one."""
    yield explained.of_simulation(Simulation(Decimal("10.326428412345"), Decimal("10.1264284"), ("cars",)))
    for reason in (*Refusal.__args__, "often"):  # type: ignore[attr-defined]
        key = f"simulation-refused-{reason}".replace("_", "-")
        yield Answer.of(key, next=("review_file", "human_agent"))


def contributions() -> Iterator[Answer]:
    """Accounts with and without arrears under every regime, beside covers in every state."""
    reasons = [None, "unpaid_contributions", "waiting_period", "age_limit"]
    owed = tuple(UnpaidMonth(date(2026, month, 1), Decimal("1234.56"), Decimal(0)) for month in range(1, 11))
    for regime, months, status, reason in product(REGIMES, [(), owed], ["open", "suspended", "closed"], reasons):
        summary = AccountSummary(
            regime, tuple(m.period for m in months), sum((m.rest for m in months), Decimal(0)), date(2026, 11, 5),
            Decimal("1234.56"), date(2026, 12, 1), Decimal("1234.56"), None, None, months,
        )  # fmt: skip
        cover = Cover(regime, status, date(2026, 10, 1), reason)
        told = [(summary, personal._account_parts(summary, several=False))]
        parts, _ = paying.with_covers(told, [cover], TODAY)
        yield Answer(tuple(parts), next=paying.follow_up(parts))


def thresholds() -> Iterator[Answer]:
    """What a score in the question opens."""
    for score in ("8.5", "9.3264284", "9.50", "9.743001", "11", "10.3264284"):
        yield general.threshold_info(asker("fr", "sms", Entity("score", score, 0, len(score))))


ANSWERS = [*explanations(), *simulations(), *contributions(), *thresholds()]


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_keep_every_answer_within_two_sms_with_a_choice(variety: str) -> None:
    for answer in ANSWERS:
        rendered = render(answer, variety, "sms")
        assert measure(rendered.text).segments <= SMS_PARTS, (measure(rendered.text), rendered.text)
        assert not PLACEHOLDER.search(rendered.text)
        assert len(answer.next) <= MENU_FROM
        assert rendered.choices, rendered.text
        if variety in {"fr", "ary-Latn"}:
            assert is_gsm7(rendered.text), rendered.text


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_render_every_answer_for_the_web(variety: str) -> None:
    for answer in ANSWERS:
        rendered = render(answer, variety, "webchat")
        assert not PLACEHOLDER.search(rendered.text)
        assert len(rendered.choices) == len(answer.next)
        assert all(label(question, variety, short=False) for question in answer.next)


@pytest.mark.parametrize(("variety", "example"), list(product(VARIETIES, EXAMPLES)))
def test_should_show_a_table_whose_figures_sum_to_the_score(variety: str, example: dict[str, Any]) -> None:
    """Read as a person reads it: town and region, what raises, less what lowers."""
    found = notice(declaration(example))
    answer = explained.of_explanation(explain(found, TODAY))
    first, *lines = render(answer, variety, "webchat").text.split("\n")
    score, fixed, local, declared = (Decimal(text) for text in DISPLAYED.findall(first + " 0.0")[:4])
    if len(DISPLAYED.findall(first)) < 4:  # a region that adds nothing is written 0
        local, declared = Decimal(0), local
    sign = -1 if answer.parts[0].key == "why-score-lowers" else 1
    assert score == found.score == fixed + local + sign * declared
    keys = [part.key for part in answer.parts[1:]]
    total, way = Decimal(0), 0
    for key, line in zip(keys, lines, strict=False):
        way = {"why-raises-most": 1, "why-lowers-most": -1}.get(key, way)
        if key in {"why-raises-most", "why-lowers-most", "why-line"}:
            total += way * Decimal(re.findall(r"\d+(?:\.\d+)?", line)[-1])
    assert total == sign * declared


def test_should_show_no_figure_but_the_score_and_limits_where_the_formula_differs() -> None:
    agrees = notice(declaration(EXAMPLES[0]))
    answer = explained.of_explanation(explain(replace(agrees, score=agrees.score + 1), TODAY))
    limits = ("9.3264284", "9.743001")
    for variety, channel in product(VARIETIES, ["webchat", "sms"]):
        lines = render(answer, variety, channel).text.replace("2.21.582", "").split("\n")
        of_items = [line for line in lines if not any(limit in line for limit in limits)]
        assert {figure for line in of_items for figure in DISPLAYED.findall(line)} == {str(agrees.score + 1)}


def test_should_call_every_computed_figure_an_estimate() -> None:
    words = {"fr": "estimation", "ary": "تقريب", "ary-Latn": "t9ri", "ar": "تقدير"}
    figures = explained.of_explanation(explain(notice(declaration(EXAMPLES[0])), TODAY))
    simulated = explained.of_simulation(Simulation(Decimal("9.5"), Decimal("9.2"), ("cars",)))
    for variety, word in words.items():
        for channel in ("webchat", "sms"):
            assert word in render(figures, variety, channel).text.lower()
    promises = {"fr": "pas une promesse", "ary": "ماشي وعد", "ary-Latn": "machi wa3d", "ar": "وعد"}
    for variety, words_of_it in promises.items():
        for channel in ("webchat", "sms"):
            assert words_of_it in render(simulated, variety, channel).text


def test_should_carry_the_line_on_false_declarations_with_every_simulation(monkeypatch: pytest.MonkeyPatch) -> None:
    simulation = Simulation(Decimal("9.5"), Decimal("9.2"), ("cars",))
    for variety in VARIETIES:
        text = render(explained.of_simulation(simulation), variety, "webchat").text
        assert "2 000" in text
        assert "5 000" in text
    monkeypatch.setattr("backend.clock.today", lambda: STALE)
    later = explained.of_simulation(simulation)
    assert [part.key for part in later.parts] == ["simulation", "simulation-honest-plain"]
    assert later.facts == ()


def test_should_lead_from_an_explanation_into_a_review() -> None:
    for answer in explanations():
        assert answer.next[0] == "review_file"


def test_should_not_say_that_a_review_is_possible_once_its_time_is_over() -> None:
    over = Part("score-review-over", {"day": Day(date(2026, 3, 2))})
    explanation = explain(notice(declaration(EXAMPLES[0])), TODAY)
    keys = [[part.key for part in explained.of_explanation(explanation, window).parts] for window in ([], [over])]
    assert ["why-wrong" in found for found in keys] == [True, False]


def test_should_say_no_legal_figure_once_facts_are_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.clock.today", lambda: STALE)
    answers = [explained.of_explanation(explain(notice(declaration(example)), STALE)) for example in EXAMPLES]
    answers += list(contributions()) + list(thresholds())
    for variety, answer in product(VARIETIES, answers):
        text = render(answer, variety, "webchat").text
        assert (
            not re.search(r"9\.3264284(?!\d)|9\.743001(?!\d)|9\.825|8\.695", text)
            or answer.parts[0].key == "why-formula-old"
        )


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_put_every_verdict_into_words(variety: str) -> None:
    """Every right for many situations, today and once all facts are too old."""
    book = verdicts.grounds().book
    inputs = product(
        [None, Decimal("9.1"), Decimal("9.743001"), Decimal("10")], [None, *Activity], [None, True, False],
        [None, Relation.SPOUSE, Relation.CHILD, Relation.PARENT], [None, 10, 24, 40], [TODAY, STALE, date(2028, 1, 1)],
    )  # fmt: skip
    for score, activity, known, relation, age, today in inputs:
        situation = Situation(
            score=score, activity=activity, other_cover=known, paid_up=known, employer_declares=known, student=known,
            relation=relation, age=age, registered_on=date(2026, 10, 1),
        )  # fmt: skip
        for verdict in evaluate(situation, Grounds(book, today, today)):
            parts = [verdicts.ruling_part(verdict), verdicts.step_part(verdict.step)]
            parts += [part for reason in verdict.reasons for part in verdicts.reason_parts(reason)]
            for part in parts:
                text = message(part.key, variety, dict(part.values), short=False)
                assert not PLACEHOLDER.search(text), (part.key, text)


def test_should_name_the_source_of_a_single_report_and_not_its_figure() -> None:
    verdict = next(
        found
        for found in evaluate(Situation(activity=Activity.SALARIED), verdicts.grounds())
        if found.right == "amo_salaried"
    )
    reason = verdict.reason("enough_days")
    assert reason is not None
    (part,) = verdicts.reason_parts(reason)
    assert part.key == "doubt-reported"
    assert part.values["sources"] == Text("le360, 2021-06-17")


def test_should_know_the_longest_value_of_every_new_variable() -> None:
    for key, entry in CATALOGUES["fr"].items():
        assert set(values_for(entry)) <= set(LONGEST), key
