"""The application factory. Channels hand in their routers: the backend does not know them."""

import secrets
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from backend import logs
from backend.body_limit import Allowance, BodyLimit
from backend.conversations.media import MediaSource, NoMedia
from backend.runtime import Runtime, open_runtime
from backend.settings import Settings

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "form-action 'self'"
)


class Problem(Exception):  # noqa: N818  it is the answer's name in RFC 9457
    """An error for the caller, answered as problem+json, with further headers if there are any."""

    def __init__(self, status: int, title: str, detail: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.headers = status, title, detail, headers


def problem_response(
    status: int, title: str, detail: str = "", headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """A problem+json answer (RFC 9457)."""
    body = {"type": "about:blank", "status": status, "title": title, "detail": detail}
    return JSONResponse(body, status_code=status, headers=headers, media_type="application/problem+json")


def create_app(
    settings: Settings,
    routers: Sequence[APIRouter],
    *,
    title: str,
    secret: str = "",
    media: Callable[[], MediaSource] = NoMedia,
    allowances: Sequence[Allowance] = (),
) -> FastAPI:
    """An application with health checks, problem+json errors, security headers and a request id on every answer.

    With a `secret`, every path (health checks and errors included) asks for it as a bearer token. `allowances` are the
    paths whose bodies may be larger than the others'.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        logs.configure(settings.log_level)
        async with open_runtime(settings, media()) as runtime:
            app.state.runtime = runtime
            yield

    app = FastAPI(
        title=title,
        version="0.1.0",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses={400: {"description": "The request could not be read (problem+json)"}},
    )
    if secret:
        app.middleware("http")(_locked(f"Bearer {secret}"))
    app.middleware("http")(_with_request_id)
    app.add_middleware(GZipMiddleware, minimum_size=500)
    app.add_middleware(BodyLimit, too_large=problem_response(413, "The request is too large."), allowances=allowances)
    _handle_errors(app)
    app.include_router(health)
    for router in routers:
        app.include_router(router)
    return app


def _locked(expected: str) -> Callable[[Request, Callable[[Request], Awaitable[Response]]], Awaitable[Response]]:
    async def check(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        given = request.headers.get("authorization", "")
        if not secrets.compare_digest(given.encode(), expected.encode()):
            return problem_response(401, "A valid secret is required.")
        return await call_next(request)

    return check


def runtime_of(request: Request) -> Runtime:
    """The open resources of the application that serves this request."""
    runtime: Runtime = request.app.state.runtime
    return runtime


async def _with_request_id(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    request_id = request.headers.get("x-request-id", "")
    if not (0 < len(request_id) <= 40 and request_id.replace("-", "").isalnum() and request_id.isascii()):
        request_id = uuid.uuid4().hex
    request.state.request_id = request_id
    structlog.contextvars.bind_contextvars(request_id=request_id)
    try:
        response = await call_next(request)
    finally:
        structlog.contextvars.clear_contextvars()
    response.headers["X-Request-ID"] = request_id
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response


def _handle_errors(app: FastAPI) -> None:
    @app.exception_handler(Problem)
    async def on_problem(_request: Request, error: Problem) -> JSONResponse:
        return problem_response(error.status, error.title, error.detail, error.headers)

    @app.exception_handler(HTTPException)
    async def on_http_error(_request: Request, error: HTTPException) -> JSONResponse:
        return problem_response(error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def on_bad_request(_request: Request, error: RequestValidationError) -> JSONResponse:
        # Only where and why: what was sent may be personal.
        places = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        return problem_response(422, "The request does not have the expected form.", places)

    @app.exception_handler(Exception)
    async def on_failure(request: Request, error: Exception) -> JSONResponse:
        structlog.get_logger().error(
            "request failed", path=request.url.path, error=type(error).__name__, exc_info=error
        )
        return problem_response(500, "Something went wrong on our side. Please try again.")


health = APIRouter(tags=["operation"])


@health.get("/healthz", summary="The process lives")
async def healthz() -> dict[str, str]:
    """Always answers while the process runs."""
    return {"status": "ok"}


@health.get("/readyz", summary="The process can serve")
async def readyz(request: Request) -> JSONResponse:
    """200 when PostgreSQL and Redis answer; names what does not. `dialogue` says whether Rasa answers too."""
    runtime = runtime_of(request)
    problems = await runtime.problems()
    dialogue = "ok" if await runtime.dialogue.ready() else "menus only"
    body = {"status": "unready" if problems else "ready", "dialogue": dialogue, "problems": problems}
    return JSONResponse(body, status_code=503 if problems else 200)


__all__ = ["Problem", "create_app", "problem_response", "runtime_of"]
