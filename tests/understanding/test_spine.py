"""What Rasa as served understands of messages by people whose writing it never learnt: `spine.jsonl`, 119 a variety.

The floors lie a little under what was measured when they were set.
A message below the answering threshold is no error here: the person gets a question back.
"""

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import httpx
import pytest

from backend.settings import get_settings
from language.entities import parse_entities
from language.masks import mask
from tests.conftest import Stack

ROWS = [json.loads(line) for line in (Path(__file__).parent / "spine.jsonl").read_text(encoding="utf-8").splitlines()]
TODAY = date(2026, 11, 22)
RIGHT_AT_LEAST = 0.88  # answered, and rightly, of all messages
WRONG_AT_MOST = 0.06  # answered as something else, of all messages


@pytest.fixture(scope="module")
def counts(stack: Stack) -> dict[str, Counter[str]]:
    """Per variety: messages, right answers, wrong answers."""
    settings = get_settings()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    headers = {"Authorization": f"Bearer {settings.bot_secret.get_secret_value()}"}
    metadata = {
        "request_id": "understanding", "variety": "ary", "channel": "sms", "verified": True, "phone_known": True,
        "found": [], "expects": None,
    }  # fmt: skip
    with httpx.Client(base_url=f"http://127.0.0.1:{settings.rasa_port}", headers=headers, timeout=30) as rasa:
        for number, row in enumerate(ROWS):
            text = mask(row["text"], parse_entities(row["text"], today=TODAY))
            body = {"session": f"understanding-{number}", "text": text, "metadata": metadata}
            intent = rasa.post("/webhooks/haqqi/messages", json=body).json()["nlu"]["intent"]["name"]
            count = found[row["variety"]]
            count["messages"] += 1
            count["right"] += intent == row["intent"]
            count["wrong"] += intent not in {row["intent"], "nlu_fallback"}
    return found


@pytest.mark.parametrize("variety", ["ary", "ary-Latn", "ar", "fr"])
def test_should_understand_people_it_never_read(counts: dict[str, Counter[str]], variety: str) -> None:
    count = counts[variety]
    print(variety, dict(count))
    assert count["messages"] == 119
    assert count["right"] >= RIGHT_AT_LEAST * count["messages"]
    assert count["wrong"] <= WRONG_AT_MOST * count["messages"]
