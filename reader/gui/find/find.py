"""Finding words in the open article: all are marked, and keys lead from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.app import sentences
from reader.gui.article.outline import Outline
from reader.gui.article.telling import followed, spoken_part
from reader.gui.article.view import ArticleView
from reader.gui.find.bar import FindBar
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.saying import announce, announce_after_focus
from reader.gui.texts import read_now, seen
from reader.i18n import Translator
from reader.model.position import Extent, Position


class Find(QObject):
    """Finds what its bar, or a search of the library, asks for, in the text that is read.

    What was found stays marked when the bar is closed, so that one sees where the keys lead;
    Escape in the article takes the marks away. The next article has none, unless the bar is open.
    """

    def __init__(
        self, reading: Reading, aloud: ReadingAloud, view: ArticleView, translator: Translator
    ) -> None:
        super().__init__()
        self._reading = reading
        self._aloud = aloud
        self._views = [view]
        self._view = view  # the text of these that is looked through
        self._ = translator
        self.bar = FindBar(translator)
        self._article: int | None = None
        self._found: tuple[Extent, ...] | None = None  # None: not looked for yet
        self._now: int | None = None  # which of the found places was gone to last
        self._marked = False
        self.bar.stepped.connect(self.step)
        self.bar.edited.connect(self._forget)
        self.bar.exact_changed.connect(self._seek_anew)
        self.bar.left.connect(self._leave)
        self._listen_to(view)

    def also(self, view: ArticleView) -> None:
        """Find in a second text as well, where that is read."""
        self._views.append(view)
        self._listen_to(view)

    def open(self) -> None:
        """Let the person type what to find."""
        self._turn_to(read_now(self._views, self._view))
        self._aloud.leave_off()
        self.bar.open()

    def use(self, text: str, *, exact: bool = False, view: ArticleView | None = None) -> None:
        """Mark the words of a search of the library in a text, and go on with them.

        That is the first text on show, if not told otherwise.
        """
        from reader.text.search_terms import parse

        self._turn_to(view or seen(self._views, self._views[0]))
        if parse(text, exact=exact).terms:
            self.bar.put(text, exact=exact)
            self._forget()
            self._mark(self._standing(self._places()))

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place, round and round."""
        self._turn_to(read_now(self._views, self._view))
        if not self.bar.text:
            self.open()
            return
        self._aloud.leave_off()
        place = self._view.position()
        found = self._places()
        if not found:
            self._tell_none()
            return
        if self._now is None:
            self._view.leaving.emit(place)
        is_there = self._now is not None and self._now == self._standing(found)
        number = _following(found, place, step, passed=is_there)
        self._go(number % len(found), self._counted(number, len(found)))

    def _listen_to(self, view: ArticleView) -> None:
        view.escaped.connect(self._end)
        view.shown.connect(partial(self._take_up, view))

    def _turn_to(self, view: ArticleView) -> None:
        """Look through this text from now on."""
        if view is not self._view:
            self._forget()
            self._view = view

    def _places(self) -> Sequence[Extent]:
        from reader.text.matching import matches, sought

        if self._found is None:
            terms = sought(self.bar.text, exact=self.bar.exact.isChecked())
            self._found = matches(self._view.outline().leaves, terms)
        return self._found

    def _standing(self, found: Sequence[Extent]) -> int | None:
        """Return the index of the place that the caret is at."""
        here = self._view.position()
        number = bisect_left(found, here, key=_begin)
        return number if number < len(found) and _begin(found[number]) == here else None

    def _go(self, number: int, count: str) -> None:
        """Go to a place, the focus as well unless it is in the bar, and tell which one it is."""
        view, words = self._view, self._places()[number]
        sentence = _sentence(view.outline(), words)
        self._mark(number)
        self.bar.show_count(count)
        view.point_out(words, sentence, count)
        if self.bar.has_focus:
            said = spoken_part(view.outline(), sentence, self._)
            announce(self.bar, followed(said, count))
        elif not view.hasFocus():
            view.arriving.emit()
            announce_after_focus(view, count, lambda: self._view is view and self._now == number)

    def _mark(self, number: int | None) -> None:
        self._now, self._marked = number, True
        self._view.mark_found(self._places(), number)

    def _counted(self, number: int, count: int) -> str:
        """Return "1 of 7"; where the number is outside, it is told that one goes round."""
        _ = self._
        place = _("{number} of {count}").format(number=number % count + 1, count=count)
        if 0 <= number < count:
            return place
        form = _("{place}, from the end") if number < 0 else _("{place}, from the beginning")
        return form.format(place=place)

    def _tell_none(self) -> None:
        """Tell that nothing is found, and show it in the bar; the focus stays."""
        words = self._("Nothing found")
        self._mark(None)
        self.bar.show_count(words)
        self.bar.show()
        announce(self.bar, words)

    def _seek_anew(self) -> None:
        """Mark the very words only, or all their forms again, and tell how many there are."""
        self._forget()
        if not self.bar.text:
            return
        if not (count := len(self._places())):
            self._tell_none()
            return
        _ = self._
        self._mark(None)
        words = _.plural("{count} found", "{count} found", count).format(count=count)
        self.bar.show_count(words)
        announce(self.bar, words)

    def _forget(self) -> None:
        """Know of no places: something else is sought."""
        self._found, self._now, self._marked = None, None, False
        self._view.mark_found(())
        self.bar.show_count("")

    def _take_up(self, view: ArticleView) -> None:
        """Find the same in what a view has put on show."""
        if view is not self._view and self._reading.identifier is not None:
            return
        is_same = self._article == self._reading.identifier
        marked = self.bar.isVisible() or (is_same and self._marked)
        self._article = self._reading.identifier
        self._forget()
        if self._article is None:
            self.bar.hide()
        elif marked and self.bar.text:
            self._mark(None)

    def _leave(self) -> None:
        """Close the bar, and go into the text where the last place is."""
        self._turn_to(read_now(self._views, self._view))
        self._view.setFocus()  # first, or it would go to whatever comes next in the window
        self.bar.hide()

    def _end(self) -> None:
        """Take the marks away, and the bar with them; the keys still go on from here."""
        self.bar.hide()
        self._marked = False
        self._view.mark_found(())


def _following(found: Sequence[Extent], place: Position, step: int, *, passed: bool) -> int:
    """Return the index of what comes after or before a place; outside of all where one goes round.

    Words that begin at the place come next, unless they are `passed`.
    """
    before = bisect_left(found, place, key=_begin)
    if step < 0:
        return before - 1
    return bisect_right(found, place, key=_begin) if passed else before


def _sentence(outline: Outline, words: Extent) -> Extent:
    """Return the sentence of a block or a cell in which the words begin."""
    knot = outline.knot_at(words.block, words.start)
    text = outline.leaves[knot.block].text[knot.start : knot.end]
    found = ((knot.start + start, knot.start + end) for start, end in sentences(text))
    inside = (each for each in found if each[0] <= words.start < each[1])
    return Extent(knot.block, *next(inside, (knot.start, knot.end)))


def _begin(extent: Extent) -> Position:
    return Position(extent.block, extent.start)
