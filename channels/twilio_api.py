"""What SMS and WhatsApp share of Twilio: signed webhooks, the API client, error codes, delivery reports."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import structlog
import yaml
from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import FormData
from twilio.request_validator import RequestValidator

from backend.app import Problem, runtime_of
from backend.notifications.delivery import Remedy, report
from backend.notifications.providers import (
    PermanentError,
    TransientError,
    UnknownOutcomeError,
    WindowClosedError,
)
from backend.settings import Settings

log = structlog.get_logger()
TIMEOUT_SECONDS = 10.0
ERRORS: dict[str, list[int]] = yaml.safe_load((Path(__file__).parent / "twilio_errors.yml").read_text())
# Twilio's message states that say something we keep; others ("queued", "sending") add nothing.
STATES = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "failed": "failed",
    "undelivered": "failed",
}


class ButtonsRefusedError(PermanentError):
    """The content template was refused; the text alone may pass."""


async def signed_form(request: Request, settings: Settings) -> FormData:
    """The form of a request that Twilio signed for our configured public URL; 403 for anything else."""
    token = settings.twilio_auth_token.get_secret_value()
    query = f"?{request.url.query}" if request.url.query else ""
    url = f"{settings.base_url}{request.url.path}{query}"
    try:
        form = await request.form()
        valid = bool(token) and RequestValidator(token).validate(
            url, form, request.headers.get("x-twilio-signature", "")
        )
    except Exception as error:  # a body made to break the validator is no valid request
        log.warning("unreadable webhook", error=type(error).__name__)
        valid = False
    if not valid:
        raise Problem(403, "The signature is not valid.")
    return form


def field(form: FormData, name: str) -> str:
    """A text field of a form; empty when it is missing or a file."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def take_report(request: Request, message: uuid.UUID) -> Response:
    """Record Twilio's report on a message of ours; 404 for an unknown one."""
    runtime = runtime_of(request)
    form = await signed_form(request, runtime.settings)
    state = STATES.get(field(form, "MessageStatus"))
    if state is not None:
        sid, code = field(form, "MessageSid")[:64] or None, field(form, "ErrorCode")[:40] or None
        if not await report(runtime.database, message, state, sid, code, remedy(code)):
            raise Problem(404, "There is no such message.")
    return Response(status_code=204)


def remedy(code: str | None) -> Remedy | None:
    """What helps against the error code of a delivery report, if anything does."""
    number = int(code) if code and code.isascii() and code.isdigit() else 0
    if number in ERRORS["hold"]:
        return "hold"
    return "plain" if number in ERRORS["plain"] else None


def twilio_client(settings: Settings) -> tuple[Any, Any]:
    """The API client, and its HTTP client to close at the end."""
    # twilio.rest takes 0.2 s and 20 MB to import: only where it is used.
    from twilio.http.async_http_client import AsyncTwilioHttpClient
    from twilio.rest import Client

    class HttpClient(AsyncTwilioHttpClient):  # type: ignore[misc]
        """Twilio's client, its faults mended: it ignores its time-out and sends JSON bodies as forms."""

        async def request(self, method: str, url: str, *args: Any, **options: Any) -> Any:
            options["timeout"] = options.get("timeout") or TIMEOUT_SECONDS
            if (options.get("headers") or {}).get("Content-Type") == "application/json":
                options["data"] = json.dumps(options["data"])
            return await super().request(method, rebase(url, settings.twilio_api_url), *args, **options)

    http = HttpClient(timeout=TIMEOUT_SECONDS)
    return Client(settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value(), http_client=http), http


@contextmanager
def as_our_errors() -> Iterator[None]:
    """Translate what a call of Twilio's client raises into the errors of `backend.notifications.providers`."""
    from twilio.base.exceptions import TwilioRestException

    try:
        yield
    except TwilioRestException as error:
        code = error.code or error.status
        if code in ERRORS["hold"]:
            raise WindowClosedError(str(code)) from error
        if code in ERRORS["plain"]:
            raise ButtonsRefusedError(str(code)) from error
        if error.status == 429 or code in ERRORS["retry"]:
            raise TransientError(str(code)) from error
        if error.status >= 500:
            raise UnknownOutcomeError(str(error.status)) from error
        raise PermanentError(str(code)) from error
    except aiohttp.ClientConnectorError as error:
        raise TransientError("no connection") from error
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        raise UnknownOutcomeError(type(error).__name__) from error


def rebase(url: str, base: str) -> str:
    """The same path on another host; the URL itself without one."""
    if not base:
        return url
    target, parts = urlsplit(base), urlsplit(url)
    return urlunsplit((target.scheme, target.netloc, target.path.rstrip("/") + parts.path, parts.query, ""))
