"""The Rasa model: trained when none fits the data."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from backend.settings import ROOT, Settings

SOURCES = ("bot/config.yml", "bot/domain", "bot/components", "data/nlu", "data/rules", "language")


def sources(root: Path = ROOT) -> Iterator[Path]:
    """Every file that a model depends on, in a fixed order."""
    for source in SOURCES:
        path = root / source
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in files if file.is_file() and file.suffix not in {".pyc", ""})


def fingerprint(root: Path = ROOT) -> str:
    """A short hash over the sources: the model's name."""
    digest = hashlib.sha256()
    for path in sources(root):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def model_path(settings: Settings) -> Path:
    """Where the model that fits the present data lies, trained or not."""
    return settings.home / "models" / f"{fingerprint()}.tar.gz"


def bot_python() -> Path:
    """The interpreter of bot/."""
    return ROOT / "bot" / ".venv" / "bin" / "python"


def bot_environment(settings: Settings) -> dict[str, str]:
    """The environment of every process in bot/: our secrets and addresses, Rasa's telemetry off."""
    return {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}},
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "RASA_MAX_CACHE_SIZE": "0",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SANIC_HOST": "127.0.0.1",
        "HAQQI_PORT": str(settings.port),
        "HAQQI_BOT_SECRET": settings.bot_secret.get_secret_value(),
        "HAQQI_ACTION_SECRET": settings.action_secret.get_secret_value(),
        "HAQQI_INNER_SECRET": settings.inner_secret.get_secret_value(),
        "REDIS_URL": settings.redis_address,
        "BOT_ACTIONS_URL": f"http://127.0.0.1:{settings.actions_port}/webhook",
    }


def train(settings: Settings) -> Path:
    """Train the model; subprocess.CalledProcessError with Rasa's output when it fails."""
    target = model_path(settings)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    command = [
        str(bot_python()), "-m", "components.lean_rasa", "train", "--quiet",
        "--config", "config.yml", "--domain", "domain", "--data", "../data/rules",
        "--out", str(target.parent), "--fixed-model-name", target.name.removesuffix(".tar.gz"),
    ]  # fmt: skip
    subprocess.run(  # noqa: S603
        command, cwd=ROOT / "bot", env=bot_environment(settings), check=True, capture_output=True, text=True
    )
    for old in target.parent.glob("*.tar.gz"):
        if old != target:
            old.unlink()
    return target
