"""Haqqi's service: one folder per domain; channels and the bot talk to it, it never imports them."""
