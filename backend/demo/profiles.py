"""The invented chances of profiles.yml and names of names.yml, and how one draws from them."""

from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

FOLDER = Path(__file__).parent
Range = list[float]


@lru_cache
def profiles() -> dict[str, Any]:
    """The content of profiles.yml."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / "profiles.yml").read_text(encoding="utf-8"))
    return content


@lru_cache
def names() -> dict[str, list[str]]:
    """The content of names.yml."""
    content: dict[str, list[str]] = yaml.safe_load((FOLDER / "names.yml").read_text(encoding="utf-8"))
    return content


def between(pair: Range, wealth: float) -> float:
    """The value of a pair [poor, rich] at a wealth from 0 to 1."""
    poor, rich = pair
    return poor + (rich - poor) * wealth


def happens(rng: Random, chance: float) -> bool:
    """Draw yes with this chance."""
    return rng.random() < chance


def weighted(rng: Random, weights: dict[Any, float]) -> Any:
    """Draw one key by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def one_of(rng: Random, chances: dict[str, Range], wealth: float) -> str:
    """Draw at most one of names that exclude each other; empty for none."""
    rest = rng.random()
    for name, pair in chances.items():
        rest -= between(pair, wealth)
        if rest < 0:
            return name
    return ""
