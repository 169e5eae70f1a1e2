"""Reading CSV files as people and spreadsheets write them: line numbers stay right, nothing broken stops the rest."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.registry.extracts.columns import Column, Kind
from backend.registry.extracts.reading import (
    BAD_QUOTES,
    LONGEST_RECORD,
    TOO_LONG,
    CsvExtract,
    ExtractError,
    check_file,
    records_of_mappings,
)
from backend.registry.extracts.validation import Record

KIND = Kind(
    about="A kind with three columns.",
    columns=tuple(
        Column(name=name, type="text", required=False, meaning="m", example="e") for name in ("code", "name", "city")
    ),
)


def read(content: str | bytes) -> list[tuple[int, list[str], str]]:
    data = content.encode() if isinstance(content, str) else content
    extract = CsvExtract(io.BytesIO(data), KIND, "file.csv")
    return [(record.line, record.cells, record.problem) for record in extract.records()]


PLAIN = [(2, ["A", "Agdal", "Rabat"], ""), (3, ["B", "Anfa", "Casa"], "")]


@pytest.mark.parametrize(
    "content",
    [
        "code,name,city\nA,Agdal,Rabat\nB,Anfa,Casa\n",
        "code,name,city\nA,Agdal,Rabat\nB,Anfa,Casa",
        "code;name;city\r\nA;Agdal;Rabat\r\nB;Anfa;Casa\r\n",
        "\ufeffcode;name;city\nA;Agdal;Rabat\nB;Anfa;Casa\n",
        ' Code ,"NAME",city,,\nA,Agdal,Rabat,,\nB,"Anfa",Casa\n',
    ],
    ids=["plain", "no last line end", "semicolon and CRLF", "BOM", "spaces, case, empty columns"],
)
def test_same_records_however_it_is_written(content: str) -> None:
    assert read(content) == PLAIN


def test_columns_in_any_order() -> None:
    assert read("city,code,name\nRabat,A,Agdal\n") == [(2, ["A", "Agdal", "Rabat"], "")]


def test_quoted_line_breaks_keep_line_numbers_right() -> None:
    content = 'code,name,city\nA,"Agdal\r\nnear ""the"" park;\n\nnorth",Rabat\nB,Anfa,Casa\n'
    assert read(content) == [
        (2, ["A", 'Agdal\r\nnear "the" park;\n\nnorth', "Rabat"], ""),
        (6, ["B", "Anfa", "Casa"], ""),
    ]


def test_blank_lines_are_passed_over_but_counted() -> None:
    assert read("\n\ncode,name,city\n\nA,Agdal,Rabat\n  \n,,\nB,Anfa,Casa\n\n") == [
        (5, ["A", "Agdal", "Rabat"], ""),
        (8, ["B", "Anfa", "Casa"], ""),
    ]


def test_header_only_has_no_records() -> None:
    assert read("code,name,city\n") == []


@pytest.mark.parametrize("content", ["", "\n\r\n", "\ufeff", "   "])
def test_empty_file(content: str) -> None:
    with pytest.raises(ExtractError, match=r"^file\.csv is empty"):
        read(content)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("code,name", "missing: city."),
        ("code,name,city,colour", "unknown: colour."),
        ("code,name,city,code", "repeated: code."),
        ("a;b", "missing: code, name, city; unknown: a, b."),
        ("code\tname\tcity", "missing: code, name, city"),
        ("code,,name,city", "unknown: (no name)"),
        ('code,"name', "missing: city."),
    ],
)
def test_columns_that_do_not_fit_are_one_sentence(header: str, sentence: str) -> None:
    with pytest.raises(ExtractError) as caught:
        read(f"{header}\nA,B,C\n")
    assert str(caught.value).startswith("The columns of file.csv do not fit, nothing was loaded: ")
    assert sentence in str(caught.value)


def test_lone_carriage_returns_are_named() -> None:
    with pytest.raises(ExtractError, match="lone carriage return"):
        read("code,name,city\rA,Agdal,Rabat\r")


def test_too_few_and_too_many_values() -> None:
    assert read("code,name,city\nA,Agdal\nB,Anfa,Casa,x\nC,Centre,Fes\n") == [
        (2, ["A", "Agdal"], "The row has 2 values, the header has 3."),
        (3, ["B", "Anfa", "Casa", "x"], "The row has 4 values, the header has 3."),
        (4, ["C", "Centre", "Fes"], ""),
    ]


def test_an_unclosed_quote_costs_its_own_line_only() -> None:
    assert read('code,name,city\nA,"Agdal,Rabat\nB,Anfa,Casa\nC,"Cent""re",Fes\n') == [
        (2, ['A,"Agdal,Rabat'], BAD_QUOTES),
        (3, ["B", "Anfa", "Casa"], ""),
        (4, ["C", 'Cent"re', "Fes"], ""),
    ]


def test_two_stray_quotes_do_not_swallow_the_rows_between() -> None:
    assert read('code,name,city\nA,"Agdal,Rabat\nB,Anfa,Casa\nC,"Centre,Fes\nD,Daoudiate,Marrakech\n') == [
        (2, ['A,"Agdal,Rabat'], BAD_QUOTES),
        (3, ["B", "Anfa", "Casa"], ""),
        (4, ['C,"Centre,Fes'], BAD_QUOTES),
        (5, ["D", "Daoudiate", "Marrakech"], ""),
    ]


def test_an_endless_line_is_refused_and_the_next_is_read() -> None:
    records = read("code,name,city\nA," + "x" * 3 * LONGEST_RECORD + ",Rabat\nB,Anfa,Casa\n")
    assert [(line, problem) for line, _, problem in records] == [(2, TOO_LONG), (3, "")]
    assert len(records[0][1][0]) == LONGEST_RECORD


def test_an_unclosed_quote_before_many_lines_is_given_up_in_time() -> None:
    rows = "".join(f"C{number},name,city\n" for number in range(3000))
    records = read(f'code,name,city\nA,"Agdal,Rabat\n{rows}')
    assert records[0] == (2, ['A,"Agdal,Rabat'], BAD_QUOTES)
    assert [line for line, _, problem in records[1:] if not problem] == list(range(3, 3003))


def test_a_corrected_reject_file_can_be_read() -> None:
    assert read('line,reason,code,name,city\n7,"name is empty.",A,Agdal,Rabat\n') == [(2, ["A", "Agdal", "Rabat"], "")]


def test_bytes_read_reach_the_size_of_the_file() -> None:
    content = b'code,name,city\nA,"Agdal,Rabat\nB,Anfa,Casa\n'
    extract = CsvExtract(io.BytesIO(content), KIND, "file.csv")
    list(extract.records())
    assert extract.lines.bytes_read == len(content)


def test_made_rows_are_numbered_from_one() -> None:
    rows = [{"city": "Rabat", "code": "A", "name": "Agdal"}]
    assert list(records_of_mappings(rows, KIND)) == [Record(1, ["A", "Agdal", "Rabat"])]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("code,name\nA,Agdal\nB,Fès\n".encode("latin-1"), "file.csv is not UTF-8: line 3 has other bytes"),
        (b"code\n" * 600_000 + b"\xff\n", "line 600001 has"),
        (b"code,name\nA,\xc3", "line 2 has"),
        ("code,name\n".encode("utf-16"), "UTF-16 from line 1 on"),
        (b"PK\x03\x04rest", "is a spreadsheet or archive"),
    ],
)
def test_wrong_encoding_is_named_with_its_line(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(ExtractError) as caught:
        check_file(path)
    assert sentence in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match="There is no file"):
        check_file(tmp_path / "none.csv")
    with pytest.raises(ExtractError, match="is not a file"):
        check_file(tmp_path)


@given(st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), max_size=8), st.sampled_from(",;"))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["code", "name", "city"], *rows])
    encoded = written.getvalue().encode("utf-8", errors="replace")
    expected = [[cell.encode("utf-8", errors="replace").decode() for cell in row] for row in rows]
    expected = [row for row in expected if any(cell and not cell.isspace() for cell in row)]
    assert [cells for _, cells, problem in read(encoded) if not problem] == expected


@given(st.text(alphabet='a,;"\n\r\x00é\u2028 ', max_size=120))
def test_any_text_gives_records_with_growing_line_numbers(text: str) -> None:
    records = read("code,name,city\n" + text)
    lines = [line for line, _, _ in records]
    assert lines == sorted(set(lines))
    assert all(problem or len(cells) == 3 for _, cells, problem in records)
