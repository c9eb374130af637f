"""All that belongs to an article beside its original, made together."""

from collections.abc import Callable

from reader.gui.actions import Actions
from reader.gui.all_keys import reading_letters
from reader.gui.article.styles import Look
from reader.gui.background import Background
from reader.gui.beside.beside import Beside
from reader.gui.beside.in_turn import InTurn
from reader.gui.beside.matching import Matching
from reader.gui.beside.mending import Mending
from reader.gui.beside.places import Places
from reader.gui.beside.same import SameSentence
from reader.gui.keymap.entry import Scope
from reader.gui.keymap.keymap import Keymap
from reader.gui.letter_keys import LetterKeys
from reader.gui.panes import Panes
from reader.gui.parts import Means, Parts


class Desk:
    """Joins what shows the original, goes between the two texts, reads both, and mends pairs."""

    def __init__(
        self,
        means: Means,
        parts: Parts,
        panes: Panes,
        actions: Actions,
        fetch: Callable[[], None],
    ) -> None:
        """Have `fetch` fetch the original where none is kept."""
        reader, keeper, _ = means.reader, means.keeper, means.translator
        background = Background(parts.pairing_jobs, parts.notice, _)
        matching = Matching(reader, parts.reading, background, _)
        self.beside = Beside(parts, panes, matching, keeper, _)
        self.same = SameSentence(parts, self.beside, matching, keeper, _)
        self.in_turn = InTurn(parts, self.beside, matching)
        self.mending = Mending(reader, parts, self.beside, matching, _)
        self.places = Places(self.beside, parts.find, parts.visits)
        for each in (self.beside, self.same, self.in_turn, self.mending):
            each.lacking.connect(fetch)
        view = self.beside.pane.view
        for part in (parts.find, parts.finding, parts.pages, parts.whereabouts):
            part.also(view)
        self._letters = LetterKeys(view, actions.of(Scope.ARTICLE))
        self._middle = parts.middle

    def set_look(self, look: Look) -> None:
        """Use other colours or other type."""
        self.beside.set_look(look)
        self._middle.set_letter(look.text_size)
        self.mending.set_palette(look.palette)

    def set_keys(self, keymap: Keymap) -> None:
        """Use these keys in the original, too."""
        self.beside.pane.view.set_reading_keys(reading_letters(keymap))
        self._letters.read_keys()
