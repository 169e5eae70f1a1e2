"""Contribution accounts: due, paid, arrears, declared days."""
