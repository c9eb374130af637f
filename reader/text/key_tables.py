"""The tables of the search keys, for programs in other languages that make the same keys.

`resources/site/keys.js` is one: the pages that are handed on have a search of their own.
"""

from collections.abc import Mapping, Sequence

from reader.text import english, inflection
from reader.text.inflection import Change, Endings, Settling
from reader.text.verb_models import Kind, Stem, verbs
from reader.text.words import irregular


def tables() -> dict[str, object]:
    """Return all that the rules ask, as JSON can hold it; patterns are those of JavaScript too."""
    return {
        "endings": [_endings(each) for each in inflection.ENDINGS],
        "settling": [_settling(each) for each in inflection.SETTLING],
        "broken": inflection.BROKEN.pattern,
        "keeps_i": inflection.KEEPS_I.pattern,
        "short": f"^{inflection.VOWEL_AND_CONSONANT.pattern}$",
        "irregular": dict(irregular()),
        "english": {letter: _changes(listed) for letter, listed in english.RULES.items()},
        "verbs": _verbs(),
    }


def _endings(endings: Endings) -> dict[str, object]:
    rules = {ending: _changes(listed) for ending, listed in endings.rules.items()}
    return {"rules": rules, "longest": dict(endings.longest)}


def _settling(letters: Mapping[str, Settling]) -> dict[str, object]:
    return {
        letter: {"any": each.any_of.pattern, "changes": _changes(each.changes)}
        for letter, each in letters.items()
    }


def _changes(listed: Sequence[Change]) -> list[tuple[str, str]]:
    return [(pattern.pattern, change.replace("\\", "$")) for pattern, change in listed]


def _verbs() -> dict[str, object]:
    known = verbs()
    stems = {stem: [_stem(stem, each) for each in listed] for stem, listed in known.stems.items()}
    return {
        "endings": dict(known.endings),
        "stems": stems,
        "prefixes": dict(known.prefixes),
        "others": sorted(known.others),
        "apart": dict(known.apart),
        "never": known.never_prefixed,
        "longest": known.longest_ending,
        "whole": int(Kind.WHOLE),
    }


def _stem(stem: str, known: Stem) -> list[object]:
    """Return the bit of a stem's model, its kind, its key unless that is itself, its partner."""
    key = "" if known.key == stem else known.key
    told = [known.models.bit_length() - 1, int(known.kind), key, known.partner or ""]
    while told[-1] == "":
        told.pop()
    return told
