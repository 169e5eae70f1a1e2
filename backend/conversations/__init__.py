"""Inbound messages, conversations, forms, and the gateway that handles one message."""
