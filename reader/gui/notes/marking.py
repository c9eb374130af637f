"""The marks of articles as the window keeps and shows them."""

from PySide6.QtCore import QObject, Signal

from reader.app import Annotating
from reader.gui.article.view import ArticleView
from reader.gui.reading import Reading
from reader.model.annotation import Annotation
from reader.model.position import Position
from reader.text.anchors import Stretch


class Marking(QObject):
    """Changes marks, shows those of the open article in it, and remembers what was removed."""

    changed = Signal(int)  # the article whose marks are other ones now

    def __init__(self, annotating: Annotating, reading: Reading, view: ArticleView) -> None:
        super().__init__()
        self.annotating = annotating
        self._reading = reading
        self._view = view
        self._removed: list[Annotation] = []

    def show(self) -> None:
        """Show the marks of the open article in it."""
        if (article := self._reading.identifier) is not None:
            self._view.annotate(self.annotating.of(article))

    def bookmark(self, article: int, place: Position) -> None:
        """Put a bookmark at a place."""
        self.annotating.bookmark(article, place)
        self._show_change(article)

    def highlight(self, article: int, stretch: Stretch) -> None:
        """Highlight a stretch."""
        self.annotating.highlight(article, stretch)
        self._show_change(article)

    def note(self, article: int, stretch: Stretch, text: str) -> None:
        """Keep a note on a stretch."""
        self.annotating.note(article, stretch, text)
        self._show_change(article)

    def rewrite(self, annotation: Annotation, text: str) -> None:
        """Keep other words of a mark."""
        self.annotating.rewrite(annotation, text)
        self._show_change(annotation.article)

    def remove(self, annotation: Annotation) -> None:
        """Remove a mark."""
        self._removed.append(self.annotating.remove(annotation))
        self._show_change(annotation.article)

    def restore(self) -> Annotation | None:
        """Bring back the mark that was removed last; return None where there is none."""
        if not self._removed:
            return None
        back = self.annotating.put_back(self._removed[-1])
        self._removed.pop()
        self._show_change(back.article)
        return back

    def _show_change(self, article: int) -> None:
        if article == self._reading.identifier:
            self.show()
        self.changed.emit(article)
