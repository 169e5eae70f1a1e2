"""`haqqi wording show`: what the table test checks, readable in a terminal."""

import json
import re
from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from backend import clock
from backend.answers.formatting import VARIETIES
from backend.answers.knowledge import book
from backend.cli.wording import app
from backend.conversations.cases import CHANNELS, QUESTIONS, cases, show

runner = CliRunner()


@pytest.fixture(autouse=True)
def _facts_are_fresh() -> Iterator[None]:
    with clock.supposing(max(fact.checked_on for fact in book())):
        yield


def lines(*arguments: str) -> list[str]:
    """The lines that the command prints."""
    result = runner.invoke(app, ["show", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


@pytest.mark.parametrize("question", QUESTIONS)
def test_should_print_every_case_in_a_hundred_columns(question: str) -> None:
    printed = lines(question)
    assert max(cell_len(line) for line in printed) <= 100
    heads = [line for line in printed if line.startswith("== ")]
    assert len(heads) == len(cases(question, clock.today()))
    for variety in VARIETIES:
        assert sum(line.startswith(f"{variety} -") for line in printed) == len(heads)


def test_should_show_parts_encoding_source_tags_and_what_comes_after_the_first_choice() -> None:
    printed = "\n".join(lines("threshold_info", "--variety", "ary-Latn"))
    assert re.search(r"^  sms \| GSM-7, \d+ units, [12] parts? \| source tag \w+ \d\d/\d\d$", printed, re.MULTILINE)
    assert "  sms, after 1 | GSM-7" in printed
    assert "webchat, whatsapp | " in printed
    assert "rests on amo_tadamon.threshold (B, " in printed
    assert "UCS-2" in "\n".join(lines("threshold_info", "--variety", "ary"))


def test_should_show_the_prompts_of_the_form_that_a_personal_question_opens() -> None:
    printed = "\n".join(lines("score_status", "--channel", "web", "--variety", "fr"))
    assert "unverified: identification by phone: birth_date" in printed
    assert "Quelle est votre date de naissance ?" in printed
    assert "verified: score 10.326428412345" in printed
    assert "no data: no score" in printed
    assert "several: score changed" in printed
    assert "facts too old" in printed
    assert "sms |" not in printed


def test_should_give_all_renderings_as_json() -> None:
    entries = json.loads("\n".join(lines("contribution_status", "--json")))
    found = cases("contribution_status", clock.today())
    assert len(entries) == len(found) * len(VARIETIES) * len(CHANNELS)
    for entry in entries:
        case = next(case for case in found if (case.kind, case.situation) == (entry["kind"], entry["situation"]))
        shown = show(case, entry["variety"], entry["channel"])
        assert entry["message"]["text"] == shown.message.text
        assert [message["text"] for message in entry["more"]] == [message.text for message in shown.more]
        assert (entry["message"]["parts"] in {1, 2}) is (entry["channel"] == "sms")
    assert any(entry["more"] for entry in entries)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["scor_status"], "score_status"),
        (["amo-benefit"], "amo_benefits"),
        (["quelque chose"], "greet"),
        (["greet", "--variety", "de"], "ary-Latn"),
        (["greet", "--channel", "fax"], "whatsapp"),
    ],
)
def test_should_tell_what_there_is_when_a_name_is_unknown(arguments: list[str], named: str) -> None:
    result = runner.invoke(app, ["show", *arguments])
    assert result.exit_code == 2
    assert named in result.stderr
    assert result.stdout == ""


def test_should_take_a_name_as_people_type_it() -> None:
    assert lines("Score-Meaning", "--variety", "fr") == lines("score_meaning", "--variety", "fr")
