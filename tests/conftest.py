"""The tests' machine: a Haqqi of their own, started with `haqqi up`; only the outside world is a fake."""

import atexit
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _free_ports() -> int:
    """The first of seven free ports in a row, looked for at random: two test runs at once must not pick the same."""
    for port in random.sample(range(18000, 19000, 10), 100):
        try:
            for offset in range(7):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port + offset))
        except OSError:
            continue
        return port
    raise RuntimeError("no free ports")


# Settings are read once in a process: they are set before anything of ours is imported.
_HOME = Path(tempfile.mkdtemp(prefix="haqqi-test-"))
if not os.environ.get("HAQQI_TEST_KEEP"):  # set it to read the logs afterwards
    atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
_PORT = _free_ports()
PUBLIC_URL = "https://haqqi.example"
ACCOUNT = "AC" + "0" * 32
TWILIO_TOKEN = "0123456789abcdef0123456789abcdef"
JASMIN_SECRET = "jasmin-secret-for-the-tests"
os.environ.update(
    {
        "HAQQI_HOME": str(_HOME),
        "HAQQI_PORT": str(_PORT),
        "HAQQI_ENV": "development",
        "HAQQI_PUBLIC_URL": PUBLIC_URL,
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TWILIO_TOKEN,
        "TWILIO_API_URL": f"http://127.0.0.1:{_PORT + 6}",
        "JASMIN_SECRET": JASMIN_SECRET,
        "HAQQI_WHATSAPP_SENDER": "+212600000000",
        "HAQQI_WEBHOOK_WAIT_SECONDS": "8",
    }
)
for _name in ("DATABASE_URL", "REDIS_URL", "HAQQI_NOW", "JASMIN_API_URL", "HAQQI_SMS_PROVIDER"):
    os.environ.pop(_name, None)

from backend.operation import model, processes  # noqa: E402
from backend.settings import get_settings  # noqa: E402
from tests.fakes.twilio import FakeTwilio, Served  # noqa: E402


@dataclass(frozen=True)
class Stack:
    """A running Haqqi."""

    home: Path
    port: int
    process: subprocess.Popen[bytes]
    seconds_to_start: float

    @property
    def url(self) -> str:
        """The public application on this machine."""
        return f"http://127.0.0.1:{self.port}"

    def manage(self, command: str, **properties: Any) -> dict[str, Any]:
        """Tell the process manager something, e.g. `manage("stop", name="rasa")`."""
        manager = processes.Manager(get_settings(), timeout=60)
        try:
            answer = manager.call(command, waiting=True, **properties)
            assert answer.get("status") == "ok", answer
            return answer
        finally:
            manager.stop()


@pytest.fixture(scope="session")
def trained_model() -> Path:
    """The model that fits the present data: trained once, kept in the checkout's own .haqqi for the next run."""
    settings = get_settings()
    target = model.model_path(settings)
    kept = ROOT / ".haqqi" / "models" / target.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if not kept.exists():
        model.train(settings)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(target, kept)
    else:
        shutil.copy(kept, target)
    return target


@pytest.fixture(scope="session")
def stack(trained_model: Path) -> Iterator[Stack]:
    """Everything that `make run` starts, on free ports and in a folder of its own; stopped as with Ctrl-C."""
    started = time.monotonic()
    log = _HOME / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, "-m", "backend.cli", "up"], cwd=ROOT, stdout=output, stderr=output)
    while "Ctrl-C" not in log.read_text():
        if process.poll() is not None or time.monotonic() - started > 180:
            process.send_signal(signal.SIGINT)
            pytest.fail(log.read_text())
        time.sleep(0.1)
    yield Stack(_HOME, _PORT, process, time.monotonic() - started)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0, log.read_text()


@pytest.fixture(scope="session")
def twilio() -> Iterator[FakeTwilio]:
    """The fake Twilio that the stack is told to use."""
    fake = FakeTwilio(port=_PORT + 6)
    server = Served(fake.app(), fake.port)
    server.start()
    yield fake
    server.stop()


@pytest.fixture(scope="session")
def people(stack: Stack) -> list[dict[str, Any]]:
    """The demo people, as `haqqi demo people --json` prints them."""
    output = subprocess.run(
        [sys.executable, "-m", "backend.cli", "demo", "people", "--json"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    found: list[dict[str, Any]] = json.loads(output)
    return found


@pytest.fixture
def database_url(stack: Stack) -> Iterator[str]:
    """A fresh database with all tables, on the stack's PostgreSQL."""
    import psycopg

    from backend.database import sync_engine
    from backend.models import METADATA

    settings = get_settings()
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"create database {name}")
    url = settings.sqlalchemy_url.replace("/haqqi?", f"/{name}?")
    engine = sync_engine(url)
    METADATA.create_all(engine)
    engine.dispose()
    yield url
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")
