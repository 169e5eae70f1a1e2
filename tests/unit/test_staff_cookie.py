"""Where the cookie of staff may travel."""

from types import SimpleNamespace

import pytest
from fastapi import Request, Response

from backend.staff.session import clear_cookie, set_cookie, token_of


def request(env: str, scheme: str, cookie: str = "") -> Request:
    app = SimpleNamespace(state=SimpleNamespace(runtime=SimpleNamespace(settings=SimpleNamespace(env=env))))
    headers = [(b"host", b"desk.example"), (b"cookie", cookie.encode())]
    return Request({"type": "http", "app": app, "scheme": scheme, "path": "/", "query_string": b"", "headers": headers})


@pytest.mark.parametrize(
    ("env", "scheme", "is_secure"),
    [
        ("production", "https", True),
        ("production", "http", True),
        ("development", "https", True),
        ("development", "http", False),
    ],
)
def test_should_leave_out_secure_on_http_in_development_only(env: str, scheme: str, is_secure: bool) -> None:
    for act in (lambda asked, answer: set_cookie(asked, answer, "token"), clear_cookie):
        response = Response()
        act(request(env, scheme), response)
        cookie = response.headers["set-cookie"]
        assert ("; Secure" in cookie) is is_secure
        assert cookie.startswith("__Host-haqqi-staff=") is is_secure
        assert "; HttpOnly" in cookie
        assert "; SameSite=strict" in cookie
        assert "domain" not in cookie.lower()


def test_should_not_take_a_cookie_that_any_host_could_plant() -> None:
    assert token_of(request("production", "https", "haqqi-staff=planted")) is None
    assert token_of(request("production", "https", "__Host-haqqi-staff=ours")) == "ours"
