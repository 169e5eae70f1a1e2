"""Asking a registry: `/registry/sync/search` and `/registry/subscribe`. Nothing it says is believed unsigned."""

from typing import Any

import httpx
import structlog
from pydantic import ValidationError

from backend import clock
from backend.settings import Settings, spdci_problems
from backend.spdci import messages
from backend.spdci.envelope import EnvelopeError, as_bytes, seal, unseal
from backend.spdci.records import records_of

log = structlog.get_logger()
RETRIED = frozenset({408, 423, 425, 429})
WAITING = frozenset({"rcvd", "pdng"})


class RegistryUnavailableError(Exception):
    """The registry did not answer, or not yet: asking again does no harm."""


class RegistryRefusedError(Exception):
    """The registry refused, or its answer can't be believed; `code` says why, and holds nothing personal."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


async def search(settings: Settings, idcs: str) -> list[Any]:
    """The records of the household of a person, as the registry signed them; none when it knows no such person.

    RegistryUnavailableError, RegistryRefusedError.
    """
    now = clock.now()
    message = messages.search_for(settings, idcs, now)
    response = await _post(settings, "search", "sync/search", message)
    try:
        envelope = unseal(settings, response.content, frozenset({"on-search"}), clock.now())
        answer = messages.SearchAnswer.model_validate(envelope.message)
    except EnvelopeError as error:
        raise RegistryRefusedError(error.code) from error
    except ValidationError as error:
        raise RegistryRefusedError("unreadable") from error
    _check_status(envelope.header.status, envelope.header.status_reason_code)
    if answer.transaction_id != message["transaction_id"]:
        raise RegistryRefusedError("answer-to-another-request")
    return _records(answer, message["search_request"][0]["reference_id"])


async def subscribe(settings: Settings) -> str:
    """Ask to be told of new scores at `/registry/notify`; the registry's correlation id, "" if it gives none.

    The acknowledgement of v1.0.0 is not signed: that the subscription stands is said by `/registry/on-subscribe`.
    RegistryUnavailableError, RegistryRefusedError.
    """
    message = messages.subscription(settings, clock.now())
    response = await _post(
        settings, "subscribe", "subscribe", message, sender_uri=f"{settings.base_url}/registry/on-subscribe"
    )
    try:
        answer = messages.Acknowledgement.model_validate(response.json()["message"])
    except (ValueError, KeyError, TypeError) as error:
        raise RegistryRefusedError("unreadable") from error
    if answer.ack_status != "ACK":
        raise RegistryRefusedError(str((answer.error or {}).get("code") or answer.ack_status)[:80])
    return answer.correlation_id or ""


async def _post(settings: Settings, action: str, path: str, message: dict[str, Any], **header: Any) -> httpx.Response:
    if not settings.spdci_url or spdci_problems(settings):
        raise RegistryRefusedError("not-configured")
    body = as_bytes(seal(settings, action, message, clock.now(), **header))
    headers = {"Content-Type": "application/json"}
    if token := settings.spdci_token.get_secret_value():
        headers["Authorization"] = f"Bearer {token}"
    url = f"{settings.spdci_url.rstrip('/')}/registry/{path}"
    try:
        async with httpx.AsyncClient(timeout=settings.spdci_timeout_seconds) as client:
            response = await client.post(url, content=body, headers=headers)
    except httpx.HTTPError as error:
        raise RegistryUnavailableError(type(error).__name__) from error
    if response.status_code in RETRIED or response.status_code >= 500:
        raise RegistryUnavailableError(f"HTTP {response.status_code}")
    if not response.is_success:
        log.error("the registry refused", action=action, status=response.status_code)
        raise RegistryRefusedError(f"HTTP {response.status_code}")
    return response


def _records(answer: messages.SearchAnswer, reference_id: str) -> list[Any]:
    found = [item for item in answer.search_response if item.reference_id == reference_id]
    if not found:
        raise RegistryRefusedError("answer-to-another-request")
    for item in found:
        _check_status(item.status, item.status_reason_code)
    return [record for item in found for record in records_of(item.data)]


def _check_status(status: str | None, code: str | None) -> None:
    if status in WAITING:
        raise RegistryUnavailableError(status)
    if status != "succ":
        raise RegistryRefusedError((code or status or "no-status")[:80])
