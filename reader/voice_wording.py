"""The words for voices, in lists and where they fail; both edges share them."""

from collections.abc import Iterable

from reader.i18n import Translator, mark
from reader.speech.voices import Quality, System, Voice
from reader.text import language_names

_QUALITIES = {
    Quality.MACHINE: mark("machine-like voice"),
    Quality.STANDARD: mark("ordinary voice"),
    Quality.NATURAL: mark("natural voice"),
    Quality.BEST: mark("very natural voice"),
}


def voice_name(voice: Voice, _: Translator) -> str:
    """Return what to call a voice in a list: "Dimitar, Piper" or "Bulgarian, espeak-ng".

    The language is named where the voice has no name of its own, or is not a Bulgarian one.
    """
    named = () if voice.speaks("bg") and voice.system is not System.ESPEAK else (voice,)
    return _list((*_own_name(voice), *(voice_language(each, _) for each in named), voice.system))


def voice_description(voice: Voice, _: Translator) -> str:
    """Return all that helps to choose a voice: "Dimitar, Bulgarian, natural voice, Piper"."""
    words = (voice_language(voice, _), quality_name(voice.quality, _), voice.system)
    return _list((*_own_name(voice), *words))


def voice_language(voice: Voice, _: Translator) -> str:
    """Return the language of a voice with its variety: "English (United States)".

    Finer varieties are called what their system calls them: "English (Lancaster)".
    """
    tag = voice.languages[0] if voice.languages else ""
    code, *parts = tag.split("-")
    language = language_names.language(code, _.language)
    if language is None:
        return voice.name
    if parts in ([], [code]):
        return language
    region = language_names.region(parts[0], _.language) if len(parts) == 1 else None
    return f"{language} ({region or _variety(voice)})"


def _variety(voice: Voice) -> str:
    """Return what a voice's name has in brackets, else its tag."""
    _before, _bracket, rest = voice.name.partition("(")
    return rest.rstrip(")") or voice.languages[0]


def quality_name(quality: Quality, _: Translator) -> str:
    """Return how a voice sounds, in a word or two."""
    return _(_QUALITIES[quality])


def unsaid(word: str, _: Translator) -> str:
    """Return what the tone in the place of a word means."""
    sentence = _("The voice cannot say “{word}”; a short tone stands in its place.")
    return sentence.format(word=word)


def _own_name(voice: Voice) -> tuple[str, ...]:
    """Return a voice's own name, if it has any: espeak calls its voices by their language."""
    return () if voice.system is System.ESPEAK else (voice.name,)


def _list(words: Iterable[str]) -> str:
    """Return words as an entry of a list, which begins with a capital."""
    entry = ", ".join(words)
    return entry[:1].upper() + entry[1:]
