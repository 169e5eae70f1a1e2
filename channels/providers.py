"""The providers of a process, by name, and where files that people send are fetched from."""

from backend.conversations.media import MediaSource, NoMedia
from backend.notifications.providers import Provider
from backend.settings import Settings
from channels.sms.console import ConsoleProvider
from channels.sms.jasmin_provider import JasminProvider
from channels.sms.twilio_provider import TwilioProvider
from channels.whatsapp.media import TwilioMedia
from channels.whatsapp.provider import WhatsAppProvider


def open_providers(settings: Settings) -> dict[str, Provider]:
    """Every provider that is configured; the console one in development only."""
    providers: list[Provider] = []
    if settings.env == "development":
        providers.append(ConsoleProvider())
    if settings.has_twilio:
        providers += [TwilioProvider(settings), WhatsAppProvider(settings)]
    if settings.jasmin_api_url:
        providers.append(JasminProvider(settings))
    return {provider.name: provider for provider in providers}


def open_media(settings: Settings) -> MediaSource:
    """Twilio's files, where Twilio is configured."""
    return TwilioMedia(settings) if settings.has_twilio else NoMedia()
