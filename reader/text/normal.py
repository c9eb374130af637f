"""Letters as they should be: composed, without ligatures and foreign look-alikes."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# Lone surrogates are no letters; they cannot be written to a file. Nor are controls, which a page
# may name ("&#27;"): a terminal obeys them. The ends of lines and pages stay.
_INVISIBLE = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200b\u2060\ufeff\u200e\u200f]"
)
# Arabic and its neighbours, the scripts of India, Burmese, Khmer, Mongolian: joiners shape letters.
_SHAPED = "\u0600-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe"
# Pictures, and the selector that has a sign shown as one: the joiner makes one of two.
_PICTURES = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f"
_STRAY_JOINERS = re.compile(
    f"(?<![{_SHAPED}])\u200c|(?<![{_SHAPED}{_PICTURES}])\u200d"
    f"|(?<=[{_PICTURES}])\u200d(?![{_PICTURES}])"
)
_SOFT_HYPHEN_INSIDE = re.compile("\u00ad(?=\\S)")
_SPACES = re.compile("[\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\t\v]")
_LATIN = "ABCEHKMOPTXaceopxy"
_CYRILLIC = "АВСЕНКМОРТХасеорху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LETTERS = re.compile(r"\w+")
_MIXED = re.compile(rf"(?:[{_LATIN}]+(?=[а-яА-Я])|[а-яА-Я]+(?=[{_LATIN}]))[а-яА-Я{_LATIN}]+")
# "SMSа" is a Latin word with a Bulgarian ending.
_MIXED_LATIN = re.compile(
    rf"(?![A-Z]+[а-я]+$)(?=.*[A-Za-z])(?=.*[{_CYRILLIC}])[A-Za-z\d{_CYRILLIC}]+"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Of the words of a readable text, at least this share has a vowel and no odd capital inside.
_LEAST_READABLE = 0.6
_FEWEST_WORDS = 20
_LONGEST_AVERAGE = 15
# Readable texts stay below 0.05, texts with wrongly mapped letters are above 0.7.
_MOST_ODD = 0.3
_SHORTEST_TOLD = 3
# The dots of a table of contents say nothing of its letters.
_LEADER = re.compile(r"(?:[.…·_]\s?){4,}")
_ADDRESS = frozenset("/@")
_ODD = re.compile(r"[^\W\d_][\d<>=;?@]+[^\W\d_]|^[\d<>=;?@]+[^\W\d_]|[a-zа-я][A-ZА-Я]")
_VOWELS = set("аъоуеиюяѝѐaeiouyáéíóúäöüõàèìòùâêîôûåæøąęėīūžαεηιουωёыэєії")


def normal(text: str) -> str:
    """Return the text in NFC with plain spaces, ligatures as letters, nothing invisible.

    Joiners stay between the pictures of one emoji, and in scripts that are written with them.
    """
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    text = _SOFT_HYPHEN_INSIDE.sub("", _INVISIBLE.sub("", _SPACES.sub(" ", text)))
    return _STRAY_JOINERS.sub("", text)


def with_own_letters(text: str) -> str:
    """Return the text with look-alikes of the other alphabet made letters of the word's own.

    "Eвропа" with a Latin E becomes "Европа", "СOVID" with a Cyrillic С "COVID"; "InvestAI" and
    "CERN" stay as they are. A word of nothing but look-alikes is made Cyrillic.
    """
    return _LETTERS.sub(_in_own_letters, text)


def _in_own_letters(found: re.Match[str]) -> str:
    word = found.group()
    if _MIXED.fullmatch(word):
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN) if _MIXED_LATIN.fullmatch(word) else word


def small(text: str) -> str:
    """Return the text in small letters, each where it was: "İ" would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def letters_of(text: str) -> str:
    """Return the letters and digits alone: what stays when spaces, hyphens and marks change."""
    return "".join(filter(str.isalnum, text))


def looks_garbled(text: str) -> bool:
    """Tell whether a text is rubbish, as of a PDF whose letters are mapped wrongly."""
    words = _WORD.findall(text)
    printed = "".join(_LEADER.sub("", text).split())
    if len(printed) < 5 * _FEWEST_WORDS:
        return False
    letters = sum(map(str.isalpha, printed))
    if 2 * letters < len(printed) - sum(map(str.isdigit, printed)):
        return True
    if _share_of_odd(text) > _MOST_ODD:
        return True
    if len(words) < _FEWEST_WORDS:
        return letters > _LONGEST_AVERAGE * len(words)  # no spaces found
    return sum(map(_readable, words)) < _LEAST_READABLE * len(words)


def _share_of_odd(text: str) -> float:
    """Return the share of words with signs or capitals inside that no language puts there."""
    words = [
        word
        for word in text.split()
        if len(word) > _SHORTEST_TOLD and _ADDRESS.isdisjoint(word) and any(map(str.isalpha, word))
    ]
    return sum(_ODD.search(word) is not None for word in words) / max(1, len(words))


def _readable(word: str) -> bool:
    inner = word[1:]
    return word.isupper() or (
        inner == inner.lower() and (len(word) < 4 or not _VOWELS.isdisjoint(word.lower()))
    )
