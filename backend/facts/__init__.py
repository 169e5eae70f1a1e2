"""Facts of the law and of the administration: dated, sourced, graded, read from data/facts."""
