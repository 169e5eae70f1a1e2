"""The routes: for staff, and for the agency."""

import json
import uuid
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.dialects.postgresql import insert

from backend.app import create_app
from backend.identity.cipher import look_up
from backend.reviews import routes, service
from backend.reviews.relay import SIGNATURE, signature_of
from backend.staff.member import Organisation, Role, StaffMember
from backend.staff.models import StaffAccount
from backend.staff.session import begin_session, csrf_token
from tests.integration.reviews.conftest import NOW, REVIEWERS, Family, World
from tests.integration.reviews.test_requests import a_file, do, draft, submitted

AGENT_ID = str(uuid.UUID(int=1))
ORGANISATIONS = dict.fromkeys(Role, Organisation.CALL_CENTRE) | {Role.REVIEWER: Organisation.AGENCY}
REFERENCE = "/v1/reviews/REV-2026-000018"


@pytest.fixture
def app(world: World) -> FastAPI:
    app = create_app(world.settings, [routes.router, routes.webhooks], title="Reviews")
    app.state.runtime = SimpleNamespace(database=world.database, settings=world.settings)
    return app


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://haqqi.test") as client:
        yield client


async def as_staff(world: World, role: str = "agent", staff_id: str = AGENT_ID, key: str = "key-1") -> dict[str, str]:
    """The headers of a member of staff who has just signed in."""
    member = StaffMember(uuid.UUID(staff_id), "Rachid", Role(role), ORGANISATIONS[role])
    async with world.database.transaction() as session:
        await session.execute(
            insert(StaffAccount)
            .values(
                id=member.id, name=member.name, email=staff_id, email_hash=look_up("email", staff_id), role=role,
                organisation=member.organisation, password_hash="none", password_changed_at=NOW, created_at=NOW,
            )
            .on_conflict_do_update(index_elements=["id"], set_={"role": role, "organisation": member.organisation})
        )  # fmt: skip
        token = await begin_session(session, member, "192.0.2.1", None)
    return {"Cookie": f"haqqi-staff={token}", "X-CSRF-Token": csrf_token(token), "Idempotency-Key": key}


def filing(family: Family, **changes: Any) -> dict[str, Any]:
    return {
        "person_id": str(family.adult.id), "variety": "fr", "items": ["cars"], "text": "Vendue.", "consent": "spoken",
        "confirmed": True, **changes,
    }  # fmt: skip


async def file(http: httpx.AsyncClient, world: World, family: Family, key: str = "key-1") -> httpx.Response:
    return await http.post("/v1/reviews", json=filing(family), headers=await as_staff(world, key=key))


async def test_should_file_once_for_a_key_and_once_for_a_score(http: httpx.AsyncClient, world: World) -> None:
    family = await world.family()
    answers = [await file(http, world, family, key) for key in ("a", "a", "b")]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len({answer.json()["reference"] for answer in answers}) == 1
    body = answers[0].json()
    assert (body["status"], body["score"], body["window"]["last_day"]) == ("submitted", "9.32642844", "2027-01-01")
    assert "text" not in body, "people's words are in the detail only"


async def test_should_show_a_request_with_its_history_and_note_the_look(http: httpx.AsyncClient, world: World) -> None:
    reference = (await file(http, world, await world.family())).json()["reference"]
    found = await http.get(f"/v1/reviews/{reference}", headers=await as_staff(world, "supervisor"))
    assert found.status_code == 200
    assert found.json()["text"] == "Vendue."
    assert [step["event"] for step in found.json()["history"]] == ["begun", "assisted", "submitted"]
    listed = await http.get("/v1/reviews", headers=await as_staff(world))
    assert [review["reference"] for review in listed.json()["reviews"]] == [reference]
    assert await world.one("select count(*) from audit_entry where action = 'review_seen'") == 3


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/reviews"), ("GET", "/v1/reviews"), ("GET", REFERENCE), ("GET", "/v1/reviews/unproved"),
        ("GET", f"{REFERENCE}/files/1"),
        ("POST", f"{REFERENCE}/withdraw"), ("POST", f"{REFERENCE}/information"), ("POST", f"{REFERENCE}/decision"),
        ("POST", f"{REFERENCE}/decision/confirmation"), ("POST", f"{REFERENCE}/resend"),
    ],
)  # fmt: skip
async def test_should_let_in_staff_only(http: httpx.AsyncClient, world: World, method: str, path: str) -> None:
    good = await as_staff(world, "reviewer")
    strangers = [{}, {"Cookie": "haqqi-staff=x"}, {"Authorization": "Bearer x"}, good | {"Cookie": "haqqi-staff="}]
    for headers in strangers:
        response = await http.request(method, path, headers=headers, json={})
        assert response.status_code == 401, headers
        assert response.headers["content-type"] == "application/problem+json"
    if method == "POST":
        assert (await http.request(method, path, headers=good | {"X-CSRF-Token": "x"}, json={})).status_code == 403


