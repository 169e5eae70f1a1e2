"""The console provider: in development an SMS "sent" is a row of the outbox, shown by the phone simulator."""

import structlog

from backend.notifications.providers import OutgoingText

log = structlog.get_logger()


class ConsoleProvider:
    """Takes every message and keeps nothing."""

    name = "console"

    async def send(self, text: OutgoingText) -> str:
        """Log that a message left (not whom to, not what)."""
        log.info("console sms", message=text.message_id)
        return f"console-{text.message_id}"

    async def find(self, text: OutgoingText) -> list[str]:
        """Sending here has no other effect than the outbox row: an earlier attempt counts as gone through."""
        return [f"console-{text.message_id}"]

    async def close(self) -> None:
        """Nothing to close."""
