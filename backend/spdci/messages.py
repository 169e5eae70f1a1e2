"""The messages inside the envelopes, in the field names of SPDCI v1.0.0: what we ask, and what we read."""

import uuid
from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, Field

from backend.settings import Settings
from backend.spdci.envelope import VERSION, Id

REGISTRY_TYPE = "ns:org:RegistryType:Social"
RECORD_TYPE = "Group"
NEWEST = 10  # records of one household that an answer may hold
MOST_EVENTS = 100
Code = Annotated[str, Field(pattern=r"^[\w.:-]{1,99}$")]


class NotifyEvent(BaseModel):
    """One thing that the registry tells."""

    reference_id: Id
    timestamp: AwareDatetime
    data: dict[str, Any]


class NotifyMessage(BaseModel):
    """What `/registry/notify` takes."""

    transaction_id: Id
    notify_event: list[NotifyEvent] = Field(min_length=1)


class Subscription(BaseModel):
    """A subscription as the registry keeps it; `code` is what it is cancelled by."""

    code: Code
    status: Code


class SubscribeItem(BaseModel):
    """The answer to one subscription that we asked for."""

    reference_id: Id
    status: Code
    status_reason_code: Code | None = None
    subscriptions: list[Subscription] = []


class SubscribeAnswer(BaseModel):
    """What `/registry/on-subscribe` takes."""

    transaction_id: Id
    subscribe_response: list[SubscribeItem] = Field(min_length=1, max_length=MOST_EVENTS)


class SearchItem(BaseModel):
    """The answer to one search."""

    reference_id: str
    status: str
    status_reason_code: str | None = None
    data: dict[str, Any] | None = None


class SearchAnswer(BaseModel):
    """What `/registry/sync/search` answers."""

    transaction_id: str
    search_response: list[SearchItem]


class Acknowledgement(BaseModel):
    """What `/registry/subscribe` answers at once."""

    ack_status: str
    correlation_id: str | None = None
    error: dict[str, Any] | None = None


def search_for(settings: Settings, idcs: str, now: datetime) -> dict[str, Any]:
    """Ask for the household of a person, the record that changed last first."""
    criteria = {
        "version": VERSION,
        "reg_type": REGISTRY_TYPE,
        "reg_record_type": RECORD_TYPE,
        "query_type": "idtype-value",
        "response_entity": RECORD_TYPE,
        "query": {"type": settings.spdci_person_type, "value": idcs},
        "sort": [{"attribute_name": "last_updated", "sort_order": "desc"}],
        "pagination": {"page_size": NEWEST, "page_number": 1},
    }
    request = {"reference_id": str(uuid.uuid4()), "timestamp": _text(now), "search_criteria": criteria}
    return {"transaction_id": str(uuid.uuid4()), "search_request": [request]}


def subscription(settings: Settings, now: datetime) -> dict[str, Any]:
    """Ask to be told of every household that has a score."""
    criteria = {
        "version": VERSION,
        "reg_type": REGISTRY_TYPE,
        "reg_event_type": settings.spdci_event_type,
        "filter_type": "expression",
        "filter": {
            "type": "ns:org:QueryType:expression",
            "value": {"expression": {"collection": RECORD_TYPE, "query": {"$and": [{"poverty_score": {"$gt": 0}}]}}},
        },
        "notify_record_type": RECORD_TYPE,
    }
    request = {"reference_id": str(uuid.uuid4()), "timestamp": _text(now), "subscribe_criteria": criteria}
    return {"transaction_id": str(uuid.uuid4()), "subscribe_request": [request]}


def acknowledgement(status: str, now: datetime, **more: Any) -> dict[str, Any]:
    """The published answer to a message that came."""
    return {"ack_status": status, "timestamp": _text(now), "correlation_id": str(uuid.uuid4())} | more


def outcome(reference_id: str, code: str | None, now: datetime) -> dict[str, Any]:
    """What became of one event: taken, or rejected with one of the published reasons."""
    found = {"reference_id": reference_id, "timestamp": _text(now), "status": "rjct" if code else "succ"}
    return found | ({"status_reason_code": code} if code else {})


def _text(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
