"""Reject files hold personal data: private, and deleted after a week."""

import csv
import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from backend import clock
from backend.registry.extracts.rejects import RejectFile, rejects_folder, remove_old_rejects
from backend.registry.extracts.validation import Record
from backend.settings import get_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HAQQI_HOME", str(tmp_path / "home"))
    get_settings.cache_clear()
    yield tmp_path / "home"
    get_settings.cache_clear()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_no_reject_no_file() -> None:
    with RejectFile("scores", ["a"]) as rejects:
        rejects.write([])
    assert rejects.path is None
    assert not rejects_folder().exists()


def test_file_is_private_and_in_the_order_of_lines() -> None:
    with RejectFile("scores", ["a", "b"]) as rejects:
        rejects.write([(Record(9, ["x", 'y "z"\n']), "b is empty."), (Record(4, ["é"]), "Bad.")])
        rejects.write([(Record(12, ["1", "2"]), "a is wrong.")])
        assert rejects.path is not None
        with rejects.path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    assert rows == [
        ["line", "reason", "a", "b"],
        ["4", "Bad.", "é"],
        ["9", "b is empty.", "x", 'y "z"\n'],
        ["12", "a is wrong.", "1", "2"],
    ]
    assert mode(rejects.path) == 0o600
    assert mode(rejects.path.parent) == 0o700
    assert mode(rejects.path.parent.parent) == 0o700
    assert rejects.path.name.startswith("scores-2")


def test_two_loads_in_one_second_have_two_files() -> None:
    with RejectFile("scores", ["a"]) as first, RejectFile("scores", ["a"]) as second:
        first.write([(Record(1, ["x"]), "Bad.")])
        second.write([(Record(1, ["y"]), "Bad.")])
    assert first.path != second.path


def test_files_go_after_seven_days() -> None:
    with RejectFile("scores", ["a"]) as rejects:
        rejects.write([(Record(1, ["x"]), "Bad.")])
    assert rejects.path is not None
    assert remove_old_rejects() == 0
    six_days_ago = (clock.now() - timedelta(days=6, hours=23)).timestamp()
    os.utime(rejects.path, (six_days_ago, six_days_ago))
    assert remove_old_rejects() == 0
    week_ago = (clock.now() - timedelta(days=7, minutes=1)).timestamp()
    os.utime(rejects.path, (week_ago, week_ago))
    assert remove_old_rejects() == 1
    assert not rejects.path.exists()


def test_nothing_to_remove_before_the_first_import() -> None:
    assert remove_old_rejects() == 0
