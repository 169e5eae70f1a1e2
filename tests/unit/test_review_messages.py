"""What is said of a request: in every variety, on SMS within its parts, and never more than is known."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product

import pytest

from backend.answers.formatting import VARIETIES, day
from backend.answers.model import Answer
from backend.answers.rendering import SMS_PARTS, render
from backend.notifications.segments import is_gsm7, measure
from backend.reviews import messages
from backend.reviews.states import STATES, TOLD
from backend.reviews.views import RequestView
from backend.reviews.window import Proofs, window

TODAY = date(2026, 11, 22)
REFERENCE = "REV-2026-123456789"
OPEN = window(Proofs(registry=date(2026, 11, 1)), 60)
LAPSED = window(Proofs(registry=date(2026, 8, 1)), 60)
VIEW = RequestView(
    id=uuid.UUID(int=1), reference=REFERENCE, status="submitted", mode="relay", household_id=uuid.UUID(int=2),
    person_id=uuid.UUID(int=3), notice_id=uuid.UUID(int=4), channel="sms", variety="fr", items=("cars",), text=None,
    score=Decimal("9.32642844"), computed_on=date(2026, 10, 25), window=OPEN, is_late=False, late_since=None,
    corrections={}, begun_at=datetime(2026, 11, 22, 9, tzinfo=UTC), recorded_on=TODAY,
    submitted_at=datetime(2026, 11, 22, 10, tzinfo=UTC), acknowledged_at=None,
    agency_reference=None, question=None, reason=None, new_scores=(), attachments=0,
)  # fmt: skip
LATE = replace(VIEW, window=LAPSED, is_late=True, late_since=date(2026, 9, 30))
NOT_CONFIRMED = {"ary": "مازال ما أكدات", "ary-Latn": "mazal ma 2ekkdat", "ar": "لم تؤكد", "fr": "pas encore confirmée"}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.clock.today", lambda: TODAY)


def views() -> list[RequestView]:
    """A request in every state and mode, in time and late, with and without what may be known of it."""
    found = []
    for status, mode, base in product(STATES, ("relay", "mandated"), (VIEW, LATE, replace(VIEW, window=None))):
        view = replace(base, status=status, mode=mode)
        if status == "more_information_requested":
            view = replace(view, question="Merci de joindre la carte grise de la voiture.")
        found.append(view)
        found.append(replace(view, agency_reference="ANR/2026/0005512", new_scores=(Decimal("9.1234567"),)))
    return found


def sent() -> list[tuple[Answer, int]]:
    """Everything that leaves by itself, with the parts of an SMS that it may take."""
    found = []
    for view in views():
        told = TOLD.get(view.status)
        if told:
            parts = messages.STATUTORY_PARTS if told["class"] == "statutory" else SMS_PARTS
            found += [(messages.ALL[name](view), parts) for name in {told["message"], told.get("declarant")} if name]
        found.append((messages.information_received(view), SMS_PARTS))
        found.append((messages.already(view), SMS_PARTS))
    assert OPEN
    for today, unconfirmed in product((TODAY, OPEN.last_day - timedelta(days=1), OPEN.last_day), (None, VIEW)):
        found.append((messages.reminder(OPEN, today, unconfirmed), SMS_PARTS))
    return found


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_fit_into_the_parts_of_an_sms(variety: str) -> None:
    for answer, parts in sent():
        text = render(answer, variety, "sms").text
        assert measure(text).segments <= parts, (measure(text), text)
        assert is_gsm7(text) is (variety in {"fr", "ary-Latn"}), text


@pytest.mark.parametrize("variety", VARIETIES)
@pytest.mark.parametrize("channel", ["sms", "webchat"])
def test_should_say_that_the_agency_has_not_confirmed(variety: str, channel: str) -> None:
    for status, answer in product(("submitted", "transmitted"), (messages.receipt, messages.status)):
        text = render(answer(replace(VIEW, status=status)), variety, channel).text
        assert NOT_CONFIRMED[variety] in text
        assert REFERENCE in text
        assert day(TODAY, variety, compact=channel == "sms") in text
        assert day(date(2026, 12, 31), variety, compact=channel == "sms") in text, "the countdown stays visible"
    confirmed = replace(VIEW, status="acknowledged", agency_reference="ANR/7")
    text = render(messages.status(confirmed), variety, channel).text
    assert NOT_CONFIRMED[variety] not in text
    assert "ANR/7" in text


@pytest.mark.parametrize("variety", VARIETIES)
def test_should_say_what_remains_to_who_is_late(variety: str) -> None:
    keys = [part.key for part in messages.receipt(LATE).parts]
    assert keys[:3] == ["review-receipt", "review-late", "review-remains"]
    text = render(messages.receipt(LATE), variety, "sms").text
    assert "30/09/2026" in text
    assert "review-countdown" not in keys


def test_should_state_no_last_day_without_a_proof() -> None:
    for view in (replace(VIEW, window=None), replace(VIEW, status="draft", window=None)):
        keys = {part.key for part in messages.status(view).parts}
        assert not keys & {"review-countdown", "review-late"}


def test_should_say_that_the_legal_effect_is_not_known_only_while_it_is_not() -> None:
    def said(view: RequestView) -> bool:
        return any(part.key == "review-legal-effect" for part in messages.status(view).parts)

    assert said(VIEW)
    assert not said(replace(VIEW, status="acknowledged"))
    assert not said(replace(VIEW, mode="mandated", status="acknowledged"))


def test_should_send_a_question_only_where_it_fits() -> None:
    short = replace(VIEW, status="more_information_requested", question="La carte grise ?")
    assert messages.information_asked(short).parts[0].key == "review-information-asked"
    long = replace(short, question="La carte grise et l'acte de vente. " * 15)
    assert messages.information_asked(long).parts[0].key == "review-information-asked-long"
    arabic = replace(long, variety="ary", question="بغينا الورقة الرمادية ديال الطوموبيل وعقد البيع. " * 5)
    assert messages.information_asked(arabic).parts[0].key == "review-information-asked-long"
    assert "acte de vente" in render(messages.status(long), "fr", "webchat").text


def test_should_count_the_days_left_as_people_do() -> None:
    assert OPEN
    for variety in VARIETIES:
        texts = [
            render(messages.reminder(OPEN, OPEN.last_day - timedelta(days=left), None), variety, "webchat").text
            for left in (15, 7, 3, 1, 0)
        ]
        assert len(set(texts)) == 5
        assert "15" in texts[0]
        assert "7" in texts[1]
