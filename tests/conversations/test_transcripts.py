"""Runs every transcript of this folder on each of its channels, against the running Haqqi.

A transcript is YAML: `title`, `person` (number of the demo person, counted from 0, or none), `channels`, and `steps`.
A step has what the person writes (`say`; `{idcs}`, `{birth_date}`, `{idcs_end}`, `{phone}`, `{code}` stand for the
person's own, `{word}` for the two digits that the last reply asks for) and what comes back: `expect` (all of these
texts are in the replies; `{score}` is the person's, `{promised[fr]}` the time a call-back is promised by) and `never`.
`only` names the channels of a step that makes no sense elsewhere; `within_seconds` is the longest it may take. The
centres of data/sample are there.

Instead of a person a transcript can have a `family` (what tests.families.add_family takes), made anew for each run: its
declarant writes. Other steps than `say`: `identify` (proves who writes, as the channel asks for it), `agency` (what the
registers agency posts; `{reference}` is the last request's), `sms` (what arrives at the person's phone from then on).
"""

import json
import re
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from backend import clock
from backend.answers import formatting
from backend.conversations.callbacks import promise
from backend.reviews.relay import SIGNATURE, signature_of
from backend.settings import get_settings
from tests.clients import Browser, Phone, WhatsApp, code_sent_to
from tests.conftest import ROOT, Stack
from tests.fakes.twilio import FakeTwilio
from tests.families import add_family

REFERENCE = re.compile(r"REV-\d{4}-\d{6,9}")
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


@dataclass
class Run:
    """One transcript on one channel: who writes, and what their words stand for."""

    channel: str
    stack: Stack
    twilio: FakeTwilio
    person: dict[str, Any] | None
    known_phone: str | None
    words: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = client_of(self.channel, self.stack, self.twilio, self.known_phone)
        if self.person:
            self.words |= {"idcs_end": self.person["idcs"][-4:], **self.person}
            self.sms_seen = len(self.twilio.to(self.person["phone"]))
        if self.channel != "webchat":
            self.client.say("0")  # whatever an earlier transcript left open on this phone
            self.client.say("annuler")

    def do(self, step: dict[str, Any]) -> str:
        """One step; what came back."""
        if "identify" in step:
            return self.identify()
        if "agency" in step:
            return self.agency(step["agency"])
        return self.sms(step["sms"]) if "sms" in step else self.say(str(step["say"]))

    def say(self, text: str) -> str:
        if "{code}" in text and self.person:
            self.words["code"] = code_sent_to(self.twilio, self.person["phone"], self.words["codes_before"])
        self.words["promised"] = promised(self.channel)
        if "{idcs}" in text and self.person:  # which sends a code
            self.words["codes_before"] = len(self.twilio.to(self.person["phone"]))
        replies = "\n".join(self.client.say(text.format(**self.words)))
        self.words["word"] = (re.findall(r"\b\d\d\b", replies) or [""])[-1]
        self._note_reference(replies)
        return replies

    def identify(self) -> str:
        known = ["{idcs}", "{code}"] if self.channel == "webchat" else ["{birth_date}", "{idcs_end}"]
        replies = [self.say(text) for text in known]
        if self.channel == "webchat" and self.person:
            self.sms_seen += 1  # the code
        return replies[-1]

    def agency(self, body: dict[str, str]) -> str:
        path = "acknowledgements" if "agency_reference" in body and "status" not in body else "updates"
        message = {"id": uuid.uuid4().hex, "reference": self.words["reference"], **body}
        content = json.dumps(message).encode()
        signature = signature_of(content, get_settings().agency_secret.get_secret_value())
        url = f"{self.stack.url}/v1/agency/{path}"
        answer = httpx.post(url, content=content, headers={SIGNATURE: signature}, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.text

    def sms(self, count: int) -> str:
        assert self.person
        arrived = self.twilio.wait_for(self.person["phone"], self.sms_seen + count)[self.sms_seen :]
        assert len(arrived) == count, arrived
        self.sms_seen += count
        texts = "\n".join(message["body"] for message in arrived)
        self._note_reference(texts)
        return texts

    def _note_reference(self, texts: str) -> None:
        if found := REFERENCE.findall(texts):
            self.words["reference"] = found[-1]


@pytest.mark.parametrize(("name", "channel"), CASES)
def test_transcript(name: str, channel: str, stack: Stack, twilio: FakeTwilio, people: list[dict[str, Any]]) -> None:
    script = TRANSCRIPTS[name]
    person = people[script["person"]] if script.get("person") is not None else None
    if "family" in script:
        person = add_family(**script["family"])[0]
    known_phone = person["phone"] if person and script.get("phone") != "unknown" else None
    run = Run(channel, stack, twilio, person, known_phone)
    for step in script["steps"]:
        if channel not in step.get("only", [channel]):
            continue
        started = time.monotonic()
        replies = run.do(step)
        assert "sms" in step or time.monotonic() - started < step.get("within_seconds", 5), step
        for expected in step.get("expect", []):
            assert str(expected).format(**run.words) in replies, (step, replies)
        for unwanted in step.get("never", []):
            assert str(unwanted).format(**run.words) not in replies, (step, replies)
