"""Sending the photo of a paper from the web chat, in a browser in front of the running service."""

import base64
import re

import psycopg
import pytest
from playwright.sync_api import FileChooser, FilePayload, Locator, Page, Route, expect

from backend.attachments.service import LARGEST_BYTES
from backend.settings import get_settings
from tests.browser.test_pages_with_the_service import violations
from tests.browser.test_webchat import WORDS

PHOTO = FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8\xff\xe0" + b"a paper" * 100)
FILES_ROUTE = re.compile(r"/channels/webchat/conversations/[^/]+/files$")
KEPT = {"fr": "bien arrivé", "ary": "وصلات"}
# A photo as a camera makes it: noise can't be made small without taking pixels away. The bytes come back in base64.
CAMERA = """async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [3000, 1500];
  const pen = canvas.getContext("2d");
  const pixels = pen.createImageData(3000, 1500);
  for (let i = 0; i < pixels.data.length; i += 1) pixels.data[i] = i % 4 === 3 ? 255 : (i * 2654435761) >>> 24;
  pen.putImageData(pixels, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
}"""

# Notes every progress bar that appears, by its name.
WATCH = """() => {
  window.progress = [];
  const turns = document.querySelector("haqqi-chat").shadowRoot.querySelector(".turns");
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    const bar = node.querySelector && node.querySelector("progress");
    if (bar) window.progress.push(bar.getAttribute("aria-label"));
  }))).observe(turns, { childList: true, subtree: true });
}"""


@pytest.fixture
def chat(page: Page, base_url: str) -> Locator:
    """The chat, open and ready."""
    page.goto(base_url + "/")
    element = page.locator("haqqi-chat")
    expect(element.locator("textarea")).to_be_visible()
    return element


def choose(chat: Locator, *files: FilePayload) -> None:
    """What the phone's file dialogue gives back."""
    chat.locator("input[type=file]").set_input_files(files)


def kept(page: Page) -> list[tuple[str, int]]:
    """Content type and size of the files of the page's conversation."""
    conversation = page.evaluate("JSON.parse(sessionStorage.getItem('haqqi-chat')).id")
    with psycopg.connect(get_settings().libpq_url) as connection:
        return connection.execute(
            "select content_type, size from attachment where conversation_id = %s order by received_at, position",
            [conversation],
        ).fetchall()


def test_a_photo_is_answered_and_a_reload_keeps_it(page: Page, chat: Locator) -> None:
    choose(chat, PHOTO, FilePayload(name="page.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 a page"))
    expect(chat.locator(".haqqi .text")).to_contain_text(KEPT["fr"], timeout=20_000)
    expect(chat.locator(".haqqi .text")).to_have_attribute("lang", "fr")
    expect(chat.locator(".state")).to_have_count(0)
    assert violations(page) == []
    page.reload()
    expect(chat.locator(".haqqi .text")).to_contain_text(KEPT["fr"], timeout=20_000)
    expect(chat.locator(".person .text")).to_have_text([WORDS["fr"]["paper"] + " ×2"])
    expect(chat.locator(".choices button")).not_to_have_count(0)
    assert [content_type for content_type, _ in kept(page)] == ["image/jpeg", "application/pdf"]


@pytest.mark.parametrize("variety", list(WORDS))
def test_the_button_says_what_it_does_and_works_with_the_keyboard(page: Page, chat: Locator, variety: str) -> None:
    words = WORDS[variety]
    dialogues: list[FileChooser] = []
    # From the beginning: Chromium takes a moment to hand its dialogues over.
    page.on("filechooser", lambda dialogue: dialogues.append(dialogue))
    chat.get_by_role("button", name=words["example"]).click()
    expect(chat.locator(".chat")).to_have_attribute("lang", variety, timeout=20_000)
    button = chat.get_by_role("button", name=words["attach"], exact=True)
    expect(button).to_have_attribute("title", words["attach"])
    chat.locator("textarea").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(chat.locator(".haqqi")).not_to_have_count(0)
    page.keyboard.press("Enter")
    picker = chat.locator("input[type=file]")
    expect(picker).to_have_attribute("accept", "image/jpeg,image/png,application/pdf")
    assert picker.get_attribute("capture") is None
    if not dialogues:
        page.wait_for_event("filechooser")
    assert [dialogue.is_multiple() for dialogue in dialogues] == [True]


def test_a_photo_in_darija_is_answered_from_right_to_left(page: Page, chat: Locator) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    chat.get_by_role("button", name=WORDS["ary"]["example"]).click()
    expect(chat.locator(".chat")).to_have_attribute("dir", "rtl", timeout=20_000)
    choose(chat, PHOTO)
    expect(chat.locator(".haqqi .text").last).to_contain_text(KEPT["ary"], timeout=20_000)
    expect(chat.locator(".person .text").last).to_have_text(WORDS["ary"]["paper"])
    assert violations(page) == []
    field, attach, send = (chat.locator(name).bounding_box() for name in ("textarea", ".attach", "[type=submit]"))
    assert field is not None
    assert attach is not None
    assert send is not None
    assert 0 <= send["x"] < attach["x"] < field["x"]
    assert min(attach["width"], attach["height"]) >= 44


