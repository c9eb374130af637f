"""What a number agrees with: the gender of the noun that it counts."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.paths import resource
from reader.text.numerals import Gender

_WORD = re.compile(r"\s?[„“\"(]?(?P<word>[а-яА-Я]+(?:-[а-яА-Я]+)*)")
# „1 от 3 жени“; „5 на 100 000 души“ is a rate, not five of them.
_PART_OF = re.compile(r"\sот\s")  # „2 от мерките“
_ADVERB = ("но", "ко", "то", "во", "ло", "ро", "добре", "зле")
_LIKE_ADJECTIVE = re.compile(r"(?:[еа]н|[еаи]т|[ое]в|[иа]в|[яае]щ|ъ[клрн]|[нтвк]а|ща|[шсчз]ки)$")
_ARTICLE = re.compile("(?:те|та)$")
_OF = re.compile(r"\s(?:от|на)\s(?:всеки\s|всички\s)?\d{1,2}(?:-?те)?(?![\d,.а-я]|\s\d)")
_LAST_WORD = re.compile(r"(?P<word>[а-яА-Я]+)\.?\s?$")
_MOST_ADJECTIVES = 3
_PAST = "ха"
_VOWELS_OF_NEUTER = "оеую"
_VOTE = re.compile(r"(?:\s[–-])?\s?[„“\"](?P<word>[а-я]+)")  # „2 „против““ are two votes


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The word lists of resources/nouns_bg.json."""

    known: dict[str, Gender]
    endings: tuple[tuple[str, Gender], ...]
    masculine_one: frozenset[str]
    feminine_one: frozenset[str]
    neuter_one: frozenset[str]
    feminine_one_endings: tuple[str, ...]
    substantives: frozenset[str]
    votes: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    no_noun: frozenset[str]
    plural_masculine: tuple[str, ...]
    plural_feminine: tuple[str, ...]
    persons_endings: tuple[str, ...]
    ordered: dict[str, Gender]
    labels: frozenset[str]


def counted(text: str, end: int, *, one: bool) -> Gender | None:
    """Return the gender of what a number ending at a place counts, None where it counts nothing.

    `one` tells that the number is 1, so the noun is in the singular.
    """
    vote = _VOTE.match(text, end)
    if vote is not None and vote["word"] in _nouns().votes:
        return Gender.MASCULINE
    found = _by_words(text, end, one=one)
    if found is not None:
        return found
    share = _OF.match(text, end)  # 1 от 3 жени
    if share is not None:
        return _by_words(text, share.end(), one=False)
    part = _PART_OF.match(text, end)
    return _of_part(_words_after(text, part.end() - 1)) if part is not None else None


def ordered(text: str, end: int) -> Gender | None:
    """Return the gender of a noun in the singular that a number puts in order: „2 клас“."""
    word = _WORD.match(text, end)
    return _nouns().ordered.get(word["word"].lower()) if word is not None else None


def is_label(text: str, start: int) -> bool:
    """Tell whether the word before a number is what it numbers: "член 5", "фаза 2"."""
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    return before is not None and before["word"].lower() in _nouns().labels


def _by_words(text: str, end: int, *, one: bool) -> Gender | None:
    words = _without_adverbs(_words_after(text, end))
    if not words:
        return None
    if _is_past(words[0]):  # „401 гласуваха“
        return Gender.PERSONS
    return _of_one(words[0]) if one else _of_many(words)


def _words_after(text: str, end: int) -> list[str]:
    """Return the words that may belong to a number, up to the first that cannot."""
    words: list[str] = []
    while len(words) <= _MOST_ADJECTIVES and (match := _WORD.match(text, end)) is not None:
        word = match["word"].lower()
        if word in _nouns().no_noun or (words and _is_past(word)):
            break
        words.append(word)
        end = match.end()
        if text[end : end + 1] in {".", ",", ";", ":", ")", "“", "!", "?"}:
            break
    return words


def _is_past(word: str) -> bool:
    return word.endswith(_PAST) and word not in _nouns().known


