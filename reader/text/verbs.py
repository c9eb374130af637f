"""What the forms of a Bulgarian verb share, from the models that verbs follow.

A form is prefixes, a stem and an ending; the stem and the ending must be of the same model.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from reader.text.verb_models import Kind, Stem, Verbs, verbs

_MOST_PREFIXES = 2
_LONGEST_PREFIXES = 6


class _Reading(NamedTuple):
    """What a word can be a form of: a stem after some prefixes."""

    prefixes: int
    kind: Kind
    start: int
    stem: Stem


def verb_stem(word: str) -> str | None:
    """Return what the forms of a known verb share, or None where the word is none.

    Of several readings, the one with the fewest prefixes is right most often: „определи" is of
    „определя", not of „о-преда".
    """
    known = verbs()
    best: _Reading | None = None
    for each in _readings(word, known):
        if best is None or each[:2] < best[:2]:
            best = each
    if best is None:
        return None
    key = word[: best.start] + best.stem.key
    return known.apart.get(key, key)


def verb_stems(word: str) -> tuple[str, ...]:
    """Return what a search for a form of a verb looks for: more than one where verbs share forms.

    „взел" looks for „взема" as well, which counts as a form of „вземам".
    """
    known = verbs()
    readings = sorted(_readings(word, known), key=itemgetter(0, 1))
    alike = [each for each in readings if each.prefixes == readings[0].prefixes]
    found = [
        word[: each.start] + key
        for each in alike
        for key in (each.stem.key, each.stem.partner)
        if key
    ]
    return tuple(dict.fromkeys(known.apart.get(key, key) for key in found))


def _readings(word: str, known: Verbs) -> Iterator[_Reading]:
    """Yield what a word can be a form of."""
    if word in known.others:
        return
    starts = _starts(word, known)
    for place in range(len(word), max(len(word) - known.longest_ending, 1) - 1, -1):
        models = known.endings.get(word[place:], 0)
        for start, prefixes in starts if models else ():
            for stem in known.stems.get(word[start:place], ()):
                if not stem.models & models or place - start <= prefixes:
                    continue  # a stem of one letter takes no prefix, one of two takes one
                if _may_have(prefixes, stem.kind):
                    yield _Reading(prefixes, stem.kind, start, stem)


def _starts(word: str, known: Verbs) -> list[tuple[int, int]]:
    """Return where the stem can begin, with the number of prefixes before it."""
    most = 0 if word.endswith(known.never_prefixed) else _MOST_PREFIXES
    return [
        (start, prefixes)
        for start in range(min(len(word), _LONGEST_PREFIXES + 1))
        if (prefixes := known.prefixes.get(word[:start], most + 1)) <= most
    ]


def _may_have(prefixes: int, kind: Kind) -> bool:
    return prefixes == 0 or kind is not Kind.WHOLE
