"""Web chat: the page, its element and its API."""
