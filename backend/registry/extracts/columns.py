"""What an extract holds: kinds, columns, types and codes of columns.yml."""

from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.facts.plain_yaml import read_plain_yaml

COLUMNS_FILE = Path(__file__).with_name("columns.yml")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Model):
    """One column of an extract. A required one has a value in every row; all of them stand in the header."""

    name: str
    type: str
    required: bool
    meaning: str
    example: str
    codes: str | None = None


class Kind(_Model):
    """One kind of extract."""

    about: str
    columns: tuple[Column, ...] = Field(min_length=1)

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in the order of the documentation; files may have another."""
        return tuple(column.name for column in self.columns)


class Catalogue(_Model):
    """All of columns.yml: `types` say how a value is written, `codes` give each code its meaning."""

    kinds: dict[str, Kind]
    types: dict[str, str]
    codes: dict[str, dict[str, str]]

    @model_validator(mode="after")
    def _names_what_it_uses(self) -> Self:
        for kind in self.kinds.values():
            for column in kind.columns:
                if column.type not in self.types or (column.type == "code") != (column.codes in self.codes):
                    raise ValueError(f"{column.name}: unknown type or codes")
        return self


@lru_cache
def catalogue() -> Catalogue:
    """The kinds of extracts; pydantic.ValidationError when columns.yml contradicts itself."""
    return Catalogue.model_validate(read_plain_yaml(COLUMNS_FILE))
