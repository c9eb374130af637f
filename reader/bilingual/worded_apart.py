"""Which of the things that two sides say in words differ for sure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from reader.bilingual.facts import Fact
from reader.bilingual.worded import Kind, Worded, find
from reader.model.bilingual import Watched

SORTS = {
    Kind.QUARTER: Watched.DATE,
    Kind.HALF_YEAR: Watched.DATE,
    Kind.WEEKDAY: Watched.DATE,
    Kind.SHARE: Watched.NUMBER,
    Kind.RANK: Watched.NUMBER,
}
_NEAR_ENOUGH = Fraction(2, 100)  # "two thirds" for 66.7 % or 65 %


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the number of its sentence."""

    sentence: int
    worded: Worded


@dataclass(frozen=True, slots=True)
class Side:
    """What the sentences of a side say in words, and their facts by the numbers of these.

    `near` is what is said in words next to them.
    """

    said: Sequence[Said]
    facts: Sequence[tuple[int, Fact]]
    near: frozenset[tuple[Kind, Fraction | None]]


def sides(
    beads: Sequence[Mapping[int, str]],
    stated: Sequence[Sequence[tuple[int, Fact]]],
    language: str,
) -> list[Side]:
    """Return what each bead says on one side, of its sentences by number and of their facts."""
    said = [
        [Said(number, worded) for number, text in bead.items() for worded in find(text, language)]
        for bead in beads
    ]
    return [
        Side(
            each,
            facts,
            frozenset(
                (one.worded.kind, one.worded.value)
                for near in (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])
                for one in near
            ),
        )
        for at, (each, facts) in enumerate(zip(said, stated, strict=True))
    ]


def apart(left: Side, right: Side) -> Iterator[tuple[Said, Said]]:
    """Yield what stands in place of another: one thing that only the left says, one the right."""
    for kind in Kind:
        ours, theirs = _of(left, kind), _of(right, kind)
        if None in ours or None in theirs:
            continue
        lost = [said for value, said in ours.items() if value not in theirs]
        added = [said for value, said in theirs.items() if value not in ours]
        if len(lost) != 1 or len(added) != 1 or not _is_ours(lost[0], added[0]):
            continue
        if not _is_answered(lost[0], right) and not _is_answered(added[0], left):
            yield lost[0], added[0]


def _of(side: Side, kind: Kind) -> dict[Fraction | None, Said]:
    return {said.worded.value: said for said in side.said if said.worded.kind is kind}


def _is_ours(one: Said, other: Said) -> bool:
    """Tell whether figures are not compared anyway, as ranks above the tenth are."""
    return one.worded.rough or other.worded.rough


def _is_answered(said: Said, other: Side) -> bool:
    """Tell whether the other side may say it otherwise: in figures, or in the next sentence."""
    kind, value = said.worded.kind, said.worded.value
    return (kind, value) in other.near or any(
        _answers(fact, said.worded)
        for sentence, fact in other.facts
        if not any(
            each.sentence == sentence and each.worded.start <= fact.start < each.worded.end
            for each in other.said
            if each.worded.kind is kind
        )
    )


def _answers(fact: Fact, worded: Worded) -> bool:
    if worded.value is None or worded.kind is Kind.WEEKDAY:
        return False
    if worded.kind is not Kind.SHARE:
        return not fact.unit and str(worded.value) in fact.keys
    return any(abs(each - worded.value) < _NEAR_ENOUGH for each in map(_number, fact.keys))


def _number(key: str) -> Fraction:
    try:
        return Fraction(Decimal(key))
    except InvalidOperation:  # a time, a month or a phone
        return Fraction(-1)
