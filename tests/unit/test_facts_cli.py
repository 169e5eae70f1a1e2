"""`haqqi facts`: check and show."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.cli.facts import app

RECORD = """  - id: {id}
    value: "{value}"
    unit: days
    operator: "<="
    source: a test with [brackets]
    source_tag: Test
    checked_on: {checked_on}
    confidence: {confidence}
"""
runner = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two facts, which the commands find through the environment."""
    records = [
        RECORD.format(id="a.first", value="60", checked_on="2026-05-01", confidence="B"),
        RECORD.format(id="a.second", value="30", checked_on="2026-06-20", confidence="A"),
    ]
    (tmp_path / "facts.yml").write_text("facts:\n" + "".join(records), encoding="utf-8")
    monkeypatch.setenv("HAQQI_FACTS_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def test_check_counts_the_shipped_facts() -> None:
    result = runner.invoke(app, ["check", "--as-of", "2026-11-22"])
    assert result.exit_code == 0
    assert result.stdout.startswith("OK: ")
    assert "15 files" in result.stdout
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("as_of", "lines"),
    [
        ("2026-09-28", []),
        ("2026-09-29", ["a.first: B counts as C from 2026-10-29"]),
        ("2026-10-28", ["a.first: B counts as C from 2026-10-29"]),
        ("2026-11-22", ["a.first: B counts as C since 2026-10-29", "a.second: A counts as B from 2026-12-18"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_check_lists_what_goes_stale_in_the_next_30_days(as_of: str, lines: list[str]) -> None:
    result = runner.invoke(app, ["check", "--as-of", as_of])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["OK: 2 facts in 2 versions, 1 files (A 1, B 1, C 0, UNVERIFIED 0)", *lines]


def test_check_prints_each_problem_on_its_own_line(folder: Path) -> None:
    bad = RECORD.format(id="a.third", value="x", checked_on="never", confidence="Z")
    (folder / "more.yml").write_text("facts:\n" + bad, encoding="utf-8")
    result = runner.invoke(app, ["check", "--as-of", "2026-11-22"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert all(line.startswith("more.yml: a.third: ") for line in result.stdout.splitlines())


@pytest.mark.usefixtures("folder")
def test_check_refuses_a_check_in_the_future() -> None:
    result = runner.invoke(app, ["check", "--as-of", "2026-06-01"])
    assert (result.exit_code, result.stdout) == (
        1,
        "facts.yml: a.second: checked_on 2026-06-20 is in the future\n",
    )


@pytest.mark.usefixtures("folder")
def test_show_lists_the_facts_of_a_day_with_their_aged_grade() -> None:
    result = runner.invoke(app, ["show", "--as-of", "2026-11-22"])
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines() if "a." in line and "days" in line]
    assert [[cell for cell in row if cell != "│"] for row in rows] == [
        ["a.first", "<=", "60", "days", "C", "2026-05-01", "Test"],
        ["a.second", "<=", "30", "days", "A", "2026-06-20", "Test"],
    ]


@pytest.mark.usefixtures("folder")
def test_show_one_fact_in_full() -> None:
    result = runner.invoke(app, ["show", "a.first", "--as-of", "2026-11-22"])
    assert result.exit_code == 0
    for text in ("<= 60 days", "C on 2026-11-22 (B when checked on 2026-05-01)", "a test with [brackets] (undated)"):
        assert text in result.stdout


def test_show_all_versions_of_a_fact() -> None:
    result = runner.invoke(app, ["show", "asd.orphan", "--as-of", "2026-11-22"])
    assert result.exit_code == 0
    assert all(text in result.stdout for text in ("350", "375", "not known"))


@pytest.mark.usefixtures("folder")
def test_show_an_unknown_fact_is_one_sentence() -> None:
    result = runner.invoke(app, ["show", "no.such", "--as-of", "2026-11-22"])
    assert (result.exit_code, result.stderr) == (1, "There is no fact no.such.\n")
