"""The key of a Bulgarian verb's forms, by the models in `resources/verbs_bg.txt`.

A form is a stem, with or without prefixes, and an ending; both must be of the same model.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reader.paths import resource

_ADJECTIVE = ("", "а", "о", "и", "ата", "ото", "ите", "ия", "ият")
_NOUN = ("е", "ето", "ия", "ията", "ие", "ието")  # the plural is that of „решение", too
_LONGEST_PREFIX = 7
_MOST_PREFIXES = 2
_IRREGULAR, _REGULAR, _WHOLE = range(3)
_PREFIXES_OF = (2, 2, 0)  # at most, by kind
_Reading = tuple[int, int, str]
_Known = tuple[int, int, str]
# A part of a verb ends in one of these, and its stem takes the model of that name.
_PARTS = ("еш", "иш", "ох", "ъл", "л", "н", "т", "а", "я", "м")
_AORISTS = ("ах", "ях", "их", "ех", "ух")
_PARTICIPLES = ("ъл", "л", "н", "т")
_IMPERATIVE = "!"
_CITED = ("пея", "пия", "чуя", "сияя")
_ADDED = {"мина": "н"} | {name: name[-2:] for name in _CITED}


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Which models an ending and a stem belong to, one bit a model, and the key of a stem."""

    endings: Mapping[str, int]
    stems: Mapping[str, tuple[_Known, ...]]
    others: frozenset[str]
    other_endings: tuple[str, ...]
    prefixes: Mapping[str, int]  # how many
    longest: int


def verb_key(word: str) -> str | None:
    """Return what the forms of a known verb share, else None."""
    verbs = _verbs()
    if word in verbs.others:
        return None
    # „градове" may be one of „зова" by its letters only.
    most = 0 if word.endswith(verbs.other_endings) else _MOST_PREFIXES
    best: _Reading = (most + 1, 0, "")
    starts = [
        (start, count)
        for start in range(min(len(word), _LONGEST_PREFIX + 1))
        if (count := verbs.prefixes.get(word[:start], most + 1)) <= most
    ]
    for place in range(len(word), max(len(word) - verbs.longest, 1) - 1, -1):
        if models := verbs.endings.get(word[place:]):
            for start, count in starts:
                for model, kind, key in verbs.stems.get(word[start:place], ()):
                    fits = model & models and place - start > count <= _PREFIXES_OF[kind]
                    if fits and (count, kind) < best[:2]:
                        best = (count, kind, word[:start] + key)
    return best[2] or None


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
    stems: dict[str, tuple[_Known, ...]] = {}
    for parts in filter(None, sections["verbs"]):
        key = parts.pop(0)[:-1] if parts[0][-1] == ":" else parts[0].rstrip("ая")
        for stem, name in (each for part in parts for each in _stems(part)):
            stems[stem] = (*stems.get(stem, ()), (bits[name], _IRREGULAR, key))
    for name, bit in bits.items():
        for stem in (stem for line in sections[name] for stem in line):
            key, kind = stem + _ADDED.get(name, ""), _WHOLE if name in _CITED else _REGULAR
            stems[stem] = (*stems.get(stem, ()), (bit, kind, key))
    single = [prefix for line in sections["prefixes"] for prefix in line]
    others = [word for line in sections["others"] for word in line]
    return _Verbs(
        endings,
        stems,
        frozenset(others),
        tuple(word[1:] for word in others if word[0] == "-"),
        {first + second: 2 for first in single for second in single}
        | dict.fromkeys(single, 1)
        | {"": 0},
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
