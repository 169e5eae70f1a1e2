"""Settings of every Haqqi process, from the environment; in development, missing secrets come from HAQQI_HOME."""

import hashlib
import hmac
import json
import os
import secrets as random_secrets
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cryptography.fernet import Fernet
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.spdci import keys

ROOT = Path(__file__).resolve().parents[1]
SECRETS_FILE = "private/secrets.json"


class Settings(BaseSettings):
    """One object for all processes. Names follow `.env.example`."""

    model_config = SettingsConfigDict(env_prefix="HAQQI_", extra="ignore", populate_by_name=True)

    env: Literal["development", "production"] = "development"
    home: Path = ROOT / ".haqqi"
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1024, le=65000)
    public_url: str = ""
    now: str | None = None
    facts_dir: Path = ROOT / "data" / "facts"

    database_url: str = Field("", validation_alias="DATABASE_URL")
    redis_url: str = Field("", validation_alias="REDIS_URL")
    rasa_url: str = ""

    bot_secret: SecretStr = SecretStr("")
    action_secret: SecretStr = SecretStr("")
    inner_secret: SecretStr = SecretStr("")
    agency_secret: SecretStr = SecretStr("")  # signs dossiers and the agency's answers
    redis_password: SecretStr = SecretStr("")
    hash_key: SecretStr = SecretStr("")
    encryption_keys: SecretStr = SecretStr("")  # comma-separated Fernet keys, the newest first

    sms_provider: Literal["", "console", "twilio", "jasmin"] = ""
    sms_sender: str = "Haqqi"
    whatsapp_sender: str = Field("", pattern=r"^(\+\d{6,15})?$")  # E.164, the number registered at Twilio
    whatsapp_buttons: bool = False  # our content templates exist there (python -m channels.whatsapp.templates)
    twilio_account_sid: str = Field("", validation_alias="TWILIO_ACCOUNT_SID")
    twilio_auth_token: SecretStr = Field(SecretStr(""), validation_alias="TWILIO_AUTH_TOKEN")
    twilio_api_url: str = Field("", validation_alias="TWILIO_API_URL")
    jasmin_api_url: str = Field("", validation_alias="JASMIN_API_URL")
    jasmin_username: str = Field("", validation_alias="JASMIN_USERNAME")
    jasmin_password: SecretStr = Field(SecretStr(""), validation_alias="JASMIN_PASSWORD")
    jasmin_secret: SecretStr = Field(SecretStr(""), validation_alias="JASMIN_SECRET")

    review_mode: Literal["relay", "mandated"] = "relay"  # who decides a review: the agency by relay, or its staff here
    agency_url: str = Field("", pattern=r"^(https?://.+)?$")  # where dossiers go; without it, into agency_folder
    agency_folder: str = ""
    agency_timeout_seconds: float = Field(20.0, gt=0)

    spdci_url: str = Field("", pattern=r"^(https?://.+)?$")  # the social registry (docs/spdci.md), if there is one
    spdci_sender_id: str = Field("", pattern=r"^[\w.:/-]*$")  # who we are for it
    spdci_receiver_id: str = Field("", pattern=r"^[\w.:/-]*$")  # who it is
    spdci_key_id: str = Field("1", pattern=r"^[\w.-]{1,60}$")  # which of our keys signs
    spdci_private_key: SecretStr = SecretStr("")  # Ed25519, base64; never made up
    spdci_registry_keys: str = ""  # its public keys: id:base64,id:base64
    spdci_token: SecretStr = SecretStr("")  # bearer token, where its gateway asks for one
    spdci_person_type: str = "IDCS"  # its names for the two identifiers
    spdci_household_type: str = "HOUSEHOLD"
    spdci_event_type: str = "REGISTER"  # its event that a score is new
    spdci_timeout_seconds: float = Field(10.0, gt=0)
    spdci_window_seconds: int = Field(3600, gt=0, le=86400)  # how old a message of its may be

    rasa_timeout_seconds: float = Field(5.0, gt=0)
    webhook_wait_seconds: float = Field(8.0, gt=0)
    callback_promise_hours: int = Field(24, gt=0)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def embedded_postgres(self) -> bool:
        """True when no DATABASE_URL is given and the packaged server is used."""
        return not self.database_url

    @property
    def embedded_redis(self) -> bool:
        """True when no REDIS_URL is given and the packaged server is used."""
        return not self.redis_url

    @property
    def base_url(self) -> str:
        """The address people and providers reach us by, without a trailing slash."""
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")

    @property
    def code_caps(self) -> tuple[int, int]:
        """One-time codes that one phone gets in an hour and in a day. Demo people are everybody's: more for them."""
        return (3, 5) if self.env == "production" else (60, 300)

    @property
    def inner_port(self) -> int:
        """Port of the inner API."""
        return self.port + 1

    @property
    def rasa_port(self) -> int:
        """Port of the Rasa server."""
        return self.port + 2

    @property
    def rasa_address(self) -> str:
        """HAQQI_RASA_URL without a trailing slash, or this machine's Rasa."""
        return (self.rasa_url or f"http://127.0.0.1:{self.rasa_port}").rstrip("/")

    @property
    def actions_port(self) -> int:
        """Port of the action server."""
        return self.port + 3

    @property
    def redis_port(self) -> int:
        """Port of the embedded Redis."""
        return self.port + 5

    @property
    def postgres_dir(self) -> Path:
        """Data and socket folder of the embedded PostgreSQL."""
        return self.home / "postgres"

    @property
    def private_dir(self) -> Path:
        """Secrets, reject files, uploads: 0700."""
        return self.home / "private"

    @property
    def agency_outbox(self) -> Path:
        """Where dossiers are laid when the agency has no address."""
        return Path(self.agency_folder) if self.agency_folder else self.private_dir / "agency"

    @property
    def has_spdci(self) -> bool:
        """Whether anything of the social registry is set: then all of it has to be."""
        given = (self.spdci_url, self.spdci_sender_id, self.spdci_receiver_id, self.spdci_registry_keys)
        return any(given) or bool(self.spdci_private_key.get_secret_value())

    @property
    def sqlalchemy_url(self) -> str:
        """DATABASE_URL for psycopg 3, or the socket of the embedded server."""
        if self.embedded_postgres:
            return f"postgresql+psycopg://postgres@/haqqi?host={self.socket_dir}"
        return "postgresql+psycopg://" + self.database_url.split("://", 1)[1]

    @property
    def libpq_url(self) -> str:
        """The same address for libpq and procrastinate."""
        return self.sqlalchemy_url.replace("+psycopg", "", 1)

    @property
    def socket_dir(self) -> Path:
        """Folder of PostgreSQL's socket: short, because a socket path holds 107 bytes."""
        if len(str(self.postgres_dir)) < 80:
            return self.postgres_dir
        return Path(tempfile.gettempdir()) / f"haqqi-pg-{os.getuid()}-{self.port}"

    @property
    def run_dir(self) -> Path:
        """Sockets and configuration of the process manager; a socket path holds 107 bytes here too."""
        folder = self.home / "run"
        if len(str(folder)) > 80:
            folder = Path(tempfile.gettempdir()) / f"haqqi-run-{os.getuid()}-{self.port}"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    @property
    def redis_address(self) -> str:
        """REDIS_URL, or that of the embedded server."""
        if self.embedded_redis:
            return f"redis://:{self.redis_password.get_secret_value()}@127.0.0.1:{self.redis_port}/0"
        return self.redis_url

    @property
    def has_twilio(self) -> bool:
        """Whether Twilio's credentials are set."""
        return bool(self.twilio_account_sid and self.twilio_auth_token.get_secret_value())

    @property
    def outgoing_sms_provider(self) -> str:
        """The provider for SMS: as set, else Twilio when it has credentials, else the console."""
        if self.sms_provider:
            return self.sms_provider
        return "twilio" if self.has_twilio else "console"


