"""The web chat's element in a browser, against a scripted API: what it shows, keeps, resends and refuses."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

STATIC = Path(__file__).parents[2] / "channels" / "webchat" / "static"
WORDS: dict[str, dict[str, str]] = json.loads((STATIC / "words.json").read_text(encoding="utf-8"))
RIGHT_TO_LEFT = {"ary", "ar"}
NUMBERS = count(1)

Answer = Callable[[Route, dict[str, Any]], None]


class ScriptedApi:
    """Plays the chat API inside the page: answers from `replies`, remembers each text by its message id."""

    def __init__(self, page: Page) -> None:
        self.replies: dict[str, list[dict[str, Any]]] = {}
        self.said: dict[str, str] = {}
        self.answered: dict[str, list[dict[str, Any]]] = {}
        self.history: list[dict[str, Any]] = []
        self.attempts: list[str] = []
        self.opened = 0
        self.pending = False
        self.faults: list[Answer] = []
        page.route("**/channels/webchat/conversations", self._open)
        page.route(re.compile(r"/channels/webchat/messages(\?|$)"), self._messages)

    def _open(self, route: Route) -> None:
        self.opened += 1
        route.fulfill(status=201, json={"id": f"c{self.opened}", "token": f"t{self.opened}"})

    def _messages(self, route: Route) -> None:
        if route.request.method == "GET":
            after = re.search(r"after=(\w+)", route.request.url)
            ids = [message["id"] for message in self.history]
            start = ids.index(after[1]) + 1 if after else 0
            route.fulfill(json=self._body(self.history[start:]))
            return
        sent: dict[str, Any] = json.loads(route.request.post_data or "{}")
        self.attempts.append(sent["message_id"])
        if self.faults:
            self.faults.pop(0)(route, sent)
        else:
            route.fulfill(json=self._body(self.take(sent)))

    def take(self, sent: dict[str, Any]) -> list[dict[str, Any]]:
        """What the service does with a message: once per message id."""
        key, text = sent["message_id"], sent["text"]
        if key not in self.said:
            self.said[key] = text
            self.answered[key] = self.replies.get(text, [message("D'accord.", "fr")])
            self.history.append({"id": f"p{next(NUMBERS)}", "from": "person", "text": text, "choices": []})
            self.history.extend(self.answered[key])
        return self.answered[key]

    def _body(self, messages: list[dict[str, Any]]) -> dict[str, Any]:
        variety = next((item["variety"] for item in reversed(self.history) if item["from"] == "haqqi"), "fr")
        return {"pending": self.pending, "variety": variety, "messages": messages}


def message(text: str, variety: str, *choices: str) -> dict[str, Any]:
    """One of Haqqi's messages as the API gives it."""
    return {
        "id": f"h{next(NUMBERS)}",
        "from": "haqqi",
        "text": text,
        "variety": variety,
        "direction": "rtl" if variety in RIGHT_TO_LEFT else "ltr",
        "choices": [{"number": str(number), "label": label} for number, label in enumerate(choices, 1)],
    }


def line_down(route: Route, _sent: dict[str, Any]) -> None:
    """The message never arrives."""
    route.abort("internetdisconnected")


def refuse(status: int) -> Answer:
    """The service answers with an error."""

    def answer(route: Route, _sent: dict[str, Any]) -> None:
        route.fulfill(status=status, json={"title": "no"}, content_type="application/problem+json")

    return answer


@contextmanager
def other_site(html: str) -> Iterator[str]:
    """A server of another origin with one page; yields its address."""

    class OnePage(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name in http.server
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), OnePage) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def api(page: Page) -> ScriptedApi:
    """The scripted API of this page."""
    return ScriptedApi(page)


@pytest.fixture
def chat(page: Page, base_url: str, api: ScriptedApi) -> Locator:
    """The chat, open and ready."""
    page.goto(base_url + "/")
    element = page.locator("haqqi-chat")
    expect(element.locator("textarea")).to_be_visible()
    return element


def say(chat: Locator, text: str) -> None:
    """Types a message and presses Enter."""
    chat.locator("textarea").fill(text)
    chat.locator("textarea").press("Enter")


