"""The choice "open a case for this" beside "everything is paid and the cover is closed".

It changes nothing at the authority, so an SMS needs no word to confirm it. What staff get are the facts of the account,
not words. One case is open for a person and a regime: choosing again shows it.
"""

import json
import uuid
from typing import TYPE_CHECKING

from backend import clock
from backend.answers.cases import Receipt, not_needed, receipts
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer
from backend.answers.paying import RECORD_CASE
from backend.complaints import service as complaints
from backend.complaints.service import Told
from backend.contributions.service import AccountSummary, paid_but_closed
from backend.contributions.standing import Cover
from backend.identity import verification

if TYPE_CHECKING:
    from backend.complaints.models import Complaint
    from backend.conversations.turn import Turn

CHOICE = RECORD_CASE
KIND = "paid_but_closed"  # of backend/complaints/kinds.yml
FIRST = "contribution_status"  # who is not verified sees first where it stands, and chooses then


async def opened(turn: "Turn") -> list[Answer]:
    """Open the cases of a verified person and say under which reference; nothing for anybody else."""
    person_id = await verification.verified_person(turn.redis, turn.conversation.id)
    if person_id is None:
        return []
    async with turn.database.transaction() as session:
        found = [
            await complaints.record_case(session, _told(turn, person_id, account, cover), KIND, account.regime)
            for account, cover in await paid_but_closed(session, person_id)
        ] or await complaints.open_cases(session, person_id, KIND)
        return receipts([_receipt(case, turn.inbound_id) for case in found]) or [not_needed()]


async def of_before(turn: "Turn") -> list[Answer]:
    """The receipt of a message that an earlier attempt recorded, whatever became of the verification since."""
    if not turn.is_taken_up_again:
        return []
    async with turn.database.transaction() as session:
        found = await complaints.cases_in(session, turn.inbound_id)
        return receipts([_receipt(case, turn.inbound_id) for case in found])


def _told(turn: "Turn", person_id: uuid.UUID, account: AccountSummary, cover: Cover) -> Told:
    return Told(
        inbound_id=turn.inbound_id,
        conversation_id=turn.conversation.id,
        person_id=person_id,
        channel=turn.conversation.channel,
        variety=turn.conversation.variety or DEFAULT_VARIETY,
        text=facts_of(account, cover),
    )


def facts_of(account: AccountSummary, cover: Cover) -> str:
    """What staff need to take a case up with the authority, as JSON: days in ISO 8601, amounts in dirhams."""
    facts = {
        "regime": account.regime,
        "last_paid_on": account.last_paid_on and account.last_paid_on.isoformat(),
        "last_paid_amount": account.last_paid_amount and str(account.last_paid_amount),
        "cover_status": cover.status,
        "cover_since": cover.since.isoformat(),
        "cover_reason": cover.reason,
        "registration_number": cover.registration_number,
    }
    return json.dumps({name: value for name, value in facts.items() if value is not None})


def _receipt(case: "Complaint", inbound_id: uuid.UUID) -> Receipt:
    day = case.recorded_at.astimezone(clock.CASABLANCA).date()
    return Receipt(case.reference, day, case.subject, is_new=case.inbound_id == inbound_id)
