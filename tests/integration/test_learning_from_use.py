"""A message that was not understood is kept only after the person says so, and comes out as a labelling file."""

import json
import subprocess
import sys
from pathlib import Path

from tests.clients import Browser
from tests.conftest import ROOT, Stack
from tests.fakes.twilio import FakeTwilio


def exported(file: Path) -> list[str]:
    """The texts that `haqqi nlu export` writes."""
    command = [sys.executable, "-m", "backend.cli", "nlu", "export", str(file)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]


def test_should_keep_a_message_by_consent_only(stack: Stack, twilio: FakeTwilio, tmp_path: Path) -> None:
    browser = Browser(stack, twilio)
    browser.say("et après ?")
    (reply,) = browser.say("w mn be3d")
    assert "3. T3ellem men jomlti" in reply
    assert "w mn be3d" not in exported(tmp_path / "before.jsonl")
    (reply,) = browser.say("3")
    assert "7tafedt" in reply
    assert exported(tmp_path / "after.jsonl").count("w mn be3d") == 1
