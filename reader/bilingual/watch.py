"""Figures, dates, names and addresses in which a translation differs from its original.

Machine translations get them wrong: „250 милиона“ for "250 billion", „5 март“ for "5 May". What
good translators do is no difference: words for figures, 1,5 for 1.5, a number moved into the next
sentence, a year left out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.bilingual import signs
from reader.bilingual.facts import Fact, Weight, facts, same_unit
from reader.bilingual.number_words import number_words
from reader.bilingual.proper_names import unlike
from reader.bilingual.worded_apart import SORTS, Said, Side, apart, sides
from reader.model.bilingual import (
    Alignment,
    Bead,
    Difference,
    Languages,
    Sentence,
    Spot,
    Watched,
)

_SURE_ENOUGH = 0.8  # a pair may be doubtful just because a figure differs
_ALIKE = {
    Watched.ADDRESS: "address",
    Watched.NAME: "name",
}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact and the sentence that states it."""

    sentence: int
    text: str
    fact: Fact
    language: str

    @property
    def spot(self) -> Spot:
        return Spot(self.sentence, self.fact.start, self.fact.end)

    @property
    def words(self) -> str:
        return self.text[self.fact.start : self.fact.end]


def differences(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    alignment: Alignment,
    languages: Languages = ("bg", "en"),
) -> tuple[Difference, ...]:
    """Return what differs in each pair that is sure, in the order of the text."""
    beads = [bead for bead in alignment.beads if bead.left and bead.right]
    stated = _stated if all(number_words(each).known for each in languages) else _in_figures
    ours = [stated(left, bead.left, languages[0]) for bead in beads]
    theirs = [stated(right, bead.right, languages[1]) for bead in beads]
    own = _said(left, [bead.left for bead in beads], ours, languages[0])
    other = _said(right, [bead.right for bead in beads], theirs, languages[1])
    return tuple(
        difference
        for number, bead in enumerate(beads)
        if bead.sure >= _SURE_ENOUGH
        for difference in (
            *_compared(
                (ours[number], _near(ours, number)), (theirs[number], _near(theirs, number))
            ),
            *_in_words((left, right), (own[number], other[number])),
            *_names(left, right, bead, languages),
        )
    )


def _stated(some: Sequence[Sentence], numbers: Sequence[int], language: str) -> list[_Stated]:
    return [
        _Stated(number, some[number].text, fact, language)
        for number in numbers
        for fact in facts(some[number].text, language)
    ]


def _in_figures(some: Sequence[Sentence], numbers: Sequence[int], language: str) -> list[_Stated]:
    """Return the facts that any language writes in figures, none of which is missed.

    For the other side may say them in words that are not known here.
    """
    return [
        replace(each, fact=replace(each.fact, omissible=True))
        for each in _stated(some, numbers, language)
        if _family(each.fact) != "month" or each.words.isdigit()
    ]


def _said(
    some: Sequence[Sentence],
    beads: Sequence[Sequence[int]],
    stated: Sequence[Sequence[_Stated]],
    language: str,
) -> list[Side]:
    return sides(
        [{number: some[number].text for number in numbers} for numbers in beads],
        [[(each.sentence, each.fact) for each in bead] for bead in stated],
        language,
    )


def _in_words(
    texts: tuple[Sequence[Sentence], Sequence[Sentence]], said: tuple[Side, Side]
) -> Iterator[Difference]:
    for one, other in apart(*said):
        ours, theirs = _spot(one), _spot(other)
        yield Difference(
            SORTS[one.worded.kind],
            ours,
            theirs,
            texts[0][ours.sentence].text[ours.start : ours.end],
            texts[1][theirs.sentence].text[theirs.start : theirs.end],
        )


def _spot(said: Said) -> Spot:
    return Spot(said.sentence, said.worded.start, said.worded.end)


def _near(beads: Sequence[Sequence[_Stated]], number: int) -> frozenset[str]:
    """Return the keys of what the pairs next to one state."""
    return frozenset(
        key
        for bead in (*beads[max(0, number - 1) : number], *beads[number + 1 : number + 2])
        for stated in bead
        for key in stated.fact.keys
    )


def _compared(
    left: tuple[Sequence[_Stated], frozenset[str]],
    right: tuple[Sequence[_Stated], frozenset[str]],
) -> Iterator[Difference]:
    ours, theirs, pairs = _matched(left[0], right[0])
    for one, other in pairs:
        if not same_unit(one.fact, other.fact):
            yield _difference(one, other)
        elif _is_alone(one, left[0]) and _is_alone(other, right[0]) and _are_turned(one, other):
            yield _difference(_signed(one), _signed(other))
    yield from _put_otherwise(ours, theirs, _same_value_kind)
    lost = [each for each in ours if not _repeats(each, right[0])]
    added = [each for each in theirs if not _repeats(each, left[0])]
    for alike in (_same_sort, _same_family):
        yield from _put_otherwise(lost, added, alike)
    yield from (
        _difference(each, None)
        for each in lost
        if _matters(each, right[1]) and not _is_worded(theirs)
    )
    yield from (
        _difference(None, each)
        for each in added
        if _matters(each, left[1]) and not _is_worded(ours)
    )


