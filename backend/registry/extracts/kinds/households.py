"""Households and their members: one row per person."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from backend.identity.cipher import get_cipher, look_up
from backend.registry.extracts.kinds.common import Outcome, Statement, home_hash, person_hash
from backend.registry.extracts.staging import Known, Store, Target
from backend.registry.extracts.validation import Row, digest_of

HOUSEHOLD = Target(
    "household",
    ("id", "reference", "reference_hash", "setting", "region", "row_digest", "is_demo", "updated_at"),
    ("reference_hash",),
)
PERSON = Target(
    "person",
    (
        *("id", "household_id", "idcs", "idcs_hash", "cnie", "cnie_hash", "given_name", "family_name", "birth_date"),
        *("phone", "phone_hash", "is_declarant", "row_digest", "is_demo", "updated_at"),
    ),
    ("idcs_hash",),
)
REAL_DATA = "This household or person is real: demo data never replaces it."


def household_statements(row: Row) -> list[Statement]:
    """A person is named once; their household has one place and one declarant."""
    values = row.values
    home, person = home_hash(row), person_hash(row)
    place = f"{values['setting']}:{values['region']}".encode()
    said = [
        Statement(b"P" + person, row.digest, "This IDCS stands in line {line} with other content."),
        Statement(b"H" + home, place, "Line {line} gives this household another setting or region."),
    ]
    if values["declarant"]:
        said.append(Statement(b"D" + home, person, "Line {line} names another declarant of this household."))
    return said


def store_households(store: Store, rows: Sequence[Row]) -> Outcome:
    """Store the households that rows name, then the persons. Only what is new or changed is encrypted."""
    outcome = Outcome()
    homes = store.households({home_hash(row) for row in rows})
    people = store.people({person_hash(row) for row in rows})
    rows = _without_real(store, rows, homes, people, outcome)
    moved = _store_homes(store, rows, homes)
    encrypt = get_cipher().encrypt
    staged = []
    for row in rows:
        home, known = home_hash(row), people.get(person_hash(row))
        if known is None or known.digest != row.digest:
            staged.append(_person(row, known.id if known else uuid.uuid4(), homes[home].id, store, encrypt))
            outcome.count(int(known is None), int(known is not None))
        else:
            outcome.count(0, int(home in moved))
    store.upsert(PERSON, staged)
    return outcome


def _without_real(
    store: Store, rows: Sequence[Row], homes: dict[bytes, Known], people: dict[bytes, Known], outcome: Outcome
) -> list[Row]:
    """The rows that this load may write: a demo load must leave real households and persons alone."""
    kept = []
    for row in rows:
        stored = (homes.get(home_hash(row)), people.get(person_hash(row)))
        if store.is_demo and any(known and not known.is_demo for known in stored):
            outcome.refuse(row, REAL_DATA)
        else:
            kept.append(row)
    return kept


def _store_homes(store: Store, rows: Sequence[Row], homes: dict[bytes, Known]) -> set[bytes]:
    """Store new and changed households, enter them in `homes`; the hashes of those changed."""
    staged, moved = [], set()
    for reference_hash, row in {home_hash(row): row for row in rows}.items():
        values, known = row.values, homes.get(reference_hash)
        place = {name: values[name] for name in ("household_reference", "setting", "region")}
        digest = digest_of("household", place, is_demo=store.is_demo)
        if known and known.digest == digest:
            continue
        if known:
            moved.add(reference_hash)
        entry = Known(known.id if known else uuid.uuid4(), digest, store.is_demo, place["setting"], place["region"])
        homes[reference_hash] = entry
        reference = get_cipher().encrypt(place["household_reference"])
        staged.append(
            (entry.id, reference, reference_hash, entry.setting, entry.region, digest, store.is_demo, store.now)
        )
    store.upsert(HOUSEHOLD, staged)
    return moved


def _person(
    row: Row, person_id: uuid.UUID, household_id: uuid.UUID, store: Store, encrypt: Callable[[str], bytes]
) -> tuple[Any, ...]:
    values = row.values
    cnie, phone = values["cnie"], values["phone"]
    return (
        *(person_id, household_id, encrypt(values["idcs"]), person_hash(row)),
        *(encrypt(cnie) if cnie else None, look_up("cnie", cnie) if cnie else None),
        *(encrypt(values["given_name"]), encrypt(values["family_name"]), encrypt(values["birth_date"].isoformat())),
        *(encrypt(phone) if phone else None, look_up("phone", phone) if phone else None),
        *(values["declarant"], row.digest, store.is_demo, store.now),
    )
