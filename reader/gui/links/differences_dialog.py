"""The dialog that lists where a translation differs from its original."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reader.app.pairing import Paired
from reader.gui.proof.rows import Row, RowsDialog
from reader.gui.row_model import in_a_row
from reader.i18n import Translator, mark
from reader.model.bilingual import Difference, Sentence, Spot, Watched
from reader.model.position import Position

_SORTS = {
    Watched.NUMBER: mark("A number"),
    Watched.AMOUNT: mark("An amount"),
    Watched.DATE: mark("A date"),
    Watched.REFERENCE: mark("A reference"),
    Watched.NAME: mark("A name"),
    Watched.ADDRESS: mark("An address"),
}


class DifferencesDialog(RowsDialog):
    """Has a row for each: of what sort, what either side says, and both sentences."""

    def __init__(
        self, paired: Paired, translator: Translator, parent: QWidget | None = None
    ) -> None:
        _, count = translator, len(paired.differences)
        title = _.plural(
            "{count} difference from the original", "{count} differences from the original", count
        )
        rows = [_row(each, paired, _) for each in paired.differences]
        super().__init__(title.format(count=count), _("Differences"), rows, _, parent)


def _row(difference: Difference, paired: Paired, _: Translator) -> Row:
    head = _head(difference, _)
    here, there = _sentence(paired.left, difference.left), _sentence(paired.right, difference.right)
    texts = (
        _("Here: {text}").format(text=here) if here else "",
        _("Original: {text}").format(text=there) if there else "",
    )
    shown = tuple(filter(None, texts))
    return Row(head, shown, in_a_row((head, *shown)), _place(difference, paired))


def _head(difference: Difference, _: Translator) -> str:
    ours, theirs = difference.left_words, difference.right_words
    if not theirs:
        words = _("{kind}: “{ours}” is not in the original")
    elif not ours:
        words = _("{kind}: “{theirs}” of the original is missing here")
    else:
        words = _("{kind}: “{ours}”, in the original “{theirs}”")
    return words.format(kind=_(_SORTS[difference.sort]), ours=ours, theirs=theirs)


def _sentence(sentences: Sequence[Sentence], spot: Spot | None) -> str:
    return " ".join(sentences[spot.sentence].text.split()) if spot else ""


def _place(difference: Difference, paired: Paired) -> Position | None:
    """Return where it is in the translation; what it lacks, where its sentence begins."""
    spot = difference.left
    if spot is None and difference.right is not None:
        bead = paired.alignment.left_of(difference.right.sentence)
        spot = Spot(bead.left[0], 0, 0) if bead and bead.left else None
    extent = paired.left[spot.sentence].extent if spot else None
    return Position(extent.block, extent.start + spot.start) if extent and spot else None
