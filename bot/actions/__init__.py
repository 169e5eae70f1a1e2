"""The action server: the two forms of the dialogue, each answered by the service."""
