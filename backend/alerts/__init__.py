"""Whether a phone gets alerts by SMS: reminders before a deadline, campaigns."""
