"""How the person wants to be spoken to."""

from reader.settings import Settings
from reader.speech.engine import Delivery


def delivery(settings: Settings) -> Delivery:
    """Return how the person wants to be spoken to."""
    return Delivery.of(settings.rate, settings.voice, settings.speaking)
