"""Photos and papers that people send, kept for a review request."""
