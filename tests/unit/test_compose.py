"""The containers' files hold together: no engine is needed, they are read and compared with the code and each other."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from cryptography.fernet import Fernet

from backend.settings import SECRET_FIELDS, Settings, production_problems
from tests.conftest import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = sorted(name for name, service in SERVICES.items() if "build" in service)
OF_PRODUCTION = sorted(name for name in OURS if "env_file" in SERVICES[name] and name != "migrate")
DOCKERFILES = sorted((ROOT / "deploy").glob("*.Dockerfile"))
SECRETS = [f"HAQQI_{field.upper()}" for field in SECRET_FIELDS]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
INTERPOLATED = re.compile(r"\$\{(\w+)(?::\?[^}]*)?\}")
EXAMPLE = set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
BOT = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "bot" / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
# Those of programs that are not ours: the database's image, Python and the bot's libraries.
FOREIGN = {"POSTGRES_USER", "POSTGRES_DB", "PATH", "HOME", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE",
           "PYTHONWARNINGS", "TF_CPP_MIN_LOG_LEVEL", "SQLALCHEMY_SILENCE_UBER_WARNING"}  # fmt: skip


def setting_names() -> set[str]:
    """The environment variables that Settings reads."""
    return {str(field.validation_alias or f"HAQQI_{name.upper()}") for name, field in Settings.model_fields.items()}


def instructions(dockerfile: Path) -> Iterator[tuple[str, list[str]]]:
    """The instructions of a Dockerfile with their words."""
    text = re.sub(r"\\\n", " ", dockerfile.read_text(encoding="utf-8"))
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, *words = line.split()
            yield name, words


def words_of(dockerfile: Path, name: str) -> list[list[str]]:
    return [words for instruction, words in instructions(dockerfile) if instruction == name]


def filled_in() -> dict[str, str]:
    """A `.env` as deploy/README.md tells to write it."""
    made_up = dict.fromkeys([*SECRETS, "POSTGRES_PASSWORD"], "x" * 40)
    return made_up | {
        "HAQQI_ENCRYPTION_KEYS": Fernet.generate_key().decode(), "HAQQI_PUBLIC_URL": "https://haqqi.example",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32, "TWILIO_AUTH_TOKEN": "0" * 32,
    }  # fmt: skip


def environment(name: str, env_file: dict[str, str]) -> dict[str, str]:
    """What Compose would hand to a service. KeyError when a variable that stands in the file is not in `.env`."""
    service = SERVICES[name]
    given = dict(env_file) if "env_file" in service else {}
    for variable, value in service.get("environment", {}).items():
        given[variable] = INTERPOLATED.sub(lambda found: env_file[found[1]], value)
    return given


def settings_of(name: str, env_file: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Settings:
    for variable in setting_names() & set(os.environ):
        monkeypatch.delenv(variable)
    for variable, value in environment(name, env_file).items():
        monkeypatch.setenv(variable, value)
    return Settings()


@pytest.mark.parametrize("name", OURS)
def test_should_build_from_a_file_that_exists(name: str) -> None:
    build = SERVICES[name]["build"]
    assert (ROOT / build["context"]).resolve() == ROOT
    assert ROOT / build["dockerfile"] in DOCKERFILES


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_should_copy_only_what_exists_and_reaches_the_build(dockerfile: Path) -> None:
    stages = {words[2] for words in words_of(dockerfile, "FROM") if len(words) == 3}
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for words in words_of(dockerfile, "COPY"):
        if words[0].startswith("--from="):
            assert words[0].removeprefix("--from=") in stages
            continue
        for source in words[:-1]:
            assert (ROOT / source).exists(), source
            assert source.split("/")[0] in let_in, source


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_should_install_locked_packages_and_run_as_somebody_else_than_root(dockerfile: Path) -> None:
    (requirements,) = [words[0] for words in words_of(dockerfile, "COPY") if words[0].endswith("requirements.txt")] or [
        "requirements/service.txt"
    ]
    pins = re.findall(r"^\S+==\S+(?: ; .*)? \\\n(?=    --hash=)", (ROOT / requirements).read_text(), re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]\S*==", (ROOT / requirements).read_text(), re.MULTILINE)) > 50
    installs = [" ".join(words) for words in words_of(dockerfile, "RUN") if "install" in words and "-r" in words]
    assert installs
    assert all("--require-hashes" in install for install in installs)
    assert words_of(dockerfile, "USER") == [["haqqi"]]


def test_should_lock_what_only_the_tests_would_bring_along() -> None:
    """SQLAlchemy's asyncio needs greenlet but asks for it as an extra only; Playwright brings it to every developer."""
    assert re.search(r"^greenlet==", (ROOT / "requirements" / "service.txt").read_text(), re.MULTILINE)


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_should_copy_what_a_model_depends_on(dockerfile: Path) -> None:
    """The image trains from the same sources as `make run` does."""
    from backend.operation.model import SOURCES

    copied = {source for words in words_of(dockerfile, "COPY") for source in words[:-1]}
    if "bot/requirements.txt" in copied:
        assert set(SOURCES) <= copied
    else:
        assert {"backend", "channels", "language", "data", "migrations", "alembic.ini"} <= copied


def test_should_name_a_tag_for_every_image() -> None:
    stages = {words[2] for path in DOCKERFILES for words in words_of(path, "FROM") if len(words) == 3}
    bases = {words[0] for path in DOCKERFILES for words in words_of(path, "FROM")} - stages
    for image in bases | {service["image"] for service in SERVICES.values()}:
        name, _, tag = image.partition(":")
        assert re.fullmatch(r"[a-z-]+", name), image
        assert re.fullmatch(r"\d[\w.-]*", tag), image
    assert {SERVICES[name]["image"].partition(":")[2] for name in OURS} == {VERSION}


