"""Loading extracts into a real PostgreSQL: what is stored, what is refused and why, and that twice changes nothing."""

import csv
import itertools
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from backend import clock
from backend.contributions.models import ContributionAccount, ContributionEntry
from backend.database import sync_engine
from backend.entitlements.models import Coverage
from backend.identity.cipher import look_up
from backend.registry.extracts import ExtractError, LoadReport, load_extract, loading, staging
from backend.registry.extracts.columns import catalogue
from backend.registry.extracts.kinds import scores as scores_kind
from backend.registry.models import Centre, Household, Person
from backend.scores.models import ScoreNotice

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "sample"
Row = dict[str, str]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = sync_engine(database_url)
    yield engine
    engine.dispose()


def person(idcs: str, household: str = "H1", **changes: str) -> Row:
    row = {"household_reference": household, "setting": "rural", "region": "5", "idcs": idcs, "cnie": ""}
    row |= {"given_name": "Itto", "family_name": "Amghar", "birth_date": "1980-01-02", "phone": "", "declarant": "no"}
    return row | changes


def score(household: str = "H1", **changes: str) -> Row:
    row = {"household_reference": household, "score": "9.1", "computed_on": "2026-10-01", "notified_on": ""}
    return row | {"notified_by": "", "declared": ""} | changes


def coverage(idcs: str, **changes: str) -> Row:
    row = {"idcs": idcs, "regime": "amo_tadamon", "status": "open", "since": "2023-01-01", "reason": ""}
    return row | {"registration_number": "118204736"} | changes


def contribution(idcs: str, period: str, **changes: str) -> Row:
    row = {
        "idcs": idcs,
        "regime": "amo_tns",
        "period": period,
        "due": "198.50",
        "paid": "0",
        "paid_on": "",
        "method": "",
    }
    return row | {"next_debit_on": "", "next_debit_amount": "", "declared_days": ""} | changes


def figures(report: LoadReport) -> tuple[int, int, int, int, int]:
    return report.read, report.new, report.changed, report.unchanged, report.rejected


def rejects(report: LoadReport) -> list[Row]:
    assert report.reject_file is not None
    with report.reject_file.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reasons(report: LoadReport) -> list[tuple[int, str]]:
    # By position: an extract of coverage has a `reason` of its own.
    assert report.reject_file is not None
    with report.reject_file.open(encoding="utf-8", newline="") as file:
        return [(int(row[0]), row[1]) for row in list(csv.reader(file))[1:]]


