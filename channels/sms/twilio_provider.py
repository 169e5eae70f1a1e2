"""SMS out through Twilio."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import aiohttp

from backend.notifications.providers import (
    OutgoingText,
    PermanentError,
    TransientError,
    UnknownOutcomeError,
)
from backend.settings import Settings

TIMEOUT_SECONDS = 10.0


class TwilioProvider:
    """Sends with a status callback that carries our message id, and can look an uncertain message up."""

    name = "twilio"

    def __init__(self, settings: Settings) -> None:
        # twilio.rest takes 0.2 s and 20 MB to import: only where it is used.
        from twilio.http.async_http_client import AsyncTwilioHttpClient
        from twilio.rest import Client

        base = settings.twilio_api_url

        class HttpClient(AsyncTwilioHttpClient):  # type: ignore[misc]
            """Twilio's client with its time-out obeyed (it ignores it) and, in tests, another host."""

            async def request(self, method: str, url: str, *args: Any, **options: Any) -> Any:
                options["timeout"] = options.get("timeout") or TIMEOUT_SECONDS
                return await super().request(method, _rebase(url, base), *args, **options)

        self._http = HttpClient(timeout=TIMEOUT_SECONDS)
        self._client = Client(
            settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value(), http_client=self._http
        )
        self._sender = settings.sms_sender
        self._callback = f"{settings.base_url}/channels/sms/twilio/status"

    async def send(self, text: OutgoingText) -> str:
        """Create the message; Twilio's sid."""
        from twilio.base.exceptions import TwilioRestException

        try:
            message = await self._client.messages.create_async(
                to=text.address,
                from_=self._sender,
                body=text.body,
                status_callback=f"{self._callback}?message={text.message_id}",
            )
        except TwilioRestException as error:
            if error.status == 429:
                raise TransientError("429") from error
            if error.status >= 500:
                raise UnknownOutcomeError(str(error.status)) from error
            raise PermanentError(str(error.code or error.status)) from error
        except aiohttp.ClientConnectorError as error:
            raise TransientError("no connection") from error
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            raise UnknownOutcomeError(type(error).__name__) from error
        if not message.sid:
            raise UnknownOutcomeError("no sid")
        return str(message.sid)

    async def find(self, text: OutgoingText) -> list[str]:
        """The sids of messages to this number with this body since the first attempt (Twilio's list is by the day)."""
        from twilio.base.exceptions import TwilioRestException

        since = text.attempted_at - timedelta(minutes=1) if text.attempted_at else None
        try:
            messages = await self._client.messages.list_async(to=text.address, date_sent_after=since, limit=100)
        except (TwilioRestException, aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
            raise TransientError(f"look-up: {type(error).__name__}") from error
        return [str(message.sid) for message in messages if message.body == text.body]

    async def close(self) -> None:
        """Return connections."""
        await self._http.close()


def _rebase(url: str, base: str) -> str:
    if not base:
        return url
    target, parts = urlsplit(base), urlsplit(url)
    return urlunsplit((target.scheme, target.netloc, target.path.rstrip("/") + parts.path, parts.query, ""))
