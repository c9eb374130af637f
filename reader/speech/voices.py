"""Which voice reads which language."""

from collections.abc import Sequence
from dataclasses import dataclass

_HOME = "bg"
# Where a language has several voices and none is asked for; the EU writes British English.
_USUAL = {"en": "en-gb", "pt": "pt-pt"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of the engine; `languages` are BCP 47 tags in lower case."""

    identifier: str
    name: str
    languages: tuple[str, ...]

    def speaks(self, language: str) -> bool:
        """Tell whether the voice is one for the language, in any of its varieties."""
        return any(_primary(tag) == _primary(language) for tag in self.languages)


def tag(name: str) -> str:
    """Return a language's name in one form: "bg_BG" becomes "bg-bg"."""
    return name.replace("_", "-").lower()


def choose(voices: Sequence[Voice], language: str, wanted: str | None = None) -> Voice | None:
    """Return the voice to read a language with, or None where nobody can.

    The person's own choice comes first where it speaks the language; then any voice that does;
    then the person's choice all the same; then a Bulgarian voice.
    """
    chosen = next((voice for voice in voices if voice.identifier == wanted), None)
    if chosen is not None and chosen.speaks(language):
        return chosen
    return _best(voices, language) or chosen or _best(voices, _HOME)


def _best(voices: Sequence[Voice], language: str) -> Voice | None:
    able = [voice for voice in voices if voice.speaks(language)]
    return min(able, key=lambda voice: _distance(voice, language), default=None)


def _distance(voice: Voice, language: str) -> int:
    asked, primary = tag(language), _primary(language)
    ranking = (asked, _USUAL.get(primary, primary), primary, f"{primary}-{primary}")
    ranks = [ranking.index(name) for name in voice.languages if name in ranking]
    return min(ranks, default=len(ranking))


def _primary(language: str) -> str:
    return tag(language).split("-")[0]
