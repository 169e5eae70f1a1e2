"""Tests of the bot's own parts; conversations with a running Rasa are in the project's tests/."""
