"""`make test`: linters, types, import contracts, bot tests, then pytest. Stops at the first that fails."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
BOT = ROOT / "bot"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONT_PACKAGES = ("fonts-noto-core", "fonts-noto-color-emoji")


def step(
    name: str,
    *command: str,
    folder: Path = ROOT,
    environment: dict[str, str] | None = None,
    quiet: bool = False,
) -> None:
    """Run one check; end with its exit code when it fails. A quiet one shows its output only then."""
    print(f"== {name}", flush=True)
    started = time.monotonic()
    result = subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})}, check=False, capture_output=quiet, text=True
    )
    if result.returncode:
        print(result.stdout or "", result.stderr or "", flush=True)
        print(f"== {name} failed", flush=True)
        sys.exit(result.returncode)
    print(f"   {time.monotonic() - started:.0f} s", flush=True)


def find_browser() -> str:
    """Chromium of the machine; as root on Debian it is installed with apt; else one sentence."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests ...", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", *FONT_PACKAGES], **quiet)
        if path := shutil.which("chromium"):
            return path
    sys.exit("The browser tests need Chromium: `apt install chromium fonts-noto-core`, then again.")


def lint() -> None:
    """Style, types, import contracts."""
    step("ruff", str(BIN / "ruff"), "check", ".")
    step("ruff format", str(BIN / "ruff"), "format", "--check", "--quiet", ".")
    step("mypy", str(BIN / "mypy"))
    step("mypy of bot/", str(BIN / "mypy"), "--config-file", "bot/mypy.ini")
    step("import contracts", str(BIN / "lint-imports"))


def main() -> None:
    """All checks in order, the quick ones first."""
    lint()
    if "--lint-only" in sys.argv:
        return
    browser = find_browser()
    bot_environment = {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3"}
    rasa = (str(BOT / ".venv/bin/python"), "-m", "components.lean_rasa", "data", "validate", "--fail-on-warnings")
    data = ("--domain", "domain", "--config", "config.yml", "--data", "../data/rules")
    step("rasa data validate", *rasa, *data, folder=BOT, environment=bot_environment, quiet=True)
    unittest = ("-m", "unittest", "discover", "-b", "-s", "tests", "-t", ".")
    step("tests of bot/", str(BOT / ".venv/bin/python"), *unittest, folder=BOT, environment=bot_environment)
    pytest = (str(BIN / "pytest"), "-q", "--color=no")
    step("pytest", *pytest, "--ignore", "tests/browser")
    # In a process of its own: Playwright's event loop and that of the asynchronous tests do not share a thread.
    step("browser tests", *pytest, "tests/browser", environment={"HAQQI_TEST_BROWSER": browser})


if __name__ == "__main__":
    main()
