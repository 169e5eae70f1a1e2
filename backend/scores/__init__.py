"""Score notices, the score formula and the thresholds."""
