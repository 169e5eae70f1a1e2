"""What a channel does to get a file that a person sent; the gateway is given one at its start."""

from typing import Protocol


class MediaError(Exception):
    """The file could not be fetched: it is gone, or lies at an address that we do not follow."""


class MediaTooLargeError(MediaError):
    """The file holds more bytes than asked for."""


class MediaSource(Protocol):
    """Fetches files from the provider that holds them."""

    async def fetch(self, url: str, largest_bytes: int) -> bytes:
        """The content of a file. Raises MediaError."""

    async def close(self) -> None:
        """Return connections."""


class NoMedia:
    """For processes without a provider that holds files."""

    async def fetch(self, url: str, largest_bytes: int) -> bytes:
        """There is nothing to fetch from."""
        raise MediaError("no provider")

    async def close(self) -> None:
        """Nothing to close."""