def _of_one(word: str) -> Gender:
    """Return the gender of a word in the singular, an adjective's too."""
    nouns = _nouns()
    if word in nouns.masculine_one:
        return Gender.MASCULINE
    if word in nouns.feminine_one or word.endswith(nouns.feminine_one_endings):
        return Gender.FEMININE
    if word[-1] in "ая":
        return Gender.FEMININE
    neuter = word in nouns.neuter_one or word[-1] in _VOWELS_OF_NEUTER
    return Gender.NEUTER if neuter else Gender.MASCULINE


def _of_many(words: Sequence[str]) -> Gender | None:
    """Return the gender of the first noun: of words that may be adjectives the last one."""
    nouns = _nouns()
    for number, word in enumerate(words):
        last = word.rpartition("-")[2]  # „държави-членки“
        if known := nouns.known.get(word) or nouns.known.get(last):
            return known
        following = words[number + 1] if number + 1 < len(words) else ""
        if not _may_be_adjective(word) or not _may_be_noun(following):
            return Gender.PERSONS if word in nouns.substantives else _by_ending(word)
    return None


def _of_part(words: Sequence[str]) -> Gender | None:
    """Return the gender of those of which a number is a part: „1 от мерките“."""
    nouns = _nouns()
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        bare = _ARTICLE.sub("", word)
        if bare in nouns.known:
            return nouns.known[bare]
        if word in nouns.adjectives or (_may_be_adjective(bare) and _may_be_noun(following)):
            continue
        return Gender.PERSONS if bare in nouns.substantives else _by_plural(word, bare)
    return None


def _by_plural(word: str, bare: str) -> Gender | None:
    nouns = _nouns()
    if word.endswith(nouns.plural_masculine) or bare.endswith(nouns.plural_masculine):
        return Gender.MASCULINE
    if bare.endswith(nouns.plural_feminine):
        return Gender.FEMININE
    return Gender.PERSONS if bare.endswith(nouns.persons_endings) else None


def _without_adverbs(words: Sequence[str]) -> Sequence[str]:
    """Leave out „тежко“ of „тежко ранени“, „добре“ of „добре познати“."""
    begin = 0
    while begin + 1 < len(words) and words[begin].endswith(_ADVERB):
        if not (_may_be_adjective(words[begin + 1]) or _LIKE_ADJECTIVE.search(words[begin + 1])):
            break
        begin += 1
    return words[begin:]


def _may_be_adjective(word: str) -> bool:
    nouns = _nouns()
    listed = word in nouns.adjectives or word in nouns.substantives
    return listed or word.endswith(nouns.adjective_endings)


def _may_be_noun(word: str) -> bool:
    """Tell whether a word is in a form that stands after a number."""
    if not word:
        return False
    return word in _nouns().known or word.endswith(("и", "а", "я", "е"))


def _by_ending(word: str) -> Gender | None:
    endings = _nouns().endings
    return next((gender for ending, gender in endings if word.endswith(ending)), None)


@cache
def _nouns() -> _Nouns:
    data = json.loads(resource("nouns_bg.json").read_text("utf-8"))
    names = {
        "masculine": Gender.MASCULINE,
        "feminine": Gender.FEMININE,
        "neuter": Gender.NEUTER,
        "persons": Gender.PERSONS,
    }
    known = {word: gender for name, gender in names.items() for word in data[name]}
    endings = {end: gender for name, gender in names.items() for end in data[f"{name}_endings"]}
    return _Nouns(
        known=known,
        endings=tuple(sorted(endings.items(), key=lambda pair: -len(pair[0]))),
        masculine_one=frozenset(data["masculine_one"]),
        feminine_one=frozenset(data["feminine_one"]),
        neuter_one=frozenset(data["neuter_one"]),
        feminine_one_endings=tuple(data["feminine_one_endings"]),
        substantives=frozenset(data["substantives"]),
        votes=frozenset(data["votes"]),
        adjectives=frozenset(data["adjectives"]),
        adjective_endings=tuple(data["adjective_endings"]),
        no_noun=frozenset(data["no_noun"]),
        plural_masculine=tuple(data["plural_masculine"]),
        plural_feminine=tuple(data["plural_feminine"]),
        persons_endings=tuple(data["persons_endings"]),
        ordered={
            word: gender
            for name, gender in names.items()
            for word in data.get(f"ordered_{name}", ())
        },
        labels=frozenset(data["labels"]),
    )
