"""Demo data: plausible households from a seed."""
