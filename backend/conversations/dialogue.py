"""Asking Rasa: what is meant, and where we are in the dialogue."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from backend.settings import Settings


class DialogueUnavailableError(Exception):
    """Rasa is down, too slow, or failed: the gateway goes on with menus."""


@dataclass(frozen=True)
class Reading:
    """Rasa's reading of a message, and its reply payloads: `{"do": question}`, `{"form": name}`, `{"say": key}`."""

    payloads: tuple[dict[str, str], ...]
    intent: str
    confidence: float
    ranking: tuple[str, ...]
    segments: tuple[tuple[str, float], ...] = ()  # intent and confidence of each sentence


class Dialogue:
    """A client of the Rasa channel. After a time-out Rasa is left alone for a while: a stuck one costs little."""

    PAUSE_SECONDS = 10.0

    def __init__(self, settings: Settings) -> None:
        self._http = httpx.AsyncClient(
            base_url=settings.rasa_address,
            headers={"Authorization": f"Bearer {settings.bot_secret.get_secret_value()}"},
            timeout=settings.rasa_timeout_seconds,
        )
        self._paused_until = 0.0

    async def ask(
        self,
        session_id: str,
        metadata: dict[str, Any],
        *,
        text: str | None = None,
        intent: str | None = None,
        segments: Sequence[str] = (),
    ) -> Reading:
        """Hand Rasa a masked text, or the intent of a menu digit; its sentences are only read, not taken up.

        DialogueUnavailableError on any failure.
        """
        if time.monotonic() < self._paused_until:
            raise DialogueUnavailableError("paused after a time-out")
        body: dict[str, Any] = {
            "session": session_id,
            "metadata": metadata,
            **({"intent": intent} if intent else {"text": text}),
        }
        body |= {"segments": list(segments)} if segments else {}
        try:
            response = await self._http.post(
                "/webhooks/haqqi/messages", json=body, headers={"X-Request-ID": metadata["request_id"]}
            )
            response.raise_for_status()
            data = response.json()
            nlu = data["nlu"]
            reading = Reading(
                payloads=tuple(data["replies"]),
                intent=nlu["intent"]["name"] or "nlu_fallback",
                confidence=nlu["intent"]["confidence"],
                ranking=tuple(item["name"] for item in nlu["ranking"]),
                segments=tuple((item["name"], item["confidence"]) for item in nlu.get("segments", ())),
            )
        except httpx.TimeoutException as error:
            self._paused_until = time.monotonic() + self.PAUSE_SECONDS
            raise DialogueUnavailableError("time-out") from error
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise DialogueUnavailableError(type(error).__name__) from error
        if not reading.payloads:
            raise DialogueUnavailableError("empty reply")
        return reading

    async def ready(self) -> bool:
        """Whether Rasa answers."""
        try:
            return (await self._http.get("/", timeout=0.5)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        """Return connections."""
        await self._http.aclose()