def test_script_styles_and_wording_stay_small() -> None:
    files = [STATIC / name for name in ("haqqi-chat.js", "haqqi-chat.css", "words.json")]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) < 15_000


def test_every_variety_has_the_same_words() -> None:
    assert list(WORDS) == ["ary", "ary-Latn", "ar", "fr"]
    for words in WORDS.values():
        assert words.keys() == WORDS["fr"].keys()
        assert all(words.values())


def test_first_view_greets_in_four_varieties_and_says_what_is_never_asked(chat: Locator) -> None:
    for variety, words in WORDS.items():
        expect(chat.locator(f".greetings [lang='{variety}']")).to_have_text(words["greeting"])
        expect(chat.get_by_role("button", name=words["example"])).to_have_attribute("lang", variety)
    expect(chat.get_by_text(WORDS["ary"]["safety"])).to_be_visible()
    expect(chat.get_by_text(WORDS["fr"]["safety"])).to_be_visible()


@pytest.mark.parametrize("variety", list(WORDS))
def test_an_example_sends_itself_and_the_interface_follows_the_answer(
    chat: Locator, api: ScriptedApi, variety: str
) -> None:
    words = WORDS[variety]
    api.replies[words["example"]] = [message("9.3264284", variety)]
    chat.get_by_role("button", name=words["example"]).click()
    answer = chat.locator(".haqqi .text")
    expect(answer).to_have_attribute("lang", variety)
    expect(answer).to_have_attribute("dir", words["dir"])
    expect(chat.locator(".chat")).to_have_attribute("dir", words["dir"])
    expect(chat.locator(".chat")).to_have_attribute("lang", variety)
    field = chat.get_by_role("textbox", name=words["field"], exact=True)
    expect(field).to_have_attribute("placeholder", words["placeholder"])
    expect(chat.locator(".examples")).to_have_count(0)
    assert list(api.said.values()) == [words["example"]]


def test_html_stays_text_and_lines_stay_lines(page: Page, chat: Locator, api: ScriptedApi) -> None:
    trick = "<img src=x onerror='window.hurt=1'>\n<script>window.hurt=1</script>"
    api.replies[trick] = [message(trick, "ary", trick)]
    say(chat, trick)
    expect(chat.locator(".haqqi .text")).to_have_text(trick, use_inner_text=True)
    expect(chat.locator(".person .text")).to_have_text(trick, use_inner_text=True)
    expect(chat.locator(".text img, .text script, .choices img")).to_have_count(0)
    assert page.evaluate("window.hurt") is None


def test_only_official_addresses_become_links(chat: Locator, api: ScriptedApi) -> None:
    text = (
        "rnp.ma.evil.com evil.com/rnp.ma x@rnp.ma rnp.ma@evil.com rnp.ma:80 xrnp.ma\n"
        "https://www.rnp.ma/aide?x=1. \u2068RSU.ma\u2069 (cnss.ma), anss.gov.ma"
    )
    api.replies["liens"] = [message(text, "fr")]
    say(chat, "liens")
    links = chat.locator(".haqqi .text a")
    expect(links).to_have_count(4)
    assert links.evaluate_all("nodes => nodes.map((node) => node.href)") == [
        "https://www.rnp.ma/aide?x=1",
        "https://rsu.ma/",
        "https://cnss.ma/",
        "https://anss.gov.ma/",
    ]
    say(chat, "rnp.ma")
    expect(chat.locator(".person .text a")).to_have_count(0)


def test_a_choice_sends_its_number_and_shows_its_label(chat: Locator, api: ScriptedApi) -> None:
    api.replies["menu"] = [message("Que voulez-vous ?", "fr", "Mon score", "Mon AMO")]
    api.replies["2"] = [message("Votre AMO est ouverte.", "fr", "Menu")]
    say(chat, "menu")
    chat.get_by_role("button", name="2 Mon AMO").click()
    expect(chat.locator(".person .text").last).to_have_text("Mon AMO")
    expect(chat.locator(".choices button")).to_have_text(["1 Menu"])
    assert list(api.said.values()) == ["menu", "2"]


