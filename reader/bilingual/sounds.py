"""What stays of a name when it goes from one alphabet into another: its consonants, roughly."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я ѝ ы э ё"
_SOUNDS = "a b v g d e g s i i k l m n o p r s t u f h s s s st a i iu ia i i e e"
_LATIN = str.maketrans(dict(zip(_LETTERS.split(), _SOUNDS.split(), strict=True)))
_CYRILLIC = re.compile("[а-яѝыэё]")
_HOW_WRITTEN = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("dzh", "g"),
        ("dz", "s"),
        ("tsch|sch|tch|sh|ch(?=[aeiou])|cz|sz|ß", "s"),
        ("ph", "f"),
        ("ck|q", "k"),
        ("th", "t"),
        ("ts(?=[aeiou])|tz", "s"),
        ("t(?=i[aou])", "s"),  # institution, институция
        ("c(?=[eiy])|z|c$", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("dg|j", "g"),
    )
)
_SILENT = re.compile("[^bvgdklmnprstf]|(?<=[aeiou])gh(?=t)")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word in classes: „Лайен“ and "Leyen" are both "ln"."""
    plain = word.lower()
    if _CYRILLIC.search(plain):
        plain = plain.replace("дж", "g").replace("дз", "s").translate(_LATIN)
    else:
        plain = unicodedata.normalize("NFD", plain)
        for pattern, letters in _HOW_WRITTEN:
            plain = pattern.sub(letters, plain)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain))
