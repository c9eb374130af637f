"""How the exporters of this program begin and end what they tell, in each language."""

from functools import cache

from reader.i18n import LANGUAGES, Translator


@cache
def beginnings(message: str) -> tuple[str, ...]:
    """Return what stands before the first blank of a message, such as „Източник: “."""
    return tuple(each.partition("{")[0] for each in _said(message))


@cache
def endings(message: str) -> tuple[str, ...]:
    """Return what stands behind the last blank of a message; all of it where it has none."""
    return tuple(each.rpartition("}")[2] for each in _said(message))


def _said(message: str) -> tuple[str, ...]:
    return tuple(Translator(language)(message) for language in LANGUAGES)
