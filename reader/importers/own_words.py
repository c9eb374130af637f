"""How the exporters of this program begin what they tell of an article, in each language."""

from functools import cache

from reader.i18n import LANGUAGES, Translator


@cache
def beginnings(message: str) -> tuple[str, ...]:
    """Return what stands before the first blank of a message, such as „Източник: “."""
    words = (Translator(language)(message) for language in LANGUAGES)
    return tuple(each.partition("{")[0] for each in words)
