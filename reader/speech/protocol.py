"""What the program asks of the speaking process, in frames: one request, one reply."""

from dataclasses import dataclass

VOICES = "voices"
SPEAK = "speak"
# Before a reply: a voice is being loaded, which takes longer than speaking does.
LOADING = "loading"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to say and how: the facts of a SPEAK request.

    `voice` is an identifier, `rate` in words a minute, `pitch` 0 to 100, `volume` 0 to 1.
    """

    text: str
    voice: str
    rate: int
    pitch: int
    volume: float
