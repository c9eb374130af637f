"""The open article's sentences paired with those of its original, in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject

from reader.app import Paired, Reader, pair
from reader.gui.background import Background
from reader.gui.beside.pairs import Pairs
from reader.gui.reading import Reading
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.bilingual import Pin

_MOST_KNOWN = 8  # articles whose pairs are remembered


@dataclass(frozen=True, slots=True)
class Both:
    """An article, its original, and which of their sentences say the same."""

    article: Article
    original: Article
    pairs: Pairs


_Key: TypeAlias = tuple[Article, Article, tuple[Pin, ...]]
_Then: TypeAlias = Callable[[Both], object]


class Matching(QObject):
    """Pairs sentences once for each text, original and set of mended pairs."""

    def __init__(
        self, reader: Reader, reading: Reading, background: Background, translator: Translator
    ) -> None:
        super().__init__()
        self._reader = reader
        self._reading = reading
        self._background = background
        self._ = translator
        self._known: dict[_Key, Both] = {}
        self._asked: _Key | None = None
        self._waiting: list[_Then] = []

    def original(self) -> Article | None:
        """Return the original of the open article, if one is kept; raises `LibraryError`."""
        identifier = self._reading.identifier
        return None if identifier is None else self._reader.original(identifier)

    def ask(self, then: _Then) -> bool:
        """Do something with the pairs of the open article, now or when they are known.

        Returns False where no original is kept. What was asked of another article is forgotten.
        Raises `LibraryError`.
        """
        identifier, article = self._reading.identifier, self._reading.article
        original = self.original()
        if identifier is None or article is None or original is None:
            return False
        key = (article, original, self._reader.originals.pins(identifier))
        if key in self._known:
            then(self._known[key])
            return True
        if key != self._asked or not self._background.is_busy:  # it has failed the last time
            self._asked, self._waiting = key, []
            words = self._("The article is being compared with its original…")
            self._background.run(words, partial(pair, *key), partial(self._take, key))
        self._waiting.append(then)
        return True

    def forget(self) -> None:
        """Wait for nothing any more: another article is open."""
        self._background.give_up()
        self._asked, self._waiting = None, []

    def _take(self, key: _Key, paired: Paired) -> None:
        article, original, _pins = key
        found = self._known[key] = Both(article, original, Pairs(paired))
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]
        waiting, self._waiting, self._asked = self._waiting, [], None
        for then in waiting:
            then(found)