def test_a_dropped_line_loses_no_photo_and_sends_it_once(page: Page, chat: Locator) -> None:
    attempts: list[str] = []

    def dropped(route: Route) -> None:
        attempts.append(str(route.request.post_data_buffer))
        route.abort("internetdisconnected") if len(attempts) == 1 else route.continue_()

    page.route(FILES_ROUTE, dropped)
    choose(chat, PHOTO)
    state = chat.locator(".person .unsent")
    expect(state).to_contain_text(WORDS["fr"]["unsent"])
    assert violations(page) == []
    state.get_by_role("button", name=WORDS["fr"]["resend"]).click()
    expect(chat.locator(".haqqi .text")).to_contain_text(KEPT["fr"], timeout=20_000)
    expect(chat.locator(".person .state")).to_have_count(0)
    ids = {re.search(r'name="message_id"\\r\\n\\r\\n([\w-]+)', attempt)[1] for attempt in attempts}  # type: ignore[index]
    assert (len(attempts), len(ids)) == (2, 1)
    assert len(kept(page)) == 1


def test_an_answer_that_got_lost_is_fetched_and_the_photo_is_kept_once(page: Page, chat: Locator) -> None:
    def taken_but_unanswered(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route(FILES_ROUTE, taken_but_unanswered, times=1)
    choose(chat, PHOTO)
    expect(chat.locator(".haqqi .text")).to_contain_text(KEPT["fr"], timeout=20_000)
    assert len(kept(page)) == 1


def test_leaving_with_an_unsent_photo_is_asked_about(page: Page, chat: Locator) -> None:
    page.route(FILES_ROUTE, lambda route: route.abort("internetdisconnected"))
    chat.locator("textarea").click()  # browsers ask only on pages that were touched
    choose(chat, PHOTO)
    expect(chat.locator(".unsent")).to_be_visible()
    asked: list[str] = []
    page.on("dialog", lambda dialogue: (asked.append(dialogue.type), dialogue.accept()))
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([FilePayload(name="a.pdf", mimeType="application/pdf", buffer=b"%PDF-" + b"x" * LARGEST_BYTES)], "file_large"),
        ([FilePayload(name="a.svg", mimeType="image/svg+xml", buffer=b"<svg/>")], "file_kind"),
        ([FilePayload(name="a.zip", mimeType="application/zip", buffer=b"PK")], "file_kind"),
        ([PHOTO] * 4, "files_many"),
    ],
    ids=["large", "svg", "zip", "four"],
)
def test_what_can_t_be_sent_is_said_at_once(page: Page, chat: Locator, files: list[FilePayload], words: str) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if FILES_ROUTE.search(request.url) else None)
    choose(chat, *files)
    expect(chat.locator(".warning")).to_have_text(WORDS["fr"][words])
    expect(chat.locator(".turn")).to_have_count(0)
    assert violations(page) == []
    chat.locator("textarea").fill("a")
    expect(chat.locator(".warning")).to_be_empty()
    assert sent == []


def test_a_file_that_only_looks_like_a_photo_is_answered_kindly(page: Page, chat: Locator) -> None:
    choose(chat, FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=b"<script>alert(1)</script>"))
    expect(chat.locator(".haqqi .text")).to_contain_text("JPEG, PNG", timeout=20_000)
    assert kept(page) == []


@pytest.mark.parametrize(("status", "words"), [(413, "file_large"), (422, "file_kind"), (429, "files_often")])
def test_a_refusal_is_explained_and_the_conversation_goes_on(
    page: Page, chat: Locator, status: int, words: str
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=status, json={"title": "no"}, content_type="application/problem+json")

    page.route(FILES_ROUTE, refuse)
    choose(chat, PHOTO)
    expect(chat.locator(f".state.{words}")).to_have_text(WORDS["fr"][words])
    assert violations(page) == []
    chat.locator("textarea").fill("merci")
    chat.locator("textarea").press("Enter")
    expect(chat.locator(".haqqi")).to_have_count(1, timeout=20_000)


def test_a_large_photo_leaves_small_and_its_progress_is_shown(page: Page, chat: Locator) -> None:
    photo = base64.b64decode(page.evaluate(CAMERA))
    page.evaluate(WATCH)
    choose(chat, FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=photo))
    expect(chat.locator(".haqqi .text")).to_contain_text(KEPT["fr"], timeout=20_000)
    ((content_type, size),) = kept(page)
    assert content_type == "image/jpeg"
    assert size < len(photo) / 1.5
    assert page.evaluate("window.progress") == [WORDS["fr"]["sending"]]
