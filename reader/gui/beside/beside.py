"""The article beside its original: shown, marked sentence by sentence, and put away."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from reader.app import Opened
from reader.gui.article.styles import Look
from reader.gui.beside.alternating import Alternated
from reader.gui.beside.lighting import Lighting
from reader.gui.beside.matching import Both, Matching
from reader.gui.beside.pairs import Pairs, Side
from reader.gui.beside.pane import OriginalPane
from reader.gui.beside.shown import OneView, Shown, TwoViews
from reader.gui.panes import Pane, Panes
from reader.gui.parts import Parts
from reader.gui.player.steps import begin
from reader.gui.saying import announce_after_focus
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.article import Article, Span
from reader.model.position import Position
from reader.settings import Beside as Layout
from reader.settings import Settings
from reader.wording import language_name

_Then: TypeAlias = Callable[[], object]
_Where: TypeAlias = tuple[Side, Position]


class Beside(QObject):
    """Shows the original of the open article, and marks the sentence that is read in both texts."""

    changed = Signal()  # whether it is shown, and how
    lacking = Signal()  # the original is asked for, and none is kept

    def __init__(
        self,
        parts: Parts,
        panes: Panes,
        matching: Matching,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        super().__init__(panes)
        self._parts = parts
        self._panes = panes
        self._matching = matching
        self._keeper = keeper
        self._ = translator
        self.pane = OriginalPane(translator, plain=parts.view.is_plain)
        self.layout: Layout | None = None
        self.shown: Shown | None = None
        self._known: Pairs | None = None
        self._of: Article | None = None  # the article that these are pairs of
        self._both: Alternated | None = None
        self._leads = True  # a caret that moves, and not one that is moved along
        self._connect()
        self._apply(keeper.current)

    def _connect(self) -> None:
        parts, view = self._parts, self.pane.view
        parts.reading.opened.connect(self._take)
        parts.reading.closed.connect(self._matching.forget)
        parts.reading.closed.connect(self.close)
        parts.reading.original_kept.connect(self._take_original)
        parts.view.position_changed.connect(lambda _place: self._follow_article())
        parts.view.shown.connect(self._mark_where)
        view.position_changed.connect(lambda _place: self._follow_original())
        view.link_activated.connect(parts.browsing.open)
        view.arriving.connect(view.setFocus)
        self._lighting = Lighting(parts.player, lambda: self.shown, self._mark_where)
        self.pane.fetch_wanted.connect(self.lacking)
        self._keeper.changed.connect(self._apply)

    def set_look(self, look: Look) -> None:
        """Show the original in other colours or other type."""
        self.pane.view.set_look(look)

    def toggle(self) -> None:
        """Show the original, or put it away, and tell so; raises `LibraryError`."""
        if self.layout is not None:
            self.close()
            words = self._("The original is put away.")
            announce_after_focus(self._panes, words, lambda: self.layout is None)
        elif self._matching.original() is None:
            self.lacking.emit()
        else:
            words = self._("The original is shown.")
            is_true = partial(self._is_shown_as, self._keeper.current.beside)
            self.open(partial(announce_after_focus, self._panes, words, is_true))

    def alternate(self) -> None:
        """Show both texts in one, sentence by sentence, or where they are, side by side.

        Raises `LibraryError`.
        """
        if self._matching.original() is None:
            self.lacking.emit()
            return
        wanted = self.layout is not Layout.ALTERNATING
        layout = Layout.ALTERNATING if wanted else Layout.PANES
        self._open(layout, self._tell_layout)
        self._keeper.change(beside=layout)

    def open(self, then: _Then = lambda: None) -> None:
        """Show the original beside the open article; `then` comes when the two can be gone through.

        Raises `LibraryError`.
        """
        self._open(self._keeper.current.beside, then)

    def _open(self, layout: Layout, then: _Then) -> None:
        was_at = self.where() if self.shown is not None and self.pane.view.hasFocus() else None
        self.layout = layout
        self._show(then, was_at)
        self.changed.emit()

    def close(self) -> None:
        """Put the original away; the focus stays in the article."""
        if self.layout is None:
            return
        self.layout = self.shown = self._known = self._both = None
        self._parts.view.mark_same(())
        self._parts.view.setAccessibleName(self._("Article"))
        self._parts.middle.set_beside(None)
        self._panes.set_beside(None)
        self.changed.emit()

    def refresh(self) -> None:
        """Show what the library has now, if anything is shown."""
        if self.layout is not None:
            self._show(lambda: None, None)

    def pair_anew(self) -> None:
        """Mark by other pairs from now on, if anything is shown: some have been mended."""
        if self.layout is Layout.ALTERNATING:
            self.refresh()
        elif self.layout is not None:
            self._matching.ask(partial(self._take_pairs, lambda: None, None))

    @property
    def _pairs(self) -> Pairs | None:
        """The pairs of what is on show; an article that has just been opened has none yet."""
        return self._known if self._parts.view.page().article is self._of else None

    def where(self) -> _Where:
        """Return the text that is read, and the place in it: of the voice, else of the person."""
        said = self._parts.player.current
        if not self._parts.aloud.is_stopped and said is not None:
            heard = said.original
            if heard is not None:
                return Side.ORIGINAL, Position(heard.block, heard.start)
            return Side.ARTICLE, begin(said)
        return self.shown.where() if self.shown else (Side.ARTICLE, self._parts.view.position())

    # Within

    def _is_shown_as(self, layout: Layout) -> bool:
        return self.layout is layout

    def _tell_layout(self) -> None:
        """Tell how both texts are on show, and which of two is read: its pane is the same."""
        _, words = self._, self._("Sentence by sentence.")
        if self.layout is Layout.PANES:
            view = self.pane.view if self.pane.view.hasFocus() else self._parts.view
            words = _("Side by side. {text}").format(text=view.accessibleName())
        announce_after_focus(self._panes, words)

    def _take(self, _opened: Opened) -> None:
        self._matching.forget()
        self.refresh()

    def _take_original(self, identifier: int) -> None:
        if identifier == self._parts.reading.identifier:
            self.refresh()

    def _show(self, then: _Then, was_at: _Where | None) -> None:
        original = self._matching.original()
        self._known = self._both = self.shown = None
        if self.layout is Layout.PANES or original is None:
            self._show_beside(original)
            self._stay(was_at)
        self._matching.ask(partial(self._take_pairs, then, was_at))
        if self.layout is Layout.PANES and original is not None:
            then()

    def _show_beside(self, original: Article | None) -> None:
        """Show the original in a pane of its own, or that there is none."""
        parts, _ = self._parts, self._
        article = parts.reading.article
        title = _("Article")
        if article is not None:
            language = language_name(article.language, _)
            title = _("Article, {language}").format(language=language)
        parts.view.setAccessibleName(title)
        called = _("Original")
        if original is None:
            self.pane.show_nothing()
        else:
            language = language_name(original.language, _)
            called = _("Original, {language}").format(language=language)
            self.pane.show_text(original, called)
            self.shown = TwoViews(parts.view, self.pane.view)
        parts.view.mark_same(())
        parts.middle.set_beside(self.pane, called=title)
        self._panes.set_beside(Pane(called, self.pane, self.pane.home))

    def _stay(self, was_at: _Where | None) -> None:
        """Stand, with the focus, where the person was in the view of both texts."""
        if was_at is not None:
            side, place = was_at
            view = self._parts.view if side is Side.ARTICLE else self.pane.view
            view.go(place)
            view.setFocus()

    def _take_pairs(self, then: _Then, was_at: _Where | None, both: Both) -> None:
        if self.layout is None:
            return
        self._known, self._of = both.pairs, self._parts.view.page().article
        if self.layout is Layout.ALTERNATING:
            self._show_alternating(both, was_at or (Side.ARTICLE, self._parts.view.position()))
            then()
        self._mark_where()

    def _show_alternating(self, both: Both, where: _Where) -> None:
        """Show both texts in one pane; the article's own view stays behind it, at one place."""
        guess = Span(f"{self._('Approximately:')} ", language=self._.language)
        made = Alternated(both.article, both.original, both.pairs, guess)
        place = made.place(*where)
        self._leads = False
        self._parts.view.go(both.pairs.in_article(*where))
        self.pane.show_text(
            made.article, self._("Article and original, sentence by sentence"), place
        )
        self._leads = True
        self._both, self.shown = made, OneView(self.pane.view, made)
        self._panes.set_beside(None)
        self._parts.middle.set_beside(self.pane, alone=True)

    def _follow_article(self) -> None:
        """Mark what the caret of the article has come to, and go along in the text of both."""
        if self._both is not None and self._leads:
            self._leads = False
            self.pane.view.go(self._both.place(Side.ARTICLE, self._parts.view.position()))
            self._leads = True
        if self._leads:
            self._mark(Side.ARTICLE, self._parts.view.position())

    def _follow_original(self) -> None:
        """Mark what the caret of the other view has come to, and take the article's along."""
        if not self._leads or self.shown is None:
            return
        side, place = Side.ORIGINAL, self.pane.view.position()
        if self._both is not None and self._pairs is not None:
            side, place = self.shown.where()
            self._leads = False
            self._parts.view.go(self._pairs.in_article(side, place))
            self._leads = True
        self._mark(side, place)

    def _mark_where(self) -> None:
        self._mark(*self.where())

    def _mark(self, side: Side, place: Position) -> None:
        """Mark the sentence at a place in both texts, and show it in the other one."""
        if self._pairs is None or self.shown is None:
            return
        number = self._pairs.at(side, place)
        if number is None:
            self.shown.mark({}, sure=True)
            self.pane.tell_of_pair("")
            return
        match = self._pairs.match(side, number)
        own = self._pairs.extents(side, match.own)
        other = self._pairs.extents(side.other, match.other)
        self.shown.mark({side: own, side.other: other}, sure=not match.doubtful)
        near = self._pairs.nearest(side, number)
        if near is not None:
            self.shown.follow(side.other, self._pairs.extents(side.other, (near,))[0])
        unpaired = "" if match.other else self._("no counterpart")
        self.pane.tell_of_pair(self._("approximately") if match.doubtful else unpaired)

    def _apply(self, settings: Settings) -> None:
        speaking = settings.speaking
        self.pane.view.light_as(speaking.highlight, follow=speaking.follow)
        if self.layout not in (None, settings.beside):
            self.open()