def test_should_believe_the_proxy_about_visitors_addresses_and_nobody_else() -> None:
    command = SERVICES["service"]["command"]
    (front,) = COMPOSE["networks"]["front"]["ipam"]["config"]
    assert command[command.index("--forwarded-allow-ips") + 1] == front["subnet"]
    assert {name for name, service in SERVICES.items() if "front" in service["networks"]} == {"proxy", "service"}
    assert "forwarded" not in str([service.get("command") for name, service in SERVICES.items() if name != "service"])


def test_should_have_every_part() -> None:
    assert set(SERVICES) == {
        "postgres", "redis", "migrate", "service", "inner", "worker", "rasa", "actions", "proxy",
    }  # fmt: skip


def test_should_open_ports_of_the_proxy_only() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert not [name for name, service in SERVICES.items() if "network_mode" in service]
    open_networks = {name for name, network in COMPOSE["networks"].items() if not (network or {}).get("internal")}
    reach_out = {name for name, service in SERVICES.items() if set(service["networks"]) & open_networks}
    assert reach_out == {"proxy", "worker", "service"}  # the service fetches the photos that people send
    assert all(set(service["networks"]) <= set(COMPOSE["networks"]) for service in SERVICES.values())
    near = set(SERVICES["proxy"]["networks"])
    assert {name for name, service in SERVICES.items() if near & set(service["networks"])} == {"proxy", "service"}


@pytest.mark.parametrize("name", SERVICES)
def test_should_lock_every_container_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == ("no" if name == "migrate" else "unless-stopped")
    assert ("healthcheck" in service) is (name not in {"migrate", "worker"})
    for volume in service.get("volumes", ()):
        source = volume.split(":")[0]
        assert (ROOT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]


def test_should_wait_for_what_is_needed() -> None:
    for name, service in SERVICES.items():
        for other, wait in service.get("depends_on", {}).items():
            if wait["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[other], (name, other)
            else:
                assert (other, wait["condition"]) == ("migrate", "service_completed_successfully")
    assert "rasa" not in SERVICES["service"]["depends_on"], "menus work without Rasa"


def test_should_use_known_variables_only() -> None:
    known = setting_names() | BOT | EXAMPLE | FOREIGN
    for name, service in SERVICES.items():
        assert set(service.get("environment", {})) <= known, name
    for path in DOCKERFILES:
        set_there = {word.partition("=")[0] for words in words_of(path, "ENV") for word in words}
        assert set_there <= known, path
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert set(INTERPOLATED.findall(text)) <= EXAMPLE
    assert not EXAMPLE - setting_names() - BOT - set(INTERPOLATED.findall(text)), "a setting that nothing reads"


@pytest.mark.parametrize("name", OF_PRODUCTION)
def test_should_be_fit_for_production(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(name, filled_in(), monkeypatch)
    assert settings.env == "production"
    assert production_problems(settings) == []


@pytest.mark.parametrize("missing", [*SECRETS, "HAQQI_PUBLIC_URL", "POSTGRES_PASSWORD"])
def test_should_ask_for_every_secret(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose refuses to start because the file names the variable, or the service does, in a sentence."""
    assert missing in EXAMPLE
    env_file = {variable: value for variable, value in filled_in().items() if variable != missing}
    if missing in INTERPOLATED.findall(str(SERVICES["service"]["environment"])):
        with pytest.raises(KeyError, match=missing):
            environment("service", env_file)
    else:
        (problem,) = production_problems(settings_of("service", env_file, monkeypatch))
        assert missing in problem


def test_should_give_the_bot_no_key_of_peoples_data() -> None:
    for name in ("rasa", "actions"):
        given = set(environment(name, filled_in()))
        assert not given & {"HAQQI_ENCRYPTION_KEYS", "HAQQI_HASH_KEY", "DATABASE_URL", "TWILIO_AUTH_TOKEN"}
        assert given <= BOT


@pytest.mark.parametrize(
    ("caller", "variable", "port"),
    [
        ("service", "HAQQI_RASA_URL", 8002), ("worker", "HAQQI_RASA_URL", 8002), ("rasa", "BOT_ACTIONS_URL", 8003),
        ("actions", "HAQQI_INNER_URL", 8001), ("service", "DATABASE_URL", 5432), ("rasa", "REDIS_URL", 6379),
        ("inner", "DATABASE_URL", 5432), ("worker", "REDIS_URL", 6379), ("migrate", "DATABASE_URL", 5432),
    ],
)  # fmt: skip
def test_should_find_each_other(caller: str, variable: str, port: int) -> None:
    address = urlsplit(environment(caller, filled_in())[variable])
    called = SERVICES[str(address.hostname)]
    assert address.port == port
    assert set(SERVICES[caller]["networks"]) & set(called["networks"])
    if address.scheme == "http" and address.hostname != "actions":  # the action server counts from HAQQI_PORT
        assert called["command"][called["command"].index("--port") + 1] == str(port)


def test_should_ask_the_rasa_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of("service", filled_in(), monkeypatch)
    assert settings.rasa_address == "http://rasa:8002"
    settings.rasa_url = ""
    assert settings.rasa_address == f"http://127.0.0.1:{settings.port + 2}"


def test_should_proxy_to_the_service_under_the_public_address() -> None:
    lines = (ROOT / "deploy" / "Caddyfile").read_text().splitlines()
    assert "{$HAQQI_PUBLIC_URL} {" in lines
    assert "\treverse_proxy service:8000" in lines
    assert not [line for line in lines if line.split()[:1] == ["log"]], "addresses hold secrets"
