"""Structured log lines: one JSON object a line, on standard output, without anything a person wrote."""

import hashlib
import json
import logging
import sys
import traceback
from datetime import datetime, timezone
from pathlib import Path
from typing import Union

Field = Union[str, int, float, bool, None]


def _json_logger() -> logging.Logger:
    logger = logging.getLogger("haqqi.bot")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
        # Rasa's --quiet silences the root logger, and its colours would spoil the JSON.
        logger.setLevel(logging.INFO)
        logger.propagate = False
    return logger


def log_event(event: str, **fields: Field) -> None:
    """Write one log line: {"time": ISO UTC, "event": event, ...fields}."""
    line = {"time": datetime.now(timezone.utc).isoformat(timespec="milliseconds"), "event": event, **fields}
    _json_logger().info(json.dumps(line, ensure_ascii=False))


def session_hash(session: str) -> str:
    """12 hexadecimal digits that stand for a session id in the logs (an id is a key to a conversation)."""
    return hashlib.sha256(session.encode()).hexdigest()[:12]


def failure_place(failure: BaseException) -> str:
    """The error's class and its last three places as file:line: a full traceback can quote what a person wrote."""
    frames = traceback.extract_tb(failure.__traceback__)[-3:]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames)]
    return " < ".join([type(failure).__name__, *places])
