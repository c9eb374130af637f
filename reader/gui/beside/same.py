"""The same sentence of the other text: gone to and back again, or spoken and shown."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.app import spoken
from reader.gui.beside.beside import Beside
from reader.gui.beside.matching import Both, Matching
from reader.gui.beside.pairs import Match, Side
from reader.gui.parts import Parts
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.position import Extent, Position
from reader.model.utterance import Utterance
from reader.settings import SameSentence as Wish


class SameSentence(QObject):
    """Leads from a sentence to the one that says the same, or has that spoken in its own voice."""

    lacking = Signal()

    def __init__(
        self,
        parts: Parts,
        beside: Beside,
        matching: Matching,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._beside = beside
        self._matching = matching
        self._keeper = keeper
        self._ = translator
        self._came: tuple[Side, Position] | None = None  # from there
        self._stood: tuple[Side, Position] | None = None  # and has come to here

    def ask(self) -> None:
        """Go to the same sentence of the other text, or have it spoken; raises `LibraryError`."""
        if not self._matching.ask(partial(self._find, self._beside.where())):
            self.lacking.emit()

    def _find(self, here: tuple[Side, Position], both: Both) -> None:
        wish = self._keeper.current.same_sentence
        if wish is Wish.GO and self._beside.shown is None:
            self._beside.open()
        speaks = wish is Wish.SPEAK or self._beside.shown is None
        if not speaks and here == self._stood and self._came is not None:
            self._go(*self._came)
            return
        side, place = here
        number = both.pairs.at(side, place)
        match = None if number is None else both.pairs.match(side, number)
        if match is None or not match.other:
            self._tell_none(side)
        elif speaks:
            self._speak(both, side.other, match)
        else:
            (extent, *_more) = both.pairs.extents(side.other, match.other)
            self._came = here
            more = self._("approximately") if match.doubtful else ""
            self._go(side.other, Position(extent.block, extent.start), more)
            self._stood = self._beside.where()

    def _go(self, side: Side, place: Position, more: str = "") -> None:
        """Go to a place of a text, and have its sentence read, and then some more."""
        self._stood = None
        self._parts.aloud.give_way()
        if self._beside.shown is not None:
            self._beside.shown.go(side, place, more)

    def _speak(self, both: Both, side: Side, match: Match) -> None:
        """Have sentences of a text spoken, and show them."""
        _, text = self._, both.original if side is Side.ORIGINAL else both.article
        said = self._said(text, both.pairs.extents(side, match.other))
        words = both.pairs.text(side, match.other)
        if match.doubtful:
            said = (self._parts.trial.intro(_("Approximately:")), *said)
            words = _("Approximately: {sentence}").format(sentence=words)
        self._parts.trial.say(said)
        self._parts.notice.show_words(words)

    def _said(self, text: Article, extents: Iterable[Extent]) -> tuple[Utterance, ...]:
        """Return what the voice says of sentences of a text."""
        wanted = tuple(extents)
        all_said = spoken(text, self._keeper.current.speaking, self._parts.own.current)
        return tuple(each for each in all_said if any(_overlap(each.source, one) for one in wanted))

    def _tell_none(self, side: Side) -> None:
        _ = self._
        in_original = _("The original has no sentence for this one.")
        in_article = _("The translation has no sentence for this one.")
        self._parts.notice.say(in_original if side is Side.ARTICLE else in_article)


def _overlap(one: Extent, other: Extent) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
