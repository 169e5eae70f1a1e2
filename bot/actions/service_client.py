"""The inner API of the service, as far as forms need it."""

from __future__ import annotations

import asyncio
import os
from functools import lru_cache
from typing import Optional
from urllib.parse import quote

import aiohttp

TIMEOUT_SECONDS = 3.0
OUTCOMES = ("complete", "again", "failed", "not_an_answer")


class ServiceError(Exception):
    """The service did not answer as agreed: too late, an error status, or an unknown outcome."""


class ServiceClient:
    """One HTTP session for the life of the action server."""

    def __init__(self, base_url: str, secret: str) -> None:
        """`base_url` such as http://127.0.0.1:8001; `secret` opens the inner API."""
        self._base_url = base_url.rstrip("/")
        self._secret = secret
        self._session: Optional[aiohttp.ClientSession] = None

    @classmethod
    def from_environment(cls) -> ServiceClient:
        """Read HAQQI_INNER_SECRET and HAQQI_INNER_URL, else the port after HAQQI_PORT on this machine."""
        port = int(os.environ.get("HAQQI_PORT", "8000")) + 1
        url = os.environ.get("HAQQI_INNER_URL", f"http://127.0.0.1:{port}")
        return cls(url, os.environ["HAQQI_INNER_SECRET"])

    async def answer_form(self, session: str, form: str, *, intent: str, confidence: float, request_id: str) -> str:
        """Tell the service that the open form of a session got a message; returns one of OUTCOMES.

        The message's values never pass here: the service has kept them. Raises ServiceError.
        """
        path = f"/inner/sessions/{quote(session, safe='')}/forms/{quote(form, safe='')}/answer"
        try:
            async with self._open().post(
                self._base_url + path,
                json={"intent": intent, "confidence": confidence},
                headers={"X-Request-ID": request_id},
            ) as response:
                response.raise_for_status()
                outcome = (await response.json()).get("outcome")
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError, AttributeError) as error:
            raise ServiceError(type(error).__name__) from error
        if outcome not in OUTCOMES:
            raise ServiceError("unknown outcome")
        return str(outcome)

    def _open(self) -> aiohttp.ClientSession:
        # Made inside the running loop, on first use: aiohttp ties a session to the loop it was made in.
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                headers={"Authorization": f"Bearer {self._secret}"},
                timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS),
            )
        return self._session

    async def close(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()


@lru_cache(maxsize=1)
def shared_client() -> ServiceClient:
    """The client that all actions of this process share."""
    return ServiceClient.from_environment()
