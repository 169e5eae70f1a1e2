"""Identifiers at rest: encrypted, and found again through a keyed hash.

Keys come from `HAQQI_ENCRYPTION_KEYS` (the newest first; older ones still decrypt, so keys rotate without downtime)
and `HAQQI_HASH_KEY`.
"""

import hashlib
import hmac
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import LargeBinary, String
from sqlalchemy.types import TypeDecorator

from backend.settings import get_settings


class Cipher:
    """Encrypts short texts and hashes them for look-up."""

    def __init__(self, encryption_keys: str, hash_key: str) -> None:
        self._fernet = MultiFernet([Fernet(key.strip().encode()) for key in encryption_keys.split(",")])
        self._hash_key = hash_key.encode()

    def encrypt(self, text: str) -> bytes:
        """Encrypt with the newest key; equal texts give different bytes."""
        return self.encrypt_bytes(text.encode())

    def decrypt(self, token: bytes) -> str:
        """Decrypt; cryptography.fernet.InvalidToken when no key fits."""
        return self.decrypt_bytes(token).decode()

    def encrypt_bytes(self, content: bytes) -> bytes:
        """Encrypt a file with the newest key."""
        return self._fernet.encrypt(content)

    def decrypt_bytes(self, token: bytes) -> bytes:
        """Decrypt a file; cryptography.fernet.InvalidToken when no key fits."""
        return self._fernet.decrypt(token)

    def look_up(self, kind: str, text: str) -> bytes:
        """A keyed hash of 16 bytes; `kind` keeps an IDCS and a phone with equal digits apart."""
        return hmac.new(self._hash_key, f"{kind}:{text}".encode(), hashlib.sha256).digest()[:16]


@lru_cache
def get_cipher() -> Cipher:
    """The cipher of this process."""
    settings = get_settings()
    return Cipher(settings.encryption_keys.get_secret_value(), settings.hash_key.get_secret_value())


def look_up(kind: str, text: str) -> bytes:
    """Keyed hash of an identifier, as stored in the `*_hash` columns."""
    return get_cipher().look_up(kind, text)


class EncryptedText(TypeDecorator[str]):
    """A text column that PostgreSQL only ever sees encrypted."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """Encrypt on the way in."""
        return None if value is None else get_cipher().encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        """Decrypt on the way out."""
        return None if value is None else get_cipher().decrypt(bytes(value))


class EncryptedBytes(TypeDecorator[bytes]):
    """A file that PostgreSQL only ever sees encrypted."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Encrypt on the way in."""
        return None if value is None else get_cipher().encrypt_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Decrypt on the way out."""
        return None if value is None else get_cipher().decrypt_bytes(bytes(value))


HASH = LargeBinary(16)
CODE = String(40)
