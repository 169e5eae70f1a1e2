"""WhatsApp out through Twilio: buttons and lists in a conversation, approved templates outside, else numbered text."""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import aiohttp
import structlog

from backend.answers.rendering import message
from backend.notifications.providers import OutgoingText, PermanentError, TransientError, UnknownOutcomeError
from backend.settings import Settings
from channels.twilio_api import ButtonsRefusedError, as_our_errors, twilio_client
from channels.whatsapp import templates

log = structlog.get_logger()
TEMPLATES_SECONDS = 600  # how long the list of templates is believed


def numbered(body: str, choices: Sequence[str]) -> str:
    """A text with its choices as numbered lines."""
    return "\n".join([body, *(f"{number}. {label}" for number, label in enumerate(choices, start=1))])


class WhatsAppProvider:
    """`whatsapp_buttons` in the settings says whether our content templates are in use."""

    name = "twilio-whatsapp"

    def __init__(self, settings: Settings) -> None:
        self._client, self._http = twilio_client(settings)
        self._sender = settings.whatsapp_sender
        self._buttons = settings.whatsapp_buttons
        self._callback = f"{settings.base_url}/channels/whatsapp/twilio/status"
        self._sids: dict[str, str] = {}
        self._asked_at = -TEMPLATES_SECONDS * 1.0

    async def send(self, text: OutgoingText) -> str:
        """Create the message; Twilio's sid."""
        if not self._sender:
            raise PermanentError("HAQQI_WHATSAPP_SENDER is not set")
        if text.template:
            sid = await self._template(templates.invitation_name(text.template, text.variety))
            if sid is None:
                raise PermanentError(f"no template {text.template}")
            return await self._create(text, content_sid=sid)
        if self._buttons and not text.plain and templates.fits(text.body, text.choices):
            sid = await self._template(templates.choices_name(len(text.choices)))
            if sid:
                title = message("whatsapp-choose", text.variety, {}, short=False)
                try:
                    values = templates.variables(text.body, text.choices, title)
                    return await self._create(text, content_sid=sid, content_variables=values)
                except ButtonsRefusedError as error:
                    log.warning("buttons refused", message=text.message_id, code=error.code)
        return await self._create(text, body=numbered(text.body, [label for _, label in text.choices]))

    async def _create(self, text: OutgoingText, **content: str) -> str:
        with as_our_errors():
            message = await self._client.messages.create_async(
                to=f"whatsapp:{text.address}",
                from_=f"whatsapp:{self._sender}",
                status_callback=f"{self._callback}?message={text.message_id}",
                **content,
            )
        if not message.sid:
            raise UnknownOutcomeError("no sid")
        return str(message.sid)

    async def _template(self, name: str) -> str | None:
        """The sid of a content template, from a list that is asked for every ten minutes."""
        if time.monotonic() - self._asked_at > TEMPLATES_SECONDS:
            try:
                with as_our_errors():
                    found = await self._client.content.v1.contents.list_async()
                self._sids = {content.friendly_name: str(content.sid) for content in found}
            except (PermanentError, TransientError, UnknownOutcomeError, KeyError) as error:
                log.warning("templates not listed", error=type(error).__name__)  # text goes without them
            self._asked_at = time.monotonic()
        return self._sids.get(name)

    async def find(self, text: OutgoingText) -> list[str]:
        """The sids of messages to this person with this text since the first attempt (Twilio's list is by the day)."""
        from twilio.base.exceptions import TwilioRestException

        since = text.attempted_at - timedelta(minutes=1) if text.attempted_at else None
        try:
            sent: list[Any] = await self._client.messages.list_async(
                to=f"whatsapp:{text.address}", date_sent_after=since, limit=100
            )
        except (TwilioRestException, aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
            raise TransientError(f"look-up: {type(error).__name__}") from error
        bodies = {text.body, text.body.replace("\n", " "), numbered(text.body, [label for _, label in text.choices])}
        return [str(message.sid) for message in sent if message.body in bodies]

    async def close(self) -> None:
        """Return connections."""
        await self._http.close()
