"""Reject files: the rows that could not be loaded, with their reasons. They hold identifiers: 0600, kept for 7 days."""

import csv
import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from backend import clock
from backend.registry.extracts.reading import REJECT_COLUMNS
from backend.registry.extracts.validation import Record
from backend.settings import get_settings

KEPT_DAYS = 7


def rejects_folder() -> Path:
    """The folder of the reject files; it may not exist yet."""
    return get_settings().private_dir / "rejects"


def remove_old_rejects(days: int = KEPT_DAYS) -> int:
    """Delete the reject files that were last written more than `days` days ago; the number of files deleted."""
    limit = (clock.now() - timedelta(days=days)).timestamp()
    old = [path for path in rejects_folder().glob("*.csv") if path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


class RejectFile:
    """The reject file of one load. It is made when the first row is refused: no rejects, no file (`path` is None)."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        self.path: Path | None = None
        self._name = name
        self._columns = columns
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def write(self, refused: Sequence[tuple[Record, str]]) -> None:
        """Add refused rows with their reasons, in the order of their lines, so that they are on disk afterwards."""
        if not refused:
            return
        self._file = self._file or self._create()
        writer = csv.writer(self._file)
        for record, reason in sorted(refused, key=lambda pair: pair[0].line):
            writer.writerow([record.line, reason, *record.cells])
        self._file.flush()

    def _create(self) -> TextIO:
        folder = rejects_folder()
        for private in (folder.parent, folder):
            private.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
        suffixes = ("", *(f"-{number}" for number in range(2, 100)))
        for suffix in suffixes:
            path = folder / f"{self._name}-{stamp}{suffix}.csv"
            try:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            self.path = path
            file = os.fdopen(descriptor, "w", encoding="utf-8", newline="")
            csv.writer(file).writerow([*REJECT_COLUMNS, *self._columns])
            return file
        raise FileExistsError(f"{folder} already has {len(suffixes)} reject files of this second.")
