"""Ed25519 keys as settings hold them: the 32 bytes of a key in base64."""

import base64
import binascii

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32


def private_key(text: str) -> Ed25519PrivateKey:
    """Our signing key. ValueError, without the text, when it is none."""
    return Ed25519PrivateKey.from_private_bytes(_bytes(text))


def public_keys(text: str) -> dict[str, Ed25519PublicKey]:
    """The registry's keys by their id, from `id:base64,id:base64`: two of them while it changes its key. ValueError."""
    found = {}
    for entry in filter(None, map(str.strip, text.split(","))):
        key_id, colon, key = entry.partition(":")
        if not colon or not key_id or key_id in found:
            raise ValueError("every key needs an id of its own before a colon")
        found[key_id] = Ed25519PublicKey.from_public_bytes(_bytes(key))
    return found


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half of a key, in base64: what the registry is given."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def new_key() -> tuple[str, str]:
    """A new pair: the private key for HAQQI_SPDCI_PRIVATE_KEY, and the public one for the registry."""
    key = Ed25519PrivateKey.generate()
    return base64.b64encode(key.private_bytes_raw()).decode(), public_text(key)


def problems(private: str, registry: str) -> list[str]:
    """What is wrong with the keys of this configuration, one sentence each, without the keys."""
    found, ours, theirs = [], None, {}
    try:
        ours = private_key(private)
        if not any(_bytes(private)):
            found.append("HAQQI_SPDCI_PRIVATE_KEY is a key that everybody knows.")
    except ValueError:
        found.append("HAQQI_SPDCI_PRIVATE_KEY must hold 32 bytes in base64 (haqqi registry key).")
    try:
        theirs = public_keys(registry)
    except ValueError:
        found.append("HAQQI_SPDCI_REGISTRY_KEYS must be written like id:base64,id:base64, 32 bytes each.")
    else:
        if not theirs:
            found.append("HAQQI_SPDCI_REGISTRY_KEYS is not set: nothing the registry says could be believed.")
    if ours and ours.public_key() in theirs.values():
        found.append("HAQQI_SPDCI_REGISTRY_KEYS holds our own key: the registry has another one.")
    return found


def _bytes(text: str) -> bytes:
    try:
        content = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("no base64") from error
    if len(content) != KEY_BYTES:
        raise ValueError(f"not {KEY_BYTES} bytes")
    return content
