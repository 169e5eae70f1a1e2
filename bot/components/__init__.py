"""Haqqi's own parts of the Rasa server: input channel, stores, NLU components."""
