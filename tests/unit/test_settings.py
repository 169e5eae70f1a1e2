"""Production refuses what is only fit for development, one sentence each."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from backend.settings import SECRET_FIELDS, SECRETS_FILE, Settings, development_secrets, production_problems
from backend.spdci.keys import new_key
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


def with_registry(home: Path) -> Settings:
    settings = good(home)
    settings.spdci_url, settings.spdci_sender_id = "https://registry.example/v1", "haqqi.example"
    settings.spdci_receiver_id = "registry.example"
    settings.spdci_private_key = SecretStr(new_key()[0])
    settings.spdci_registry_keys = f"2026:{new_key()[1]}"
    return settings


def test_should_accept_a_registry_with_all_that_it_needs(tmp_path: Path) -> None:
    assert production_problems(with_registry(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("spdci_url", "http://registry.example", "HAQQI_SPDCI_URL must begin with https"),
        ("spdci_url", "", "HAQQI_SPDCI_URL is not set"),
        ("spdci_sender_id", "", "HAQQI_SPDCI_SENDER_ID"),
        ("spdci_receiver_id", "", "HAQQI_SPDCI_RECEIVER_ID"),
        ("spdci_private_key", SecretStr(""), "HAQQI_SPDCI_PRIVATE_KEY"),
        ("spdci_private_key", SecretStr("A" * 43 + "="), "everybody knows"),
        ("spdci_private_key", SecretStr("c2hvcnQ="), "HAQQI_SPDCI_PRIVATE_KEY"),
        ("spdci_registry_keys", "", "HAQQI_SPDCI_REGISTRY_KEYS"),
        ("spdci_registry_keys", "2026:short", "HAQQI_SPDCI_REGISTRY_KEYS"),
        ("spdci_registry_keys", new_key()[1], "HAQQI_SPDCI_REGISTRY_KEYS"),
    ],
)
def test_should_refuse_half_a_registry(tmp_path: Path, name: str, value: object, word: str) -> None:
    settings = with_registry(tmp_path)
    setattr(settings, name, value)
    (problem,) = production_problems(settings)
    assert word in problem


def test_should_refuse_our_own_key_as_the_registrys(tmp_path: Path) -> None:
    settings = with_registry(tmp_path)
    private, public = new_key()
    settings.spdci_private_key, settings.spdci_registry_keys = SecretStr(private), f"1:{public}"
    (problem,) = production_problems(settings)
    assert "our own key" in problem
    assert private not in problem


def test_should_make_up_no_key_for_a_registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not any(name.startswith("spdci") for name in SECRET_FIELDS)
    assert not good(tmp_path).has_spdci


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
