"""How the person wants to be spoken to."""

from reader.settings import PERCENTS, Settings
from reader.speech.engine import Delivery


def delivery(settings: Settings) -> Delivery:
    """Return how the person wants to be spoken to."""
    speaking = settings.speaking
    volume = speaking.volume / PERCENTS[-1]
    return Delivery(settings.rate, speaking.pitch, volume, settings.voice)
