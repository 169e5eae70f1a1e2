"""What each kind of extract means for the tables: which keys a row speaks for, and how checked rows are stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backend.registry.extracts.kinds import centres, contributions, coverage, households, scores
from backend.registry.extracts.kinds.common import Outcome, Statement
from backend.registry.extracts.staging import Store
from backend.registry.extracts.validation import Row


@dataclass(frozen=True)
class KindRules:
    """How the rows of a kind are compared with each other, and stored."""

    statements: Callable[[Row], list[Statement]]
    store: Callable[[Store, Sequence[Row]], Outcome]


RULES: dict[str, KindRules] = {
    "households": KindRules(households.household_statements, households.store_households),
    "scores": KindRules(scores.score_statements, scores.store_scores),
    "coverage": KindRules(coverage.coverage_statements, coverage.store_coverage),
    "contributions": KindRules(contributions.contribution_statements, contributions.store_contributions),
    "centres": KindRules(centres.centre_statements, centres.store_centres),
}