def _are_turned(one: _Stated, other: _Stated) -> bool:
    return signs.are_opposite(_number(one), _number(other))


def _signed(one: _Stated) -> _Stated:
    return replace(one, fact=replace(one.fact, start=signs.begin(_number(one))))


def _number(one: _Stated) -> signs.Number:
    return signs.Number(one.text, one.fact, one.language)


def _is_alone(one: _Stated, some: Sequence[_Stated]) -> bool:
    """Tell whether a side states a number once, so that no other one may be meant."""
    return sum(not one.fact.keys.isdisjoint(each.fact.keys) for each in some) == 1


def _matched(
    left: Sequence[_Stated], right: Sequence[_Stated]
) -> tuple[list[_Stated], list[_Stated], list[tuple[_Stated, _Stated]]]:
    """Return what is found on one side only, and the pairs; a like unit goes before the order."""
    rest, alone, pairs = list(right), [], []
    for one in left:
        fits = [other for other in rest if one.fact.keys & other.fact.keys]
        best = next((other for other in fits if one.fact.unit == other.fact.unit), None)
        best = best or next((other for other in fits if same_unit(one.fact, other.fact)), None)
        best = best or next(iter(fits), None)
        if best is None:
            alone.append(one)
        else:
            rest.remove(best)
            pairs.append((one, best))
    return alone, rest, pairs


def _repeats(each: _Stated, others: Sequence[_Stated]) -> bool:
    """Tell whether the other side has it all the same, said once or put as a hint."""
    if each.fact.weight is Weight.HINT:
        return True
    return any(each.fact.keys & other.fact.keys for other in others)


def _put_otherwise(
    lost: list[_Stated], added: list[_Stated], alike: Callable[[Fact, Fact], bool]
) -> Iterator[Difference]:
    """Yield what stands in place of another that is alike; take both off their lists."""
    for one in list(lost):
        other = next((each for each in added if alike(one.fact, each.fact)), None)
        if other is not None:
            lost.remove(one)
            added.remove(other)
            if Weight.FIGURE in (one.fact.weight, other.fact.weight) or _both_count(one, other):
                yield _difference(one, other)


def _both_count(one: _Stated, other: _Stated) -> bool:
    return one.fact.weight == other.fact.weight == Weight.WORD


def _same_value_kind(one: Fact, other: Fact) -> bool:
    """Tell whether both are figures with one unit: these differ even where they are repeated."""
    return bool(one.unit) and _same_sort(one, other) and one.weight == other.weight == Weight.FIGURE


def _same_sort(one: Fact, other: Fact) -> bool:
    return one.sort == other.sort and one.unit == other.unit


def _same_family(one: Fact, other: Fact) -> bool:
    return _ALIKE.get(one.sort, _family(one)) == _ALIKE.get(other.sort, _family(other))


def _family(fact: Fact) -> str:
    return "month" if any(key.startswith("month ") for key in fact.keys) else "number"


def _matters(each: _Stated, near: frozenset[str]) -> bool:
    """Tell whether something is missed where the other side, and what is next to it, lack it."""
    fact = each.fact
    return fact.weight is Weight.FIGURE and not fact.omissible and near.isdisjoint(fact.keys)


def _is_worded(some: Sequence[_Stated]) -> bool:
    """Tell whether a side puts something in words that no figure answers: "half", "a dozen"."""
    return any(each.fact.weight is Weight.HINT for each in some)


def _names(
    left: Sequence[Sentence], right: Sequence[Sentence], bead: Bead, languages: Languages
) -> Iterator[Difference]:
    if len(bead.left) > 1 or len(bead.right) > 1:
        return
    (i,), (j,) = bead.left, bead.right
    ours, theirs = left[i].text, right[j].text
    for one, other in unlike(ours, theirs, languages):
        yield Difference(
            Watched.NAME,
            Spot(i, one.start, one.end),
            Spot(j, other.start, other.end),
            ours[one.start : one.end],
            theirs[other.start : other.end],
        )


def _difference(one: _Stated | None, other: _Stated | None) -> Difference:
    told = one or other
    assert told is not None  # noqa: S101 - one side is always there
    return Difference(
        told.fact.sort,
        one.spot if one else None,
        other.spot if other else None,
        one.words if one else "",
        other.words if other else "",
    )
