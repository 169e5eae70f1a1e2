"""The one answer engine, and the one renderer."""
