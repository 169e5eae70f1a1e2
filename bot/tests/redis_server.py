"""A real Redis for the store tests, from the service's environment beside this one."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
from pathlib import Path

REDIS_SERVER = Path(__file__).resolve().parents[2] / ".venv" / "bin" / "redis-server"


def free_port() -> int:
    """A TCP port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RedisServer:
    """Started empty on a free port, without persistence; `url` leads to it."""

    def __init__(self) -> None:
        """Start the server and wait until it accepts connections."""
        port = free_port()
        self.url = f"redis://127.0.0.1:{port}/0"
        self._folder = tempfile.TemporaryDirectory()
        command = [str(REDIS_SERVER), "--port", str(port), "--bind", "127.0.0.1", "--dir", self._folder.name]
        self._process = subprocess.Popen([*command, "--save", ""], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError("redis-server did not start")

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(timeout=10)
        self._folder.cleanup()
