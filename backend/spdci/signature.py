"""The signature of an envelope, as the standard writes it.

    Signature: namespace="spdci", kidId="{sender_id}|{key id}|ed25519", algorithm="ed25519", created="...",
        expires="...", headers="(created) (expires) digest", signature="{base64}"

v1.0.0 leaves open how header and message become bytes, and the digest. We do as the open implementation OpenSPP does:
SHA-256 over {"header": ..., "message": ...} as `json_text.canonical` writes it, in base64.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from backend.spdci.json_text import canonical

NAMESPACE = "spdci"
NAMESPACES = frozenset({NAMESPACE, "dci"})  # published, and written by open implementations
ALGORITHM = "ed25519"
SIGNED = "(created) (expires) digest"
VALID = timedelta(minutes=5)
SKEW = timedelta(minutes=5)  # how far the clocks of two administrations may be apart
LONGEST_VALID = timedelta(days=1)
LONGEST = 2000
_PAIR = re.compile(r'\s*(\w+)="([^"]*)"\s*')


class SignatureError(Exception):
    """The signature does not show that the sender wrote this, now."""


@dataclass(frozen=True)
class _Signature:
    """The parts of a signature; `created` and `expires` are seconds since 1970."""

    sender_id: str
    key_id: str
    created: int
    expires: int
    value: bytes


def sign(
    header: Mapping[str, Any],
    message: Mapping[str, Any],
    *,
    sender_id: str,
    key_id: str,
    key: Ed25519PrivateKey,
    now: datetime,
) -> str:
    """The signature of an envelope, valid for five minutes."""
    created = int(now.timestamp())
    expires = created + int(VALID.total_seconds())
    value = base64.b64encode(key.sign(_signed_text(header, message, created, expires))).decode()
    return (
        f'Signature: namespace="{NAMESPACE}", kidId="{sender_id}|{key_id}|{ALGORITHM}", algorithm="{ALGORITHM}", '
        f'created="{created}", expires="{expires}", headers="{SIGNED}", signature="{value}"'
    )


def verify(
    text: str,
    header: Mapping[str, Any],
    message: Mapping[str, Any],
    *,
    sender_id: str,
    keys: Mapping[str, Ed25519PublicKey],
    now: datetime,
) -> None:
    """SignatureError unless one of the sender's keys signed exactly this, and the signature has not expired."""
    signature = _parsed(text)
    key = keys.get(signature.key_id)
    if signature.sender_id != sender_id or key is None:
        raise SignatureError("unknown key")
    seconds = now.timestamp()
    if not signature.created - SKEW.total_seconds() <= seconds <= signature.expires:
        raise SignatureError("not valid now")
    if signature.expires - signature.created > LONGEST_VALID.total_seconds():
        raise SignatureError("valid for too long")
    try:
        key.verify(signature.value, _signed_text(header, message, signature.created, signature.expires))
    except (InvalidSignature, RecursionError) as error:
        raise SignatureError("does not fit") from error


def _signed_text(header: Mapping[str, Any], message: Mapping[str, Any], created: int, expires: int) -> bytes:
    content = canonical({"header": dict(header), "message": dict(message)}).encode()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return f"(created): {created}\n(expires): {expires}\ndigest: {digest}".encode()


def _parsed(text: str) -> _Signature:
    parts = _pairs(text)
    try:
        if parts["namespace"] not in NAMESPACES or parts["algorithm"] != ALGORITHM or parts["headers"] != SIGNED:
            raise SignatureError("another scheme")
        sender_id, key_id, algorithm = parts["kidId"].split("|")
        if algorithm != ALGORITHM:
            raise SignatureError("another scheme")
        value = base64.b64decode(parts["signature"], validate=True)
        return _Signature(sender_id, key_id, _seconds(parts["created"]), _seconds(parts["expires"]), value)
    except (KeyError, ValueError, binascii.Error) as error:
        raise SignatureError("unreadable") from error


def _pairs(text: str) -> dict[str, str]:
    if len(text) > LONGEST:
        raise SignatureError("too long")
    entries = text.removeprefix("Signature:").split(",")
    matches = [match for entry in entries if (match := _PAIR.fullmatch(entry))]
    found = {match[1]: match[2] for match in matches}
    if len(found) < len(entries):
        raise SignatureError("unreadable")
    return found


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise ValueError("no time")
    return int(text)
