"""SMS: webhooks in, providers out."""
