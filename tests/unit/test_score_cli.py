"""`haqqi score compute`: what is printed, where, and with which exit code."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.cli.score import app

EXAMPLES = Path(__file__).parent / "data" / "score_examples.yml"
runner = CliRunner()

GOOD = """
examples:
  - {id: one, setting: rural, region: 8, inputs: {household_size: 1, members_60_plus: 1}, expected_score: 1}
  - {id: two, setting: urban, region: 4, inputs: {has_loan: true, head_age: 30}}
"""


def write(folder: Path, text: str, name: str = "households.yml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_prints_id_and_score_one_per_line(tmp_path: Path) -> None:
    result = runner.invoke(app, ["compute", write(tmp_path, GOOD)])
    assert result.exit_code == 0
    assert result.stdout == "one 8.7687900\ntwo 9.6487200\n"


def test_prints_all_sample_households() -> None:
    result = runner.invoke(app, ["compute", str(EXAMPLES)])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 19
    assert "urban_01_lone_person_nothing 9.4554900" in result.stdout.splitlines()


def test_json_has_numbers_with_seven_decimals(tmp_path: Path) -> None:
    result = runner.invoke(app, ["compute", write(tmp_path, GOOD), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [{"id": "one", "score": 8.76879}, {"id": "two", "score": 9.64872}]
    assert '"score": 8.7687900}' in result.stdout


def test_accepts_a_plain_list_in_json_and_missing_inputs(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeff[{"id": 7, "setting": "rural", "region": 8}]', "households.json")
    result = runner.invoke(app, ["compute", path])
    assert (result.exit_code, result.stdout) == (0, "7 8.6906900\n")


def test_a_household_with_a_problem_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = GOOD + "  - {id: three, setting: urban, region: 99, inputs: {cows: 1}}\n  - just words\n  - {id: five}\n"
    result = runner.invoke(app, ["compute", write(tmp_path, bad)])
    assert result.exit_code == 1
    assert result.stdout == "one 8.7687900\ntwo 9.6487200\n"
    lines = result.stderr.splitlines()
    assert lines[0].startswith("three: region: must be a code from 1 to 12, found 99; cows: is declared by rural")
    assert lines[1:] == [
        "household 4: must have id, setting, region and inputs.",
        "five: setting is missing; region is missing.",
    ]


def test_json_still_lists_the_good_ones(tmp_path: Path) -> None:
    bad = GOOD + "  - {id: three, setting: urban, region: 99}\n"
    result = runner.invoke(app, ["compute", write(tmp_path, bad), "--json"])
    assert result.exit_code == 1
    assert [entry["id"] for entry in json.loads(result.stdout)] == ["one", "two"]


def test_an_id_cannot_forge_a_line(tmp_path: Path) -> None:
    path = write(tmp_path, '[{"id": "a\\nb 9.9\\u001b[31m", "setting": "rural", "region": 8}]')
    assert runner.invoke(app, ["compute", path]).stdout == "a b 9.9[31m 8.6906900\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("examples: [", "is neither YAML nor JSON"),
        ("{ not json", "is neither YAML nor JSON"),
        ("a: b: c", "is neither YAML nor JSON: line 1"),
        ("", "must hold a list of households"),
        ("examples: {id: 1}", "must hold a list of households"),
        ("households: []", "must hold a list of households"),
        ("42", "must hold a list of households"),
        ("[" * 5000, "is neither YAML nor JSON"),
    ],
)
def test_an_ill_formed_file_is_one_sentence_and_exit_code_2(tmp_path: Path, text: str, says: str) -> None:
    result = runner.invoke(app, ["compute", write(tmp_path, text)])
    assert result.exit_code == 2
    assert says in result.stderr
    assert (result.stdout, len(result.stderr.splitlines())) == ("", 1)


def test_a_missing_folder_or_binary_file_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x80")
    for path, says in ((tmp_path / "none", "No such file"), (tmp_path, "directory"), (tmp_path / "binary", "UTF-8")):
        result = runner.invoke(app, ["compute", str(path)])
        assert result.exit_code == 2
        assert says in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_an_empty_list_is_no_problem(tmp_path: Path) -> None:
    path = write(tmp_path, "examples: []")
    assert runner.invoke(app, ["compute", path]).stdout == ""
    assert json.loads(runner.invoke(app, ["compute", path, "--json"]).stdout) == []
