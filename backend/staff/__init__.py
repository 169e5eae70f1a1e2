"""People who work with Haqqi: accounts, passwords, sign-in, sessions, roles."""
