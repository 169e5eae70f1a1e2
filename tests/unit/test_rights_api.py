"""The rights API: situations in, verdicts out; declared households in, estimates out. Without database or dialogue."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from backend.answers.formatting import VARIETIES
from backend.app import create_app
from backend.entitlements.routes import router
from backend.entitlements.views import DeclarationIn, EligibilityIn
from backend.settings import get_settings
from tests.unit.test_score_formula import EXAMPLES


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """The application with these routes; its resources are never opened."""
    return create_app(get_settings(), [router], title="Haqqi")


async def post(app: FastAPI, path: str, body: Any) -> httpx.Response:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://haqqi.test") as client:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await client.post(path, content=content, headers={"content-type": "application/json"})


async def verdicts(app: FastAPI, **known: Any) -> dict[str, Any]:
    response = await post(app, "/v1/eligibility", known)
    assert response.status_code == 200, response.text
    return {found["right"]: found for found in response.json()["verdicts"]}


async def test_should_answer_what_950_opens_with_reasons_and_sources(app: FastAPI) -> None:
    response = await post(app, "/v1/eligibility", {"score": "9.50"})
    body = response.json()
    found = {verdict["right"]: verdict for verdict in body["verdicts"]}
    assert {right: verdict["verdict"] for right, verdict in found.items()} == {
        "amo_tadamon": "not_eligible",
        "amo_achamil": "depends",
        "amo_tns": "depends",
        "amo_salaried": "depends",
        "direct_aid": "depends",
    }
    assert found["amo_achamil"]["missing"] == ["activity", "other_cover"]
    reason = found["amo_tadamon"]["reasons"][0]
    assert (reason["condition"], reason["outcome"]) == ("score_within", "failed")
    assert "9.3264284" in reason["text"]
    source = next(source for source in body["sources"] if source["fact"] == "amo_tadamon.threshold")
    assert (source["value"], source["grade"], source["checked_on"]) == ("9.3264284", "B", "2026-11-22")
    assert {fact for verdict in found.values() for reason in verdict["reasons"] for fact in reason["facts"]} <= {
        source["fact"] for source in body["sources"]
    }


async def test_should_keep_every_decimal_of_a_score(app: FastAPI) -> None:
    known = {"other_cover": False, "activity": "none"}
    assert (await verdicts(app, score="9.3264284", **known))["amo_tadamon"]["verdict"] == "eligible"
    assert (await verdicts(app, score="9.32642844", **known))["amo_tadamon"]["verdict"] == "not_eligible"
    assert (await verdicts(app, score=9.3264284, **known))["amo_tadamon"]["verdict"] == "eligible"


@pytest.mark.parametrize("variety", VARIETIES)
async def test_should_speak_every_variety(app: FastAPI, variety: str) -> None:
    for known in ({}, {"score": "9.50"}, {"relation": "child", "age": 30}, {"activity": "salaried"}):
        body = (await post(app, "/v1/eligibility", {**known, "variety": variety})).json()
        for verdict in body["verdicts"]:
            texts = [verdict["text"], verdict["next_step"]["text"], *(reason["text"] for reason in verdict["reasons"])]
            assert all(text and "{" not in text for text in texts)
        assert body["notice"]
        assert len(body["duties"]) == 3


async def test_should_name_the_source_but_no_figure_of_a_single_report(app: FastAPI) -> None:
    found = await verdicts(app, score="9.9", activity="none", other_cover=False)
    texts = [reason["text"] for reason in found["amo_achamil"]["reasons"] if reason["outcome"] == "reported"]
    assert len(texts) == 1
    assert "lebrief.ma, 2025" in texts[0]
    everything = json.dumps((await post(app, "/v1/eligibility", {"activity": "salaried"})).json())
    assert "amo_achamil.waiting_period" not in everything
    assert '"54"' not in everything


async def test_should_say_what_a_change_does_and_until_when_it_is_declared(app: FastAPI) -> None:
    body = {
        "before": {"score": "9.1", "activity": "none", "other_cover": False},
        "changed_on": "2026-11-02",
        "score": "9.1", "activity": "salaried", "employer_declares": True, "other_cover": True,
    }  # fmt: skip
    change = (await post(app, "/v1/eligibility", body)).json()["change"]
    assert change == {"ending": ["amo_tadamon"], "opening": ["amo_salaried"], "declare_by": "2026-12-02"}


async def test_should_rule_as_of_another_day(app: FastAPI) -> None:
    known = {"score": "9.9", "activity": "none", "other_cover": False}
    assert (await verdicts(app, as_of="2023-12-31", **known))["amo_achamil"]["verdict"] == "not_eligible"
    assert (await verdicts(app, as_of="2024-01-01", **known))["amo_achamil"]["verdict"] == "eligible"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"score": "NaN"}, "score"),
        ({"score": "-1"}, "score"),
        ({"score": "9" * 40}, "score"),
        ({"activity": "pirate"}, "activity"),
        ({"trade": "pirate"}, "trade"),
        ({"insured_under": "amo_moon"}, "insured_under"),
        ({"age": 200}, "age"),
        ({"age": True}, "age"),
        ({"other_cover": "perhaps"}, "other_cover"),
        ({"registered_on": "9999-12-31"}, "registered_on"),
        ({"as_of": "0001-01-01"}, "as_of"),
        ({"variety": "zgh"}, "variety"),
        ({"idcs": "4820175936"}, "idcs"),
        ({"before": {"score": 0}}, "score"),
        ([], "body"),
    ],
)
async def test_should_refuse_what_is_no_situation_and_say_where(app: FastAPI, body: Any, where: str) -> None:
    response = await post(app, "/v1/eligibility", body)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert where in response.json()["detail"]
    assert "4820175936" not in response.text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
async def test_should_estimate_sample_households_in_parts_that_sum(app: FastAPI, example: dict[str, Any]) -> None:
    body = {key: example[key] for key in ("setting", "region", "inputs")}
    found = (await post(app, "/v1/score/explanation", body)).json()
    assert found["score"] == f"{example['expected_score']:.7f}"
    assert sum(Decimal(item["value"]) for item in [*found["fixed"], *found["items"]]) == Decimal(found["score"])
    assert Decimal(found["lowest"]) <= Decimal(found["score"]) <= Decimal(found["highest"])
    assert found["is_estimate"] is True
    within = {margin["threshold"]: margin["outcome"] == "in" for margin in found["thresholds"]}
    assert within == {
        "amo_tadamon.threshold": example["eligible"]["amo_tadamon"],
        "asd.threshold": example["eligible"]["direct_social_assistance"],
    }


@pytest.mark.parametrize("variety", VARIETIES)
async def test_should_label_every_item_in_every_variety(app: FastAPI, variety: str) -> None:
    for example in EXAMPLES[:6]:
        body = {key: example[key] for key in ("setting", "region", "inputs")} | {"variety": variety}
        found = (await post(app, "/v1/score/explanation", body)).json()
        assert all(item["label"].strip() for item in [*found["fixed"], *found["items"]])
        assert found["notice"]


async def test_should_give_no_figure_once_the_formula_is_too_old(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.clock.today", lambda: date(2027, 5, 22))
    found = (await post(app, "/v1/score/explanation", {"setting": "urban", "region": 6})).json()
    assert (found["detail"], found["score"], found["items"], found["thresholds"]) == ("nothing", None, [], [])


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"setting": "moon", "region": 1}, "setting"),
        ({"setting": "urban", "region": 13}, "region"),
        ({"setting": "urban", "region": "1"}, "region"),
        ({"setting": "urban", "region": 1, "inputs": {"cars": -1}}, "cars"),
        ({"setting": "urban", "region": 1, "inputs": {"cows": 1}}, "cows"),
        ({"setting": "urban", "region": 1, "inputs": {"wings": 2}}, "wings"),
        ({"setting": "urban", "region": 1, "inputs": {"cars": "two"}}, "cars"),
        ({"setting": "urban", "region": 1, "inputs": {"cars": True}}, "cars"),
        ({"setting": "urban", "region": 1, "inputs": {f"x{n}": 1 for n in range(100)}}, "inputs"),
        ({"setting": "rural", "region": 1, "inputs": {"members_19_29": 5}}, "members"),
    ],
)
async def test_should_name_every_problem_of_a_declaration(app: FastAPI, body: Any, says: str) -> None:
    response = await post(app, "/v1/score/explanation", body)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert says in response.json()["detail"]


@pytest.mark.parametrize("body", [b"", b"{", b'{"setting": "urban", "region": 1, "inputs": {"cars": NaN}}', b"\xff"])
async def test_should_refuse_what_cannot_be_read(app: FastAPI, body: bytes) -> None:
    response = await post(app, "/v1/score/explanation", body)
    assert response.status_code in {400, 422}
    assert response.headers["content-type"] == "application/problem+json"


async def test_should_answer_the_examples_of_its_documentation(app: FastAPI) -> None:
    schema = app.openapi()
    for path, model in (("/v1/eligibility", EligibilityIn), ("/v1/score/explanation", DeclarationIn)):
        assert "422" in schema["paths"][path]["post"]["responses"]
        examples = model.model_config["json_schema_extra"]["examples"]  # type: ignore[index]
        for example in examples:  # type: ignore[union-attr]
            assert (await post(app, path, example)).status_code == 200


async def test_should_follow_the_facts_of_the_setting(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.unit.test_eligibility import with_fact

    known = {"score": "9.50", "activity": "none", "other_cover": False}
    assert (await verdicts(app, **known))["amo_tadamon"]["verdict"] == "not_eligible"
    with_fact(tmp_path, "score.yml", 'value: "9.3264284"', 'value: "9.6"')
    monkeypatch.setattr(get_settings(), "facts_dir", tmp_path / "facts")
    assert (await verdicts(app, **known))["amo_tadamon"]["verdict"] == "eligible"
