"""Tell a screen reader what happened, and keep the focus where the person left it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QWidget

from reader.gui.article.view import ArticleView
from reader.gui.describing import ORCA, describe, describe_usually, tell
from reader.gui.listening import hears_announcements
from reader.gui.quiet_list import QuietList
from reader.gui.row_model import DESCRIPTION

# What gets the focus is spoken first; an article says so again after 150 ms.
AFTER_FOCUS = 400  # milliseconds


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say the message; it is never the only sign of what happened."""
    focus = QApplication.focusWidget()
    if isinstance(focus, ArticleView):
        focus.announce(message)
    elif ORCA and isinstance(focus, QAbstractItemView) and focus.currentIndex().isValid():
        _tell_row(focus, message)
    else:
        tell(focus if ORCA and focus is not None else widget, message)


def announce_after_focus(
    widget: QWidget, message: str, is_true: Callable[[], bool] | None = None
) -> None:
    """Have a screen reader say the message, if it is true then, after what the focus moves to."""

    def say() -> None:
        if is_true is None or is_true():
            announce(widget, message)

    QTimer.singleShot(AFTER_FOCUS, widget, say)


def _tell_row(view: QAbstractItemView, message: str) -> None:
    """Have the message said while a list has the focus.

    The list itself has not the focus for a screen reader: its row has. So where announcements are
    not known, the row is described by the message for the moment of the event.
    """
    if hears_announcements():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, message))
        return
    if isinstance(view, QuietList):
        view.tell_row()
    for words in (message, ""):
        view.model().setData(view.currentIndex(), words, DESCRIPTION)
        row = QAccessible.queryAccessibleInterface(view).focusChild()
        changed = QAccessibleEvent(row, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)


def say_choices(box: QComboBox) -> None:
    """Have a screen reader say what is chosen in a closed box.

    Orca 43 is silent there, but speaks a changed description; newer ones say it by themselves.
    """

    def say() -> None:
        closed = box.hasFocus() and not box.view().isVisible()
        if ORCA and closed and not hears_announcements():
            describe(box, box.currentText())

    box.currentIndexChanged.connect(say)


def explain_choice(box: QComboBox, words: str) -> None:
    """Describe what is chosen in a box; have it said with the choice, if that was just made."""
    describe_usually(box, words)
    if words and box.hasFocus() and not box.view().isVisible():
        known = hears_announcements()
        tell(box, words if known else f"{box.currentText()}. {words}")


def say_focus() -> None:
    """Have a screen reader say what has the focus, where it was led elsewhere."""
    focus = QApplication.focusWidget()
    if focus is not None and QAccessible.isActive():
        inside = QAccessible.queryAccessibleInterface(focus).focusChild()
        if inside is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(inside, QAccessible.Event.Focus))


def name(widget: QWidget, object_name: str, accessible: str) -> None:
    """Give a widget the name that styles use and the one that a person hears."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)


class _Label(QLabel):
    """Has room for all of its words: Qt draws the letter of a label apart.

    So it stands farther from the others than they are measured, as in "Typeface", led to by Y.
    """

    def sizeHint(self) -> QSize:
        """Return the room for the words as they are drawn."""
        return super().sizeHint() + self._more()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the words as they are drawn."""
        return super().minimumSizeHint() + self._more()

    def _more(self) -> QSize:
        """Return what Qt has not counted."""
        wide = self.fontMetrics().horizontalAdvance
        before, _mark, after = self.text().partition("&")
        apart = sum(map(wide, (before, after[:1], after[1:])))
        return QSize(max(0, apart - wide(before + after)), 0)


def label_of(words: str, field: QWidget) -> QLabel:
    """Return a label that leads to its field by its letter.

    The words come last: told before the field is known, they have "&" in them to newer Orcas.
    """
    label = _Label()
    label.setBuddy(field)
    label.setText(words)
    return label
