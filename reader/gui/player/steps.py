"""From sentence to sentence, paragraph to paragraph, heading to heading."""

from collections.abc import Sequence
from enum import Enum, auto

from reader.i18n import mark
from reader.model.leaves import Kind
from reader.model.position import Position
from reader.model.utterance import Utterance

_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})


class Unit(Enum):
    """What is gone by."""

    SENTENCE = auto()
    PARAGRAPH = auto()
    HEADING = auto()


# What is told where there is no such unit.
NO_MORE = {
    (Unit.SENTENCE, 1): mark("No next sentence."),
    (Unit.SENTENCE, -1): mark("No previous sentence."),
    (Unit.PARAGRAPH, 1): mark("No next paragraph."),
    (Unit.PARAGRAPH, -1): mark("No previous paragraph."),
    (Unit.HEADING, 1): mark("No next heading."),
    (Unit.HEADING, -1): mark("No previous heading."),
}


def begin(utterance: Utterance) -> Position:
    """Return where a sentence begins."""
    return Position(utterance.source.block, utterance.source.start)


def index_at(utterances: Sequence[Utterance], place: Position) -> int:
    """Return the sentence at a place, or else the next one; the last one after the end."""
    ends = (Position(said.source.block, said.source.end) for said in utterances)
    return next((n for n, end in enumerate(ends) if end > place), len(utterances) - 1)


def beside(utterances: Sequence[Utterance], index: int, unit: Unit, step: int) -> int | None:
    """Return the next (1) or the previous (-1) sentence that begins a unit; None past the ends.

    Back from within a unit leads to its own beginning, as media players and word processors do.
    """
    numbers = range(index + 1, len(utterances)) if step > 0 else range(index - 1, -1, -1)
    found = next((number for number in numbers if _begins(utterances, number, unit)), None)
    if found is None and step < 0 and unit is not Unit.HEADING and utterances:
        return 0
    return found


def beside_place(
    utterances: Sequence[Utterance], place: Position, unit: Unit, step: int
) -> Utterance | None:
    """Return the sentence that begins the unit behind a place (1) or before it (-1)."""
    if not utterances:
        return None
    index = index_at(utterances, place)
    if step < 0 and place > begin(utterances[index]):
        index += 1  # back from within a sentence leads to its beginning
    found = beside(utterances, index, unit, step)
    if found is None or begin(utterances[found]) == place:
        return None
    return utterances[found]


def _begins(utterances: Sequence[Utterance], index: int, unit: Unit) -> bool:
    match unit:
        case Unit.SENTENCE:
            return True
        case Unit.PARAGRAPH:
            return _begins_leaf(utterances, index)
        case Unit.HEADING:
            return utterances[index].kind in _HEADINGS and _begins_leaf(utterances, index)


def _begins_leaf(utterances: Sequence[Utterance], index: int) -> bool:
    return index == 0 or utterances[index - 1].source.block != utterances[index].source.block
