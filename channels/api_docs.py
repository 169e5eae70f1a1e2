"""The API's documentation page, with assets of our own origin (FastAPI's default page loads from a CDN)."""

from pathlib import Path

import fastapi_swagger
from fastapi import APIRouter
from fastapi.responses import HTMLResponse

ASSETS = Path(fastapi_swagger.__file__).parent / "resources"
STATIC = Path(__file__).parent / "static"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Haqqi API</title>
<link rel="stylesheet" href="/static/swagger/swagger-ui.css"></head>
<body><main id="swagger"></main>
<script src="/static/swagger/swagger-ui-bundle.js"></script>
<script src="/static/docs/start.js"></script></body></html>"""
# Swagger UI sets styles from its script; scripts stay our own.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
)
router = APIRouter()


@router.get("/docs", include_in_schema=False)
async def docs() -> HTMLResponse:
    """The page."""
    return HTMLResponse(PAGE, headers={"Content-Security-Policy": POLICY})
