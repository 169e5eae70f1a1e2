"""The providers of a process, by name."""

from backend.notifications.providers import Provider
from backend.settings import Settings
from channels.sms.console import ConsoleProvider
from channels.sms.jasmin_provider import JasminProvider
from channels.sms.twilio_provider import TwilioProvider


def open_providers(settings: Settings) -> dict[str, Provider]:
    """Every provider that is configured; the console one in development only."""
    providers: dict[str, Provider] = {}
    if settings.env == "development":
        providers["console"] = ConsoleProvider()
    if settings.twilio_account_sid and settings.twilio_auth_token.get_secret_value():
        providers["twilio"] = TwilioProvider(settings)
    if settings.jasmin_api_url:
        providers["jasmin"] = JasminProvider(settings)
    return providers
