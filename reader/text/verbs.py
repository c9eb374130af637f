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
_PREFIXES = 3  # more than a verb has
_IRREGULAR, _REGULAR = range(2)
_Known = tuple[int, int, str]
# A part of a verb ends in one of these, and its stem takes the model of that name.
_PARTS = ("еш", "иш", "ох", "ъл", "л", "н", "т", "а", "я", "м")
_AORISTS = ("ах", "ях", "их", "ех", "ух")
_PARTICIPLES = ("ъл", "л", "н", "т")
_IMPERATIVE = "!"
_CITED = ("пея", "пия", "чуя", "сияя")  # too short without


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
    best = (1 if word.endswith(verbs.other_endings) else _PREFIXES, 0, "")
    for place in range(len(word), max(len(word) - verbs.longest, 1) - 1, -1):
        if models := verbs.endings.get(word[place:]):
            best = min((best, *_readings(word[:place], models, verbs)), key=_rank)
    return best[2] or None


def _rank(reading: tuple[int, int, str]) -> tuple[int, int]:
    return reading[:2]


def _readings(stem: str, models: int, verbs: _Verbs) -> Iterator[tuple[int, int, str]]:
    """Yield how a stem can be read: the number of prefixes, the kind of verb, the key."""
    for place in range(min(len(stem), _LONGEST_PREFIX + 1)):
        for model, kind, key in verbs.stems.get(stem[place:], ()):
            if model & models:
                prefix = stem[:place]
                count = verbs.prefixes.get(prefix, _PREFIXES)
                if count < _PREFIXES and len(stem) - place > count:
                    yield count, kind, prefix + key


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
            key = stem + name[-2:] if name in _CITED else stem
            stems[stem] = (*stems.get(stem, ()), (bit, _REGULAR, key))
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
