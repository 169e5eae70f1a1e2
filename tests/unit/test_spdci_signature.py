"""Signatures of envelopes: of exactly this content, by this sender, now. And JSON whose numbers stay as written."""

import base64
import hashlib
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from backend.spdci.json_text import Number, canonical, read
from backend.spdci.signature import SignatureError, sign, verify

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
KEY = Ed25519PrivateKey.generate()
HEADER = {"message_id": "1", "sender_id": "registry.example"}
MESSAGE = read(b'{"poverty_score": 9.326428440, "name": "\xd8\xad", "list": [1, true, null]}')
JSON = st.recursive(
    st.none() | st.booleans() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)


def signed(created: datetime = NOW, key: Ed25519PrivateKey = KEY) -> str:
    return sign(HEADER, MESSAGE, sender_id="registry.example", key_id="1", key=key, now=created)


def check(text: str, message: Any = None, header: Any = None, now: datetime = NOW) -> None:
    verify(
        text, header or HEADER, message or MESSAGE, sender_id="registry.example", keys={"1": KEY.public_key()}, now=now
    )


def test_should_write_the_signature_as_it_is_published() -> None:
    assert re.fullmatch(
        r'Signature: namespace="spdci", kidId="registry\.example\|1\|ed25519", algorithm="ed25519", '
        r'created="1795341600", expires="1795341900", headers="\(created\) \(expires\) digest", '
        r'signature="[A-Za-z0-9+/=]{88}"',
        signed(),
    )


def test_should_sign_what_another_implementation_would() -> None:
    content = {"header": HEADER, "message": {"a": "ح", "b": [1, 9.5]}}
    digest = base64.b64encode(
        hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).digest()
    ).decode()
    parts = dict(re.findall(r'(\w+)="([^"]*)"', sign(**content, sender_id="s", key_id="1", key=KEY, now=NOW)))
    text = f"(created): {parts['created']}\n(expires): {parts['expires']}\ndigest: {digest}"
    KEY.public_key().verify(base64.b64decode(parts["signature"]), text.encode())


def test_should_accept_its_own_signature_while_it_is_valid() -> None:
    for minutes in (-5, 0, 4.9):
        check(signed(), now=NOW + timedelta(minutes=minutes))
    check(signed().removeprefix("Signature: "))
    check(signed().replace('namespace="spdci"', 'namespace="dci"'))


@pytest.mark.parametrize("minutes", [-5.1, 5.1, 60])
def test_should_refuse_a_signature_at_another_time(minutes: float) -> None:
    with pytest.raises(SignatureError, match="not valid now"):
        check(signed(), now=NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("registry.example|1", "other.example|1"), ("|1|", "|2|"), ("|1|ed25519", "|1|hmac"), ("|1|ed25519", ""),
        ('algorithm="ed25519"', 'algorithm="none"'), ('namespace="spdci"', 'namespace="other"'),
        ("(created) (expires) digest", "(created)"), ("created=", "began="),
        ('expires="1795341900"', 'expires="never"'),
        ('expires="1795341900"', 'expires="1795341901"'), ('expires="1795341900"', 'expires="9995341900"'),
        ('signature="', 'signature="!'), ('signature="', 'signature="AAAA'), (", created", "; created"),
        ("namespace", 'created="1795341600", namespace'), ("Signature:", "x" * 2000), ('created="1', 'created="١'),
    ],
)  # fmt: skip
def test_should_refuse_a_signature_that_was_changed(old: str, new: str) -> None:
    assert old in signed()
    with pytest.raises(SignatureError):
        check(signed().replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "Signature:", "unsigned-stub", 'signature=""', ","])
def test_should_refuse_what_is_no_signature(text: str) -> None:
    with pytest.raises(SignatureError):
        check(text)


def test_should_refuse_another_content_and_another_key() -> None:
    changed = [
        MESSAGE | {"poverty_score": Number("9.32642844")},  # the same number, with another text
        MESSAGE | {"poverty_score": "9.326428440"},
        MESSAGE | {"more": None},
        {name: value for name, value in MESSAGE.items() if name != "list"},
    ]
    for message in changed:
        with pytest.raises(SignatureError, match="does not fit"):
            check(signed(), message)
    with pytest.raises(SignatureError, match="does not fit"):
        check(signed(), header=HEADER | {"message_id": "2"})
    with pytest.raises(SignatureError, match="does not fit"):
        check(signed(key=Ed25519PrivateKey.generate()))


@given(JSON)
def test_should_write_any_value_as_the_json_library_does(value: Any) -> None:
    expected = json.dumps(value, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == expected
    assert canonical(read(json.dumps(value, ensure_ascii=True).encode())) == expected


@given(NUMBERS)
def test_should_keep_the_text_of_every_number(number: str) -> None:
    assert canonical(read(f'[ {number} , {{"a":{number}}}]'.encode())) == f'[{number},{{"a":{number}}}]'


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"NaN", b"[Infinity]", b'{"a": 1, "a": 1}', b"[" * 100_000, b"01", b"{'a': 1}"]
)
def test_should_refuse_what_is_no_json_or_has_two_readings(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  of several kinds
        read(body)
