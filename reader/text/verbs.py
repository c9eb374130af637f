"""The key of a Bulgarian verb's forms, by the models in `resources/verbs_bg.txt`.

A form is a stem, with or without prefixes, and an ending; both must be of the same model.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reader.paths import resource

_ADJECTIVE = ("", "а", "о", "и", "ата", "ото", "ите", "ия", "ият")
_NOUN = ("е", "ето", "ия", "ията")
_LONGEST_PREFIX = 7
_Known = tuple[tuple[int, str], ...]
_SHORT = 2  # so short a root takes one prefix at most
# A part of a verb ends in one of these, and its stem takes the model of that name.
_PARTS = ("еш", "иш", "ох", "ъл", "л", "н", "т", "а", "я", "м")
_AORISTS = ("ах", "ях", "их", "ех", "ух")
_PARTICIPLES = ("ъл", "л", "н", "т")
_IMPERATIVE = "!"
_BARE = ("гледам", "стрелям", "ходя", "уча", "мина", "играя")  # the key is the stem, as it is where only rules are known


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Which models an ending and a stem belong to, one bit a model, and the key of a stem."""

    endings: Mapping[str, int]
    irregular: Mapping[str, _Known]
    regular: Mapping[str, _Known]
    others: frozenset[str]
    prefixes: frozenset[str]
    doubled: frozenset[str]
    longest: int


def verb_key(word: str) -> str | None:
    """Return the key of a known verb's form, else None."""
    verbs = _verbs()
    if word in verbs.others:
        return None
    first = max(len(word) - verbs.longest, 1)
    splits = [
        (word[:place], models)
        for place in range(len(word), first - 1, -1)
        if (models := verbs.endings.get(word[place:]))
    ]
    for find in (_whole, _prefixed):
        for stems in (verbs.irregular, verbs.regular):
            for stem, models in splits:
                if key := find(stem, models, stems, verbs):
                    return key
    return None


def _whole(stem: str, models: int, stems: Mapping[str, _Known], _verbs: _Verbs) -> str | None:
    return _fitting(stems.get(stem, ()), models)


def _prefixed(stem: str, models: int, stems: Mapping[str, _Known], verbs: _Verbs) -> str | None:
    for place in range(1, min(len(stem), _LONGEST_PREFIX + 1)):
        if known := stems.get(stem[place:]):
            prefix = stem[:place]
            right = prefix in verbs.prefixes or (
                prefix in verbs.doubled and len(stem) - place > _SHORT
            )
            if right and (key := _fitting(known, models)):
                return prefix + key
    return None


def _fitting(known: _Known, models: int) -> str | None:
    for model, key in known:
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
    endings: dict[str, int] = {}
    for title, lines in sections.items():
        if title.startswith("endings "):
            bit = bits.setdefault(title.split()[1], 1 << len(bits))
            for ending in (each for line in lines for item in line for each in _spelt_out(item)):
                endings[ending] = endings.get(ending, 0) | bit
    irregular: dict[str, _Known] = {}
    for parts in filter(None, sections["verbs"]):
        key = parts.pop(0)[:-1] if parts[0][-1] == ":" else parts[0]
        for stem, name in (each for part in parts for each in _stems(part)):
            irregular[stem] = (*irregular.get(stem, ()), (bits[name], key))
    regular: dict[str, _Known] = {}
    for name, bit in bits.items():
        for stem in (stem for line in sections[name] for stem in line):
            key = stem if name in _BARE else _citation(stem, name)
            regular[stem] = (*regular.get(stem, ()), (bit, key))
    single = [prefix for line in sections["prefixes"] for prefix in line]
    return _Verbs(
        endings,
        irregular,
        regular,
        frozenset(word for line in sections["others"] for word in line),
        frozenset(single),
        frozenset(first + second for first in single for second in single),
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
        before, letter, after = stem.rpartition("я")
        if letter and model in _PARTICIPLES:
            yield before + "е" + after, model  # видяла, видели; влязъл, влезли


def _citation(stem: str, model: str) -> str:
    return stem + {"ходя": "я", "уча": "а"}.get(model, model[-2:])
