"""SMS out through Twilio."""

from datetime import timedelta

import aiohttp

from backend.notifications.providers import OutgoingText, TransientError, UnknownOutcomeError
from backend.settings import Settings
from channels.twilio_api import as_our_errors, twilio_client


class TwilioProvider:
    """Sends with a status callback that carries our message id, and can look an uncertain message up."""

    name = "twilio"

    def __init__(self, settings: Settings) -> None:
        self._client, self._http = twilio_client(settings)
        self._sender = settings.sms_sender
        self._callback = f"{settings.base_url}/channels/sms/twilio/status"

    async def send(self, text: OutgoingText) -> str:
        """Create the message; Twilio's sid."""
        with as_our_errors():
            message = await self._client.messages.create_async(
                to=text.address,
                from_=self._sender,
                body=text.body,
                status_callback=f"{self._callback}?message={text.message_id}",
            )
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
