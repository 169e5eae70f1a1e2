"""`haqqi import` as a person runs it: summary, exit codes, privacy, and a load that is killed."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from typer.testing import CliRunner, Result

from backend.cli.importing import app
from backend.registry.extracts.columns import catalogue
from backend.settings import get_settings

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "sample"


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("DATABASE_URL", database_url)
    get_settings.cache_clear()
    yield database_url
    get_settings.cache_clear()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), catch_exceptions=False)


def persons(url: str) -> int:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM person")).scalar_one()
    engine.dispose()
    return int(found)


def test_a_good_file(database: str) -> None:
    result = run("households", str(SAMPLES / "households.csv"))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("households: 5 rows read in ")
    assert [line.split() for line in lines[1:]] == [
        ["new", "5"],
        ["changed", "0"],
        ["unchanged", "0"],
        ["rejected", "0"],
    ]
    assert persons(database) == 5


def test_rejects_are_named_by_file_and_not_shown(database: str) -> None:
    result = run("households", str(SAMPLES / "households-with-errors.csv"))
    assert result.exit_code == 0
    path = Path(result.output.splitlines()[-1].rpartition(": ")[2])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    content = path.read_text(encoding="utf-8")
    assert "514937" in content
    assert "514937" not in result.output
    assert "El Mernissi" not in result.output


def test_strict_ends_with_1_when_rows_were_rejected(database: str) -> None:
    assert run("households", str(SAMPLES / "households-with-errors.csv"), "--strict").exit_code == 1
    assert persons(database) == 5
    assert run("households", str(SAMPLES / "households.csv"), "--strict").exit_code == 0


@pytest.mark.parametrize("kind", list(catalogue().kinds))
def test_a_file_with_other_columns_ends_with_2_and_one_sentence(database: str, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b\n1,2\n")
    result = run(kind, str(path))
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert result.output.startswith("The columns of file.csv do not fit, nothing was loaded: missing: ")


def test_a_missing_file_ends_with_2(database: str, tmp_path: Path) -> None:
    result = run("scores", str(tmp_path / "none.csv"))
    assert (result.exit_code, result.output) == (2, f"There is no file {tmp_path / 'none.csv'}.\n")


def test_no_database_ends_with_2_and_one_sentence(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@/none?host={tmp_path}")
    get_settings.cache_clear()
    result = run("households", str(SAMPLES / "households.csv"))
    assert result.exit_code == 2
    assert result.output.startswith("The load stopped: the database could not be used (OperationalError)")
    assert result.output.count("\n") == 1


def test_an_unknown_kind_is_a_usage_error() -> None:
    assert run("pensions", "file.csv").exit_code == 2


def test_a_killed_load_can_be_run_again(database: str, tmp_path: Path) -> None:
    rows = 40_000
    path = tmp_path / "households.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(catalogue().kinds["households"].names) + "\n")
        for number in range(rows):
            file.write(f"H{number // 4},rural,5,{number:010},,Itto,Amghar,1980-01-02,,no\n")
    command = [sys.executable, "-c", "from backend.cli.importing import app; app()", "households", str(path)]
    load = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while persons(database) == 0 and load.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(load.pid, signal.SIGKILL)
    assert load.wait() == -signal.SIGKILL
    kept = persons(database)
    assert 0 < kept < rows
    assert kept % 5000 == 0
    result = run("households", str(path))
    assert result.exit_code == 0
    figures = dict(line.split() for line in result.output.splitlines()[1:])
    assert int(figures["new"]) + int(figures["unchanged"]) == rows
    assert int(figures["unchanged"]) >= kept
    assert persons(database) == rows
