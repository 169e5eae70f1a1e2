"""Fetching the files that people send on WhatsApp from Twilio."""

from urllib.parse import urljoin, urlsplit

import httpx

from backend.conversations.media import MediaError, MediaTooLargeError
from backend.settings import Settings
from channels.twilio_api import rebase

API_HOST = "api.twilio.com"
# Where Twilio's API sends on to: its own file servers, without our credentials. Nothing else is followed.
FILE_HOSTS = (".twilio.com", ".twiliocdn.com")
REDIRECTS = 3
SECONDS = 15.0


class TwilioMedia:
    """Our credentials go to Twilio's API only, and only for files of our own account."""

    def __init__(self, settings: Settings) -> None:
        self._account = settings.twilio_account_sid
        self._login = (self._account, settings.twilio_auth_token.get_secret_value())
        self._base = settings.twilio_api_url  # tests: another host in the place of the API's
        self._http = httpx.AsyncClient(timeout=SECONDS, follow_redirects=False)

    async def fetch(self, url: str, largest_bytes: int) -> bytes:
        """The content of a file. MediaError for a foreign address or a file that can't be had, MediaTooLargeError."""
        address = self._checked(url)
        for hop in range(1 + REDIRECTS):
            login = self._login if hop == 0 else None
            try:
                async with self._http.stream("GET", address, auth=login) as response:
                    if response.is_redirect:
                        address = self._redirected(urljoin(address, response.headers.get("location", "")))
                        continue
                    if response.status_code != 200:
                        raise MediaError(str(response.status_code))
                    return await _read(response, largest_bytes)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise MediaError(type(error).__name__) from error
        raise MediaError("too many redirects")

    def _checked(self, url: str) -> str:
        parts = urlsplit(url)
        host = urlsplit(self._base).hostname or API_HOST
        own = parts.path.startswith(f"/2010-04-01/Accounts/{self._account}/") and ".." not in parts.path
        if not own or not self._account or parts.hostname not in {API_HOST, host}:
            raise MediaError("foreign address")
        if parts.hostname == API_HOST and parts.scheme != "https":
            raise MediaError("no https")
        return rebase(url, self._base)

    def _redirected(self, url: str) -> str:
        parts = urlsplit(url)
        if self._base and parts.netloc == urlsplit(self._base).netloc:
            return url
        if parts.scheme != "https" or not (parts.hostname or "").endswith(FILE_HOSTS):
            raise MediaError("foreign redirect")
        return url

    async def close(self) -> None:
        """Return connections."""
        await self._http.aclose()


async def _read(response: httpx.Response, largest_bytes: int) -> bytes:
    content = bytearray()
    async for piece in response.aiter_bytes():
        content += piece
        if len(content) > largest_bytes:
            raise MediaTooLargeError
    return bytes(content)
