"""What stays of a name when it goes from one alphabet into another: its consonants, roughly."""

import re
import unicodedata
from functools import lru_cache

_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъьюяѝыэё",
            "a b v g d e g s i i k l m n o p r s t u f h s s s st a i iu ia i i e e".split(),
            strict=True,
        )
    )
)
_CYRILLIC = re.compile("[а-яѝыэё]")
_HOW_WRITTEN = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
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
        ("dg|dzh|j", "g"),
    )
)
_SILENT = re.compile("[^bvgdklmnprstf]|(?<=[aeiou])gh(?=t)")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word in classes: „Лайен“ and "Leyen" are both "ln"."""
    plain = word.lower()
    if _CYRILLIC.search(plain):
        plain = plain.replace("дж", "g").translate(_LATIN)
    else:
        plain = unicodedata.normalize("NFD", plain)
        for pattern, letters in _HOW_WRITTEN:
            plain = pattern.sub(letters, plain)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain))