@pytest.mark.parametrize("path", ["", f"/{REFERENCE[12:]}/withdraw", f"/{REFERENCE[12:]}/resend"])
async def test_should_leave_reviewers_to_their_decisions(http: httpx.AsyncClient, world: World, path: str) -> None:
    headers = await as_staff(world, "reviewer")
    response = await http.post(f"/v1/reviews{path}", headers=headers, json=filing(await world.family()))
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("changes", "status", "word"),
    [
        ({"items": [], "text": None}, 422, "contested"), ({"items": ["cows"]}, 422, "unknown-item"),
        ({"items": ["DROP TABLE"]}, 422, "items"), ({"confirmed": False}, 422, "confirmed"),
        ({"consent": "written"}, 422, "consent"), ({"person_id": str(uuid.UUID(int=9))}, 404, "no-such-person"),
        ({"text": "x" * 2001}, 422, "text"), ({"text": "a\x00b"}, 422, "text"), ({"extra": 1}, 422, "extra"),
    ],
)  # fmt: skip
async def test_should_say_what_is_wrong_with_a_filing(
    http: httpx.AsyncClient, world: World, changes: dict[str, Any], status: int, word: str
) -> None:
    body = filing(await world.family(), **changes)
    response = await http.post("/v1/reviews", json=body, headers=await as_staff(world))
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert word in response.json()["detail"]
    assert await world.one("select count(*) from review_request where submitted_at is not null") == 0


async def test_should_want_a_key_and_a_reference_that_can_be_one(http: httpx.AsyncClient, world: World) -> None:
    family, headers = await world.family(), await as_staff(world)
    for key in ("", "a b", "x" * 61):
        spoiled = headers | {"Idempotency-Key": key}
        assert (await http.post("/v1/reviews", json=filing(family), headers=spoiled)).status_code == 422
    assert (await http.get("/v1/reviews/REV-2026-0", headers=headers)).status_code == 422
    assert (await http.get("/v1/reviews/REV-2026-000018", headers=headers)).status_code == 404


