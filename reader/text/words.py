"""Words of a text, and the key that all forms of a Bulgarian or English word share in the search.

A key is looked up among irregular words, made from the models of verbs (`verbs`), or else by rules
(`inflection`; `english`). Keys are for comparing only: „важна" has the key „важн".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from reader.paths import resource

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")  # NFD and stress marks stay in the word
_PLAIN = re.compile("[а-я]+|[\x00-\x7f]+")  # neither stressed nor composed
_STRESS = re.compile("(?<=[аеиоуъюя])[\u0300\u0301]")
_SHARED = ("и", "а")  # how forms of verbs end that can be of nouns as well
RULES = 3  # to be raised when keys change: libraries then index their articles anew
_IRREGULAR = ("irregular_words_bg.txt", "irregular_words_en.txt")
_MARKED = {  # the endings that a line of stems adds to them
    "=": ("", "а", "ът", "и", "ите", "ата", "ия", "ият", "о", "ото", "ове", "овете", "та"),
    "+": ("е", "ето", "ета", "етата"),
    "~": ("", "то", "та", "тата"),
    "-а": ("а", "ата", "и", "ите"),
    "-ът": ("ът", "", "а", "и", "ите"),
}


def tokens(text: str, start: int = 0) -> Iterator[tuple[str, int, int]]:
    """Yield each word or number of a text from a place on, with its start and end."""
    for match in _WORD.finditer(text, start):
        yield match.group(), match.start(), match.end()


def words(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand; faster than `tokens`."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return a word in lower case and NFC, without marks of stress; „ѝ" stays apart from „и"."""
    lower = unicodedata.normalize("NFC", word).lower()
    if _PLAIN.fullmatch(lower) or lower == "ѝ":
        return lower
    return unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFD", lower)))


@lru_cache(maxsize=100_000)  # filled by a bulk import alone, then some 30 MB
def search_key(word: str) -> str:
    """Return the key that all forms of a word share; numbers are only folded."""
    from reader.text.english import english_stem, is_in_its_letters
    from reader.text.inflection import settled, stem
    from reader.text.verbs import verb_stem

    plain = folded(word)
    if listed := irregular().get(plain):
        return listed
    if is_in_its_letters(plain):
        return english_stem(plain)
    verb = verb_stem(plain)
    return stem(plain) if verb is None else settled(verb)


def has_key(word: str, key: str) -> bool:
    """Tell whether a word has a key, without making its own where the first letters tell."""
    initial, wanted = folded(word)[:1], key[:1]
    fits = initial == wanted or initial in _other_initials().get(wanted, "")
    return fits and search_key(word) == key


def sought_keys(word: str) -> tuple[str, ...]:
    """Return the keys that a search for a word looks for: its own, and those of shared forms.

    „взел" finds „вземат", which has the key of „вземам"; „победил" finds „победи", which has that
    of „победа".
    """
    from reader.text.inflection import settled
    from reader.text.verbs import verb_stem, verb_stems

    plain, own = folded(word), search_key(word)
    listed = irregular()
    if plain in listed:
        return (own,)
    keys = [own]
    for verb in verb_stems(plain):
        shared = (verb.rstrip("ая") + ending for ending in _SHARED)
        keys.append(settled(verb))
        keys += (listed[each] for each in shared if each in listed and verb_stem(each) == verb)
    return tuple(dict.fromkeys(keys))


@cache
def irregular() -> Mapping[str, str]:
    """Return the keys of the words whose forms no rule brings together."""
    from reader.text.inflection import settled

    keys: dict[str, str] = {}
    texts = (resource(name).read_text("utf-8") for name in _IRREGULAR)
    for line in chain.from_iterable(text.splitlines() for text in texts):
        first, *rest = line.split()
        if endings := _MARKED.get(first):
            keys |= {
                each + ending: settled(each + endings[0]) for each in rest for ending in endings
            }
        elif first != "#":
            keys |= dict.fromkeys((first, *rest), first)
    return keys


@cache
def _other_initials() -> Mapping[str, str]:
    """Return with which other letters words begin that have a key which begins with a letter.

    „хора" has the key „човек"; rules alone change no first letter.
    """
    from reader.text.verb_models import verbs

    pairs = {(key[:1], word[:1]) for word, key in irregular().items()}
    pairs |= {(each.key[:1], stem[:1]) for stem, some in verbs().stems.items() for each in some}
    others: dict[str, str] = {}
    for of_key, of_word in sorted(pairs):
        if of_key != of_word:
            others[of_key] = others.get(of_key, "") + of_word
    return others
