"""What the forms of a Bulgarian verb share, from the models that verbs follow.

A form is prefixes, a stem and an ending; the stem and the ending must be of the same model.
"""

from reader.text.verb_models import Kind, Verbs, verbs

_MOST_PREFIXES = 2
_LONGEST_PREFIXES = 6


def verb_stem(word: str) -> str | None:
    """Return what the forms of a known verb share, or None where the word is none.

    Of several readings, the one with the fewest prefixes is right most often: „определи" is of
    „определя", not of „о-преда".
    """
    known = verbs()
    if word in known.others:
        return None
    fewest, kind, best = _MOST_PREFIXES + 1, Kind.WHOLE, None
    starts = _starts(word, known)
    for place in range(len(word), max(len(word) - known.longest_ending, 1) - 1, -1):
        models = known.endings.get(word[place:], 0)
        for start, prefixes in starts if models else ():
            for stem in known.stems.get(word[start:place], ()):
                if not stem.models & models or place - start <= prefixes:
                    continue  # a stem of one letter takes no prefix, one of two takes one
                if (prefixes, stem.kind) < (fewest, kind) and _may_have(prefixes, stem.kind):
                    fewest, kind, best = prefixes, stem.kind, word[:start] + stem.key
    return best


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