def stored(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("household", "person", "score_notice", "coverage", "contribution_account", "contribution_entry", "centre")
    with engine.connect() as connection:
        return {t: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {t}"))), key=str) for t in tables}


def one(engine: Engine, idcs: str) -> Person:
    with Session(engine) as session:
        return session.scalars(select(Person).where(Person.idcs_hash == look_up("idcs", idcs))).one()


def count(engine: Engine, model: type[Any]) -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


# --- the example of five good rows and three bad ones


def test_five_good_rows_and_three_bad_ones(engine: Engine) -> None:
    report = load_extract("households", SAMPLES / "households-with-errors.csv", engine=engine)
    assert figures(report) == (8, 5, 0, 0, 3)
    assert reasons(report) == [
        (
            4,
            "idcs must have 10 digits (a spreadsheet drops zeros at the beginning). "
            "birth_date is not a day of the calendar.",
        ),
        (6, "phone is not a possible phone number."),
        (7, "region must be a number from 1 to 12 or the official name of a region."),
    ]
    assert rejects(report)[1] == {
        **{"line": "6", "reason": "phone is not a possible phone number.", "household_reference": "SAMPLE-012"},
        **{"setting": "urban", "region": "4", "idcs": "3817402957", "cnie": "", "given_name": "Yahya"},
        **{"family_name": "El Mernissi", "birth_date": "07/06/2018", "phone": "12", "declarant": "no"},
    }
    assert count(engine, Person) == 5
    before = stored(engine)
    again = load_extract("households", SAMPLES / "households-with-errors.csv", engine=engine)
    assert figures(again) == (8, 0, 0, 5, 3)
    assert stored(engine) == before


def test_a_corrected_reject_file_can_be_imported(engine: Engine) -> None:
    report = load_extract("households", SAMPLES / "households-with-errors.csv", engine=engine)
    assert report.reject_file is not None
    content = report.reject_file.read_text(encoding="utf-8")
    for wrong, right in (
        ("514937,", "5149370863,"),
        ("31/02/1984", "28/02/1984"),
        (",12,no", ",,no"),
        ("urban,13", "urban,3"),
    ):
        assert content.count(wrong) == 1
        content = content.replace(wrong, right)
    report.reject_file.write_text(content, encoding="utf-8")
    assert figures(load_extract("households", report.reject_file, engine=engine)) == (3, 3, 0, 0, 0)


def test_samples_load_in_their_order_and_twice_changes_nothing(engine: Engine) -> None:
    kinds = list(catalogue().kinds)
    assert kinds[0] == "households"
    first = [load_extract(kind, SAMPLES / f"{kind}.csv", engine=engine) for kind in kinds]
    assert [report.new for report in first] == [5, 2, 2, 4, 3]
    assert not any(report.rejected for report in first)
    before = stored(engine)
    again = [load_extract(kind, SAMPLES / f"{kind}.csv", engine=engine) for kind in kinds]
    assert [report.unchanged for report in again] == [5, 2, 2, 4, 3]
    assert stored(engine) == before


# --- households


def test_a_person_is_stored_encrypted_and_found_by_hash(engine: Engine) -> None:
    row = person("0671520943", cnie="bk123456", given_name="سناء", family_name="الوزاني", phone="06 12 34 56 78")
    load_extract("households", [row | {"declarant": "yes", "birth_date": "30/01/1988"}], engine=engine)
    found = one(engine, "0671520943")
    assert (found.given_name, found.family_name, found.idcs, found.cnie) == (
        "سناء",
        "الوزاني",
        "0671520943",
        "BK123456",
    )
    assert (found.born, found.phone, found.is_declarant, found.is_demo) == (
        date(1988, 1, 30),
        "+212612345678",
        True,
        False,
    )
    assert found.phone_hash == look_up("phone", "+212612345678")
    assert found.cnie_hash == look_up("cnie", "BK123456")
    with engine.connect() as connection:
        raw = b"".join(v for r in connection.execute(text("SELECT * FROM person")) for v in r if isinstance(v, bytes))
    assert b"0671520943" not in raw
    assert "سناء".encode() not in raw
    with Session(engine) as session:
        home = session.scalars(select(Household)).one()
    assert (home.reference, home.setting, home.region, found.household_id) == ("H1", "rural", 5, home.id)


def test_only_what_changed_is_written(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [person("1000000001"), person("1000000002"), person("1000000003", "H2")]
    load_extract("households", rows, engine=engine)
    ids = {idcs: one(engine, idcs).id for idcs in ("1000000001", "1000000002")}
    later = datetime(2030, 1, 1, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: later)
    rows[0] |= {"phone": "0612345678"}
    assert figures(load_extract("households", rows, engine=engine)) == (3, 0, 1, 2, 0)
    changed, same = one(engine, "1000000001"), one(engine, "1000000002")
    assert (changed.id, changed.phone, changed.updated_at) == (ids["1000000001"], "+212612345678", later)
    assert same.id == ids["1000000002"]
    assert same.updated_at < later


def test_a_household_that_moves_changes_all_its_rows(engine: Engine) -> None:
    rows = [person("1000000001"), person("1000000002")]
    load_extract("households", rows, engine=engine)
    moved = [row | {"setting": "urban", "region": "Casablanca-Settat"} for row in rows]
    assert figures(load_extract("households", moved, engine=engine)) == (2, 0, 2, 0, 0)
    with Session(engine) as session:
        home = session.scalars(select(Household)).one()
    assert (home.setting, home.region) == ("urban", 6)


def test_a_move_told_by_one_member_and_taken_back_by_another(engine: Engine) -> None:
    first, second = person("1000000001"), person("1000000002")
    load_extract("households", [first, second], engine=engine)
    load_extract("households", [second | {"region": "6"}], engine=engine)
    assert figures(load_extract("households", [first], engine=engine)) == (1, 0, 1, 0, 0)
    with Session(engine) as session:
        assert session.scalars(select(Household.region)).one() == 5


def test_a_person_changes_household(engine: Engine) -> None:
    load_extract("households", [person("1000000001"), person("1000000002", "H2")], engine=engine)
    load_extract("households", [person("1000000001", "H2")], engine=engine)
    assert one(engine, "1000000001").household_id == one(engine, "1000000002").household_id


def test_variety_chosen_by_the_person_survives_a_load(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    with Session(engine) as session, session.begin():
        session.scalars(select(Person)).one().variety = "ary-Latn"
    load_extract("households", [person("1000000001", given_name="Tlaytmas")], engine=engine)
    assert (one(engine, "1000000001").variety, one(engine, "1000000001").given_name) == ("ary-Latn", "Tlaytmas")


@pytest.mark.parametrize("batch", [1, 2, 5000])
def test_repeats_and_contradictions_inside_a_file(engine: Engine, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(loading, "BATCH_ROWS", batch)
    rows = [
        person("1000000001", declarant="yes"),
        person("1000000001", declarant="yes"),
        person("1000000001", declarant="yes", phone="0612345678"),
        person("1000000002", region="6"),
        person("1000000003", declarant="yes"),
        person("1000000004", setting="urban", declarant="yes"),
        person("1000000005"),
        person("10 0000 0005"),
    ]
    report = load_extract("households", rows, engine=engine)
    assert figures(report) == (8, 2, 0, 2, 4)
    assert reasons(report) == [
        (3, "This IDCS stands in line 1 with other content."),
        (4, "Line 1 gives this household another setting or region."),
        (5, "Line 1 names another declarant of this household."),
        (
            6,
            "Line 1 gives this household another setting or region. Line 1 names another declarant of this household.",
        ),
    ]
    assert one(engine, "1000000001").phone is None


# --- scores


def test_scores_are_kept_as_written(engine: Engine) -> None:
    load_extract(
        "households", [person("1000000001"), person("1000000002", "H2", setting="urban", region="3")], engine=engine
    )
    rows = [
        score(score="9.3264284", notified_on="2026-10-09", notified_by="sms", declared='{"rooms":1,"cows":2}'),
        score("H2", score="9,32642844000"),
        score("H2", score="9.50", computed_on="2025-01-01"),
    ]
    assert figures(load_extract("scores", rows, engine=engine)) == (3, 3, 0, 0, 0)
    with Session(engine) as session:
        notices = list(session.scalars(select(ScoreNotice).order_by(ScoreNotice.score)))
    assert [str(notice.score) for notice in notices] == ["9.3264284", "9.32642844000", "9.50"]
    first, second, _ = notices
    assert (first.setting, first.region, second.setting, second.region) == ("rural", 5, "urban", 3)
    assert (first.notified_on, first.notified_by, first.declared) == (date(2026, 10, 9), "sms", {"rooms": 1, "cows": 2})
    assert (second.notified_on, second.notified_by, second.declared) == (None, None, None)
    assert figures(load_extract("scores", rows, engine=engine)) == (3, 0, 0, 3, 0)


def test_a_score_with_more_decimals_is_a_change(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    load_extract("scores", [score(score="9.5")], engine=engine)
    assert figures(load_extract("scores", [score(score="9.50")], engine=engine)) == (1, 0, 1, 0, 0)


def test_scores_that_cannot_be_stored(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    rows = [
        score("NOBODY"),
        score(declared='{"mobile_phones":2}'),
        score(declared='{"household_size":1,"members_60_plus":3}', computed_on="2026-09-01"),
        score(notified_on="2026-09-30"),
        score("NOBODY"),
    ]
    report = load_extract("scores", rows, engine=engine)
    assert figures(report) == (5, 0, 0, 0, 5)
    unknown = "No household with this reference is known: load the households first."
    found = reasons(report)
    assert found[0] == (1, unknown)
    assert found[1] == (2, "declared: mobile_phones: is declared by urban households only, this one is rural.")
    assert "declared: the members aged 19-29, 30-59 and 60 or over are together more" in found[2][1]
    assert found[3] == (4, "notified_on is before computed_on.")
    assert found[4] == (5, unknown)


def test_two_scores_of_one_day(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    report = load_extract("scores", [score(), score(score="9.2"), score(computed_on="01/10/2026")], engine=engine)
    assert figures(report) == (3, 1, 0, 1, 1)
    assert reasons(report)[0][1].startswith("Line 1 gives this household another score")


# --- coverage


def test_coverage(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    rows = [
        coverage("1000000001"),
        coverage(
            "1000000001", regime="amo_tns", status="suspended", reason="unpaid_contributions", registration_number=""
        ),
        coverage("9999999999"),
        coverage("1000000001", status="closed"),
    ]
    report = load_extract("coverage", rows, engine=engine)
    assert figures(report) == (4, 2, 0, 0, 2)
    assert reasons(report) == [
        (3, "No person with this IDCS is known: load the households first."),
        (4, "Line 1 gives this person another cover under the same regime."),
    ]
    with Session(engine) as session:
        found = {c.regime: c for c in session.scalars(select(Coverage))}
    assert found["amo_tadamon"].registration_number == "118204736"
    assert (found["amo_tns"].reason, found["amo_tns"].registration_number) == ("unpaid_contributions", None)
    assert found["amo_tadamon"].person_id == one(engine, "1000000001").id
    closed = coverage("1000000001", status="closed", since="2026-11-01", reason="score_above_threshold")
    assert figures(load_extract("coverage", [closed], engine=engine)) == (1, 0, 1, 0, 0)


# --- contributions


def account(engine: Engine, regime: str = "amo_tns") -> ContributionAccount:
    with Session(engine) as session:
        return session.scalars(select(ContributionAccount).where(ContributionAccount.regime == regime)).one()


def test_contributions_and_their_account(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    rows = [
        contribution("1000000001", "2026-10", next_debit_on="2026-12-01", next_debit_amount="397"),
        contribution("1000000001", "2026-09", paid="198,50", paid_on="05/09/2026", method="bank_debit"),
        contribution("9999999999", "2026-10"),
        contribution("1000000001", "2026-10", due="200"),
    ]
    report = load_extract("contributions", rows, engine=engine)
    assert figures(report) == (4, 2, 0, 0, 2)
    assert [line for line, _ in reasons(report)] == [3, 4]
    found = account(engine)
    assert (found.next_debit_on, found.next_debit_amount) == (date(2026, 12, 1), Decimal("397.00"))
    with Session(engine) as session:
        entries = list(session.scalars(select(ContributionEntry).order_by(ContributionEntry.period)))
    assert [(e.period, e.due, e.paid, e.paid_on, e.method) for e in entries] == [
        (date(2026, 9, 1), Decimal("198.50"), Decimal("198.50"), date(2026, 9, 5), "bank_debit"),
        (date(2026, 10, 1), Decimal("198.50"), Decimal(0), None, None),
    ]
    assert {e.account_id for e in entries} == {found.id}


@pytest.mark.parametrize("batch", [1, 5000])
def test_the_latest_month_decides_about_the_account(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(loading, "BATCH_ROWS", batch)
    load_extract("households", [person("1000000001")], engine=engine)
    months = [
        contribution("1000000001", "2026-09", next_debit_on="2026-11-01", next_debit_amount="9", declared_days="20"),
        contribution("1000000001", "2026-10", next_debit_on="2026-12-01", next_debit_amount="10"),
        contribution("1000000001", "2026-08", next_debit_on="2026-10-01", next_debit_amount="8", declared_days="26"),
    ]
    for rows in itertools.permutations(months):
        load_extract("contributions", rows, engine=engine)
        found = account(engine)
        assert (found.next_debit_on, found.next_debit_amount) == (date(2026, 12, 1), Decimal(10))
        assert (found.declared_days, found.last_declared_month) == (20, date(2026, 9, 1))
    before = stored(engine)
    load_extract("contributions", months[:1], engine=engine)
    assert stored(engine) == before
    no_debit = contribution("1000000001", "2026-10", declared_days="24")
    assert figures(load_extract("contributions", [no_debit], engine=engine)) == (1, 0, 1, 0, 0)
    found = account(engine)
    assert (found.next_debit_on, found.declared_days, found.last_declared_month) == (None, 24, date(2026, 10, 1))


# --- centres


def test_centres_say_which_are_demo(engine: Engine) -> None:
    load_extract("centres", SAMPLES / "centres.csv", engine=engine)
    with Session(engine) as session:
        centres = list(session.scalars(select(Centre).order_by(Centre.code)))
    assert all(centre.is_demo and centre.name.startswith("DEMO ") for centre in centres)
    assert centres[0].address == "3, avenue de l'Exemple"
    assert (centres[0].latitude, centres[2].latitude) == (Decimal("30.42"), None)
    row = dict(zip(catalogue().kinds["centres"].names, _first_centre(), strict=True))
    assert figures(load_extract("centres", [row | {"demo": "no"}], engine=engine)) == (1, 0, 1, 0, 0)
    with Session(engine) as session:
        assert session.scalars(select(Centre).where(Centre.code == row["code"])).one().is_demo is False


def _first_centre() -> list[str]:
    with (SAMPLES / "centres.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1]


# --- demo and real


def test_demo_never_replaces_or_joins_real_data(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine)
    before = stored(engine)
    rows = [person("1000000001", "D1"), person("1000000009"), person("1000000002", "D1")]
    report = load_extract("households", rows, engine=engine, is_demo=True)
    assert figures(report) == (3, 1, 0, 0, 2)
    assert {reason for _, reason in reasons(report)} == {
        "This household or person is real: demo data never replaces it."
    }
    assert one(engine, "1000000002").is_demo
    assert load_extract("scores", [score()], engine=engine, is_demo=True).rejected == 1
    assert load_extract("coverage", [coverage("1000000001")], engine=engine, is_demo=True).rejected == 1
    assert set(before["person"]) < set(stored(engine)["person"])


def test_a_real_extract_takes_a_demo_person_over(engine: Engine) -> None:
    load_extract("households", [person("1000000001")], engine=engine, is_demo=True)
    assert figures(load_extract("households", [person("1000000001")], engine=engine)) == (1, 0, 1, 0, 0)
    assert one(engine, "1000000001").is_demo is False


# --- the load as a whole


def test_batches_are_stored_while_the_file_is_still_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH_ROWS", 500)
    found = []

    def rows() -> Iterator[Mapping[str, str]]:
        for number in range(1700):
            if number % 500 == 250:
                found.append(count(engine, Person))
            yield person(f"{number:010}")

    told: list[int] = []
    report = load_extract("households", rows(), engine=engine, progress=told.append)
    assert found == [0, 500, 1000]
    assert figures(report) == (1700, 1700, 0, 0, 0)
    assert told == [500, 1000, 1500, 1700]


def test_progress_of_a_file_is_told_in_bytes(engine: Engine) -> None:
    told: list[int] = []
    load_extract("households", SAMPLES / "households.csv", engine=engine, progress=told.append)
    assert told[-1] == (SAMPLES / "households.csv").stat().st_size


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", "do not fit, nothing was loaded"),
        ("household_reference,setting\nH1,é".encode("latin-1"), "is not UTF-8: line 2"),
    ],
)
def test_a_file_that_cannot_be_loaded_changes_nothing(
    engine: Engine, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(ExtractError, match=sentence):
        load_extract("households", path, engine=engine)
    assert count(engine, Household) == 0


def test_header_only_loads_nothing(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(";".join(catalogue().kinds["coverage"].names))
    report = load_extract("coverage", path, engine=engine)
    assert (figures(report), report.reject_file) == ((0, 0, 0, 0, 0), None)


def test_unknown_kind(engine: Engine) -> None:
    with pytest.raises(ExtractError, match="no kind 'pensions': choose one of households, scores"):
        load_extract("pensions", [], engine=engine)


def test_two_imports_at_once_are_refused(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "LOCK_PATIENCE", "100ms")
    with staging.import_connection(engine), pytest.raises(ExtractError, match="Another import is running"):
        load_extract("households", [person("1000000001")], engine=engine)
    assert figures(load_extract("households", [person("1000000001")], engine=engine))[1] == 1


def test_a_row_that_only_the_database_refuses_costs_itself_alone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_extract("households", [person(f"{n:010}", f"H{n}") for n in range(20)], engine=engine)
    original: Callable[..., tuple[Any, ...]] = scores_kind._score_notice

    def spoiled(row: Any, home: Any, store: Any) -> tuple[Any, ...]:
        values = list(original(row, home, store))
        values[3] = "suburban" if row.record.line in (7, 13) else values[3]
        return tuple(values)

    monkeypatch.setattr(scores_kind, "_score_notice", spoiled)
    report = load_extract("scores", [score(f"H{n}") for n in range(20)], engine=engine)
    assert figures(report) == (20, 18, 0, 0, 2)
    assert reasons(report) == [
        (7, "The database refuses this row (StringDataRightTruncation)."),
        (13, "The database refuses this row (StringDataRightTruncation)."),
    ]


def test_dates_are_judged_by_the_clock(engine: Engine) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    rows = [person("1000000001", birth_date=clock.today().isoformat()), person("1000000002", birth_date=str(tomorrow))]
    report = load_extract("households", rows, engine=engine)
    assert reasons(report) == [(2, "birth_date is in the future.")]


CELL = st.one_of(
    st.sampled_from(
        ["", "H1", "rural", "5", "1000000001", "0612345678", "yes", "1980-01-02", "9.1", "amo_tns", "open"]
    ),
    st.sampled_from(['"', "\x00", "\u202e", "é" * 9, "{}", '{"rooms":1e400}', "9" * 30, "2026-10", "1e9", "\n", "NaN"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(), kind=st.sampled_from(sorted(catalogue().kinds)), noise=st.text(alphabet=',;"\n\rab0', max_size=40)
)
def test_any_text_is_loaded_or_refused_without_a_traceback(
    engine: Engine, tmp_path: Path, data: st.DataObject, kind: str, noise: str
) -> None:
    names = catalogue().kinds[kind].names
    rows = data.draw(st.lists(st.lists(CELL, min_size=len(names), max_size=len(names)), max_size=5))
    path = tmp_path / f"{uuid.uuid4().hex}.csv"
    body = "\n".join(",".join(row) for row in rows)
    header = data.draw(st.sampled_from([",".join(names), noise]))
    path.write_text(f"{header}\n{body}\n{noise}", encoding="utf-8")
    sentence, report = "", None
    try:
        report = load_extract(kind, path, engine=engine)
    except ExtractError as error:
        sentence = str(error)
    assert report or (header == noise and sentence)
    assert report is None or report.read == sum(figures(report)[1:])
