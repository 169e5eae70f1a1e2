"""Figures of an evaluation, as pure functions over its results. No figure here depends on a clock or on chance."""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

OUT_OF_SCOPE = "out_of_scope"
BINS = 15
RESAMPLES = 1000
_Z = 1.959964  # 95 % of a normal distribution


@dataclass(frozen=True)
class Result:
    """One message of an evaluation: what it is, and how it was read.

    `predicted` is the likeliest intent without any threshold, `answered` whether it lies above the answering one.
    `entities` counts those that the line lists, `entities_right` those of them read exactly, `entities_extra` others.
    """

    text: str
    intent: str
    variety: str
    predicted: str
    confidence: float
    answered: bool
    found_variety: str
    entities: int = 0
    entities_right: int = 0
    entities_extra: int = 0

    @property
    def right(self) -> bool:
        """Whether the likeliest intent is the true one."""
        return self.predicted == self.intent


def accuracy(results: Sequence[Result]) -> float:
    """Share of messages whose likeliest intent is right."""
    return _share(sum(result.right for result in results), len(results))


def macro_f1(results: Sequence[Result]) -> float:
    """Mean over the true intents of the harmonic mean of precision and recall."""
    true = Counter(result.intent for result in results)
    said = Counter(result.predicted for result in results)
    both = Counter(result.intent for result in results if result.right)
    return _share(sum(2 * both[intent] / (true[intent] + said[intent]) for intent in true), len(true))


def coverage(results: Sequence[Result]) -> float:
    """Answered messages among those that are in scope."""
    in_scope = [result for result in results if result.intent != OUT_OF_SCOPE]
    return _share(sum(result.answered for result in in_scope), len(in_scope))


def wrong_confident(results: Sequence[Result]) -> float:
    """Messages answered as something else, among all."""
    return _share(sum(result.answered and not result.right for result in results), len(results))


def variety_accuracy(results: Sequence[Result]) -> float:
    """Messages whose variety is found."""
    return _share(sum(result.found_variety == result.variety for result in results), len(results))


def entity_exact(results: Sequence[Result]) -> float:
    """Entities read exactly, among those that the lines list; 1 when they list none."""
    listed = sum(result.entities for result in results)
    return sum(result.entities_right for result in results) / listed if listed else 1.0


def calibration_error(results: Sequence[Result]) -> float:
    """Expected calibration error: how far stated probabilities lie from the share that is right, in 15 bins."""
    bins: list[list[Result]] = [[] for _ in range(BINS)]
    for result in results:
        bins[min(int(result.confidence * BINS), BINS - 1)].append(result)
    gaps = (abs(sum(r.confidence for r in group) - sum(r.right for r in group)) for group in bins)
    return _share(sum(gaps), len(results))


def wilson(share: float, count: int) -> tuple[float, float]:
    """A 95 % interval of a share of `count` messages (Wilson)."""
    if count == 0:
        return 0.0, 1.0
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def bootstrap(results: Sequence[Result], measure: Callable[[Sequence[Result]], float]) -> tuple[float, float]:
    """A 95 % interval of any figure: percentiles over 1,000 resamples, drawn the same way every time."""
    if not results:
        return 0.0, 1.0
    chance = random.Random(0)  # noqa: S311  reproducible, nothing secret
    drawn = sorted(measure(chance.choices(results, k=len(results))) for _ in range(RESAMPLES))
    return drawn[round(0.025 * (RESAMPLES - 1))], drawn[round(0.975 * (RESAMPLES - 1))]


def confusions(results: Sequence[Result]) -> list[tuple[str, str, int]]:
    """(true intent, taken for, how often), the most frequent first."""
    counted = Counter((result.intent, result.predicted) for result in results if not result.right)
    return [(true, said, count) for (true, said), count in counted.most_common()]


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
