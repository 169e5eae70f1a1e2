"""columns.yml, the readers and the documentation say the same."""

from datetime import date

import pytest

from backend.entitlements.regimes import REGIMES, STATUSES
from backend.identity.cipher import CODE
from backend.registry.extracts.columns import Catalogue, Column, catalogue
from backend.registry.extracts.kinds import RULES
from backend.registry.extracts.tables import PAGE, markdown_tables, write_tables
from backend.registry.extracts.values import READERS, read_value

TODAY = date(2026, 11, 22)
COLUMNS = [(kind, column) for kind, definition in catalogue().kinds.items() for column in definition.columns]


def test_documentation_has_the_current_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert write_tables(page) == page, "run `python -m backend.registry.extracts.tables`"


def test_a_page_without_a_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for the table 'households'"):
        write_tables("# Extracts\n")


def test_every_kind_and_code_has_its_table() -> None:
    assert set(markdown_tables()) == {*catalogue().kinds, *(f"codes {name}" for name in catalogue().codes)}


def test_every_type_has_a_reader_and_is_used() -> None:
    assert {*READERS, "code"} == set(catalogue().types)
    assert {column.type for _, column in COLUMNS} == set(catalogue().types)


def test_every_kind_has_rules() -> None:
    assert set(RULES) == set(catalogue().kinds)


@pytest.mark.parametrize("column", [column for _, column in COLUMNS], ids=[f"{k}.{c.name}" for k, c in COLUMNS])
def test_every_example_can_be_read(column: Column) -> None:
    assert read_value(column, column.example, TODAY) is not None


def test_codes_are_those_of_the_tables() -> None:
    codes = catalogue().codes
    assert tuple(codes["regime"]) == REGIMES
    assert tuple(codes["status"]) == STATUSES
    assert all(len(code) <= (CODE.length or 0) for names in codes.values() for code in names)


def test_a_catalogue_that_names_an_unknown_type_is_refused() -> None:
    column = {"name": "a", "type": "nothing", "required": "true", "meaning": "m", "example": "e"}
    with pytest.raises(ValueError, match="a: unknown type or codes"):
        Catalogue.model_validate({"kinds": {"k": {"about": "a", "columns": [column]}}, "types": {}, "codes": {}})
