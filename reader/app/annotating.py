"""What a person marks in articles: bookmarks, highlights and notes."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from reader.app.archives import Archives
from reader.app.documents import sentences
from reader.errors import LibraryReadOnlyError
from reader.library.store import Library
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.leaves import leaves
from reader.model.position import Extent, Position
from reader.model.query import Filter, Order
from reader.text.anchors import Stretch, same_words, words_at

_WORD = re.compile("[^\\W_][\\w\u0300-\u036f]*(?:[-\u2010\u2011'’][^\\W_][\\w\u0300-\u036f]*)*")
_FOLLOWING = 80  # letters behind a bookmark that tell where it is


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark, and the article that it is in."""

    annotation: Annotation
    entry: Entry


class Annotating:
    """The marks in the articles of a library.

    Those that change anything raise `UnknownArticleError`, `UnknownAnnotationError`,
    `LibraryError`, or of archives `ReadOnlyArchiveError`.
    """

    def __init__(self, library: Library, archives: Archives) -> None:
        self._library = library
        self._archives = archives

    def of(self, article: int) -> tuple[Annotation, ...]:
        """Return the marks of an article in its order."""
        opened = self._archives.of(article)
        found = opened.annotations(article) if opened else self._library.annotations.of(article)
        return tuple(found)

    def all(self) -> list[Noted]:
        """Return the marks of all articles, those changed last first."""
        found = self._library.annotations.all()
        numbers = list(dict.fromkeys(each.article for each in found))
        entries = {entry.identifier: entry for entry in self._library.lists.entries(numbers)}
        return [Noted(each, entries[each.article]) for each in found if each.article in entries]

    def check(self, article: int) -> None:
        """Raise what marking an article would raise, before a person has written anything."""
        self._archives.refuse(article)
        if self._library.read_only:
            raise LibraryReadOnlyError(self._library.folder)

    def bookmark(self, article: int, place: Position) -> Annotation:
        """Put a bookmark at a place, or where the word begins that the place is in."""
        self._archives.refuse(article)
        texts = self._texts(article)
        leaf = texts[place.block] if place.block < len(texts) else ""
        place = replace(place, char=_begin_of_word(leaf, place.char))
        text = leaf[place.char :]
        quoted = text if len(text) <= _FOLLOWING else text[:_FOLLOWING].rpartition(" ")[0]
        stretch = Stretch(place, place)
        return self._library.annotations.add(article, AnnotationKind.BOOKMARK, stretch, quoted)

    def highlight(self, article: int, stretch: Stretch) -> Annotation:
        """Highlight a stretch."""
        self._archives.refuse(article)
        quoted = words_at(stretch, self._texts(article))
        return self._library.annotations.add(article, AnnotationKind.HIGHLIGHT, stretch, quoted)

    def note(self, article: int, stretch: Stretch, text: str) -> Annotation:
        """Write a note, in Markdown, on a stretch."""
        self._archives.refuse(article)
        quoted = words_at(stretch, self._texts(article))
        return self._library.annotations.add(article, AnnotationKind.NOTE, stretch, quoted, text)

    def rewrite(self, annotation: Annotation, text: str) -> Annotation:
        """Give a mark other words; a highlight becomes a note by them."""
        self._archives.refuse(annotation.article)
        return self._library.annotations.rewrite(annotation.identifier, text)

    def remove(self, annotation: Annotation) -> Annotation:
        """Remove a mark; what is returned brings it back by `put_back`."""
        self._archives.refuse(annotation.article)
        return self._library.annotations.remove(annotation.identifier)

    def put_back(self, annotation: Annotation) -> Annotation:
        """Bring a removed mark back."""
        return self._library.annotations.put(annotation)

    def has_its_words(self, annotation: Annotation) -> bool:
        """Tell whether the words of a mark are still those that were marked."""
        if annotation.kind is AnnotationKind.BOOKMARK:
            return True
        stretch = Stretch(annotation.start, annotation.end)
        words = words_at(stretch, self._texts(annotation.article))
        return same_words(words, annotation.quoted)

    def document(self, article: int | None = None) -> str:
        """Return the notes of an article, or of all that have any, as Markdown."""
        from reader.exporters import notes
        from reader.exporters.notes import Marked

        numbers = [article] if article is not None else self._annotated()
        return notes.document([Marked(self._article(each), self.of(each)) for each in numbers])

    def write(self, path: Path, article: int | None = None, *, replace: bool = False) -> None:
        """Write the notes of an article, or of all, to a file; raises `TargetError`."""
        from reader.exporters import files

        files.write_new(path, self.document(article), replace=replace)

    def _annotated(self) -> list[int]:
        """Return the articles with marks, the one published last first."""
        return list(self._library.lists.ids(Filter(annotated=True), Order.DAY))

    def _texts(self, article: int) -> tuple[str, ...]:
        return tuple(leaf.text for leaf in leaves(self._article(article)))

    def _article(self, article: int) -> Article:
        return (self._archives.of(article) or self._library).article(article)


def _begin_of_word(text: str, char: int) -> int:
    """Return where the word begins that a place is within; else the place itself."""
    inside = (word.start() for word in _WORD.finditer(text) if word.start() < char < word.end())
    return next(inside, char)


def sentence_at(text: str, block: int, char: int) -> Extent:
    """Return the sentence of a leaf that a place is in, or the one before it; else the leaf."""
    found = [each for each in sentences(text) if each[0] <= char] or sentences(text)[:1]
    start, end = found[-1] if found else (0, len(text))
    return Extent(block, start, end)