def test_enter_sends_and_shift_enter_breaks_the_line(chat: Locator, api: ScriptedApi) -> None:
    field = chat.locator("textarea")
    field.press("Enter")
    field.fill("   ")
    field.press("Enter")
    field.fill("")
    field.type("bonjour")
    field.press("Shift+Enter")
    field.type("merci")
    field.press("Enter")
    expect(chat.locator(".haqqi")).to_have_count(1)
    assert list(api.said.values()) == ["bonjour\nmerci"]
    expect(field).to_have_value("")
    expect(field).to_be_focused()


def test_a_long_text_is_warned_about_before_it_is_sent(chat: Locator, api: ScriptedApi) -> None:
    field = chat.locator("textarea")
    field.fill("a" * 1001)
    expect(chat.locator(".warning")).not_to_be_empty()
    field.press("Enter")
    expect(field).to_have_value("a" * 1001)
    assert api.said == {}
    field.fill("😀" * 1000)
    expect(chat.locator(".warning")).to_be_empty()
    field.press("Enter")
    expect(chat.locator(".haqqi")).to_have_count(1)


def test_a_message_that_did_not_leave_stays_and_is_sent_again_once(chat: Locator, api: ScriptedApi) -> None:
    api.faults = [line_down]
    say(chat, "salam")
    state = chat.locator(".person .state")
    expect(state).to_be_visible()
    state.get_by_role("button").click()
    expect(chat.locator(".haqqi")).to_have_count(1)
    expect(state).to_have_count(0)
    expect(chat.locator(".person")).to_have_count(1)
    assert list(api.said.values()) == ["salam"]
    assert len(api.attempts) == 2
    assert len(set(api.attempts)) == 1


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_lost_answer_is_fetched_by_itself_with_the_same_id(chat: Locator, api: ScriptedApi, status: int) -> None:
    def taken_but_unanswered(route: Route, sent: dict[str, Any]) -> None:
        api.take(sent)
        refuse(status)(route, sent)

    api.faults = [taken_but_unanswered]
    say(chat, "salam")
    expect(chat.locator(".unsent")).to_be_visible()
    expect(chat.locator(".haqqi")).to_have_count(1, timeout=10_000)
    assert list(api.said.values()) == ["salam"]
    assert len(set(api.attempts)) == 1


def test_messages_written_while_offline_leave_in_order(chat: Locator, api: ScriptedApi) -> None:
    api.faults = [line_down]
    say(chat, "un")
    expect(chat.locator(".unsent")).to_be_visible()
    api.faults = [line_down]
    say(chat, "deux")
    expect(chat.locator(".unsent")).to_have_count(2)
    chat.locator(".unsent button").first.click()
    expect(chat.locator(".haqqi")).to_have_count(2)
    expect(chat.locator(".unsent")).to_have_count(0)
    assert list(api.said.values()) == ["un", "deux"]


def test_an_unsent_message_outlives_a_reload(page: Page, chat: Locator, api: ScriptedApi) -> None:
    api.faults = [line_down]
    say(chat, "salam")
    expect(chat.locator(".unsent")).to_be_visible()
    page.reload()
    expect(chat.locator(".haqqi")).to_have_count(1)
    expect(chat.locator(".person .text")).to_have_text(["salam"])
    assert list(api.said.values()) == ["salam"]


def test_a_reload_shows_the_conversation_again(page: Page, chat: Locator, api: ScriptedApi) -> None:
    api.replies["menu"] = [message("شنو بغيتي؟", "ary", "المؤشر ديالي", "أمو")]
    api.replies["1"] = [message("9.3264284", "ary", "رجع")]
    say(chat, "menu")
    chat.get_by_role("button", name="1 المؤشر ديالي").click()
    expect(chat.locator(".haqqi")).to_have_count(2)
    page.reload()
    expect(chat.locator(".person .text")).to_have_text(["menu", "المؤشر ديالي"])
    expect(chat.locator(".haqqi .text")).to_have_text(["شنو بغيتي؟", "9.3264284"])
    expect(chat.locator(".choices button")).to_have_text(["1 رجع"])
    expect(chat.locator(".chat")).to_have_attribute("dir", "rtl")
    assert api.opened == 1


def test_a_conversation_that_the_service_forgot_is_opened_again(chat: Locator, api: ScriptedApi) -> None:
    say(chat, "un")
    expect(chat.locator(".haqqi")).to_have_count(1)
    api.faults = [refuse(404)]
    say(chat, "deux")
    expect(chat.locator(".haqqi")).to_have_count(2)
    assert api.opened == 2
    assert list(api.said.values()) == ["un", "deux"]


