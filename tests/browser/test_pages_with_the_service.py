"""Both pages on the running service: accessibility, the content security policy, and one real answer."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = [(320, 568), (390, 844), (1280, 800)]
QUESTIONS = {"fr": "Est-ce que mon AMO est ouverte ?", "ary": "شحال خاصو يكون المؤشر باش ندخل لأمو تضامن؟"}


def violations(page: Page) -> list[tuple[str, list[Any]]]:
    """What axe finds, by rule, with the nodes concerned."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(item["id"], [node["html"] for node in item["nodes"]]) for item in found]


def send_sms(page: Page, base_url: str) -> None:
    """Takes the first demo person's phone, sends an SMS and waits until it is in the thread."""
    page.goto(base_url + "/simulator")
    page.get_by_role("button", name="Use this phone").first.click()
    page.get_by_label("Message to Haqqi").fill("salam")
    page.keyboard.press("Enter")
    expect(page.locator("#thread .sms").first).to_be_visible(timeout=20_000)


def ask(page: Page, question: str, variety: str) -> None:
    """Types a question into the chat and waits for an answer in its variety."""
    page.locator("haqqi-chat textarea").fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(f"haqqi-chat .haqqi .text[lang='{variety}']").last
    expect(answer).not_to_be_empty(timeout=20_000)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_web_chat_has_no_violation(page: Page, base_url: str, size: tuple[int, int], scheme: Any) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    page.goto(base_url + "/")
    page.get_by_role("button", name=QUESTIONS["fr"]).wait_for()
    assert violations(page) == []
    for variety, question in QUESTIONS.items():
        ask(page, question, variety)
        assert violations(page) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_simulator_has_no_violation(page: Page, base_url: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    send_sms(page, base_url)
    assert violations(page) == []


def test_both_pages_keep_the_content_security_policy(page: Page, base_url: str) -> None:
    errors: list[str] = []
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base_url + "/")
    ask(page, QUESTIONS["fr"], "fr")
    send_sms(page, base_url)
    assert errors == []


def test_the_pages_load_nothing_from_elsewhere(page: Page, base_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base_url + "/")
    page.get_by_role("button", name=QUESTIONS["fr"]).wait_for()
    page.goto(base_url + "/simulator")
    page.locator("#people li").first.wait_for()
    assert [url for url in asked if not url.startswith(base_url + "/")] == []
