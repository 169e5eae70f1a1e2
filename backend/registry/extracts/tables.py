"""The tables of docs/extracts.md, made from columns.yml: `python -m backend.registry.extracts.tables` writes them."""

from collections.abc import Sequence
from pathlib import Path

from backend.registry.extracts.columns import Column, Kind, catalogue

PAGE = Path(__file__).resolve().parents[3] / "docs" / "extracts.md"


def markdown_tables() -> dict[str, str]:
    """The tables of docs/extracts.md by name: one for each kind, one for each list of codes."""
    tables = {name: _kind_table(kind) for name, kind in catalogue().kinds.items()}
    tables |= {f"codes {name}": _table(("Code", "Meaning"), _codes(codes)) for name, codes in catalogue().codes.items()}
    return tables


def write_tables(page: str) -> str:
    """Put the current tables between the markers `<!-- table NAME -->` and `<!-- end -->` of a page."""
    for name, table in markdown_tables().items():
        before, marker, rest = page.partition(f"<!-- table {name} -->")
        if not marker:
            raise ValueError(f"the page has no place for the table {name!r}")
        page = f"{before}{marker}\n{table}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    return page


def _kind_table(kind: Kind) -> str:
    rows = [
        (f"`{c.name}`", _form(c), "always" if c.required else "if known", f"`{c.example}`", c.meaning)
        for c in kind.columns
    ]
    return f"{kind.about}\n\n{_table(('Column', 'Written as', 'Given', 'Example', 'Meaning'), rows)}"


def _form(column: Column) -> str:
    return f"code of `{column.codes}`" if column.codes else catalogue().types[column.type]


def _codes(codes: dict[str, str]) -> list[tuple[str, str]]:
    return [(f"`{code}`", meaning) for code, meaning in codes.items()]


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


if __name__ == "__main__":
    PAGE.write_text(write_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
