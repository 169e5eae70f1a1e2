"""Runs every transcript of this folder on each of its channels, against the running Haqqi.

A transcript is YAML: `title`, `person` (number of the demo person, counted from 0, or none), `channels`, and `steps`.
A step has what the person writes (`say`; `{idcs}`, `{birth_date}`, `{idcs_end}`, `{phone}`, `{code}` stand for the
person's own, `{word}` for the two digits that the last reply asks for) and what comes back: `expect` (all of these
texts are in the replies; `{score}` is the person's, `{promised[fr]}` the time a call-back is promised by) and `never`.
`only` names the channels of a step that makes no sense elsewhere; `within_seconds` is the longest it may take. The
centres of data/sample are there.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend import clock
from backend.answers import formatting
from backend.conversations.callbacks import promise
from backend.settings import get_settings
from tests.clients import Browser, Phone, WhatsApp, code_sent_to
from tests.conftest import ROOT, Stack
from tests.fakes.twilio import FakeTwilio

FOLDER = Path(__file__).parent
TRANSCRIPTS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))
}
CASES = [(name, channel) for name, script in TRANSCRIPTS.items() for channel in script["channels"]]


def client_of(channel: str, stack: Stack, twilio: FakeTwilio, phone: str | None) -> Browser | Phone | WhatsApp:
    """Somebody who writes on a channel."""
    if channel == "webchat":
        return Browser(stack, twilio)
    return Phone(stack, twilio, phone) if channel == "sms" else WhatsApp(stack, phone)


@pytest.fixture(scope="module", autouse=True)
def _centres(stack: Stack) -> None:
    command = [sys.executable, "-m", "backend.cli", "import", "centres", "data/sample/centres.csv", "--strict"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def promised(channel: str) -> dict[str, str]:
    """By when a call-back asked for now is promised, as each variety writes it."""
    due = promise(clock.now(), get_settings().callback_promise_hours).astimezone(clock.CASABLANCA)
    return {
        variety: formatting.clock(due.date(), due.hour, variety, compact=channel == "sms")
        for variety in formatting.VARIETIES
    }


@pytest.mark.parametrize(("name", "channel"), CASES)
def test_transcript(name: str, channel: str, stack: Stack, twilio: FakeTwilio, people: list[dict[str, Any]]) -> None:
    script = TRANSCRIPTS[name]
    person = people[script["person"]] if script.get("person") is not None else None
    words: dict[str, Any] = {"idcs_end": person["idcs"][-4:], **person} if person else {}
    known_phone = person["phone"] if person and script.get("phone") != "unknown" else None
    client = client_of(channel, stack, twilio, known_phone)
    if channel != "webchat":
        client.say("0")  # whatever an earlier transcript left open on this phone
        client.say("annuler")
    for step in script["steps"]:
        if channel not in step.get("only", [channel]):
            continue
        if "{code}" in str(step["say"]) and person:
            words["code"] = code_sent_to(twilio, person["phone"], words["codes_before"])
        words["promised"] = promised(channel)
        if "{idcs}" in str(step["say"]) and person:  # which sends a code
            words["codes_before"] = len(twilio.to(person["phone"]))
        started = time.monotonic()
        replies = "\n".join(client.say(str(step["say"]).format(**words)))
        assert time.monotonic() - started < step.get("within_seconds", 5), step
        words["word"] = (re.findall(r"\b\d\d\b", replies) or [""])[-1]
        for expected in step.get("expect", []):
            assert str(expected).format(**words) in replies, (step, replies)
        for unwanted in step.get("never", []):
            assert str(unwanted).format(**words) not in replies, (step, replies)
