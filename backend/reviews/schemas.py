"""What the routes of reviews take and give."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    StrictInt,
    StringConstraints,
    model_validator,
)

from backend.reviews.models import ReviewEvent
from backend.reviews.queues import UnprovedNotice
from backend.reviews.rules import RULES
from backend.reviews.views import RequestView

REFERENCE = r"^REV-\d{4}-\d{6,9}$"
EXAMPLE = "REV-2026-000018"
Plain = StringConstraints(strip_whitespace=True, pattern=r"^[^\x00]*$")
Words = Annotated[str, Plain, Field(min_length=1, max_length=RULES.largest_text)]
ShortWords = Annotated[str, Plain, Field(min_length=1, max_length=RULES.longest_question)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
Exact = Annotated[Decimal, PlainSerializer(lambda value: f"{value:f}", return_type=str)]
Variety = Literal["ary", "ary-Latn", "ar", "fr"]
Decision = Literal["maintained", "revised", "rejected_as_late"]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ProblemBody(BaseModel):
    """What was refused and why (RFC 9457); `detail` begins with a code where the state of things is the reason."""

    type: str = Field(examples=["about:blank"])
    status: int = Field(examples=[409])
    title: str = Field(examples=["This can't be done to the review."])
    detail: str = Field(examples=["nothing-asked"])


class NewReview(_Body):
    """A request that staff file for an adult of the household, with their spoken consent and their confirmation."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "person_id": "6f1b2c64-3c1e-4d1f-9a55-0d5f0a8a7f10", "variety": "ary", "items": ["cars"],
                    "corrections": {"cars": 0}, "text": "La voiture est vendue depuis 2025.", "consent": "spoken",
                    "confirmed": True,
                }
            ]
        },
    )  # fmt: skip

    person_id: uuid.UUID
    variety: Variety
    items: list[Code] = Field(default_factory=list, max_length=60)
    corrections: dict[Code, StrictBool | StrictInt] = Field(default_factory=dict, max_length=60)
    text: Words | None = None
    consent: Literal["spoken"]
    confirmed: Literal[True]

    @model_validator(mode="after")
    def _contests_something(self) -> Self:
        if not self.items and not self.text:
            raise ValueError("items or text must say what is contested")
        return self


class Withdrawal(_Body):
    """Why the person withdraws, if they say."""

    words: ShortWords | None = Field(None, examples=["Le ménage a déclaré le changement au centre."])


class Information(_Body):
    """Exactly one: a reviewer's `question`, or the household's `answer` that an agent takes down."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"question": "La carte grise, svp."}]})

    question: ShortWords | None = None
    answer: Words | None = None

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if (self.question is None) == (self.answer is None):
            raise ValueError("either question or answer")
        return self


class Proposal(_Body):
    """How a reviewer would decide; the household will read the reason."""

    decision: Decision = Field(examples=["revised"])
    reason: ShortWords = Field(examples=["La voiture a été vendue en 2025."])


class Settlement(_Body):
    """A second reviewer accepts what was proposed, or refuses it with a word for the proposer."""

    accept: bool
    words: ShortWords | None = None


class WindowView(BaseModel):
    """Until when a review may be asked for, as far as it is proved."""

    notified_on: date
    last_day: date
    late_after: date


class Review(BaseModel):
    """A request."""

    reference: str | None = Field(examples=[EXAMPLE])
    status: str = Field(examples=["transmitted"])
    mode: Literal["relay", "mandated"]
    person_id: uuid.UUID
    household_id: uuid.UUID
    notice_id: uuid.UUID
    score: Exact = Field(examples=["9.32642844"])
    computed_on: date
    channel: str
    items: list[str]
    corrections: dict[str, bool | int]
    is_late: bool
    recorded_at: datetime | None
    acknowledged_at: datetime | None
    agency_reference: str | None
    window: WindowView | None
    question: str | None
    new_scores: list[Exact]
    attachments: int

    @classmethod
    def of(cls, view: RequestView) -> Self:
        """The request without the words of people."""
        return cls(**_fields(view))


class Step(BaseModel):
    """One row of a request's history: who, when, why, through which channel."""

    at: datetime
    event: str
    from_status: str | None
    to_status: str
    actor: str
    channel: str
    reason: str
    note: str | None


class ReviewDetail(Review):
    """A request with what was written, and its history."""

    text: str | None
    reason: str | None
    proposed: Decision | None
    history: list[Step]

    @classmethod
    def with_history(cls, view: RequestView, rows: list[ReviewEvent], proposed: str | None) -> Self:
        """Everything about a request."""
        steps = [Step.model_validate(row, from_attributes=True) for row in rows]
        return cls(**_fields(view), text=view.text, reason=view.reason, proposed=proposed, history=steps)


class ReviewList(BaseModel):
    """A page of requests."""

    reviews: list[Review]


class NoticeWithoutProof(BaseModel):
    """A score that nothing proves to have been notified: no last day can be stated for it."""

    notice_id: uuid.UUID
    household_id: uuid.UUID
    computed_on: date
    received_on: date

    @classmethod
    def of(cls, notice: UnprovedNotice) -> Self:
        """The same for the wire."""
        return cls.model_validate(notice, from_attributes=True)


class Acknowledgement(_Body):
    """The agency has a request, under its own reference. `id` names this message: it counts once."""

    id: str = Field(pattern=r"^[\w.:-]{1,60}$", examples=["ack-71"])
    reference: str = Field(pattern=REFERENCE, examples=[EXAMPLE])
    agency_reference: str = Field(pattern=r"^[^\x00]{1,80}$", examples=["ANR/2026/5512"])


class Update(_Body):
    """Where a request stands at the agency. `words`: its question, or the reason of its decision."""

    id: str = Field(pattern=r"^[\w.:-]{1,60}$", examples=["upd-204"])
    reference: str = Field(pattern=REFERENCE, examples=[EXAMPLE])
    status: Literal["in_review", "more_information_requested", "maintained", "revised", "rejected_as_late"]
    agency_reference: str | None = Field(None, pattern=r"^[^\x00]{1,80}$")
    words: ShortWords | None = Field(None, examples=["Merci de joindre la carte grise."])

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.status != "in_review" and not self.words:
            raise ValueError("words: a question or the reason of a decision is needed")
        return self


class Received(BaseModel):
    """Whether the message was new."""

    status: Literal["recorded", "known"]


def _fields(view: RequestView) -> dict[str, object]:
    window = view.window
    dates = (window.notified_on, window.last_day, window.late_after) if window else None
    return {
        "reference": view.reference, "status": view.status, "mode": view.mode, "person_id": view.person_id,
        "household_id": view.household_id, "notice_id": view.notice_id, "score": view.score,
        "computed_on": view.computed_on, "channel": view.channel, "items": list(view.items),
        "corrections": dict(view.corrections), "is_late": view.is_late,
        "recorded_at": view.submitted_at, "acknowledged_at": view.acknowledged_at,
        "agency_reference": view.agency_reference, "question": view.question, "new_scores": list(view.new_scores),
        "attachments": view.attachments,
        "window": dates and WindowView(notified_on=dates[0], last_day=dates[1], late_after=dates[2]),
    }  # fmt: skip
