"""Photos of papers from the web chat: kept once, refused with a reason, capped, and nobody else's."""

import io
import uuid
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psycopg
import pytest

from backend.attachments.service import LARGEST_BYTES
from backend.conversations.uploads import PER_HOUR
from backend.identity.cipher import get_cipher
from backend.settings import get_settings
from channels.webchat.uploads import BODY_BYTES
from tests.clients import Browser
from tests.conftest import PUBLIC_URL, Stack
from tests.fakes.twilio import FakeTwilio

JPEG = b"\xff\xd8\xff\xe0" + b"a paper" * 100
PNG = b"\x89PNG\r\n\x1a\n" + b"a paper" * 100
PDF = b"%PDF-1.7\n" + b"a paper" * 100


@pytest.fixture
def visitor(stack: Stack, twilio: FakeTwilio) -> Browser:
    visitor = Browser(stack, twilio)
    visitor.say("bonjour")
    return visitor


def kept(visitor: Browser) -> list[dict[str, Any]]:
    """The files of a conversation, in their order."""
    with psycopg.connect(get_settings().libpq_url, row_factory=psycopg.rows.dict_row) as connection:
        return connection.execute(
            "select position, content_type, size, content, channel from attachment where conversation_id = %s "
            "order by received_at, position",
            [visitor.conversation["id"]],
        ).fetchall()


def history(visitor: Browser) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = visitor.http.get(
        "/channels/webchat/messages",
        params={"id": visitor.conversation["id"]},
        headers={"Authorization": f"Bearer {visitor.conversation['token']}"},
    ).json()["messages"]
    return messages


