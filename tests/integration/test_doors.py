"""Inner doors are locked, private folders private, and nothing personal is in a log."""

import stat
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis

from backend.settings import get_settings
from tests.clients import Phone
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio

INNER_PATHS = {
    1: ["/", "/readyz", "/healthz", "/openapi.json", "/inner/sessions/x/forms/identification/answer"],
    2: ["/", "/version", "/status", "/webhooks/haqqi/messages", "/webhooks/rest/webhook", "/model/parse"],
    3: ["/", "/health", "/webhook", "/actions"],
}


@pytest.mark.parametrize("offset", INNER_PATHS)
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer"}])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_should_answer_401_on_every_inner_path(stack: Stack, offset: int, headers: dict[str, str], method: str) -> None:
    for path in INNER_PATHS[offset]:
        url = f"http://127.0.0.1:{stack.port + offset}{path}"
        assert httpx.request(method, url, headers=headers).status_code == 401, (method, url)


def test_should_ask_redis_clients_for_the_password(stack: Stack) -> None:
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=stack.port + 5).ping()


def test_should_not_open_postgresql_to_the_network(stack: Stack) -> None:
    configuration = (stack.home / "postgres" / "pg_hba.conf").read_text().split("\n")
    assert [line for line in configuration if line] == ["local all all peer map=haqqi"]
    command = [line.split("\0") for line in _command_lines() if "bin/postgres" in line and str(stack.home) in line]
    assert command
    assert command[0][command[0].index("-h") + 1] == ""


def _command_lines() -> list[str]:
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_text())
        except OSError:
            continue
    return lines


def test_should_keep_private_folders_private(stack: Stack) -> None:
    for name in ("private", "logs", "models", "run", "redis", "postgres"):
        assert stat.S_IMODE((stack.home / name).stat().st_mode) == 0o700, name
    assert stat.S_IMODE((stack.home / "private" / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((stack.home / "run" / "circus.ini").stat().st_mode) == 0o600


def test_should_take_a_slash_command_as_a_text(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    for text in ("/restart", "/session_start", '/score_status{"x": 1}', "//restart"):
        assert phone.say(text)
    assert phone.say("quel score pour amo tadamon ?")[0].count("9.3264284") == 1


def test_should_log_a_request_id_everywhere_and_no_identifier(
    stack: Stack, twilio: FakeTwilio, people: list[dict[str, Any]]
) -> None:
    person = people[0]
    request_id = "trace0123456789abcdef"
    begun = httpx.post(f"{stack.url}/channels/webchat/conversations").json()
    for text in ("quel est mon score RSU ?", person["idcs"], person["birth_date"], person["phone"], "ana smiyti Fatna"):
        answer = httpx.post(
            f"{stack.url}/channels/webchat/messages",
            json={**begun, "text": text},
            headers={"X-Request-ID": request_id},
            timeout=30,
        )
        assert answer.status_code == 200
        assert answer.headers["x-request-id"] == request_id
    logs = {path.stem: path.read_text() for path in (stack.home / "logs").glob("*.log")}
    for name in ("service", "rasa", "actions", "inner"):
        assert request_id in logs[name], name
    for identifier in (person["idcs"], person["phone"], person["phone"][4:], person["name"].split()[1], begun["token"]):
        for name, text in logs.items():
            assert identifier not in text, (name, identifier)
    assert get_settings().inner_secret.get_secret_value() not in "".join(logs.values())
