"""The review of a score (law 72.18, article 16): from the first answer of a draft to the agency's decision."""