async def test_should_withdraw_once_and_refuse_what_does_not_fit(http: httpx.AsyncClient, world: World) -> None:
    reference = (await file(http, world, await world.family())).json()["reference"]
    path, headers = f"/v1/reviews/{reference}", await as_staff(world, key="w")
    answer = await http.post(f"{path}/information", json={"answer": "Voici"}, headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (409, "nothing-asked")
    for _ in range(2):
        done = await http.post(f"{path}/withdraw", json={"words": "Ils ont changé d'avis"}, headers=headers)
        assert (done.status_code, done.json()["status"]) == (200, "withdrawn")
    assert await world.one("select count(*) from review_event where event = 'withdrawn'") == 1
    both = {"question": "?", "answer": "!"}
    assert (await http.post(f"{path}/information", json=both, headers=headers)).status_code == 422
    question = await http.post(f"{path}/information", json={"question": "?"}, headers=headers)
    assert question.status_code == 403


async def test_should_show_a_paper_to_staff_only_and_note_the_look(http: httpx.AsyncClient, world: World) -> None:
    family, photo = await world.family(), await a_file(world)
    view = await draft(world, family)
    by = family.by(family.adult)
    await do(world, lambda session: service.attach(session, view.id, by, [photo]))
    view = await do(world, lambda session: service.confirm(session, view.id, by, key="m", consent="written"))
    path = f"/v1/reviews/{view.reference}/files/1"
    assert (await http.get(path)).status_code == 401
    assert (await http.get(path, headers=await as_staff(world, "administrator"))).status_code == 403
    found = await http.get(path, headers=await as_staff(world))
    assert (found.status_code, found.headers["content-type"], found.content) == (200, "image/jpeg", b"\xff\xd8\xff1")
    assert found.headers["content-disposition"] == f'attachment; filename="{view.reference}-1.jpeg"'
    assert found.headers["x-content-type-options"] == "nosniff"
    assert (await http.get(path[:-1] + "2", headers=await as_staff(world))).status_code == 404
    assert await world.one("select count(*) from audit_entry where action = 'review_file_opened'") == 1


@pytest.mark.usefixtures("mandated")
async def test_should_decide_by_two_reviewers(http: httpx.AsyncClient, world: World) -> None:
    view = await submitted(world, await world.family())
    path = f"/v1/reviews/{view.reference}/decision"
    one, two = [await as_staff(world, "reviewer", str(party.id), "d") for party in REVIEWERS[:2]]
    proposal = {"decision": "revised", "reason": "La voiture est vendue."}
    assert (await http.post(path, json=proposal, headers=await as_staff(world))).status_code == 403
    assert (await http.post(path, json=proposal, headers=one)).json()["status"] == "in_review"
    detail = (await http.get(f"/v1/reviews/{view.reference}", headers=two)).json()
    assert detail["proposed"] == "revised"
    own = await http.post(f"{path}/confirmation", json={"accept": True}, headers=one | {"Idempotency-Key": "c"})
    assert (own.status_code, own.json()["detail"]) == (403, "proposed-it")
    for _ in range(2):
        done = await http.post(f"{path}/confirmation", json={"accept": True}, headers=two)
        assert (done.status_code, done.json()["status"]) == (200, "revised")
    assert (await http.get(f"/v1/reviews/{view.reference}", headers=two)).json()["reason"] == "La voiture est vendue."


async def test_should_leave_the_decision_to_the_agency_in_relay_mode(http: httpx.AsyncClient, world: World) -> None:
    view = await submitted(world, await world.family())
    headers = await as_staff(world, "reviewer", str(REVIEWERS[0].id))
    proposal = {"decision": "revised", "reason": "x"}
    refused = await http.post(f"/v1/reviews/{view.reference}/decision", json=proposal, headers=headers)
    assert (refused.status_code, refused.json()["detail"]) == (409, "not-mandated")


# The agency -----------------------------------------------------------------------------------------------------------


async def tell(
    http: httpx.AsyncClient, world: World, path: str, body: dict[str, Any], secret: str | None = None
) -> httpx.Response:
    content = json.dumps(body).encode()
    signature = signature_of(content, secret or world.settings.agency_secret.get_secret_value())
    return await http.post(f"/v1/agency/{path}", content=content, headers={SIGNATURE: signature})


async def test_should_hear_the_agency_once(http: httpx.AsyncClient, world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)
    acknowledgement = {"id": "ack-1", "reference": view.reference, "agency_reference": "ANR/7"}
    answers = [await tell(http, world, "acknowledgements", acknowledgement) for _ in range(2)]
    assert [answer.json()["status"] for answer in answers] == ["recorded", "known"]
    other = await tell(http, world, "acknowledgements", acknowledgement | {"id": "ack-2", "agency_reference": "ANR/8"})
    assert (other.status_code, other.json()["detail"]) == (409, "another-agency-reference: ANR/7")
    decision = {"id": "d-1", "reference": view.reference, "status": "maintained", "words": "Le score est exact."}
    answers = [await tell(http, world, "updates", decision) for _ in range(2)]
    assert [answer.json()["status"] for answer in answers] == ["recorded", "known"]
    assert len(await world.sent_to(family.adult.phone)) == 3


async def test_should_believe_nobody_without_the_signature(http: httpx.AsyncClient, world: World) -> None:
    view = await submitted(world, await world.family())
    body = {"id": "a", "reference": view.reference, "agency_reference": "ANR/7"}
    for path in ("acknowledgements", "updates"):
        assert (await tell(http, world, path, body, secret="another" * 6)).status_code == 401
        assert (await http.post(f"/v1/agency/{path}", json=body, headers={SIGNATURE: "sha256="})).status_code == 401
        assert (await http.post(f"/v1/agency/{path}", json=body)).status_code == 422
    assert await world.one("select status from review_request") == "submitted"


async def test_should_say_what_is_wrong_with_a_message_of_the_agency(http: httpx.AsyncClient, world: World) -> None:
    view = await submitted(world, await world.family())
    good = {"id": "u", "reference": view.reference, "status": "revised", "words": "Oui."}
    spoiled = [
        {"status": "withdrawn"}, {"words": None}, {"words": " "}, {"id": "a b"}, {"reference": "REV-1"}, {"more": 1},
    ]  # fmt: skip
    for changes in spoiled:
        response = await tell(http, world, "updates", {**good, **changes})
        assert response.status_code == 422, changes
        assert response.headers["content-type"] == "application/problem+json"
        assert "Oui" not in response.text
    unknown = await tell(http, world, "updates", good | {"reference": "REV-2026-000000"})
    assert unknown.status_code == 404


def test_should_describe_itself(app: FastAPI) -> None:
    document = json.loads(json.dumps(app.openapi()))
    assert "422" in document["paths"]["/v1/reviews"]["post"]["responses"]
    for path in ("/v1/agency/acknowledgements", "/v1/agency/updates"):
        schema = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert schema["properties"]["reference"]["examples"] == ["REV-2026-000018"]
    assert document["components"]["schemas"]["NewReview"]["examples"][0]["consent"] == "spoken"
