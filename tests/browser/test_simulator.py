"""The phone simulator in a browser, against a scripted API."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

PEOPLE: list[dict[str, Any]] = [
    {
        "name": "Fatima <b>Bennani</b>",
        "idcs": "1234567890",
        "birth_date": "1985-03-14",
        "phone": "+212612345601",
        "score": "9.3264284",
        "special": "score at the threshold",
    },
    {
        "name": "محمد",
        "idcs": "0698765432",
        "birth_date": "1972-11-02",
        "phone": "+212612345602",
        "score": None,
        "special": "",
    },
    {
        "name": "Aïcha",
        "idcs": "5550001112",
        "birth_date": "1990-07-30",
        "phone": None,
        "score": "9.5",
        "special": "no phone",
    },
]


class ScriptedPhone:
    """Plays the simulator's API inside the page."""

    def __init__(self, page: Page) -> None:
        self.messages: list[dict[str, Any]] = []
        self.sent: list[dict[str, str]] = []
        self.refusal = ""
        page.route("**/simulator/people", lambda route: route.fulfill(json=PEOPLE))
        page.route(re.compile(r"/simulator/messages(\?|$)"), self._messages)

    def _messages(self, route: Route) -> None:
        if route.request.method == "GET":
            route.fulfill(json={"messages": self.messages})
        elif self.refusal:
            route.fulfill(status=422, json={"title": self.refusal}, content_type="application/problem+json")
        else:
            self.sent.append(json.loads(route.request.post_data or "{}"))
            route.fulfill(status=202, json={})


def sms(identifier: str, sender: str, text: str, **more: Any) -> dict[str, Any]:
    """One SMS as the API gives it."""
    known = {"segments": 1, "encoding": "GSM-7", "status": "queued", "message_class": "reply"}
    return {"id": identifier, "from": sender, "text": text, "at": "2026-07-01T12:05:00+00:00", **known, **more}


@pytest.fixture
def phone(page: Page, base_url: str) -> ScriptedPhone:
    """The simulator, open, with a scripted API behind it."""
    scripted = ScriptedPhone(page)
    page.goto(base_url + "/simulator")
    expect(page.locator("#people li")).to_have_count(3)
    return scripted


def test_the_page_says_that_it_is_a_simulator(page: Page, phone: ScriptedPhone) -> None:
    expect(page.get_by_role("banner")).to_contain_text("For development only")


def test_a_person_is_picked_and_answers_with_what_the_list_shows(page: Page, phone: ScriptedPhone) -> None:
    expect(page.get_by_role("heading", name="Fatima <b>Bennani</b>")).to_be_visible()
    page.get_by_role("button", name="Use this phone: محمد").click()
    expect(page.get_by_label("Phone number")).to_have_value("+212612345602")
    page.get_by_role("button", name="Put the IDCS 0698765432 into the message").click()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Message to Haqqi")).to_have_value("")
    assert phone.sent == [{"phone": "+212612345602", "text": "0698765432"}]


def test_a_person_without_a_phone_offers_none(page: Page, phone: ScriptedPhone) -> None:
    card = page.locator("#people li", has_text="Aïcha")
    expect(card).to_contain_text("none on record")
    expect(card.get_by_role("button", name="Use this phone")).to_have_count(0)


def test_the_thread_shows_parts_encoding_and_later_states(page: Page, phone: ScriptedPhone) -> None:
    phone.messages = [
        sms("1", "phone", "salam"),
        sms("2", "haqqi", "سلام\n1 = <i>menu</i>", segments=2, encoding="UCS-2"),
    ]
    page.get_by_label("Phone number").fill("06 12 34 56 78")
    page.keyboard.press("Enter")
    texts = page.locator("#thread .text")
    expect(texts).to_have_text(["salam", "سلام\n1 = <i>menu</i>"], use_inner_text=True)
    state = page.locator("#thread .state").last
    expect(state).to_have_text(re.compile(r"^\d\d:05 · 2 parts · UCS-2 · queued · reply$"))
    phone.messages[1]["status"] = "delivered"
    expect(state).to_contain_text("delivered", timeout=3_000)
    expect(texts).to_have_count(2)


def test_whatsapp_shows_buttons_that_carry_their_question(page: Page, phone: ScriptedPhone) -> None:
    page.get_by_role("button", name="Use this phone: محمد").click()
    phone.messages = [sms("1", "haqqi", "Choisissez", choices=[{"question": "score_status", "label": "Mon score"}])]
    page.get_by_label("WhatsApp").check()
    page.get_by_role("button", name="Mon score").click()
    page.get_by_role("button", name="Send a place").click()
    expect(page.get_by_label("Message to Haqqi")).to_have_value("")
    page.wait_for_timeout(300)
    common = {"phone": "+212612345602", "channel": "whatsapp"}
    assert phone.sent == [{**common, "text": "Mon score", "choice": "score_status"}, {**common, "attach": "location"}]


def test_a_refused_sms_stays_in_the_field(page: Page, phone: ScriptedPhone) -> None:
    field = page.get_by_label("Message to Haqqi")
    field.fill("salam")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Pick a person or open a phone number first.")
    page.get_by_role("button", name="Use this phone: Fatima").click()
    phone.refusal = "This is not a phone number."
    field.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This is not a phone number.")
    expect(field).to_have_value("salam")


def test_the_list_can_be_searched(page: Page, phone: ScriptedPhone) -> None:
    page.get_by_label("Find in the list").fill("threshold")
    expect(page.locator("#people li:visible")).to_have_count(1)
    expect(page.locator("#found")).to_have_text("1 of 3 people")


def test_a_reload_comes_back_to_the_same_phone(page: Page, phone: ScriptedPhone) -> None:
    page.get_by_role("button", name="Use this phone: Fatima").click()
    phone.messages = [sms("1", "haqqi", "Code 123456", message_class="code")]
    page.reload()
    expect(page.get_by_label("Phone number")).to_have_value("+212612345601")
    expect(page.locator("#thread .text")).to_have_text(["Code 123456"])
