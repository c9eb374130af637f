"""The language of a text, by its script and its most frequent words."""

from collections.abc import Mapping

_DEFAULT = "bg"
_OTHER = "en"


def language_of(text: str, small_words: Mapping[str, frozenset[str]]) -> str:
    """Return the language of a text as a BCP 47 tag.

    Bulgarian for Cyrillic, Greek for Greek letters, else the Latin-script language whose small
    words are most frequent; English where there are none.
    """
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text)
    greek = sum("\u0370" <= letter <= "\u03ff" for letter in text)
    latin = sum("a" <= letter.lower() <= "z" for letter in text)
    if max(cyrillic, greek, latin) == 0:
        return _DEFAULT
    if greek > max(cyrillic, latin):
        return "el"
    # A Bulgarian text full of printed addresses is Bulgarian still.
    if 3 * cyrillic >= latin:
        return _DEFAULT
    words = text.lower().split()
    counts = {code: sum(word in small for word in words) for code, small in small_words.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else _OTHER
