"""What media controls show of the voice, and what they ask for: the same on every system."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from reader.gui.player.player import PlayerState
from reader.settings import Settings

USUAL_RATE = Settings().rate  # words a minute that count as speed 1


@dataclass(frozen=True, slots=True)
class Shown:
    """The voice at a moment, `since` on the clock `time.monotonic`.

    `article` is its number in the library, or None where none is open. `length` and `position`
    are seconds as read at the usual rate, and `speed` is how many times faster the voice reads.
    `volume` is 0 to 1. `jumps` counts how often reading did not go on with what came next.
    """

    program: str
    state: PlayerState = PlayerState.STOPPED
    article: int | None = None
    title: str = ""
    publisher: str = ""
    sentence: str = ""
    length: float = 0.0
    position: float = 0.0
    since: float = 0.0
    speed: float = 1.0
    volume: float = 1.0
    jumps: int = 0

    def position_at(self, now: float) -> float:
        """Return how far reading has come by a moment, in seconds."""
        gone = now - self.since if self.state is PlayerState.PLAYING else 0.0
        return min(self.position + gone * self.speed, max(self.position, self.length))


class Press(Enum):
    """A button of the controls."""

    PLAY = auto()
    PAUSE = auto()
    TOGGLE = auto()
    STOP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    RAISE = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class SeekTo:
    """Go on with the sentence at so many seconds, as read at the usual rate."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Read so many times faster than usual."""

    speed: float


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Speak so loud, 0 to 1."""

    volume: float


Request = Press | SeekTo | SetSpeed | SetVolume


class Controls(Protocol):
    """The media controls of a system; they never keep the window waiting."""

    def show(self, shown: Shown) -> None:
        """Show this from now on."""

    def close(self) -> None:
        """Show nothing any more."""


# What is asked comes in a thread of the controls.
Connect = Callable[[Shown, Callable[[Request], None]], Controls]
