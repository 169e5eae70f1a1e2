"""SMS out through a Jasmin gateway (SMPP to an operator) over its HTTP API."""

import httpx

from backend.notifications.providers import OutgoingText, PermanentError, TransientError, UnknownOutcomeError
from backend.notifications.segments import is_gsm7
from backend.settings import Settings


class JasminProvider:
    """Arabic goes as UCS-2 in hexadecimal: Jasmin would send raw UTF-8 bytes otherwise."""

    name = "jasmin"

    def __init__(self, settings: Settings) -> None:
        self._http = httpx.AsyncClient(base_url=settings.jasmin_api_url, timeout=10)
        self._login = {
            "username": settings.jasmin_username,
            "password": settings.jasmin_password.get_secret_value(),
            "from": settings.sms_sender,
        }

    async def send(self, text: OutgoingText) -> str:
        """Submit the message; Jasmin's id."""
        content = (
            {"content": text.body}
            if is_gsm7(text.body)
            else {"coding": "8", "hex-content": text.body.encode("utf-16-be").hex()}
        )
        try:
            response = await self._http.post("/send", data={**self._login, "to": text.address.lstrip("+"), **content})
        except httpx.ConnectError as error:
            raise TransientError("no connection") from error
        except httpx.HTTPError as error:
            raise UnknownOutcomeError(type(error).__name__) from error
        if response.status_code == 200 and response.text.startswith("Success"):
            return response.text.split('"')[1]
        if response.status_code >= 500:
            raise UnknownOutcomeError(str(response.status_code))
        raise PermanentError(str(response.status_code))

    async def find(self, text: OutgoingText) -> list[str]:
        """Jasmin has no look-up: an uncertain message stays uncertain, and is not sent a second time."""
        raise TransientError("Jasmin can't be asked")

    async def close(self) -> None:
        """Return connections."""
        await self._http.aclose()
