"""`python -m backend.cli` is `haqqi`."""

from backend.cli.main import app

app(prog_name="haqqi")
