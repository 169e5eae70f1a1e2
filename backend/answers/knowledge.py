"""Facts as the engine may use them: what may be stated today, and nothing else."""

from datetime import date

from backend import clock
from backend.facts.book import FactBook, UnknownFact, current_book
from backend.facts.fact import Fact
from backend.settings import get_settings


def book() -> FactBook:
    """The facts as they stand in the files now."""
    return current_book(get_settings().facts_dir)


def stated(fact_id: str, today: date | None = None) -> Fact | None:
    """The fact as of today if it may be stated (grade A or B after ageing); else None: the answer says where to ask."""
    day = today or clock.today()
    facts = book()
    try:
        fact = facts.get(fact_id, day)
    except UnknownFact:
        return None
    return fact if fact.value is not None and facts.may_state(fact, day) else None
