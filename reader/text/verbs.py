"""The key of a Bulgarian verb's forms, by the models in `resources/verbs_bg.txt`.

A form is a stem, with or without prefixes, and an ending; both must be of the same model.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.paths import resource

_ADJECTIVE = ("", "а", "о", "и", "ата", "ото", "ите", "ия", "ият")
_NOUN = ("е", "ето", "ия", "ията")
_LONGEST_PREFIX = 7
_SHORT = 2  # so short a root takes one prefix at most
# A part of a verb ends in one of these, and its stem takes the model of that name.
_PARTS = ("еш", "иш", "ох", "ъл", "л", "н", "т", "а", "я", "м")
_AORISTS = ("ах", "ях", "их", "ех", "ух")
_IMPERATIVE = "!"
_BARE = ("гледам", "стрелям", "мина")  # the key is the stem, as it is where only rules are known


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Which models an ending and a stem belong to, one bit a model, and the key of a stem."""

    endings: dict[str, int]
    stems: dict[str, tuple[tuple[int, str], ...]]
    prefixes: frozenset[str]
    longest: int


def verb_key(word: str) -> str | None:
    """Return the key of a known verb's form, else None."""
    verbs = _verbs()
    for place in range(len(word), max(len(word) - verbs.longest, 1) - 1, -1):
        if models := verbs.endings.get(word[place:]):
            if key := _key(word[:place], models, verbs):
                return key
    return None


def _key(stem: str, models: int, verbs: _Verbs) -> str | None:
    if key := _root_key(stem, models, verbs):
        return key
    for place in range(1, min(len(stem), _LONGEST_PREFIX + 1)):
        prefix = stem[:place]
        if prefix in verbs.prefixes and (key := _root_key(stem[place:], models, verbs)):
            return prefix + key
    return None


def _root_key(root: str, models: int, verbs: _Verbs) -> str | None:
    for model, key in verbs.stems.get(root, ()):
        if model & models:
            return key
    return None


@cache
def _verbs() -> _Verbs:
    sections: dict[str, list[list[str]]] = defaultdict(list)
    name = ""
    for line in resource("verbs_bg.txt").read_text("utf-8").splitlines():
        if line and line[0] not in "# ":
            name, *first = line.split()
            if name == "endings":
                name = "endings " + first.pop(0)
            sections[name].append(first)
        elif line.startswith(" "):
            sections[name].append(line.split())
    bits: dict[str, int] = {}
    endings: dict[str, int] = defaultdict(int)
    for title, lines in sections.items():
        if title.startswith("endings "):
            bit = bits.setdefault(title.split()[1], 1 << len(bits))
            for ending in (each for line in lines for item in line for each in _spelt_out(item)):
                endings[ending] |= bit
    stems: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for parts in sections["verbs"]:
        for stem, model in (each for part in parts for each in _stems(part)):
            stems[stem].append((bits[model], parts[0]))
    for model, bit in bits.items():
        for stem in (stem for line in sections[model] for stem in line):
            stems[stem].append((bit, stem if model in _BARE else _citation(stem, model)))
    single = [prefix for line in sections["prefixes"] for prefix in line]
    double = (first + second for first in single for second in single)
    return _Verbs(
        dict(endings),
        {stem: tuple(known) for stem, known in stems.items()},
        frozenset((*single, *double)),
        max(map(len, endings)),
    )


def _spelt_out(ending: str) -> Iterator[str]:
    match ending[-1]:
        case "*":
            yield from (ending[:-1] + last for last in _ADJECTIVE)
        case "°":
            yield from (ending[:-1] + last for last in _NOUN)
        case _:
            yield ending.replace("=", "")


def _stems(part: str) -> Iterator[tuple[str, str]]:
    """Yield the stems in a part of a verb with the models of endings that they take."""
    if part.endswith(_AORISTS):
        yield from _with_e(part[:-1], ("х", "л", "н"))
        return
    for name in _PARTS:
        if part.endswith(name):
            yield from _with_e(part[: -len(name)], (_MODEL.get(name, name),))
            return
    yield part, _IMPERATIVE


_MODEL = {"а": "еш", "я": "еш"}


def _with_e(stem: str, models: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for model in models:
        yield stem, model
        if stem[-1] == "я" and model in "лнт":
            yield stem[:-1] + "е", model  # видяла, видели


def _citation(stem: str, model: str) -> str:
    return stem + {"ходя": "я", "уча": "а"}.get(model, model[-2:])
