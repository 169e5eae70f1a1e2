"""Texts in, readings out, with a trained model as it is served: `python -m components.parse_lines MODEL.tar.gz`.

Standard input holds one JSON string a line; standard output gets, for each, {"ranking": [{"name", "confidence"}, ...],
"fallback": whether the answering threshold was missed, "ms": what it took}.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, Dict, TextIO

from components.lean_rasa import leave_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent

METADATA = {"variety": "ary", "channel": "evaluation", "verified": False, "phone_known": False, "reachable": False}


async def parse(agent: Agent, text: str) -> Dict[str, Any]:
    """One reading. A text without words is not understood."""
    from rasa.core.channels.channel import UserMessage
    from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME

    started = time.perf_counter()
    message = UserMessage(text, metadata=METADATA)
    parsed = await agent.processor.parse_message(message) if text.strip() else {"intent_ranking": []}
    ranking = [
        {"name": item["name"], "confidence": float(item["confidence"])}
        for item in parsed["intent_ranking"]
        if item["name"] != DEFAULT_NLU_FALLBACK_INTENT_NAME
    ]
    fallback = parsed.get("intent", {}).get("name") in (None, DEFAULT_NLU_FALLBACK_INTENT_NAME)
    return {"ranking": ranking, "fallback": fallback, "ms": (time.perf_counter() - started) * 1000}


async def parse_all(model: str, lines: TextIO, output: TextIO) -> None:
    """Parse every line."""
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    for line in lines:
        if line.strip():
            output.write(json.dumps(await parse(agent, json.loads(line))) + "\n")


if __name__ == "__main__":
    readings = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # Rasa logs to standard output
    leave_tensorflow_out()
    asyncio.run(parse_all(sys.argv[1], sys.stdin, readings))
    readings.close()
