"""The middle pane: the article, or what stands there while none is open, and what is below it."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.application import application
from reader.gui.headed import Headed
from reader.gui.notice import Notice
from reader.gui.saying import name
from reader.gui.welcome import Welcome
from reader.i18n import Translator

# In heights of a letter: so wide, two texts stand side by side; so high, one above the other.
_ROOM_BESIDE, _ROOM_BELOW = 34, 14

_NO_PROXY = cast("QWidget", None)  # PySide6's stubs forget that there may be none


class ArticlePane(QWidget):
    """Shows one of three: the article, the ways in of an empty library, or a hint to choose.

    Beside the article a second text may stand; below it where there is no room, and where there is
    none for that either, the text with the focus alone has height.
    """

    def __init__(self, view: QWidget, bar: QWidget, notice: Notice, _: Translator) -> None:
        super().__init__()
        name(self, "articlePane", _("Article"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.welcome = Welcome(_)
        self._text = Headed(view)
        self._text.setObjectName("articleText")
        self._hint = QLabel(_("Choose an article from the list: Enter opens it."))
        self._hint.setObjectName("articleHint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._beside: Headed | None = None
        self._is_alone = False
        self._letter = 18
        self._read = self._text  # of the two texts
        self._texts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        # No QStackedWidget: a screen reader would call it a layered pane at each visit.
        self._pages = (self._text, self.welcome, self._hint)
        self._page: QWidget = self._text
        self._lay_out(bar, notice)
        self.show_nothing(empty=True)
        application().focusChanged.connect(self._note_focus)

    def show_article(self) -> None:
        """Show the article."""
        self._put(self._text)

    def show_nothing(self, *, empty: bool) -> None:
        """Show the ways in where the library is empty, else a hint."""
        self._put(self.welcome if empty else self._hint)

    def set_beside(self, widget: Headed | None, *, called: str = "", alone: bool = False) -> None:
        """Have a second text stand beside the article, or `alone` in its place; None for neither.

        The article has a line above it then that tells what it is `called`. Where what has the
        focus is put away, that goes along.
        """
        before, self._beside, self._is_alone = self._beside, widget, alone
        self._text.tell(called)
        if widget is not None and widget is not before:
            self._texts.addWidget(widget, 1)
            self._text.level_with(widget)
        self._arrange(*([before] if before is not None else []))
        if before is not None and before is not widget:
            self._texts.removeWidget(before)
        self._turn()

    def set_letter(self, size: int) -> None:
        """Take note of the size of an article's letters, in pixels."""
        self._letter = size
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two texts one above the other where they have no room side by side."""
        super().resizeEvent(event)
        self._turn()

    def _note_focus(self, _before: QWidget | None, focus: QWidget | None) -> None:
        """Give the text that is read the room, where there is little."""
        for text in (self._text, self._beside):
            if text is not None and focus is not None and text.isAncestorOf(focus):
                self._read = text
                self._turn()

    def _lay_out(self, *below: QWidget) -> None:
        self._texts.setSpacing(0)
        self._texts.addWidget(self._text, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._texts)
        column.addWidget(self.welcome, 1)
        column.addWidget(self._hint, 1)
        for each in below:
            column.addWidget(each)

    def _turn(self) -> None:
        wide = self.width() >= _ROOM_BESIDE * self._letter
        direction = QBoxLayout.Direction
        self._texts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        both = wide or self._is_alone or self.height() >= _ROOM_BELOW * self._letter
        for text in (self._text, self._beside):
            if text is not None:
                is_read = both or self._beside is None or text is self._read
                text.fold(folded=not is_read)

    def _put(self, page: QWidget) -> None:
        self._page = page
        self._arrange()
        # A proxy has the pane called focused beside what truly is, so only where nothing in it is.
        self.setFocusProxy(page if page is self._hint else _NO_PROXY)

    def _arrange(self, *gone: QWidget) -> None:
        """Show what is to be seen now, and then put the rest away."""
        # Qt gives an empty layout the room that it asks for.
        self._column.setStretchFactor(self._texts, 1 if self._page is self._text else 0)
        shown = [self._page]
        if self._page is self._text and self._beside is not None:
            shown = [self._beside] if self._is_alone else [self._text, self._beside]
        for page in shown:
            page.show()
        focus = QApplication.focusWidget()
        beside = [] if self._beside is None else [self._beside]
        for other in (*self._pages, *beside, *gone):
            if other in shown:
                continue
            if focus in (other, *other.findChildren(QWidget)):
                # Or it would go to whatever comes next in the window.
                text = shown[0]
                (text.home if isinstance(text, Headed) else text).setFocus()
            other.hide()
