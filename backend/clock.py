"""The one clock: real time, or in development the time set by HAQQI_NOW or `haqqi clock set`."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from backend.settings import get_settings

CASABLANCA = ZoneInfo("Africa/Casablanca")
_started = time.monotonic()
_supposed: ContextVar[datetime | None] = ContextVar("supposed", default=None)


def clock_file(home: Path) -> Path:
    """Where a set clock is kept, so that all processes of one HAQQI_HOME agree."""
    return home / "clock.json"


def parse_instant(text: str) -> datetime:
    """Read an ISO date or date-time; without an offset it is Moroccan time. ValueError when it is neither."""
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=CASABLANCA)


def set_clock(home: Path, instant: datetime) -> None:
    """Make every process of this HAQQI_HOME read `instant` now; time flows on from there."""
    offset = (instant - datetime.now(UTC)).total_seconds()
    clock_file(home).write_text(json.dumps({"offset_seconds": offset}))


def reset_clock(home: Path) -> None:
    """Go back to real time."""
    clock_file(home).unlink(missing_ok=True)


@contextmanager
def supposing(day: date) -> Iterator[None]:
    """Within the block it is noon of that day in Morocco, for the code it calls and nobody else: what would we say?"""
    token = _supposed.set(datetime(day.year, day.month, day.day, 12, tzinfo=CASABLANCA).astimezone(UTC))
    try:
        yield
    finally:
        _supposed.reset(token)


def now() -> datetime:
    """The present instant, aware, in UTC."""
    if supposed := _supposed.get():
        return supposed
    settings = get_settings()
    if settings.env == "production":
        return datetime.now(UTC)
    if settings.now:
        return parse_instant(settings.now).astimezone(UTC) + timedelta(seconds=time.monotonic() - _started)
    try:
        offset = json.loads(clock_file(settings.home).read_text())["offset_seconds"]
    except FileNotFoundError:
        offset = 0.0
    return datetime.now(UTC) + timedelta(seconds=offset)


def today() -> date:
    """Today's date in Morocco."""
    return now().astimezone(CASABLANCA).date()
