"""When the voice is to fall silent by itself."""

from enum import Enum, auto

FADE_SECONDS = 10.0


class Until(Enum):
    """How long the voice may go on."""

    ALWAYS = auto()
    TIME = auto()
    PARAGRAPH = auto()
    ARTICLE = auto()


class SleepTimer:
    """Counts the seconds that are read aloud; the last ten fade out."""

    def __init__(self) -> None:
        self.until = Until.ALWAYS
        self.left = 0.0

    @property
    def loudness(self) -> float:
        """How loud the voice is by now, 1 being as usual."""
        fades = self.until is Until.TIME
        return min(1.0, max(0.0, self.left / FADE_SECONDS)) if fades else 1.0

    @property
    def is_over(self) -> bool:
        """Whether the time has come."""
        return self.until is Until.TIME and self.left <= 0

    def set_time(self, seconds: float) -> None:
        """Let the voice read for so long from now on."""
        self.until, self.left = Until.TIME, seconds

    def set_end(self, until: Until) -> None:
        """Let the voice read to an end, or for as long as there is something to read."""
        self.until, self.left = until, 0.0

    def read(self, seconds: float) -> None:
        """Take off what has been read."""
        self.left = max(0.0, self.left - seconds)
