"""Which voices there are, and which reads which language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_HOME = "bg"
# Where a language has several voices and none is asked for; the EU writes British English.
_USUAL = {"en": "en-gb", "pt": "pt-pt"}


class System(StrEnum):
    """What speaks; the values are the names that these go by."""

    ESPEAK = "espeak-ng"
    SAPI = "SAPI 5"
    ONECORE = "OneCore"
    MACOS = "macOS"
    PIPER = "Piper"


class Quality(StrEnum):
    """How much a voice sounds like a person, the least first."""

    MACHINE = "machine"
    STANDARD = "standard"
    NATURAL = "natural"
    BEST = "best"

    @property
    def rank(self) -> int:
        """Its place in the order."""
        return list(Quality).index(self)


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of this machine; `languages` are BCP 47 tags in lower case.

    `name` is what its system calls it, in whatever language.
    """

    identifier: str
    name: str
    languages: tuple[str, ...]
    system: System = System.ESPEAK
    quality: Quality = Quality.MACHINE

    def speaks(self, language: str) -> bool:
        """Tell whether the voice is one for the language, in any of its varieties."""
        return any(primary(tag) == primary(language) for tag in self.languages)


def tag(name: str) -> str:
    """Return a language's name in one form: "bg_BG" becomes "bg-bg"."""
    return name.replace("_", "-").lower()


def primary(language: str) -> str:
    """Return the language without its variety: "en-gb" is "en"."""
    return tag(language).split("-")[0]


def choose(voices: Sequence[Voice], language: str, wanted: str | None = None) -> Voice | None:
    """Return the voice to read a language with, or None where nobody can.

    The person's own choice comes first where it speaks the language; then the best voice that
    does; then the person's choice all the same; then a Bulgarian voice.
    """
    chosen = next((voice for voice in voices if voice.identifier == wanted), None)
    if chosen is not None and chosen.speaks(language):
        return chosen
    return _best(voices, language) or chosen or _best(voices, _HOME)


def in_order(voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices as they are offered: Bulgarian first, then English, the best before."""

    def rank(voice: Voice) -> tuple[bool, bool, str, int, str]:
        language = voice.languages[0] if voice.languages else ""
        return (
            not voice.speaks(_HOME),
            not voice.speaks("en"),
            primary(language),
            -voice.quality.rank,
            voice.name,
        )

    return sorted(voices, key=rank)


def _best(voices: Sequence[Voice], language: str) -> Voice | None:
    """Return the voice of the highest quality; among equals the one of the nearest variety."""
    able = [voice for voice in voices if voice.speaks(language)]
    return min(
        able, key=lambda voice: (-voice.quality.rank, _distance(voice, language)), default=None
    )


def _distance(voice: Voice, language: str) -> int:
    asked, root = tag(language), primary(language)
    ranking = (asked, _USUAL.get(root, root), root, f"{root}-{root}")
    ranks = [ranking.index(name) for name in voice.languages if name in ranking]
    return min(ranks, default=len(ranking))
