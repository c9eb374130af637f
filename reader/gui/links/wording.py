"""How sure an address is, in a person's words."""

from reader.i18n import Translator, mark
from reader.model.links import Sureness

_SURENESS = {
    Sureness.SURE: mark("sure: the article or its site names it"),
    Sureness.BY_NUMBER: mark("sure: the number of the document is in it"),
    Sureness.BY_PATTERN: mark("probable: other pages of the site are called like this"),
    Sureness.BY_WORDS: mark("a guess: the page may be called otherwise"),
}


def how_sure(sureness: Sureness, _: Translator) -> str:
    """Return how sure it is that an address leads to the same page in another language."""
    return _(_SURENESS[sureness])
