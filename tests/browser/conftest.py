"""A real Chromium in front of the running Haqqi."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import Stack

# Without these, Chromium looks for the internet at every start.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the machine, headless."""
    path = os.environ.get("HAQQI_TEST_BROWSER") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, as a Moroccan phone would ask for it."""
    context = browser.new_context(locale="fr-MA")
    yield context.new_page()
    context.close()


@pytest.fixture
def base_url(stack: Stack) -> str:
    """Where the running Haqqi is."""
    return stack.url
