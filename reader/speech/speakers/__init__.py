"""The ways to speak, each in the speaking process alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.speech.protocol import Wish
from reader.speech.voices import Voice


@dataclass(frozen=True, slots=True)
class Rendered:
    """Sound in memory; a word is (place in the text, length, milliseconds)."""

    rate: int
    samples: bytes
    words: Sequence[tuple[int, int, int]] = ()


class Speaker(Protocol):
    """One way to make sound of text.

    `mark` is what the identifiers of its voices begin with.
    """

    mark: str

    def voices(self) -> list[Voice]:
        """Return the voices there are."""

    def render(self, wish: Wish) -> Rendered:
        """Speak into memory."""

    def close(self) -> None:
        """Let go of whatever outlives the process."""
