"""A phone in the browser, for development only."""
