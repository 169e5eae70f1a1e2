"""The routes of reviews: for staff, and the signed webhooks of the registers agency."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.app import Problem, runtime_of
from backend.attachments.service import contents
from backend.audit.service import record
from backend.reviews import agency, decisions, queues, relay, schemas, service
from backend.reviews.access import require_staff
from backend.reviews.dossier import file_names
from backend.reviews.effects import attachment_ids
from backend.reviews.history import history_of, locked_by_reference
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.views import RequestView
from backend.staff.member import Role

# HTTP status of a refusal; every other code is 409: what is asked for does not fit the state of things.
STATUSES = {
    "no-such-request": 404, "no-such-file": 404, "no-such-person": 404, "no-score": 404, "not-adult": 403,
    "not-yours": 403, "not-reviewer": 403, "took-part": 403, "proposed-it": 403, "unknown-item": 422,
    "impossible-correction": 422, "nothing-contested": 422, "text-too-long": 422, "empty": 422,
    "no-such-decision": 422,
}  # fmt: skip
PROBLEM_CONTENT = {"application/problem+json": {"schema": schemas.ProblemBody.model_json_schema()}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": description, "content": PROBLEM_CONTENT}
    for status, description in {
        400: "The request could not be read",
        401: "No staff sign-in, or no valid signature",
        403: "Not for this role or person",
        404: "There is nothing of this name",
        409: "It does not fit the state of the request",
        422: "The request does not have the expected form",
    }.items()
}
Body = TypeVar("Body", bound=BaseModel)
Reference = Annotated[str, Path(pattern=schemas.REFERENCE, examples=[schemas.EXAMPLE])]
Key = Annotated[
    str,
    Header(alias="Idempotency-Key", pattern=r"^[\w.:-]{1,60}$", examples=["desk-7d1f"], description="Once for a key"),
]
Everybody = Annotated[Party, Depends(require_staff(*Role))]
Agent = Annotated[Party, Depends(require_staff(Role.AGENT, Role.SUPERVISOR))]
AgentOrReviewer = Annotated[Party, Depends(require_staff(Role.AGENT, Role.REVIEWER, Role.SUPERVISOR))]
Reviewer = Annotated[Party, Depends(require_staff(Role.REVIEWER))]
Supervisor = Annotated[Party, Depends(require_staff(Role.SUPERVISOR, Role.ADMINISTRATOR))]

router = APIRouter(prefix="/v1/reviews", tags=["reviews"], responses=PROBLEMS)
webhooks = APIRouter(prefix="/v1/agency", tags=["registers agency"], responses=PROBLEMS)


@asynccontextmanager
async def _work(request: Request) -> AsyncIterator[AsyncSession]:
    """A transaction; what is refused becomes a problem, and nothing of it is kept."""
    try:
        async with runtime_of(request).database.transaction() as session:
            yield session
    except ReviewRefusedError as error:
        detail = f"{error.code}: {error.detail}" if error.detail else error.code
        raise Problem(STATUSES.get(error.code, 409), "This can't be done to the review.", detail) from error


@router.post("", status_code=201, summary="File a request for a person")
async def create(
    request: Request, response: Response, body: schemas.NewReview, key: Key, staff: Agent
) -> schemas.Review:
    """200 with the first request when one is open for this score, or when the key was used: there is only one."""
    async with _work(request) as session:
        view, is_new = await service.file(
            session, body.person_id, staff, key=_key(staff, key), variety=body.variety, items=body.items,
            corrections=body.corrections, text=body.text, consent=body.consent,
        )  # fmt: skip
        _note_looks(session, staff, [view])
    response.status_code = 201 if is_new else 200
    return schemas.Review.of(view)


@router.get("", summary="A queue of requests")
async def listed(
    request: Request,
    staff: Everybody,
    queue: queues.Queue = "all",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> schemas.ReviewList:
    """What the agency refused or has not confirmed for three days comes first, then the oldest."""
    async with _work(request) as session:
        views = await queues.queue(session, queue, limit, offset)
        _note_looks(session, staff, views)
    return schemas.ReviewList(reviews=[schemas.Review.of(view) for view in views])


@router.get("/unproved", summary="Scores without a proved notification")
async def unproved(
    request: Request, staff: Everybody, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[schemas.NoticeWithoutProof]:
    """Here for seven days, and nothing proves that the household was notified: no last day is stated to it."""
    async with _work(request) as session:
        found = await queues.unproved_notices(session, limit)
        record(session, staff.actor, "unproved_notices_listed", count=len(found))
    return [schemas.NoticeWithoutProof.of(notice) for notice in found]


@router.get("/{reference}", summary="A request with its history")
async def detail(request: Request, reference: Reference, staff: Everybody) -> schemas.ReviewDetail:
    """Every look is audited."""
    async with _work(request) as session:
        view = await service.by_reference(session, reference)
        proposal = await decisions.open_proposal(session, view.id)
        rows = list(await history_of(session, view.id))
        _note_looks(session, staff, [view])
    return schemas.ReviewDetail.with_history(view, rows, proposal.decision if proposal else None)


@router.get(
    "/{reference}/files/{number}",
    summary="A paper that belongs to a request",
    response_class=Response,
    responses={200: {"content": {kind: {} for kind in ("image/jpeg", "image/png", "application/pdf")}}},
)
async def paper(
    request: Request, reference: Reference, number: Annotated[int, Path(ge=1, le=100)], staff: AgentOrReviewer
) -> Response:
    """The files are numbered from 1, as `attachments` counts them. Every look is audited. Never shown inside a page."""
    async with _work(request) as session:
        view = await service.by_reference(session, reference)
        files = await contents(session, await attachment_ids(session, view.id))
        if number > len(files):
            raise ReviewRefusedError("no-such-file")
        record(session, staff.actor, "review_file_opened", view.person_id, request=reference, number=number)
    kind, content = files[number - 1]
    name = file_names(reference, [kind for kind, _ in files])[number - 1]
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store", "Content-Security-Policy": "sandbox",
    }  # fmt: skip
    return Response(content, media_type=kind, headers=headers)


@router.post("/{reference}/withdraw", summary="Withdraw a request for a person")
async def withdraw(
    request: Request, reference: Reference, body: schemas.Withdrawal, key: Key, staff: Agent
) -> schemas.Review:
    """The household is told, and the agency if it may have the dossier."""
    async with _work(request) as session:
        found = await locked_by_reference(session, reference)
        view = await service.withdraw(session, found.id, staff, key=_key(staff, key), words=body.words)
    return schemas.Review.of(view)


@router.post("/{reference}/information", summary="Ask for information, or take it down")
async def information(
    request: Request, reference: Reference, body: schemas.Information, key: Key, staff: AgentOrReviewer
) -> schemas.Review:
    """A reviewer asks (mandated mode); an agent takes down the household's answer."""
    if (body.question is not None) != (staff.role == Role.REVIEWER):
        raise Problem(403, "A reviewer asks, an agent takes down the answer.")
    async with _work(request) as session:
        found = await locked_by_reference(session, reference)
        if body.question is not None:
            view = await decisions.request_information(session, found.id, staff, body.question, key=_key(staff, key))
        else:
            view = await service.give_information(
                session, found.id, staff, key=_key(staff, key), text=body.answer or ""
            )
    return schemas.Review.of(view)


