"""Reading a CSV extract as a stream: one record at a time, with the line where it begins, whatever the file holds."""

import codecs
import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from backend.registry.extracts.columns import Kind
from backend.registry.extracts.validation import Record

LONGEST_RECORD = 16_384  # bytes; also bounds what an unclosed quote can swallow
CHUNK = 1 << 20
DELIMITERS = (",", ";")
REJECT_COLUMNS = ("line", "reason")  # a reject file, corrected, can be imported as it is

TOO_LONG = f"The row is longer than {LONGEST_RECORD} bytes."
BAD_QUOTES = "The quotation marks of this line do not fit: a quote is not closed, or text stands beside one."


class ExtractError(Exception):
    """The extract cannot be loaded at all; the message is one sentence for the person who ran the import."""


class Lines:
    """The physical lines of a file, with the number of the last one handed out; lines can be put back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._again: deque[bytes] = deque()
        self.number = 0
        self.bytes_read = 0

    def take(self) -> bytes | None:
        """The next line with its line end; None at the end. An endless line is cut, its rest dropped."""
        line = self._again.popleft() if self._again else self._read()
        if not line:
            return None
        self.number += 1
        return line

    def put_back(self, lines: list[bytes]) -> None:
        """Hand these lines out again."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)

    def _read(self) -> bytes:
        line = self._file.readline(LONGEST_RECORD + 1)
        self.bytes_read += len(line)
        rest = line
        while len(rest) > LONGEST_RECORD and not rest.endswith(b"\n"):
            rest = self._file.readline(LONGEST_RECORD + 1)
            self.bytes_read += len(rest)
        return line


class CsvExtract:
    """An opened CSV extract of a kind: its delimiter and column order, then its records."""

    def __init__(self, file: BinaryIO, kind: Kind, name: str) -> None:
        self.lines = Lines(file)
        header = self._header_text(name)
        self.delimiter, self._positions, self._width = _understand_header(header, kind, name)
        self._kind = kind

    def records(self) -> Iterator[Record]:
        """Every record, its cells in the order of the documentation; blank lines are passed over."""
        while (record := self._next()) is not None:
            if record.problem or any(cell and not cell.isspace() for cell in record.cells):
                yield record

    def _header_text(self, name: str) -> str:
        while (line := self.lines.take()) is not None:
            text = _text(line).removeprefix("\ufeff").strip("\r\n")
            if text.strip():
                return text
        raise ExtractError(f"{name} is empty: it must begin with a line of column names.")

    def _next(self) -> Record | None:
        first = self.lines.take()
        if first is None:
            return None
        number = self.lines.number
        taken = self._whole_record(first)
        cells = None if taken is None else self._cells(b"".join(taken))
        if taken is not None and cells is not None:
            if len(cells) == self._width:
                return Record(number, [cells[position] for position in self._positions])
            if len(taken) == 1:
                return Record(number, cells, f"The row has {len(cells)} values, the header has {self._width}.")
            self.lines.put_back(taken[1:])
        elif taken is not None:
            self.lines.put_back(taken[1:])
        problem = TOO_LONG if len(first) > LONGEST_RECORD else BAD_QUOTES
        return Record(number, [_text(first).strip("\r\n")[:LONGEST_RECORD]], problem)

    def _whole_record(self, first: bytes) -> list[bytes] | None:
        """The lines of the record that begins with `first`; None, and nothing taken, when its quotes never close."""
        taken, size = [first], len(first)
        open_quote = first.count(b'"') % 2 == 1
        while open_quote and size <= LONGEST_RECORD and (line := self.lines.take()) is not None:
            taken.append(line)
            size += len(line)
            open_quote ^= line.count(b'"') % 2 == 1
        if open_quote or size > LONGEST_RECORD:
            self.lines.put_back(taken[1:])
            return None
        return taken

    def _cells(self, record: bytes) -> list[str] | None:
        """The cells of a record, without empty ones that stand beyond the header; None when its quotes do not fit."""
        text = _text(record).removesuffix("\n").removesuffix("\r")
        if '"' not in text:
            cells = text.split(self.delimiter)
        else:
            try:
                cells = next(csv.reader([text], delimiter=self.delimiter, strict=True))
            except csv.Error:
                return None
        while len(cells) > self._width and not cells[-1]:
            cells.pop()
        if len(cells) == 1 and not cells[0].strip():
            return [""] * self._width
        return cells


def check_file(path: Path) -> None:
    """Read the file once, so that a wrong encoding is found before anything is loaded. Raises ExtractError."""
    if not path.is_file():
        raise ExtractError(f"{path} is not a file." if path.exists() else f"There is no file {path}.")
    try:
        with path.open("rb") as file:
            _check_encoding(file, path.name)
    except OSError as error:
        raise ExtractError(f"{path} cannot be read: {error.strerror}.") from error


def _check_encoding(file: BinaryIO, name: str) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, chunk = 1, file.read(CHUNK)
    if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ExtractError(f"{name} is UTF-16 from line 1 on: save it as CSV UTF-8.")
    if chunk.startswith(b"PK\x03\x04"):
        raise ExtractError(f"{name} is a spreadsheet or archive, not text: save it as CSV UTF-8.")
    try:
        while chunk:
            decoder.decode(chunk)
            line += chunk.count(b"\n")
            chunk = file.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object[: error.start].count(b"\n")
        raise ExtractError(f"{name} is not UTF-8: line {line} has other bytes; save it as CSV UTF-8.") from error


def _text(line: bytes) -> str:
    # The whole file was checked; `replace` only meets a character cut in half at the end of an over-long line.
    return line.decode("utf-8", errors="replace")


def _understand_header(header: str, kind: Kind, name: str) -> tuple[str, list[int], int]:
    """Delimiter, positions of the kind's columns, and number of columns of a header line. Raises ExtractError."""
    if "\r" in header:
        raise ExtractError(f"The lines of {name} end with a lone carriage return: save it as CSV UTF-8.")
    splits = [(delimiter, _header_cells(header, delimiter)) for delimiter in DELIMITERS]
    delimiter, cells = max(splits, key=lambda split: (len(set(split[1]) & set(kind.names)), len(split[1])))
    ours = cells[2:] if tuple(cells[:2]) == REJECT_COLUMNS else cells
    missing = [column for column in kind.names if column not in ours]
    unknown = [column[:40] or "(no name)" for column in ours if column not in kind.names]
    repeated = sorted({column for column in ours if ours.count(column) > 1} - set(unknown))
    faults = [("missing", missing), ("unknown", unknown), ("repeated", repeated)]
    if any(columns for _, columns in faults):
        found = "; ".join(f"{fault}: {', '.join(columns[:12])}" for fault, columns in faults if columns)
        raise ExtractError(f"The columns of {name} do not fit, nothing was loaded: {found}.")
    start = len(cells) - len(ours)
    return delimiter, [start + ours.index(column) for column in kind.names], len(cells)


def _header_cells(header: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([header], delimiter=delimiter))
    except csv.Error:
        cells = [header]
    cells = [" ".join(cell.split()).casefold() for cell in cells]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def records_of_mappings(rows: Iterable[Mapping[str, str]], kind: Kind) -> Iterator[Record]:
    """Records of rows that were made in memory, numbered from 1. KeyError when one lacks a column."""
    for number, row in enumerate(rows, start=1):
        yield Record(number, [row[name] for name in kind.names])
