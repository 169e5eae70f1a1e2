"""A person's whole way in a real browser: the question, the identification with a code, the score."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.clients import code_sent_to
from tests.fakes.twilio import FakeTwilio


def test_a_question_in_darija_leads_to_the_score(
    page: Page, base_url: str, twilio: FakeTwilio, people: list[dict[str, Any]]
) -> None:
    person = people[0]
    chat = page.locator("haqqi-chat")
    page.goto(base_url + "/")

    def say(text: str) -> None:
        chat.locator("textarea").fill(text)
        page.keyboard.press("Enter")

    say("شحال المؤشر ديالي؟")
    expect(chat.locator(".haqqi .text").last).to_contain_text("IDCS", timeout=20_000)
    before = len(twilio.to(person["phone"]))
    say(person["idcs"])
    expect(chat.locator(".haqqi .text").last).to_contain_text("الكود", timeout=20_000)
    say(code_sent_to(twilio, person["phone"], before))
    answer = chat.locator(".haqqi .text").last
    expect(answer).to_contain_text(person["score"], timeout=20_000)
    expect(answer).to_have_attribute("dir", "rtl")
    page.reload()
    expect(chat).to_contain_text(person["score"], timeout=20_000)


def test_the_api_page_works_without_the_internet(page: Page, base_url: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.goto(base_url + "/docs")
    expect(page.get_by_text("/channels/webchat/messages").first).to_be_visible(timeout=20_000)
    assert errors == []