def zipped(name: str) -> bytes:
    """A zip file, which is also what a .docx is."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, "x")
    return written.getvalue()


def test_should_keep_a_photo_encrypted_and_say_until_when(visitor: Browser) -> None:
    (reply,) = visitor.send_files(JPEG)
    assert "bien arrivé" in reply
    (file,) = kept(visitor)
    assert JPEG not in bytes(file["content"])
    assert get_cipher().decrypt_bytes(bytes(file["content"])) == JPEG
    assert (file["content_type"], file["size"], file["channel"]) == ("image/jpeg", len(JPEG), "webchat")


def test_should_keep_three_kinds_with_one_sentence(visitor: Browser) -> None:
    assert len(visitor.send_files(JPEG, PNG, PDF)) == 1
    assert [file["content_type"] for file in kept(visitor)] == ["image/jpeg", "image/png", "application/pdf"]
    sent = history(visitor)[-2]
    assert (sent["from"], sent["text"], sent["files"]) == ("person", "", 3)


def test_should_keep_and_answer_a_message_once_when_it_is_sent_again(visitor: Browser) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: visitor.post_files(JPEG, PNG, message_id="same").json(), range(4)))
    assert all(answer == answers[0] for answer in answers)
    assert len(kept(visitor)) == 2
    assert [message["from"] for message in history(visitor)] == ["person", "haqqi"] * 2


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "JPEG"),
        (b"<!doctype html><script>alert(1)</script>", "JPEG"),
        (zipped("word/document.xml"), "JPEG"),
        (b"MZ a program", "JPEG"),
        (b"", "JPEG"),
        (b" %PDF-1.7", "JPEG"),
        (JPEG + b"x" * LARGEST_BYTES, "5 Mo"),
    ],
    ids=["svg", "html", "zip", "program", "empty", "late", "large"],
)
def test_should_refuse_what_is_no_photo_or_too_large_in_a_reply(visitor: Browser, content: bytes, word: str) -> None:
    (reply,) = visitor.send_files(content)
    assert word in reply
    assert not kept(visitor)


def test_should_keep_the_good_one_and_refuse_the_bad_one(visitor: Browser) -> None:
    good, bad = visitor.send_files(PNG, b"<html>")
    assert "bien arrivé" in good
    assert "JPEG" in bad
    assert [file["position"] for file in kept(visitor)] == [0]


def test_should_hide_a_conversation_from_a_wrong_token(visitor: Browser) -> None:
    other = Browser(visitor.stack, visitor.twilio)
    for wrong in ({"Authorization": f"Bearer {other.conversation['token']}"}, {"Authorization": ""}):
        answer = visitor.post_files(JPEG, headers=wrong)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
    url = f"/channels/webchat/conversations/{uuid.uuid4()}/files"
    files = {"files": ("a.jpg", JPEG, "image/jpeg")}
    token = {"Authorization": f"Bearer {visitor.conversation['token']}"}
    assert visitor.http.post(url, files=files, headers=token).status_code == 404
    assert visitor.http.post(url, files=files).status_code == 404
    assert not kept(visitor)


def test_should_take_files_from_our_own_pages_only(visitor: Browser) -> None:
    for foreign in ("https://evil.example", "null", f"{PUBLIC_URL}.evil.example"):
        assert visitor.post_files(JPEG, headers={"Origin": foreign}).status_code == 403
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    preflight = visitor.http.options(
        f"/channels/webchat/conversations/{visitor.conversation['id']}/files", headers=asked
    )
    assert "access-control-allow-origin" not in preflight.headers
    assert not kept(visitor)
    for own in (visitor.stack.url, PUBLIC_URL):
        assert visitor.post_files(JPEG, headers={"Origin": own}).status_code == 200


def test_should_stop_at_so_many_files_an_hour(visitor: Browser) -> None:
    for number in range(PER_HOUR // 3):
        assert visitor.post_files(JPEG, PNG, PDF, message_id=f"m{number}").status_code == 200
    refused = visitor.post_files(JPEG, message_id="one-more")
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert int(refused.headers["retry-after"]) > 0
    assert len(kept(visitor)) == PER_HOUR
    assert visitor.post_files(JPEG, PNG, PDF, message_id="m0").status_code == 200, "sent again, nothing new"
    other = Browser(visitor.stack, visitor.twilio)
    assert other.post_files(JPEG).status_code == 200


@pytest.mark.parametrize("count", [0, 4])
def test_should_refuse_no_file_and_more_than_three(visitor: Browser, count: int) -> None:
    answer = visitor.post_files(*[JPEG] * count)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert not kept(visitor)


def test_should_explain_a_form_that_can_t_be_read(visitor: Browser) -> None:
    url = f"{visitor.stack.url}/channels/webchat/conversations/{visitor.conversation['id']}/files"
    token = f"Bearer {visitor.conversation['token']}"
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x", "application/json", ""):
        headers = {"Authorization": token, **({"Content-Type": kind} if kind else {})}
        assert httpx.post(url, content=b"--y\r\n", headers=headers).status_code == 422, kind
    assert visitor.post_files(JPEG, message_id="no/id").status_code == 422
    assert visitor.post_files(JPEG, message_id="x" * 41).status_code == 422


def test_should_refuse_a_body_beyond_its_limit_and_keep_that_of_the_other_routes(visitor: Browser) -> None:
    assert visitor.post_files(b"x" * BODY_BYTES).status_code == 413
    large = {**visitor.conversation, "text": "x" * 300_000}
    assert visitor.http.post("/channels/webchat/messages", json=large).status_code == 413


def test_should_go_on_with_the_open_form(visitor: Browser) -> None:
    assert "IDCS" in visitor.say("quel est mon score RSU ?")[-1]
    told, asked = visitor.send_files(JPEG)
    assert "bien arrivé" in told
    assert "IDCS" in asked


@pytest.mark.parametrize(("variety", "word"), [("fr", "bien arrivé"), ("ary-Latn", "weslat"), ("xx", "وصلات")])
def test_should_answer_a_first_photo_in_the_language_of_the_page(
    stack: Stack, twilio: FakeTwilio, variety: str, word: str
) -> None:
    browser = Browser(stack, twilio)
    answer = browser.http.post(
        f"/channels/webchat/conversations/{browser.conversation['id']}/files",
        files={"files": ("a.jpg", JPEG)},
        data={"variety": variety},
        headers={"Authorization": f"Bearer {browser.conversation['token']}"},
    )
    assert word in answer.json()["messages"][0]["text"]


def test_should_answer_after_a_kill_with_the_file_that_was_kept(visitor: Browser) -> None:
    """Stored and killed before the reply: the worker answers, and fetches nothing."""
    visitor.send_files(JPEG)
    with psycopg.connect(get_settings().libpq_url) as connection:
        ((inbound_id,),) = connection.execute(
            "update inbound_message set status = 'received', claimed_until = now() - interval '1 minute', "
            "received_at = now() - interval '2 minutes' where conversation_id = %s and text is not null "
            "and beside is not null returning id",
            [visitor.conversation["id"]],
        ).fetchall()
        connection.execute("delete from outbox_message where inbound_id = %s", [inbound_id])
    answer = visitor.post_files(JPEG, message_id="another")
    assert answer.status_code == 200
    texts = [message["text"] for message in history(visitor) if message["from"] == "haqqi"]
    assert sum("bien arrivé" in text for text in texts) == 2
    assert len(kept(visitor)) == 2
