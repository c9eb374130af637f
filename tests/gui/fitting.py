"""Finds words that do not fit where they are shown, and controls that nobody can get at."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.gui.choice import Choice

_SCREEN = QSize(1280, 800)
_BEARING = 2  # pixels: a list is a bit narrower than its words, by what is white beside them
_SHORTENED = {"playerVoice"}  # a name that does not fit ends in "…", and its list has it whole


def come_to_rest(window: QWidget, qtbot: QtBot) -> None:
    """Wait until no part of a window takes another place any more."""
    before: list[QRect] = []

    def resting() -> bool:
        now = [child.geometry() for child in window.findChildren(QWidget)]
        same = now == before
        before[:] = now
        return same

    qtbot.waitUntil(resting)


def misfits(window: QWidget) -> list[str]:
    """Return what is cut off or out of reach in a window, in words; [] where all is well."""
    shown = [child for child in window.findChildren(QWidget) if _is_shown(child, window)]
    found = [_named(child, what) for child in shown for what in _cut(child)]
    found += [_named(child, "lies outside") for child in shown if _outside(child)]
    found += [_named(child, "its bar comes and goes") for child in shown if _loses_bar(child)]
    if window.width() > _SCREEN.width() or window.height() > _SCREEN.height():
        found.append(_named(window, f"{_pair(window.size())} is larger than {_pair(_SCREEN)}"))
    return found


def _is_shown(child: QWidget, window: QWidget) -> bool:
    return child.isVisible() and child.window() is window


def _cut(widget: QWidget) -> Iterator[str]:
    """Yield what of a widget's words is cut off."""
    needed, room = _measured(widget)
    if needed.width() > room.width():
        yield f"needs a width of {needed.width()}, has {room.width()}"
    if needed.height() > room.height():
        yield f"needs a height of {needed.height()}, has {room.height()}"


def _measured(widget: QWidget) -> tuple[QSize, QSize]:
    """Return the room that a widget's words need, and the room they have."""
    match widget:
        case QLabel() if widget.text():
            return _label(widget), widget.contentsRect().size()
        case QAbstractButton() if widget.text():
            return _words(widget, widget.text()), _button_room(widget)
        case QComboBox() if not _is_shortened(widget):
            texts = [widget.itemText(number) for number in range(widget.count())]
            widths = [_words(widget, text).width() for text in texts]
            return QSize(max(widths, default=0) - _BEARING, 0), _combo_room(widget)
        case QSpinBox():
            longest = widget.textFromValue(widget.maximum()) + widget.suffix()
            return _words(widget, longest), widget.lineEdit().size()
        case QLineEdit():
            return QSize(0, widget.fontMetrics().height()), widget.size()
        case QTabBar():
            return widget.sizeHint(), widget.size()
        case _:
            return QSize(), QSize()


def _is_shortened(box: QComboBox) -> bool:
    """Tell whether a list may end its words in "…": a voice, or on a screen that is too narrow."""
    narrowed = box.minimumSizeHint().width() < box.sizeHint().width()
    return box.objectName() in _SHORTENED or (isinstance(box, Choice) and narrowed)


def _button_room(button: QAbstractButton) -> QSize:
    option = QStyleOptionButton()
    option.initFrom(button)
    inside = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(inside, option, button).size()


def _label(label: QLabel) -> QSize:
    if not label.wordWrap():
        return QSize(_drawn(label), label.fontMetrics().height())
    words = label.text().split()
    widest = max(_words(label, word).width() for word in words)
    margins = label.contentsMargins()
    high = label.heightForWidth(label.width()) - margins.top() - margins.bottom()
    return QSize(widest, high)


def _words(widget: QWidget, text: str) -> QSize:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)


def _drawn(label: QLabel) -> int:
    """Return the width of words as Qt draws them: the letter after "&" apart, not kerned.

    In a button there is room for that beside the words.
    """
    before, _mark, after = label.text().partition("&")
    parts = (before, after[:1], after[1:])
    return max(
        _words(label, label.text()).width(), sum(map(label.fontMetrics().horizontalAdvance, parts))
    )


def _combo_room(box: QComboBox) -> QSize:
    if box.isEditable():
        return box.lineEdit().size()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(kind, option, part, box).size()


def _outside(widget: QWidget) -> bool:
    """Tell whether a widget lies partly outside of what it is in, where no bar scrolls to it."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent, QAbstractScrollArea | QComboBox | QSpinBox | QTabBar):
        return False
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    if scrolls and not isinstance(parent.parentWidget(), QScrollArea):
        return False  # the parts of a list come and go
    inside = parent.rect()
    scrolled = parent.parentWidget() if scrolls else None
    if isinstance(scrolled, QScrollArea) and scrolled.widget() is not parent:
        inside = QRect(0, -(10**6), inside.width(), 2 * 10**6)
        if scrolled.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            inside = QRect(-(10**6), -(10**6), 2 * 10**6, 2 * 10**6)
    return not inside.contains(widget.geometry()) and not widget.geometry().isEmpty()


def _loses_bar(widget: QWidget) -> bool:
    """Tell whether a bar may be gone when a screen reader asks for it, which crashes Qt."""
    kept = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    return isinstance(widget, QScrollArea) and widget.verticalScrollBarPolicy() is not kept


def _named(widget: QWidget, what: str) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.objectName()} “{text()}”: {what}"


def _pair(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
