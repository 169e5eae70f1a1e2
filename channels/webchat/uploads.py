"""Photos of papers from the web chat: up to three files in one message, answered like any other message."""

import re
import uuid
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Header, Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from backend.answers.formatting import VARIETIES
from backend.app import Problem, runtime_of
from backend.attachments.service import LARGEST_BYTES
from backend.body_limit import Allowance
from backend.conversations import history, uploads
from backend.conversations.inbound import Inbound
from channels.webchat.routes import MESSAGE_ID, Replies, answered, variety_of

MOST_FILES = 3
BODY_BYTES = MOST_FILES * LARGEST_BYTES + 64 * 1024  # and what multipart puts around them
BODY_SECONDS = 300.0  # a photo over a 2G line
PATH = "/channels/webchat/conversations/{conversation_id}/files"
ALLOWANCE = Allowance(re.compile(PATH.format(conversation_id="[^/]+")), BODY_BYTES, BODY_SECONDS)
BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["files"],
                "properties": {
                    "files": {
                        "type": "array", "minItems": 1, "maxItems": MOST_FILES,
                        "items": {"type": "string", "format": "binary"},
                    },
                    "message_id": {"type": "string", "maxLength": 40, "pattern": MESSAGE_ID},
                    "variety": {"type": "string", "description": "The language of the page, for a first message."},
                },
            },
        },
    },
}  # fmt: skip
PROBLEMS: dict[int | str, dict[str, Any]] = {
    403: {"description": "The request comes from another site"},
    404: {"description": "Id and token do not belong together"},
    413: {"description": "The request is too large"},
    422: {"description": "No file, or a message_id that is none"},
    429: {"description": f"More than {uploads.PER_HOUR} files in an hour"},
}
router = APIRouter(tags=["web chat"])


class _InMemory(MultiPartParser):
    """Writes nothing to a disk, where a paper would lie unencrypted; the body limit bounds the memory."""

    spool_max_size = BODY_BYTES


@router.post(
    PATH, summary="Send photos of papers and get the replies", openapi_extra={"requestBody": BODY}, responses=PROBLEMS
)
async def send_files(
    request: Request, conversation_id: uuid.UUID, authorization: Annotated[str, Header()] = ""
) -> Replies:
    """JPEG, PNG or PDF, up to 5 MB each; what a file is, its first bytes say.

    A file that is not kept is a reply that says why. The token comes as `Authorization: Bearer`. Sending the same
    `message_id` again is safe: the files are kept and answered once.
    """
    runtime = runtime_of(request)
    if not _is_own_page(request):
        raise Problem(403, "Files are taken from our own pages only.")
    async with runtime.database.transaction() as session:
        variety = await variety_of(session, conversation_id, authorization.removeprefix("Bearer "))
    message_id, page_variety, files = await _read(request)
    if not await uploads.may_send(runtime.redis, conversation_id, message_id, len(files)):
        wait = {"Retry-After": str(int(uploads.WINDOW.total_seconds()))}
        raise Problem(429, "Too many files in an hour.", f"{uploads.PER_HOUR} files at most.", headers=wait)
    async with runtime.database.transaction() as session:
        await history.prefer_variety(session, conversation_id, page_variety)
    inbound = Inbound(
        channel="webchat",
        provider="webchat",
        provider_message_id=f"{conversation_id}:{message_id}",
        text="",
        request_id=request.state.request_id,
        conversation_id=conversation_id,
        beside=uploads.beside(files),
        files=files,
    )
    return await answered(runtime, inbound, variety)


def _is_own_page(request: Request) -> bool:
    """Whether no other site's page sends this. A program that is no browser names no origin: its token counts."""
    origin = request.headers.get("origin")
    own = {request.headers.get("host", ""), urlsplit(runtime_of(request).settings.base_url).netloc}
    return origin is None or urlsplit(origin).netloc in own


async def _read(request: Request) -> tuple[str, str | None, tuple[bytes, ...]]:
    """Message id, variety of the page (if it is one of ours), and the files, from the form. Problem when it is none."""
    try:
        parser = _InMemory(request.headers, request.stream(), max_files=MOST_FILES, max_fields=2, max_part_size=100)
        form = await parser.parse()
    except ClientDisconnect as error:
        raise Problem(400, "The request broke off.") from error
    except (MultiPartException, KeyError) as error:  # KeyError: no content type at all
        raise Problem(422, "The request does not have the expected form.", str(error)) from error
    try:
        files = tuple([await file.read() for file in form.getlist("files") if isinstance(file, UploadFile)])
    finally:
        await form.close()
    message_id = _field(form, "message_id") or uuid.uuid4().hex
    if not files or not re.fullmatch(MESSAGE_ID, message_id) or len(message_id) > 40:
        raise Problem(422, "The request does not have the expected form.", "files, message_id")
    variety = _field(form, "variety")
    return message_id, variety if variety in VARIETIES else None, files


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
