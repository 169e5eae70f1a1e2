"""The processes of one machine under circus: what runs, in which order, and how to reach the manager."""

import configparser
import shlex
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backend.operation.model import bot_environment, bot_python, model_path
from backend.settings import ROOT, Settings

STORES = ("postgres", "redis")
APPLICATION = ("inner", "actions", "rasa", "service", "worker")


@dataclass(frozen=True)
class Process:
    """A process of ours. `stop_signal` ends it cleanly within `graceful_seconds`."""

    name: str
    command: str
    folder: Path = ROOT
    stop_signal: str = "SIGTERM"
    graceful_seconds: int = 15
    environment: dict[str, str] = field(default_factory=dict)
    autostart: bool = False


def processes(settings: Settings) -> list[Process]:
    """Every process, the stores first. Stores that are given from outside are not ours to run."""
    python, bot_interpreter = shlex.quote(sys.executable), shlex.quote(str(bot_python()))
    web = f"{python} -m uvicorn --factory --no-access-log --log-level warning --timeout-graceful-shutdown 10"
    bot = {"folder": ROOT / "bot", "environment": bot_environment(settings)}
    listed = [
        Process("inner", f"{web} --host 127.0.0.1 --port {settings.inner_port} channels.main:inner_app"),
        Process("actions", f"{bot_interpreter} -m actions.server", **bot),  # type: ignore[arg-type]
        Process(
            "rasa",
            f"{bot_interpreter} -m components.lean_rasa run --interface 127.0.0.1 --port {settings.rasa_port} --model "
            f"{shlex.quote(str(model_path(settings)))} --endpoints endpoints.yml --credentials credentials.yml --quiet",
            stop_signal="SIGINT",
            **bot,  # type: ignore[arg-type]
        ),
        Process("service", f"{web} --host {settings.host} --port {settings.port} channels.main:public_app"),
        Process("worker", f"{python} -c 'from channels.main import run_worker; run_worker()'"),
    ]
    if settings.embedded_redis:
        listed.insert(0, Process("redis", f"{python} -m backend.operation.redis_server", autostart=True))
    if settings.embedded_postgres:
        # SIGINT is PostgreSQL's fast stop; SIGTERM would wait until every client has left.
        command = f"{python} -m backend.operation.postgres"
        listed.insert(0, Process("postgres", command, stop_signal="SIGINT", autostart=True))
    return listed


def endpoint(settings: Settings, name: str) -> str:
    """Address of one of circus's own sockets: in our folder, reachable by our user only."""
    return f"ipc://{settings.run_dir}/{name}"


def write_configuration(settings: Settings) -> Path:
    """Write circus's configuration (0600: it holds secrets) and return its path."""
    configuration = configparser.RawConfigParser()
    configuration.optionxform = str  # type: ignore[assignment,method-assign]
    configuration["circus"] = {
        "endpoint": endpoint(settings, "manager"),
        "pubsub_endpoint": endpoint(settings, "events"),
        "statsd": "False",
        "check_delay": "1",
        "warmup_delay": "0",
        "pidfile": str(settings.run_dir / "manager.pid"),
    }
    bound = shlex.join([sys.executable, "-I", str(ROOT / "backend/operation/bound.py")])
    for rank, process in enumerate(processes(settings)):
        log = settings.home / "logs" / f"{process.name}.log"
        configuration[f"watcher:{process.name}"] = {
            "cmd": f"{bound} {process.stop_signal} {process.command}".replace("%", "%%"),
            "working_dir": str(process.folder),
            "stop_signal": process.stop_signal,
            "graceful_timeout": str(process.graceful_seconds),
            "autostart": str(process.autostart),
            "priority": str(100 - rank),
            "copy_env": str(not process.environment),
            "max_retry": "-1",
            **{
                f"{stream}_stream.{key}": value
                for stream in ("stdout", "stderr")
                for key, value in {
                    "class": "FileStream", "filename": str(log), "max_bytes": "10000000", "backup_count": "2",
                }.items()
            },
        }  # fmt: skip
        if process.environment:
            configuration[f"env:{process.name}"] = process.environment
    path = settings.run_dir / "circus.ini"
    path.touch(mode=0o600)
    with path.open("w") as file:
        configuration.write(file)
    return path


class Manager:
    """A client of the running process manager."""

    def __init__(self, settings: Settings, timeout: float = 5.0) -> None:
        from circus.client import CircusClient

        self._address = endpoint(settings, "manager")
        self._client = CircusClient(endpoint=self._address, timeout=timeout)

    def call(self, command: str, **properties: Any) -> dict[str, Any]:
        """Send a command; circus.exc.CallError when nobody answers."""
        answer: dict[str, Any] = self._client.call({"command": command, "properties": properties})
        return answer

    def do(self, command: str, name: str, seconds: float = 60) -> None:
        """Run a command on one process and wait until it is done.

        circus refuses a command while it is at another ("already running"): then it is asked again. TimeoutError when
        it never takes it.
        """
        deadline = time.monotonic() + seconds
        while (answer := self.call(command, name=name, waiting=True)).get("status") != "ok":
            if time.monotonic() > deadline:
                raise TimeoutError(f"{command} {name}: {answer.get('reason')}")
            time.sleep(0.2)

    def alive(self) -> bool:
        """Whether a manager answers."""
        from circus.exc import CallError

        with socket.socket(socket.AF_UNIX) as probe:  # a dead manager leaves its socket: nobody answers at once
            try:
                probe.connect(self._address.removeprefix("ipc://"))
            except OSError:
                return False
        try:
            return self.call("dstats").get("status") == "ok"
        except CallError:
            return False

    def stop(self) -> None:
        """Let the client's sockets go."""
        self._client.stop()
