"""Waiting until something is ready, and saying in one sentence what is not."""

import contextlib
import socket
import time
from collections.abc import Callable

import httpx
import psycopg
import redis

from backend.settings import Settings


class NotReadyError(RuntimeError):
    """Something did not come up, or is missing: one sentence with the mend."""


def wait_for(what: str, check: Callable[[], bool], seconds: float, mend: str) -> None:
    """Poll until `check` is true; NotReadyError after the time."""
    deadline = time.monotonic() + seconds
    while not check():
        if time.monotonic() > deadline:
            raise NotReadyError(f"{what} did not become ready within {seconds:.0f} s: {mend}")
        time.sleep(0.1)


def postgres_answers(settings: Settings, database: str | None = None) -> bool:
    """Whether PostgreSQL takes connections (to its own database when ours is not made yet)."""
    url = settings.libpq_url if database is None else settings.libpq_url.replace("/haqqi?", f"/{database}?")
    with contextlib.suppress(psycopg.Error), psycopg.connect(url, connect_timeout=2):
        return True
    return False


def redis_answers(settings: Settings) -> bool:
    """Whether Redis answers a PING."""
    client = redis.Redis.from_url(settings.redis_address, socket_timeout=2)
    with contextlib.suppress(redis.RedisError):
        return bool(client.ping())
    return False


def http_answers(url: str, secret: str = "") -> bool:
    """Whether a URL answers 200."""
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    with contextlib.suppress(httpx.HTTPError):
        return httpx.get(url, headers=headers, timeout=5).status_code == 200
    return False


def taken_ports(settings: Settings) -> list[int]:
    """Those of our ports that somebody else listens on."""
    offsets = [0, 1, 2, 3] + ([5] if settings.embedded_redis else [])
    taken = []
    for port in (settings.port + offset for offset in offsets):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                taken.append(port)
    return taken
