"""The outbox and the worker that sends it."""
