"""Mending a pair: which sentences of the other text a sentence belongs to."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.app import Reader, pin
from reader.gui.beside.beside import Beside
from reader.gui.beside.matching import Both, Matching
from reader.gui.beside.mend_dialog import MendDialog, Pairing
from reader.gui.beside.pairs import Side
from reader.gui.dialogs import open_dialog
from reader.gui.parts import Parts
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.bilingual import Bead, Pin
from reader.model.position import Position


class Mending(QObject):
    """Lets a person say what belongs together; it is kept with the article, and can be undone."""

    lacking = Signal()

    def __init__(
        self,
        reader: Reader,
        parts: Parts,
        beside: Beside,
        matching: Matching,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._parts = parts
        self._beside = beside
        self._matching = matching
        self._ = translator
        self._palette = LIGHT

    def set_palette(self, palette: Palette) -> None:
        """Draw the dialog in these colours from now on."""
        self._palette = palette

    def ask(self) -> None:
        """Ask what the sentence that is read belongs to; raises `LibraryError`."""
        if not self._matching.ask(partial(self._show, self._beside.where())):
            self.lacking.emit()

    def _show(self, here: tuple[Side, Position], both: Both) -> None:
        identifier = self._parts.reading.identifier
        side, place = here
        number = both.pairs.at(side, place)
        if identifier is None or number is None:
            self._parts.notice.say(self._("There is no sentence here that could be paired."))
            return
        self._parts.aloud.give_way()
        pins = self._reader.originals.pins(identifier)
        near = both.pairs.nearest(side, number) or 0
        pairing = Pairing(
            both.pairs.sentences(side)[number].text,
            [each.text for each in both.pairs.sentences(side.other)],
            both.pairs.match(side, number),
            near,
            is_mended=bool(pins),
        )
        dialog = MendDialog(pairing, self._, self._parts.view.window())
        dialog.set_palette(self._palette)
        dialog.wanted.connect(partial(self._pair, identifier, both, side, number))
        dialog.undo_wanted.connect(partial(self._undo, identifier, pins))
        dialog.forget_wanted.connect(partial(self._forget, identifier))
        open_dialog(dialog)

    def _pair(
        self, identifier: int, both: Both, side: Side, number: int, chosen: tuple[int, ...]
    ) -> None:
        """Keep that a sentence belongs to these of the other text."""
        bead = Bead((number,), chosen) if side is Side.ARTICLE else Bead(chosen, (number,))
        pairs = both.pairs
        made = pin(pairs.sentences(Side.ARTICLE), pairs.sentences(Side.ORIGINAL), bead)
        words = self._("The pair is mended.") if chosen else self._("The sentence stands alone.")
        self._keep(identifier, (*self._reader.originals.pins(identifier), made), words)

    def _undo(self, identifier: int, pins: tuple[Pin, ...]) -> None:
        self._keep(identifier, pins[:-1], self._("The last mended pair is taken back."))

    def _forget(self, identifier: int) -> None:
        self._keep(identifier, (), self._("All mended pairs of this article are forgotten."))

    def _keep(self, identifier: int, pins: tuple[Pin, ...], words: str) -> None:
        """Keep the pairs and pair all sentences anew; raises `ReadOnlyArchiveError`."""
        self._reader.originals.keep_pins(identifier, pins)
        if identifier == self._parts.reading.identifier:
            self._beside.pair_anew()
        self._parts.notice.say(words)
