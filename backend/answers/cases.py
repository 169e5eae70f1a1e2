"""The receipt of a case for staff: its reference, since when it is open, and what comes next, honestly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.answers.knowledge import stated
from backend.answers.model import Answer, Day, Part, Term, Text, Value
from backend.answers.paying import CNSS_PHONE

FOLLOW_UP = ("human_agent", "contribution_status")


@dataclass(frozen=True)
class Receipt:
    """A case as its person is told of it; `is_new` where the message in hand opened it."""

    reference: str
    day: date
    regime: str
    is_new: bool


def receipts(cases: Sequence[Receipt]) -> list[Answer]:
    """One answer for each case; what comes next follows the last one. The authority decides: nothing is promised."""
    return [_receipt(case, is_last=case is cases[-1]) for case in cases]


def _receipt(case: Receipt, *, is_last: bool) -> Answer:
    known: dict[str, Value] = {
        "reference": Text(case.reference),
        "day": Day(case.day),
        "regime": Term(f"regime-{case.regime}".replace("_", "-")),
    }
    told = Part("case-recorded" if case.is_new else "case-open-already", known)
    if not is_last:
        return Answer((told,), next=FOLLOW_UP)
    phone = stated(CNSS_PHONE)
    decides = Part("case-next", {"phone": Text(phone.text())}) if phone else Part("case-next-agency")
    return Answer((told, decides), (phone,) if phone else (), FOLLOW_UP)


def not_needed() -> Answer:
    """Nothing is paid and closed any more: where the contributions stand is one choice away."""
    return Answer.of("case-not-needed", next=("contribution_status", "amo_status", "human_agent"))
