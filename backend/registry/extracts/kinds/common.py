"""What the kinds of extracts share: what a row says, what became of a batch, and how rows find their person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from backend.identity.cipher import look_up
from backend.registry.extracts.staging import Known, Seen, Store
from backend.registry.extracts.validation import Record, Row

UNKNOWN_PERSON = "No person with this IDCS is known: load the households first."


@dataclass
class Outcome:
    """What became of the rows of a batch; those neither new, changed nor refused were unchanged."""

    new: int = 0
    changed: int = 0
    refused: list[tuple[Record, str]] = field(default_factory=list)

    def refuse(self, row: Row, reason: str) -> None:
        """Note a row for the reject file."""
        self.refused.append((row.record, reason))

    def count(self, new: int, changed: int) -> None:
        """Add rows that were stored."""
        self.new += new
        self.changed += changed


@dataclass(frozen=True)
class Statement:
    """What a row says about a key. A second row of the file may repeat it but not say something else."""

    key: bytes
    content: bytes
    contradiction: str

    def contradicts(self, seen: Seen | None) -> str | None:
        """The reason to refuse the row, None when nothing else was said about the key."""
        if seen is None or seen.content == self.content:
            return None
        return self.contradiction.format(line=seen.line)


def home_hash(row: Row) -> bytes:
    """Keyed hash of the household a row names."""
    return look_up("household", row.values["household_reference"])


def person_hash(row: Row) -> bytes:
    """Keyed hash of the IDCS a row names, as in person.idcs_hash."""
    return look_up("idcs", row.values["idcs"])


def writable(store: Store, known: dict[bytes, Known]) -> dict[bytes, Known]:
    """Without the real ones in a demo load, which must not write beside real data."""
    return {key: entry for key, entry in known.items() if entry.is_demo or not store.is_demo}


def with_person(rows: Sequence[Row], people: dict[bytes, Known], outcome: Outcome) -> Iterable[tuple[Row, Known]]:
    """Each row with its person; rows of unknown persons are refused."""
    for row in rows:
        person = people.get(person_hash(row))
        if person is None:
            outcome.refuse(row, UNKNOWN_PERSON)
        else:
            yield row, person
