"""Production refuses what is only fit for development, one sentence each."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from backend.settings import SECRET_FIELDS, SECRETS_FILE, Settings, development_secrets, production_problems
from tests.conftest import ROOT


def good(home: Path) -> Settings:
    settings = Settings(env="production", home=home, public_url="https://haqqi.example", now=None)
    settings.database_url, settings.redis_url = "postgresql://db/haqqi", "redis://redis:6379/0"
    settings.sms_provider = "twilio"
    for name in SECRET_FIELDS:
        setattr(settings, name, SecretStr("x" * 40))
    return settings


def test_should_accept_a_complete_configuration(tmp_path: Path) -> None:
    assert production_problems(good(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("database_url", "", "DATABASE_URL"),
        ("redis_url", "", "REDIS_URL"),
        ("public_url", "http://haqqi.example", "HAQQI_PUBLIC_URL"),
        ("sms_provider", "console", "SMS"),
        ("now", "2026-01-01", "HAQQI_NOW"),
        ("agency_url", "http://agency.example", "HAQQI_AGENCY_URL"),
        ("agency_secret", SecretStr("short"), "HAQQI_AGENCY_SECRET"),
        ("hash_key", SecretStr("short"), "HAQQI_HASH_KEY"),
        ("inner_secret", SecretStr(""), "HAQQI_INNER_SECRET"),
    ],
)
def test_should_refuse_production_for_one_reason(tmp_path: Path, name: str, value: object, word: str) -> None:
    settings = good(tmp_path)
    setattr(settings, name, value)
    (problem,) = production_problems(settings)
    assert word in problem


def test_should_find_a_secret_that_came_later_than_the_file(tmp_path: Path) -> None:
    made = development_secrets(tmp_path)
    path = tmp_path / SECRETS_FILE
    older = {name: value for name, value in made.items() if name != "agency_secret"}
    path.write_text(json.dumps(older))
    first, second = development_secrets(tmp_path), development_secrets(tmp_path)
    assert first == second
    assert {name: first[name] for name in older} == older
    assert len(first["agency_secret"]) > 24
    assert first["agency_secret"] not in older.values()


def test_should_refuse_a_set_clock_in_production(tmp_path: Path) -> None:
    (tmp_path / "clock.json").write_text("{}")
    (problem,) = production_problems(good(tmp_path))
    assert "clock" in problem


def test_should_end_with_sentences_and_no_traceback(tmp_path: Path) -> None:
    environment = {"HAQQI_ENV": "production", "HAQQI_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    result = subprocess.run(
        [sys.executable, "-m", "backend.cli", "up"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert result.returncode == 1
    assert "DATABASE_URL" in result.stderr
    assert "Traceback" not in result.stderr
