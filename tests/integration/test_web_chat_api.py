"""The web chat's API: whose conversation it is, messages sent twice, and bad input."""

import json
import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.clients import Browser
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio


@pytest.fixture
def visitor(stack: Stack, twilio: FakeTwilio) -> Browser:
    return Browser(stack, twilio)


def test_should_hide_a_conversation_from_a_wrong_token(visitor: Browser) -> None:
    other = Browser(visitor.stack, visitor.twilio)
    for wrong in (other.conversation["token"], "", "x"):
        body = {"id": visitor.conversation["id"], "token": wrong, "text": "salam"}
        assert visitor.http.post("/channels/webchat/messages", json=body).status_code == 404
        answer = visitor.http.get(
            "/channels/webchat/messages",
            params={"id": visitor.conversation["id"]},
            headers={"Authorization": f"Bearer {wrong}".strip()},
        )
        assert answer.status_code == 404
    unknown = {"id": str(uuid.uuid4()), "token": visitor.conversation["token"], "text": "salam"}
    assert visitor.http.post("/channels/webchat/messages", json=unknown).status_code == 404


def test_should_answer_a_message_once_when_it_is_sent_again(visitor: Browser) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: visitor.post("c est quoi le score", "same-id").json(), range(4)))
    assert all(answer == answers[0] for answer in answers)
    history = visitor.http.get(
        "/channels/webchat/messages",
        params={"id": visitor.conversation["id"]},
        headers={"Authorization": f"Bearer {visitor.conversation['token']}"},
    ).json()
    assert [message["from"] for message in history["messages"]] == ["person", "haqqi"]


def test_should_return_what_came_after_a_message(visitor: Browser) -> None:
    first = visitor.ask("bonjour")[-1]
    second = visitor.ask("c est quoi AMO tadamon")[-1]
    history = visitor.http.get(
        "/channels/webchat/messages",
        params={"id": visitor.conversation["id"], "after": first["id"]},
        headers={"Authorization": f"Bearer {visitor.conversation['token']}"},
    ).json()
    assert [message["id"] for message in history["messages"]][-1] == second["id"]
    assert first["id"] not in [message["id"] for message in history["messages"]]
    assert history["pending"] is False


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"id": "x"}', b"\xff\xfe", b'{"id": "\\ud800"}', b'"text"', b"null"],
)
def test_should_explain_a_bad_request(visitor: Browser, content: bytes) -> None:
    answer = visitor.http.post(
        "/channels/webchat/messages", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"]


@pytest.mark.parametrize("text", ["", "\u0000\u0007", "😀", "x" * 10_000, "٣" * 500, "\ud800", "<b>salam</b>", "‮abc"])
def test_should_answer_any_text(visitor: Browser, text: str) -> None:
    body = {**visitor.conversation, "text": text}
    content = json.dumps(body).encode("utf-8")
    answer = visitor.http.post(
        "/channels/webchat/messages", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["messages"][0]["text"]


def test_should_say_that_an_overlong_message_is_too_long_in_its_variety(visitor: Browser) -> None:
    visitor.say("bonjour, comment ca va")
    (reply,) = visitor.say("je voudrais savoir mon score " * 350)
    assert "trop long" in reply


def test_should_serve_pages_with_a_strict_policy(stack: Stack) -> None:
    for path in ("/", "/simulator", "/docs"):
        page = httpx.get(stack.url + path)
        assert page.status_code == 200
        assert "default-src 'self'" in page.headers["content-security-policy"]
        assert not re.search(r"""(src|href)=["']?(https?:)?//[^"'> ]+\.(js|css|png|svg|woff)""", page.text)
    assert httpx.get(f"{stack.url}/static/swagger/swagger-ui-bundle.js").status_code == 200
    assert "/channels/webchat/messages" in httpx.get(f"{stack.url}/openapi.json").json()["paths"]
