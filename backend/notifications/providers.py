"""What a provider of SMS or WhatsApp must do, and how it fails."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class DeliveryPostponedError(Exception):
    """Not sent yet; the queue tries again later."""


class TransientError(Exception):
    """The provider surely did not take the message: try again later."""


class PermanentError(Exception):
    """The provider refused the message for good. `code` is the provider's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WindowClosedError(Exception):
    """The channel takes no free text to this person until they write again."""


class UnknownOutcomeError(Exception):
    """The provider may have taken the message (time-out, broken connection): ask before sending again."""


@dataclass(frozen=True)
class OutgoingText:
    """A text on its way: our id, the recipient in E.164, and when we first handed it over.

    `choices` are pairs of (question, label) for channels with buttons; `template` names an approved template to send
    instead of the body; `plain` asks for the choices as numbered text.
    """

    message_id: str
    address: str
    body: str
    attempted_at: datetime | None
    variety: str = "fr"
    choices: Sequence[tuple[str, str]] = ()
    template: str | None = None
    plain: bool = False


class Provider(Protocol):
    """A provider of SMS or WhatsApp."""

    name: str

    async def send(self, text: OutgoingText) -> str:
        """Hand the text over; the provider's id for it. Raises the errors of this module."""

    async def find(self, text: OutgoingText) -> list[str]:
        """The provider's ids of messages it took with this recipient and body. Raises TransientError."""

    async def close(self) -> None:
        """Return connections."""
