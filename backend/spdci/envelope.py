"""The envelope of every message: signature, header, message (SPDCI v1.0.0)."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from backend.settings import Settings
from backend.spdci import keys
from backend.spdci.json_text import read
from backend.spdci.signature import SKEW, SignatureError, sign, verify

VERSION = "1.0.0"
Id = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,99}$")]  # stored and echoed


class EnvelopeError(Exception):
    """A message that is not taken; `code` is the standard's (`err.*` of an acknowledgement, `rjct.*` of a header)."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code, self.why = code, why


class Header(BaseModel):
    """What the header of a message from the registry has to say; `status` and `total_count` where it has them.

    v1.0.0 leaves sender and receiver of a call-back open. Here both are required: a message that the registry signed
    for somebody else must not count.
    """

    version: str = VERSION
    message_id: Id
    message_ts: AwareDatetime
    action: str
    status: str | None = None
    status_reason_code: str | None = None
    sender_id: str
    receiver_id: str
    total_count: int | None = None
    is_msg_encrypted: bool = False


@dataclass(frozen=True)
class Envelope:
    """A message that the registry wrote for us, recently."""

    header: Header
    message: dict[str, Any]


def seal(settings: Settings, action: str, message: Mapping[str, Any], now: datetime, **header: Any) -> dict[str, Any]:
    """Put a message into a signed envelope; `header` holds what its kind adds or leaves out (None)."""
    fields = {
        "version": VERSION,
        "message_id": str(uuid.uuid4()),
        "message_ts": now.isoformat(timespec="seconds"),
        "action": action,
        "sender_id": settings.spdci_sender_id,
        "receiver_id": settings.spdci_receiver_id,
        "total_count": 1,
        "is_msg_encrypted": False,
    } | header
    head = {name: value for name, value in fields.items() if value is not None}
    signature = sign(
        head, message, sender_id=settings.spdci_sender_id, key_id=settings.spdci_key_id,
        key=keys.private_key(settings.spdci_private_key.get_secret_value()), now=now,
    )  # fmt: skip
    return {"signature": signature, "header": head, "message": dict(message)}


def as_bytes(envelope: Mapping[str, Any]) -> bytes:
    """The envelope as it leaves."""
    return json.dumps(envelope, ensure_ascii=False).encode()


def unseal(settings: Settings, body: bytes, actions: frozenset[str], now: datetime) -> Envelope:
    """Open an envelope from the registry. EnvelopeError unless it signed it for us, recently, as one of the actions."""
    try:
        content = read(body)
    except ValueError as error:
        raise EnvelopeError("err.request.bad", "The body is no JSON.") from error
    head, message, signature = _three(content)
    try:
        verify(
            signature, head, message, sender_id=settings.spdci_receiver_id,
            keys=keys.public_keys(settings.spdci_registry_keys), now=now,
        )  # fmt: skip
    except SignatureError as error:
        raise EnvelopeError("err.signature.invalid", f"The signature is not taken: {error}.") from error
    try:
        header = Header.model_validate(head)
    except ValidationError as error:
        raise EnvelopeError("err.request.bad", f"The header can't be read: {places(error)}.") from error
    _check(settings, header, actions, now)
    return Envelope(header, message)


def places(error: ValidationError) -> str:
    """Where a message can't be read, without what stood there."""
    return ", ".join(".".join(map(str, item["loc"])) for item in error.errors(include_input=False)[:5])


def _three(content: Any) -> tuple[dict[str, Any], dict[str, Any], str]:
    if not isinstance(content, dict):
        raise EnvelopeError("err.request.bad", "The body is no envelope.")
    head, message, signature = content.get("header"), content.get("message"), content.get("signature")
    if not isinstance(head, dict) or not isinstance(message, dict):
        raise EnvelopeError("err.request.bad", "The envelope lacks its header or its message.")
    if not isinstance(signature, str) or not signature:
        raise EnvelopeError("err.signature.missing", "The envelope is not signed.")
    return head, message, signature


def _check(settings: Settings, header: Header, actions: frozenset[str], now: datetime) -> None:
    oldest = now - timedelta(seconds=settings.spdci_window_seconds)
    checks = [
        (header.sender_id == settings.spdci_receiver_id, "err.sender_id.invalid", "The sender is not the registry."),
        (header.receiver_id == settings.spdci_sender_id, "err.receiver_id.invalid", "It is meant for another system."),
        (header.version == VERSION, "err.version.not_supported", f"Only version {VERSION} is spoken here."),
        (not header.is_msg_encrypted, "err.encryption.invalid", "Encrypted messages are not read here."),
        (header.action in actions, "rjct.action.invalid", "It is another action."),
        (oldest <= header.message_ts <= now + SKEW, "rjct.message_ts.invalid", "It is too old, or from the future."),
    ]
    for fits, code, why in checks:
        if not fits:
            raise EnvelopeError(code, why)
