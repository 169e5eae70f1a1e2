"""Measuring what is understood, and learning from what was not."""