@pytest.mark.parametrize(("status", "words"), [(400, "refused"), (422, "refused"), (413, "too_long")])
def test_a_refused_message_comes_back_into_the_field(chat: Locator, api: ScriptedApi, status: int, words: str) -> None:
    api.faults = [refuse(status)]
    say(chat, "salam")
    expect(chat.locator(f".state.{words}")).to_be_visible()
    expect(chat.locator("textarea")).to_have_value("salam")
    assert len(api.attempts) == 1


def test_an_answer_that_is_pending_is_asked_for_until_it_comes(chat: Locator, api: ScriptedApi) -> None:
    api.pending = True
    api.replies["salam"] = []
    with chat.page.expect_response(re.compile(r"/channels/webchat/messages$")):  # "typing" is shown before the answer
        say(chat, "salam")
    expect(chat.locator(".typing")).to_be_visible()
    api.history.append(message("Me voilà.", "fr", "Menu"))
    api.pending = False
    expect(chat.locator(".haqqi .text")).to_have_text(["Me voilà."], timeout=8_000)
    expect(chat.locator(".person")).to_have_count(1)
    expect(chat.locator(".typing")).to_be_hidden()


def test_erasing_takes_two_presses_and_forgets_everything(page: Page, chat: Locator, api: ScriptedApi) -> None:
    say(chat, "salam")
    expect(chat.locator(".haqqi")).to_have_count(1)
    erase = chat.locator(".end")
    erase.click()
    expect(chat.locator(".haqqi")).to_have_count(1)
    erase.click()
    expect(chat.locator(".turn")).to_have_count(0)
    expect(chat.locator(".examples")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('haqqi-chat')") is None


def test_senders_are_named_for_screen_readers(chat: Locator, api: ScriptedApi) -> None:
    api.replies["salam"] = [message("سلام", "ary")]
    say(chat, "salam")
    log = chat.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log.locator(".haqqi .unseen")).to_have_text(WORDS["ary"]["haqqi"])
    assert log.locator(".person .unseen").inner_text().strip()


def test_everything_is_reached_with_the_keyboard_alone(page: Page, chat: Locator, api: ScriptedApi) -> None:
    api.replies[WORDS["ary"]["example"]] = [message("Voici.", "fr", "Un", "Deux")]

    def focused() -> Any:
        return page.evaluate("document.querySelector('haqqi-chat').shadowRoot.activeElement?.textContent.trim()")

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused() == WORDS["ary"]["example"]
    page.keyboard.press("Enter")
    expect(chat.locator(".choices button")).to_have_count(2)
    expect(chat.get_by_role("log")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused() == "2 Deux"
    page.keyboard.press("Space")
    expect(chat.locator(".haqqi")).to_have_count(2)
    page.keyboard.press("Tab")
    expect(chat.locator("textarea")).to_be_focused()
    assert list(api.said.values()) == [WORDS["ary"]["example"], "2"]


def test_on_another_origin_the_chat_opens_in_our_own_frame(page: Page, base_url: str) -> None:
    html = f"<haqqi-chat></haqqi-chat><script src='{base_url}/static/webchat/haqqi-chat.js'></script>"
    with other_site(html) as address:
        page.goto(address)
        expect(page.locator("haqqi-chat iframe")).to_have_attribute("src", base_url + "/")
        expect(page.locator("haqqi-chat textarea")).to_have_count(0)


@pytest.mark.parametrize("variety", ["ary", "fr"])
def test_a_narrow_phone_shows_all_without_scrolling_sideways(
    page: Page, chat: Locator, api: ScriptedApi, variety: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    api.replies["?"] = [message("https://www.rnp.ma/" + "a" * 80, variety, "Un " + "très " * 20 + "long choix", "Deux")]
    say(chat, "?")
    expect(chat.locator(".choices button")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert chat.locator(".log").evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    for target in chat.locator("button:visible, textarea, footer a").all():
        box = target.bounding_box()
        assert box is not None
        assert box["width"] >= 44
        assert box["height"] >= 43.9
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