SECRET_FIELDS = (
    "bot_secret", "action_secret", "inner_secret", "agency_secret", "redis_password", "hash_key", "encryption_keys",
)  # fmt: skip


def development_secrets(home: Path) -> dict[str, str]:
    """Read or make the secrets of a development machine: `HAQQI_HOME/private/secrets.json`, 0600."""
    path = home / SECRETS_FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        values = {name: random_secrets.token_urlsafe(32) for name in SECRET_FIELDS}
        values["encryption_keys"] = Fernet.generate_key().decode()
        partial = path.with_suffix(f".{random_secrets.token_hex(4)}")
        partial.touch(mode=0o600)
        partial.write_text(json.dumps(values))
        try:
            path.hardlink_to(partial)  # fails if another process was first: its secrets are the ones
        except FileExistsError:
            pass
        finally:
            partial.unlink()
    loaded: dict[str, str] = json.loads(path.read_text())
    # A secret that came later than the file: the same for every process, without writing to the file at once.
    return {name: loaded.get(name) or _derived(loaded["hash_key"], name) for name in SECRET_FIELDS}


def _derived(key: str, name: str) -> str:
    return hmac.new(key.encode(), name.encode(), hashlib.sha256).hexdigest()


@lru_cache
def get_settings() -> Settings:
    """The settings of this process. In development, secrets that are not set come from HAQQI_HOME."""
    settings = Settings()
    settings.home = settings.home.expanduser().resolve()
    if settings.env == "production":
        return settings
    stored = development_secrets(settings.home)
    for name in SECRET_FIELDS:
        if not getattr(settings, name).get_secret_value():
            setattr(settings, name, SecretStr(stored[name]))
    return settings


def production_problems(settings: Settings) -> list[str]:
    """Why this configuration may not run in production, one sentence each; empty when it may."""
    checks = [
        (settings.embedded_postgres, "DATABASE_URL is not set: production needs its own PostgreSQL."),
        (settings.embedded_redis, "REDIS_URL is not set: production needs its own Redis."),
        (not settings.public_url.startswith("https://"), "HAQQI_PUBLIC_URL must begin with https://."),
        (
            settings.outgoing_sms_provider == "console",
            "SMS would only be printed: set a provider (HAQQI_SMS_PROVIDER).",
        ),
        (settings.agency_url.startswith("http://"), "HAQQI_AGENCY_URL must begin with https://."),
        (settings.spdci_url.startswith("http://"), "HAQQI_SPDCI_URL must begin with https://."),
        (settings.now is not None, "HAQQI_NOW is set: production runs on the real clock."),
        ((settings.home / "clock.json").exists(), "A clock is set (haqqi clock set): run `haqqi clock reset`."),
    ]
    problems = [sentence for failed, sentence in checks if failed]
    secrets_needed = [name for name in SECRET_FIELDS if name != "redis_password"]
    return [*problems, *spdci_problems(settings)] + [
        f"HAQQI_{name.upper()} is missing or shorter than 24 characters."
        for name in secrets_needed
        if len(getattr(settings, name).get_secret_value()) < 24
    ]


def spdci_problems(settings: Settings) -> list[str]:
    """Why the social registry can't be talked to, one sentence each; empty when it can, or when none is set."""
    if not settings.has_spdci:
        return []
    needed = ("spdci_url", "spdci_sender_id", "spdci_receiver_id")
    missing = [f"HAQQI_{name.upper()} is not set." for name in needed if not getattr(settings, name)]
    private = settings.spdci_private_key.get_secret_value()
    return missing + keys.problems(private, settings.spdci_registry_keys)
