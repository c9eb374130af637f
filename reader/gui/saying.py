"""Tell a screen reader what happened, and keep the focus where the person left it."""

from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reader.gui.article.view import ArticleView
from reader.gui.describing import ORCA, describe, tell


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say the message; it is never the only sign of what happened."""
    focus = QApplication.focusWidget()
    if isinstance(focus, ArticleView):
        focus.announce(message)
    else:
        tell(focus if ORCA and focus is not None else widget, message)


def say_choices(box: QComboBox) -> None:
    """Have a screen reader say what is chosen in a closed box.

    Orca 43 is silent there, but speaks a changed description.
    """

    def say() -> None:
        if ORCA and box.hasFocus() and not box.view().isVisible():
            describe(box, box.currentText())

    box.currentIndexChanged.connect(say)


def name(widget: QWidget, object_name: str, accessible: str) -> None:
    """Give a widget the name that styles use and the one that a person hears."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
