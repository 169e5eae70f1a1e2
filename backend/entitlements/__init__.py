"""Coverage: which health insurance a person has, and in what state."""
