"""The introduction for the first minute: the voice, the size of the text, the keys, an article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.choice import Choice
from reader.gui.dialogs import column_of, resize_in_lines
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.flow import Flow
from reader.gui.key_names import plain
from reader.gui.proof.rows import Row, RowsList
from reader.gui.saying import announce_after_focus, label_of, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.settings import Theme

_SIZE = (34, 22)  # in heights of a line
_GAP = 8  # between buttons

KEYS = ("open", "paste", "go_h", "go_k", "play", "search", "where", "next_pane", "help")
"""The commands whose keys are worth knowing from the first minute on."""


@dataclass(frozen=True, slots=True)
class Step:
    """A title, what is said under it, and what can be done; the first part has the focus."""

    title: str
    words: str
    parts: tuple[QWidget, ...]


class FirstSteps(FittedDialog):
    """Four short steps, each with a title that says how far one is; it can be left at any time.

    `keys` are what is worth knowing and its key, in words.
    """

    hear = Signal()
    rate_wanted = Signal(int)  # one step faster (1) or slower (-1)
    size_wanted = Signal(int)  # one step larger (1) or smaller (-1)
    theme_wanted = Signal(object)  # Theme
    sample_wanted = Signal()

    def __init__(
        self,
        keys: Sequence[tuple[str, str]],
        themes: Sequence[tuple[str, Theme]],
        theme: Theme,
        _: Translator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ = _
        name(self, "firstSteps", _("First steps"))
        self.keys = RowsList("firstKeys", _("Keys"))
        self.keys.rows.show([Row(what, (key,), f"{what}: {key}", None) for what, key in keys])
        self.keys.setCurrentIndex(self.keys.rows.index(0))
        self.theme = Choice(themes)
        name(self.theme, "firstTheme", plain(_("Colo&urs")))
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.theme.currentIndexChanged.connect(
            lambda _number: self.theme_wanted.emit(Theme(self.theme.currentData()))
        )
        self._steps = self._make_steps()
        # No QStackedWidget: a screen reader would call it a layered pane at each step.
        self._pages = [self._page(step) for step in self._steps]
        self._number = 0
        self._head = QLabel()
        self._head.setObjectName("paneTitle")
        self._head.setWordWrap(True)
        self.back = self._button(_("&Back"), lambda: self._go(-1))
        self.next = self._button(_("&Next"), lambda: self._go(1))
        self.next.setDefault(True)
        self._lay_out()
        self._show(0)
        resize_in_lines(self, *_SIZE)

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self.keys.delegate.set_palette(palette)

    def _make_steps(self) -> tuple[Step, ...]:
        _ = self._
        voice = (
            self._button(_("&Hear the voice"), self.hear.emit),
            self._button(_("&Slower"), lambda: self.rate_wanted.emit(-1)),
            self._button(_("&Faster"), lambda: self.rate_wanted.emit(1)),
        )
        size = (
            self._button(_("&Larger text"), lambda: self.size_wanted.emit(1)),
            self._button(_("S&maller text"), lambda: self.size_wanted.emit(-1)),
            label_of(_("Colo&urs"), self.theme),
            self.theme,
        )
        return (
            Step(
                _("The voice"),
                _(
                    "This voice reads articles aloud when you ask it to. A screen reader keeps its "
                    "own voice beside it."
                ),
                voice,
            ),
            Step(
                _("The text"),
                _("Make the text as large as you like to read it, and choose its colours."),
                size,
            ),
            Step(
                _("The keys"),
                _("These are enough to begin with. The help names all the others."),
                (self.keys,),
            ),
            Step(
                _("The first article"),
                _("Read the sample article, or close this and bring in your own."),
                (self._button(_("&Open the sample article"), self._finish),),
            ),
        )

    def _finish(self) -> None:
        self.accept()
        self.sample_wanted.emit()

    def _go(self, by: int) -> None:
        self._show(self._number + by)

    def _show(self, number: int) -> None:
        """Show a step; its words are heard behind the control, and then its title."""
        _, step, last = self._, self._steps[number], len(self._steps) - 1
        title = _("First steps, {number} of {count}: {title}").format(
            number=number + 1, count=len(self._steps), title=step.title
        )
        self._head.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        before, self._number = self._pages[self._number], number
        self._pages[number].show()
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < last)
        step.parts[0].setFocus()
        if before is not self._pages[number]:
            before.hide()
            announce_after_focus(self, f"{title}.", lambda: self._number == number)

    def _lay_out(self) -> None:
        close = self._button(self._("&Close"), self.reject)
        closing = ButtonBox()
        closing.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        row = Flow(_GAP)
        for widget in (self.back, self.next, closing):
            row.addWidget(widget)
        column = column_of(self)
        column.addWidget(self._head)
        for page in self._pages:
            column.addWidget(page, 1)
            page.hide()
        column.addLayout(row)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    def _page(self, step: Step) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = QLabel(step.words)
        words.setWordWrap(True)
        column.addWidget(words)
        step.parts[0].setAccessibleDescription(step.words)
        for part in step.parts:
            column.addWidget(part)
        if self.keys not in step.parts:  # a list takes all the room
            column.addStretch(1)
        return page
