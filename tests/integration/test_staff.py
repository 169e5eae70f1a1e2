"""Accounts of staff: signing in and out, sessions, roles, and what strangers can't do to them."""

import hashlib
import json
import os
import pty
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest
import redis
from argon2 import PasswordHasher

from backend import clock
from backend.database import Database
from backend.settings import get_settings
from backend.staff import service
from backend.staff.session import delete_expired_sessions
from tests.conftest import ROOT, Stack

PASSWORD = "gris bateau lent 7"
WRONG = "gris bateau lent 8"
SESSION = "/v1/staff/session"
ME = "/v1/staff/me"


@dataclass(frozen=True)
class Account:
    """An account made with `haqqi staff add`."""

    id: str
    name: str
    email: str
    role: str


def staff(*arguments: str, password: str | bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """`haqqi staff ...`; with a password, on its input."""
    given = [] if password is None else ["--password-stdin"]
    line = password.encode() + b"\n" if isinstance(password, str) else password
    command = [sys.executable, "-m", "backend.cli", "staff", *arguments, *given]
    return subprocess.run(command, cwd=ROOT, input=line or b"", capture_output=True, timeout=60)


def new_account(role: str = "agent", organisation: str = "call_centre", name: str = "Idriss Tazi") -> Account:
    """An account nobody has used."""
    email = f"{uuid.uuid4().hex[:12]}@desk.example"
    added = staff("add", name, "--email", email, "--role", role, "--organisation", organisation, password=PASSWORD)
    assert added.returncode == 0, added.stderr
    return Account(added.stdout.decode().split()[-1], name, email, role)


@pytest.fixture(scope="module")
def agent(stack: Stack) -> Account:
    """An agent whose account no test changes."""
    return new_account()


class Desk:
    """A browser of a member of staff at an address of its own; the test's machine is the trusted proxy."""

    def __init__(self, stack: Stack, address: str = "", port: int = 0, **headers: str) -> None:
        self.address = address or f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"
        url = f"http://127.0.0.1:{port or stack.port}"
        self.http = httpx.Client(base_url=url, headers={"X-Forwarded-For": self.address, **headers}, timeout=30)
        self.csrf = ""

    def sign_in(self, email: str, password: str = PASSWORD, **headers: str) -> httpx.Response:
        answer = self.http.post(SESSION, json={"email": email, "password": password}, headers=headers)
        if answer.status_code == 201:
            self.csrf = answer.json()["csrf_token"]
        return answer

    def sign_out(self, path: str = SESSION) -> httpx.Response:
        return self.http.delete(path, headers={"X-CSRF-Token": self.csrf})

    def me(self) -> httpx.Response:
        return self.http.get(ME)

    @property
    def token(self) -> str:
        return self.http.cookies["haqqi-staff"]


def signed_in(stack: Stack, account: Account, **options: Any) -> Desk:
    desk = Desk(stack, **options)
    answer = desk.sign_in(account.email)
    assert answer.status_code == 201, answer.text
    return desk


def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
    """What the stack's database answers."""
    with psycopg.connect(get_settings().libpq_url) as connection:
        cursor = connection.execute(query, values)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def later(stack: Stack) -> Iterator[Callable[[timedelta], None]]:
    """Sets the stack's clock to so long from now; afterwards it is real again."""
    yield lambda wait: clock.set_clock(stack.home, datetime.now(UTC) + wait)
    clock.reset_clock(stack.home)


def test_should_sign_in_and_out(stack: Stack, agent: Account) -> None:
    desk = Desk(stack)
    assert desk.me().status_code == 401
    answer = desk.sign_in(agent.email.upper())
    assert answer.status_code == 201
    assert answer.headers["cache-control"] == "no-store"
    member = {"id": agent.id, "name": agent.name, "role": "agent", "organisation": "call_centre"}
    assert answer.json() == {"member": member, "csrf_token": desk.csrf}
    me = desk.me()
    assert me.headers["cache-control"] == "no-store"
    assert me.json()["member"] == member
    assert me.json()["csrf_token"] == desk.csrf
    token = desk.token
    assert desk.sign_out().status_code == 204
    assert "haqqi-staff" not in desk.http.cookies
    assert httpx.get(stack.url + ME, headers={"Cookie": f"haqqi-staff={token}"}).status_code == 401


def test_should_keep_only_a_hash_of_the_token(stack: Stack, agent: Account) -> None:
    desk = signed_in(stack, agent)
    assert len(desk.token) >= 43
    stored = rows("select * from staff_session where token_hash = %s", hashlib.sha256(desk.token.encode()).digest())
    assert len(stored) == 1
    for secret in (desk.token, desk.csrf, desk.address):
        assert secret.encode() not in b"".join(value for value in stored[0] if isinstance(value, bytes))


def test_should_mark_the_cookie(stack: Stack, agent: Account) -> None:
    def cookie(desk: Desk, answer: httpx.Response) -> set[str]:
        name_and_value, *flags = answer.headers["set-cookie"].split("; ")
        return {name_and_value.partition("=")[0], *flags}

    desk = Desk(stack)
    always = {"HttpOnly", "Path=/", "SameSite=strict"}
    assert cookie(desk, desk.sign_in(agent.email)) == {"haqqi-staff", *always}
    behind_tls = Desk(stack, **{"X-Forwarded-Proto": "https"})
    answer = behind_tls.sign_in(agent.email)
    assert cookie(behind_tls, answer) == {"__Host-haqqi-staff", "Secure", *always}
    sent = {"Cookie": answer.headers["set-cookie"].partition(";")[0]}
    assert behind_tls.http.get(ME, headers=sent).status_code == 200
    ended = behind_tls.http.delete(SESSION, headers={**sent, "X-CSRF-Token": behind_tls.csrf})
    assert ended.status_code == 204
    assert cookie(behind_tls, ended) >= {"__Host-haqqi-staff", "Max-Age=0", "Secure", *always}
    assert behind_tls.http.get(ME, headers=sent).status_code == 401


def test_should_answer_alike_whatever_is_wrong(stack: Stack, agent: Account) -> None:
    disabled = new_account()
    assert staff("disable", disabled.email).returncode == 0
    answers = [
        Desk(stack).sign_in(agent.email, WRONG),
        Desk(stack).sign_in("nobody@desk.example"),
        Desk(stack).sign_in(disabled.email),
        Desk(stack).sign_in(disabled.email, WRONG),
        Desk(stack).sign_in("", ""),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1
    assert not [answer for answer in answers if "set-cookie" in answer.headers]


def test_should_end_the_sessions_of_a_disabled_account_until_it_is_enabled(stack: Stack) -> None:
    account = new_account()
    desk = signed_in(stack, account)
    assert staff("disable", account.email).stdout == b"Disabled; sessions ended: 1\n"
    assert desk.me().status_code == 401
    assert Desk(stack).sign_in(account.email).status_code == 401
    assert staff("enable", account.email).returncode == 0
    assert desk.me().status_code == 401
    signed_in(stack, account)


def test_should_end_the_sessions_at_a_new_password(stack: Stack) -> None:
    account = new_account()
    desks = [signed_in(stack, account), signed_in(stack, account)]
    reset = staff("reset-password", account.email, password="vent chaud sur Essaouira")
    assert reset.stdout == b"The password is changed; sessions ended: 2\n"
    assert [desk.me().status_code for desk in desks] == [401, 401]
    assert Desk(stack).sign_in(account.email).status_code == 401
    assert Desk(stack).sign_in(account.email, "vent chaud sur Essaouira").status_code == 201
    reasons = rows("select end_reason from staff_session where account_id = %s order by begun_at", account.id)
    assert reasons == [("password_changed",), ("password_changed",), (None,)]


def test_should_end_an_idle_session(stack: Stack, agent: Account, later: Callable[[timedelta], None]) -> None:
    desk = signed_in(stack, agent)
    later(timedelta(minutes=29))
    assert desk.me().status_code == 200
    later(timedelta(minutes=58))
    assert desk.me().status_code == 200
    later(timedelta(minutes=89))
    assert desk.me().status_code == 401
    assert desk.sign_in(agent.email).status_code == 201


def test_should_end_a_busy_session_after_twelve_hours(
    stack: Stack, agent: Account, later: Callable[[timedelta], None]
) -> None:
    desk = signed_in(stack, agent)
    for minutes in range(25, 12 * 60, 25):
        later(timedelta(minutes=minutes))
        assert desk.me().status_code == 200, minutes
    later(timedelta(hours=12))
    assert desk.me().status_code == 401


def test_should_change_nothing_without_the_csrf_token_of_the_session(stack: Stack, agent: Account) -> None:
    desk, other = signed_in(stack, agent), signed_in(stack, agent)
    for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": other.csrf}):
        refused = desk.http.delete(SESSION, headers=headers)
        assert refused.status_code == 403
        assert "X-CSRF-Token" in refused.json()["title"]
    assert desk.http.delete(SESSION, headers={"X-CSRF-Token": b"\xe9"}).status_code == 403
    assert desk.http.delete(SESSION, headers={"X-CSRF-Token": desk.token}).status_code == 403
    assert desk.me().status_code == 200
    assert httpx.delete(stack.url + SESSION, headers={"X-CSRF-Token": desk.csrf}).status_code == 401
    assert desk.sign_out().status_code == 204
    assert other.me().status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_should_take_credentials_as_json_only_as_no_foreign_form_can_send_it(
    stack: Stack, agent: Account, kind: str | None
) -> None:
    body = json.dumps({"email": agent.email, "password": PASSWORD})
    headers = {"Content-Type": kind} if kind else {}
    refused = httpx.post(stack.url + SESSION, content=body, headers=headers)
    assert refused.status_code == 422
    assert agent.email not in refused.text
    assert PASSWORD not in refused.text


def test_should_refuse_what_is_no_text(stack: Stack, agent: Account) -> None:
    headers = {"Content-Type": "application/json"}
    for body in ('{"email": "\\ud800@x.example", "password": "a"}', f'{{"email": "{agent.email}", "password": []}}'):
        assert httpx.post(stack.url + SESSION, content=body, headers=headers).status_code == 422
    assert Desk(stack).sign_in(agent.email, "é" * 512).status_code == 401
    assert Desk(stack).sign_in(agent.email, "é" * 513).status_code == 422
    assert httpx.get(stack.url + ME, headers={"Cookie": b"haqqi-staff=\xff\xfe"}).status_code == 401


def test_should_never_take_a_token_that_somebody_planted(stack: Stack, agent: Account) -> None:
    desk = Desk(stack)
    desk.http.cookies.set("haqqi-staff", "planted", domain="127.0.0.1")
    answer = desk.sign_in(agent.email)
    token = answer.headers["set-cookie"].partition(";")[0].partition("=")[2]
    assert token != "planted"
    assert httpx.get(stack.url + ME, headers={"Cookie": "haqqi-staff=planted"}).status_code == 401
    again = httpx.post(
        stack.url + SESSION,
        json={"email": agent.email, "password": PASSWORD},
        headers={"Cookie": f"haqqi-staff={token}", "X-Forwarded-For": desk.address},
    )
    assert again.status_code == 201
    assert token not in again.headers["set-cookie"]
    assert httpx.get(stack.url + ME, headers={"Cookie": f"haqqi-staff={token}"}).status_code == 401


def test_should_list_where_a_member_is_signed_in_and_end_it_everywhere(stack: Stack) -> None:
    account = new_account()
    first, second = signed_in(stack, account), signed_in(stack, account)
    listed = second.me().json()["sessions"]
    assert [(one["here"], one["address"]) for one in listed] == [(True, second.address), (False, first.address)]
    (shown,) = [one for one in json.loads(staff("list", "--json").stdout) if one["email"] == account.email]
    assert (shown["open_sessions"], shown["role"], shown["disabled_at"]) == (2, "agent", None)
    assert second.sign_out(f"{SESSION}?everywhere=true").status_code == 204
    assert first.me().status_code == 401


@pytest.fixture(scope="module")
def desk_port(stack: Stack) -> Iterator[int]:
    """Another application of ours on the same stores, with a route for two roles."""
    port = stack.port + 4
    with (stack.home / "logs" / "desk.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "--factory", "--port", str(port), "tests.fakes.desk:app"],
            cwd=ROOT, stdout=log, stderr=log,
        )  # fmt: skip
    deadline = time.monotonic() + 60
    while True:
        try:
            assert httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200
            break
        except httpx.TransportError:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.1)
    yield port
    process.terminate()
    process.wait(30)


def test_should_let_in_only_the_roles_of_a_route(stack: Stack, desk_port: int, agent: Account) -> None:
    url = f"http://127.0.0.1:{desk_port}/v1/queues"
    assert httpx.get(url).status_code == 401
    assert httpx.post(url).status_code == 401
    for role in ("supervisor", "administrator"):
        account = new_account(role, "agency")
        desk = signed_in(stack, account, port=desk_port)
        let_in = desk.http.get(url)
        assert let_in.status_code == 200
        assert let_in.headers["cache-control"] == "no-store"
        assert let_in.json() == {"id": account.id, "name": account.name, "role": role, "organisation": "agency"}
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert desk.http.request(method, url).status_code == 403
            assert desk.http.request(method, url, headers={"X-CSRF-Token": desk.csrf}).status_code == 200
    for account in (agent, new_account("reviewer", "agency")):
        desk = signed_in(stack, account)
        desk.http.base_url = f"http://127.0.0.1:{desk_port}"  # a session is known to every process
        refused = desk.http.get("/v1/queues")
        assert refused.status_code == 403
        assert "role" in refused.json()["title"]
        assert desk.http.post("/v1/queues", headers={"X-CSRF-Token": desk.csrf}).status_code == 403


def test_should_make_an_attacker_wait_and_let_the_right_user_in(stack: Stack, agent: Account) -> None:
    attacker = Desk(stack)
    assert [attacker.sign_in(agent.email, f"{WRONG}{n}").status_code for n in range(3)] == [401] * 3
    waiting = attacker.sign_in(agent.email)
    assert waiting.status_code == 429
    assert 1 <= int(waiting.headers["retry-after"]) <= 4
    assert Desk(stack).sign_in(agent.email).status_code == 201
    assert attacker.sign_in(new_account().email).status_code == 201
    time.sleep(int(waiting.headers["retry-after"]))
    assert attacker.sign_in(agent.email, WRONG).status_code == 401
    assert 5 <= int(attacker.sign_in(agent.email).headers["retry-after"]) <= 8


def test_should_forget_wrong_attempts_at_the_right_password(stack: Stack, agent: Account) -> None:
    desk = Desk(stack)
    for _ in range(3):
        assert [desk.sign_in(agent.email, WRONG).status_code for _ in range(2)] == [401, 401]
        assert desk.sign_in(agent.email).status_code == 201


def test_should_count_attempts_at_the_same_moment(stack: Stack, agent: Account) -> None:
    address = Desk(stack).address

    def attempt(number: int) -> int:
        return Desk(stack, address).sign_in(agent.email, f"{WRONG}{number}").status_code

    with ThreadPoolExecutor(12) as threads:
        statuses = sorted(threads.map(attempt, range(12)))
    assert statuses == [401] * 3 + [429] * 9


def test_should_lock_an_address_that_tries_many_accounts(stack: Stack, agent: Account) -> None:
    prefix = f"2001:db8:{random.randrange(65536):x}:{random.randrange(65536):x}"
    for number in range(30):
        desk = Desk(stack, f"{prefix}::{number + 1:x}")
        assert desk.sign_in(f"{uuid.uuid4().hex}@desk.example").status_code == 401
    locked = Desk(stack, f"{prefix}:1:2:3:4").sign_in(agent.email)
    assert locked.status_code == 429
    assert 800 < int(locked.headers["retry-after"]) <= 900
    assert Desk(stack).sign_in(agent.email).status_code == 201
    assert "staff sign-in address locked" in (stack.home / "logs" / "service.log").read_text()


def test_should_let_the_right_user_in_while_many_addresses_try(stack: Stack) -> None:
    account = new_account()
    assert {Desk(stack).sign_in(account.email, WRONG).status_code for _ in range(22)} == {401}
    log = (stack.home / "logs" / "service.log").read_text().splitlines()
    alarms = [json.loads(line) for line in log if "staff sign-in alarm" in line and account.id in line]
    assert [alarm["scope"] for alarm in alarms] == ["account"]
    assert Desk(stack).sign_in(account.email).status_code == 201
    another = Desk(stack)
    assert another.sign_in(account.email, WRONG).status_code == 401
    assert int(another.sign_in(account.email, WRONG).headers["retry-after"]) > 800


def test_should_raise_an_alarm_once_when_too_much_fails_everywhere(stack: Stack) -> None:
    store = redis.Redis.from_url(get_settings().redis_address)
    store.delete("haqqi:staff:alarm")
    store.set("haqqi:staff:all", 200, ex=60)
    for _ in range(3):
        Desk(stack).sign_in(f"{uuid.uuid4().hex}@desk.example")
    store.delete("haqqi:staff:alarm", "haqqi:staff:all")
    store.close()
    log = (stack.home / "logs" / "service.log").read_text().splitlines()
    (alarm,) = [json.loads(line) for line in log if '"scope": "everywhere"' in line]
    assert alarm["level"] == "error"


def test_should_believe_an_address_from_a_trusted_peer_only(stack: Stack, agent: Account) -> None:
    forged = "203.0.113.9"

    def address_of(peer: str) -> str:
        with httpx.Client(base_url=stack.url, transport=httpx.HTTPTransport(local_address=peer)) as http:
            headers = {"X-Forwarded-For": f"198.51.100.1, {forged}"}
            assert http.post(SESSION, json={"email": agent.email, "password": PASSWORD}, headers=headers).is_success
            return str(next(one["address"] for one in http.get(ME).json()["sessions"] if one["here"]))

    assert address_of("127.0.0.1") == forged
    assert address_of("127.0.0.2") == "127.0.0.2"


def test_should_hash_again_when_the_parameters_change(stack: Stack) -> None:
    account = new_account()
    weaker = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    rows("update staff_account set password_hash = %s where id = %s", weaker, account.id)
    before = signed_in(stack, account)
    ((stored,),) = rows("select password_hash from staff_account where id = %s", account.id)
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    signed_in(stack, account)
    assert before.me().status_code == 200


@pytest.mark.parametrize("change", ["disable", "reset-password"])
async def test_should_begin_no_session_when_the_account_changed_meanwhile(stack: Stack, change: str) -> None:
    account = new_account()
    database = Database(get_settings().sqlalchemy_url)
    checked = await service.check_password(database, account.email, PASSWORD)
    assert checked.right
    password = "vent chaud sur Essaouira" if change == "reset-password" else None
    assert staff(change, account.email, password=password).returncode == 0
    async with database.transaction() as session:
        assert await service.confirmed(session, checked) is None
    await database.close()


async def test_should_delete_sessions_after_thirty_days(stack: Stack) -> None:
    account = new_account()
    kept, gone = signed_in(stack, account), signed_in(stack, account)
    aged = "update staff_session set begun_at = now() - %s::interval where token_hash = %s"
    rows(aged, "29 days 23 hours", hashlib.sha256(kept.token.encode()).digest())
    rows(aged, "30 days 1 hour", hashlib.sha256(gone.token.encode()).digest())
    database = Database(get_settings().sqlalchemy_url)
    async with database.transaction() as session:
        assert await delete_expired_sessions(session) >= 1
    await database.close()
    left = rows("select token_hash from staff_session where account_id = %s", account.id)
    assert left == [(hashlib.sha256(kept.token.encode()).digest(),)]


def test_should_log_no_email_password_token_or_address(stack: Stack, agent: Account) -> None:
    desk = Desk(stack, "198.51.100.77")
    desk.sign_in(agent.email, WRONG)
    desk.sign_in(agent.email)
    desk.me()
    logs = "".join(path.read_text() for path in (stack.home / "logs").glob("*.log"))
    assert "staff sign-in failed" in logs
    assert agent.id in logs
    for secret in (
        agent.email,
        agent.email.split("@")[0],
        PASSWORD,
        WRONG,
        desk.token,
        desk.csrf,
        desk.address,
        "Tazi",
    ):
        assert secret not in logs


def test_should_audit_every_change_without_a_name(stack: Stack) -> None:
    account = new_account(name="Ghita Sebti")
    desk = signed_in(stack, account)
    desk.sign_out()
    staff("reset-password", account.email, password="vent chaud sur Essaouira")
    staff("disable", account.email)
    staff("disable", account.email)
    staff("enable", account.email)
    entries = rows(
        "select action, actor, detail::text from audit_entry where detail->>'account' = %s or actor = %s order by at",
        account.id,
        f"staff:{account.id}",
    )
    assert [entry[0] for entry in entries] == [
        "staff_added", "staff_signed_in", "staff_signed_out", "staff_password_reset", "staff_disabled", "staff_enabled",
    ]  # fmt: skip
    assert {entry[1] for entry in entries} == {f"staff:{account.id}", f"operator:{os.getuid()}"}
    assert "Ghita" not in str(entries)
    assert account.email not in str(entries)
    stored = b"".join(rows("select name, email from staff_account where id = %s", account.id)[0])
    assert b"Ghita" not in stored
    assert b"desk.example" not in stored


@pytest.mark.parametrize(
    ("name", "email", "role", "organisation", "password", "word"),
    [
        ("Idriss Tazi", "new@desk.example", "agent", "call_centre", "short", "12 characters"),
        ("Idriss Tazi", "new@desk.example", "agent", "call_centre", "motdepasse2026", "tried first"),
        ("Idriss Tazi", "new@desk.example", "agent", "call_centre", "un IDRISS au soleil", "the name"),
        ("Idriss Tazi", "new@desk.example", "agent", "call_centre", b"\xff\xfe" * 8 + b"\n", "UTF-8"),
        ("Idriss Tazi", "new@desk.example", "reviewer", "call_centre", PASSWORD, "agency"),
        ("Idriss Tazi", "no e-mail", "agent", "call_centre", PASSWORD, "name@example.org"),
        (" ", "new@desk.example", "agent", "call_centre", PASSWORD, "name"),
        ("Idriss Tazi", "new@desk.example", "boss", "call_centre", PASSWORD, "boss"),
    ],
)
def test_should_refuse_an_account_in_a_sentence(
    stack: Stack, name: str, email: str, role: str, organisation: str, password: str | bytes, word: str
) -> None:
    refused = staff("add", name, "--email", email, "--role", role, "--organisation", organisation, password=password)
    assert refused.returncode == 2
    assert word in refused.stderr.decode()
    assert b"Traceback" not in refused.stderr
    assert PASSWORD.encode() not in refused.stderr
    assert not [one for one in json.loads(staff("list", "--json").stdout) if one["email"] == email]


def test_should_say_what_is_no_account(stack: Stack, agent: Account) -> None:
    twice = staff(
        "add", "Somebody", "--email", agent.email.upper(), "--role", "agent", "--organisation", "agency",
        password=PASSWORD,
    )  # fmt: skip
    assert (twice.returncode, b"already" in twice.stderr) == (2, True)
    for arguments in (["disable", "nobody@desk.example"], ["enable", "nobody@desk.example"]):
        missing = staff(*arguments)
        assert (missing.returncode, b"no account" in missing.stderr) == (2, True)
    assert staff("reset-password", "nobody@desk.example", password=PASSWORD).returncode == 2
    unasked = staff("reset-password", agent.email)
    assert (unasked.returncode, b"--password-stdin" in unasked.stderr) == (2, True)
    assert "Idriss" in staff("list").stdout.decode()


def test_should_ask_for_a_password_without_showing_it(stack: Stack) -> None:
    account = new_account()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "backend.cli", "staff", "reset-password", account.email]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    for prompt in (b"Password: ", b"confirmation: "):
        while not shown.endswith(prompt):
            shown += os.read(ours, 1000)
        os.write(ours, b"vent chaud sur Essaouira\n")
    assert process.wait(60) == 0
    shown += os.read(ours, 1000)
    os.close(ours)
    assert b"Essaouira" not in shown
    assert Desk(stack).sign_in(account.email, "vent chaud sur Essaouira").status_code == 201
