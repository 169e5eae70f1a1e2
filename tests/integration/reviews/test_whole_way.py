"""One request through the running Haqqi: filed, laid out for the agency by the worker, acknowledged, decided."""

import json
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psycopg

from backend.identity.cipher import look_up
from backend.reviews.relay import SIGNATURE, is_signed, signature_of
from backend.settings import get_settings
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio
from tests.integration.test_staff import new_account, signed_in


def wait_until(found: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def person_with(idcs: str) -> str:
    with psycopg.connect(get_settings().libpq_url) as connection:
        row = connection.execute("select id from person where idcs_hash = %s", [look_up("idcs", idcs)]).fetchone()
    assert row
    return str(row[0])


def tell(stack: Stack, path: str, body: dict[str, Any]) -> httpx.Response:
    content = json.dumps(body).encode()
    signature = signature_of(content, get_settings().agency_secret.get_secret_value())
    return httpx.post(f"{stack.url}/v1/agency/{path}", content=content, headers={SIGNATURE: signature}, timeout=30)


def test_should_go_the_whole_way(stack: Stack, twilio: FakeTwilio, people: list[dict[str, Any]]) -> None:
    person, desk = people[0], signed_in(stack, new_account())
    headers = {"X-CSRF-Token": desk.csrf, "Idempotency-Key": uuid.uuid4().hex}
    before = len(twilio.to(person["phone"]))
    body = {
        "person_id": person_with(person["idcs"]), "variety": "ary", "items": ["household_size"], "consent": "spoken",
        "confirmed": True,
    }  # fmt: skip
    answers = [desk.http.post("/v1/reviews", json=body, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    reference = answers[0].json()["reference"]
    folder = Path(get_settings().agency_outbox) / reference
    wait_until(folder.exists)
    dossier = (folder / "message.json").read_bytes()
    secret = get_settings().agency_secret.get_secret_value()
    assert is_signed(dossier, (folder / "message.json.signature").read_text(), secret)
    assert json.loads(dossier)["applicant"]["idcs"] == person["idcs"]
    assert (folder / f"{reference}.pdf").read_bytes().startswith(b"%PDF-")
    acknowledgement = {"id": "1", "reference": reference, "agency_reference": "ANR/1"}
    assert [tell(stack, "acknowledgements", acknowledgement).json()["status"] for _ in range(2)] == [
        "recorded", "known",
    ]  # fmt: skip
    decision = {"id": "2", "reference": reference, "status": "revised", "words": "التصريح تصحح"}
    assert tell(stack, "updates", decision).json()["status"] == "recorded"
    sent = [message["body"] for message in twilio.wait_for(person["phone"], before + 3)[before:]]
    assert len(sent) == 3
    assert all(reference in text for text in sent)
    detail = desk.http.get(f"/v1/reviews/{reference}").json()
    assert [step["to_status"] for step in detail["history"]] == [
        "draft", "draft", "submitted", "transmitted", "acknowledged", "in_review", "revised",
    ]  # fmt: skip
    assert "/v1/reviews/{reference}" in httpx.get(f"{stack.url}/openapi.json").json()["paths"]
