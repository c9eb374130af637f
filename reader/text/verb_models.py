"""The models that Bulgarian verbs follow, read from `resources/verbs_bg.txt`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cache

from reader.paths import resource

_ADJECTIVE = ("", "а", "о", "и", "ата", "ото", "ите", "ия", "ият")
_NOUN = ("е", "ето", "ия", "ията", "ие", "ието")  # „решения" is of „решене" and „решение"
# A form of a verb with several stems ends in the name of the model that its stem takes.
_PRESENT = ("а", "я")
_SECOND = ("еш", "иш")  # its stem makes the present then, but for two forms
_AORISTS = ("ах", "ях", "их", "ех", "ух")
_OTHERS = ("еш", "иш", "ат", "ох", "ъл", "л", "н", "т", "м")
_PARTICIPLES = ("ъл", "л", "н", "т")
_IMPERATIVE = "!"
_WITH_PREFIXES = ("пея", "пия", "чуя", "сияя")  # models whose stems are listed with them
# Models of imperfective verbs beside verbs that are spelt alike, and the models of the forms that
# they share with these but that count as the others'.
_PARTNERS = {"вземам": None, "оставям": "оставя", "определям": "определя"}
# What the key of a verb has beside its stem.
_ADDED = {"мина": "н", "вземам": "а", "стрелям": "я", "оставям": "я", "определям": "я"} | {
    model: model[-2:] for model in ("живея", "играя", *_WITH_PREFIXES)
}

_Entries = Sequence[tuple[str, list[str]]]


class Kind(IntEnum):
    """What is known of a stem; of two readings of a form the lower is preferred."""

    PARTNER = auto()  # imperfective: "взема" is said of who takes more often than of myself
    IRREGULAR = auto()
    REGULAR = auto()
    WHOLE = auto()  # takes no prefixes
    SHARED = auto()  # of the forms that a partner gives up


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem's models, one bit for each, and the key of the verb.

    Where the partner of the verb shares forms with it that have the other key, it is given too.
    """

    models: int
    kind: Kind
    key: str
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Verbs:
    """All that is known of verbs."""

    endings: Mapping[str, int]  # the models that have them, one bit for each
    stems: Mapping[str, Sequence[Stem]]
    prefixes: Mapping[str, int]  # of how many prefixes each consists
    others: frozenset[str]  # words that are no verbs
    apart: Mapping[str, str]  # the keys of verbs whose stem is the key of another word
    never_prefixed: tuple[str, ...]  # a verb that ends so has no prefix
    longest_ending: int


@cache
def verbs() -> Verbs:
    """Return what the resources know of verbs."""
    entries = _entries(resource("verbs_bg.txt").read_text("utf-8"))
    bits = {words[0]: 1 << number for number, words in enumerate(_of("endings", entries))}
    endings: dict[str, int] = {}
    for model, *listed in _of("endings", entries):
        for ending in (each for written in listed for each in _spelt_out(written)):
            endings[ending] = endings.get(ending, 0) | bits[model]
    others = [word for words in _of("others", entries) for word in words]
    return Verbs(
        endings,
        _stems(entries, bits),
        _prefixes([prefix for words in _of("prefixes", entries) for prefix in words]),
        frozenset(others),
        {word[:-1]: word for words in _of("apart", entries) for word in words},
        tuple(word[1:] for word in others if word[0] == "-"),
        max(map(len, endings)),
    )


def _entries(text: str) -> _Entries:
    """Return the entries: what each is about, and its words."""
    joined = text.replace("\n    ", " ").splitlines()
    lines = (line.split() for line in joined if line and not line.startswith("#"))
    return [(about, words) for about, *words in lines]


def _of(about: str, entries: _Entries) -> Iterator[list[str]]:
    return (words for each, words in entries if each == about)


def _spelt_out(ending: str) -> Iterator[str]:
    match ending[-1]:
        case "*":
            yield from (ending[:-1] + last for last in _ADJECTIVE)
        case "°":
            yield from (ending[:-1] + last for last in _NOUN)
        case _:
            yield ending.replace("=", "")


def _prefixes(single: Sequence[str]) -> Mapping[str, int]:
    """Return no prefix, all prefixes, and all pairs of them."""
    return {
        **{first + second: 2 for first in single for second in single},
        **dict.fromkeys(single, 1),
        "": 0,
    }


def _stems(entries: _Entries, bits: Mapping[str, int]) -> Mapping[str, Sequence[Stem]]:
    stems: dict[str, list[Stem]] = {}
    with_partners = {stem for words in _of("вземам", entries) for stem in words}
    for parts in _of("verb", entries):
        key = parts.pop(0)[:-1] if parts[0].endswith(":") else parts[0].rstrip("ая")
        partner = key + _ADDED["вземам"] if key in with_partners else None
        two = any(part.endswith(_SECOND) for part in parts)
        present = ("а", "ат") if two else ("а", "ат", "еш")
        for stem, model in (each for part in parts for each in _stems_in(part, present)):
            stems.setdefault(stem, []).append(Stem(bits[model], Kind.IRREGULAR, key, partner))
    for model, listed in entries:
        if model in bits:
            for stem in listed:
                stems.setdefault(stem, []).extend(_regular(stem, model, bits))
    return stems


def _regular(stem: str, model: str, bits: Mapping[str, int]) -> Iterator[Stem]:
    key = stem + _ADDED.get(model, "")
    if shared := _PARTNERS.get(model):
        yield Stem(bits[model], Kind.PARTNER, key, partner=stem)
        yield Stem(bits[shared], Kind.SHARED, stem, partner=key)
    elif model in _PARTNERS:
        yield Stem(bits[model], Kind.PARTNER, key)
    else:
        yield Stem(bits[model], Kind.WHOLE if model in _WITH_PREFIXES else Kind.REGULAR, key)


def _stems_in(part: str, present: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return the stems in a form of a verb with the models that they take."""
    if part.endswith(_PRESENT):
        return [(part[:-1], model) for model in present]
    if part.endswith(_AORISTS):
        return _of_participle(part[:-1], ("х", "л", "н"))
    for model in _OTHERS:
        if part.endswith(model):
            return _of_participle(part[: -len(model)], (model,))
    return [(part, _IMPERATIVE)]


def _of_participle(stem: str, models: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a stem with its models, and its variant with е: видяла, видели; влязъл, влезли."""
    before, changing, after = stem.rpartition("я")
    for model in models:
        yield stem, model
        if changing and model in _PARTICIPLES:
            yield f"{before}е{after}", model
