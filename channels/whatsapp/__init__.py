"""WhatsApp through Twilio: webhooks in, buttons and lists out, files fetched with our credentials."""
