"""The data files of this package."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


def read_data(name: str) -> Any:
    """What the JSON file `name` of language/data holds."""
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))