@router.post("/{reference}/decision", summary="Propose a decision (mandated mode)")
async def propose(
    request: Request, reference: Reference, body: schemas.Proposal, key: Key, staff: Reviewer
) -> schemas.Review:
    """Another reviewer has to confirm it; nobody decides who filed the request or helped with it."""
    async with _work(request) as session:
        found = await locked_by_reference(session, reference)
        view = await decisions.propose_decision(
            session, found.id, staff, body.decision, body.reason, key=_key(staff, key)
        )
    return schemas.Review.of(view)


@router.post("/{reference}/decision/confirmation", summary="Confirm or refuse a proposed decision (mandated mode)")
async def confirm(
    request: Request, reference: Reference, body: schemas.Settlement, key: Key, staff: Reviewer
) -> schemas.Review:
    """Confirmed, it is the decision, and the household is told at once."""
    async with _work(request) as session:
        found = await locked_by_reference(session, reference)
        view = await decisions.confirm_decision(
            session, found.id, staff, key=_key(staff, key), accept=body.accept, words=body.words
        )
    return schemas.Review.of(view)


@router.post("/{reference}/resend", summary="Send again what the agency refused")
async def resend(request: Request, reference: Reference, staff: Supervisor) -> schemas.Review:
    """Once what was wrong is mended. The agency gets the same Idempotency-Key as before."""
    async with _work(request) as session:
        found = await locked_by_reference(session, reference)
        count = await relay.resend(session, found)
        record(session, staff.actor, "review_resent", found.person_id, request=reference, messages=count)
        view = await service.summary(session, found.id)
    return schemas.Review.of(view)


# The agency -----------------------------------------------------------------------------------------------------------

Signature = Annotated[
    str, Header(alias=relay.SIGNATURE, examples=["sha256=9f86d0..."], description="HMAC-SHA256 of the body")
]


def _signed(model: type[BaseModel]) -> dict[str, Any]:
    """The body is read as bytes, because the signature is over them: its form for the OpenAPI document."""
    reference = {"application/json": {"schema": model.model_json_schema()}}
    return {"requestBody": {"required": True, "content": reference}}


async def _read(request: Request, signature: str, model: type[Body]) -> Body:
    body = await request.body()
    secret = runtime_of(request).settings.agency_secret.get_secret_value()
    if not relay.is_signed(body, signature, secret):
        raise Problem(401, "The signature does not fit the body.")
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_context=False)) from error


@webhooks.post("/acknowledgements", summary="The agency has a request", openapi_extra=_signed(schemas.Acknowledgement))
async def acknowledge(request: Request, signature: Signature) -> schemas.Received:
    """Sent again, it changes nothing. 409 with another reference than the first time: the first one stays."""
    body = await _read(request, signature, schemas.Acknowledgement)
    async with _work(request) as session:
        told = await agency.acknowledge_by_reference(
            session, body.reference, body.agency_reference, f"agency:{body.id}"
        )
    return schemas.Received(status=told)


@webhooks.post("/updates", summary="Where a request stands at the agency", openapi_extra=_signed(schemas.Update))
async def update(request: Request, signature: Signature) -> schemas.Received:
    """In review, a question, or the decision. Steps that were left out are filled in; 409 where none leads there."""
    body = await _read(request, signature, schemas.Update)
    async with _work(request) as session:
        told = await agency.update(
            session, body.reference, body.status, key=f"agency:{body.id}", agency_reference=body.agency_reference,
            words=body.words or "",
        )  # fmt: skip
    return schemas.Received(status=told)


def _key(staff: Party, key: str) -> str:
    """Keys of different people are different keys."""
    return f"{staff.actor}:{key}"


def _note_looks(session: AsyncSession, staff: Party, views: Sequence[RequestView]) -> None:
    for view in views:
        record(session, staff.actor, "review_seen", view.person_id, request=view.reference)
