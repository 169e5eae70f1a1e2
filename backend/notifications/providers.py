"""What an SMS provider must do, and how it fails."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class TransientError(Exception):
    """The provider surely did not take the message: try again later."""


class PermanentError(Exception):
    """The provider refused the message for good. `code` is the provider's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownOutcomeError(Exception):
    """The provider may have taken the message (time-out, broken connection): ask before sending again."""


@dataclass(frozen=True)
class OutgoingText:
    """A text on its way: our id, the recipient in E.164, and when we first handed it over."""

    message_id: str
    address: str
    body: str
    attempted_at: datetime | None


class Provider(Protocol):
    """An SMS provider."""

    name: str

    async def send(self, text: OutgoingText) -> str:
        """Hand the text over; the provider's id for it. Raises the errors of this module."""

    async def find(self, text: OutgoingText) -> list[str]:
        """The provider's ids of messages it took with this recipient and body. Raises TransientError."""

    async def close(self) -> None:
        """Return connections."""
