"""What is said of the open article."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from reader.app import spoken
from reader.gui.settings.keeper import SettingsKeeper
from reader.model.article import Article
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance

Telling: TypeAlias = Callable[[Article, Speaking, Pronunciations], Iterable[Utterance]]


class Told:
    """Makes the sentences of the open article, for a while of its original, too.

    `own` are words that the person wants to be said otherwise.
    """

    def __init__(self, keeper: SettingsKeeper) -> None:
        self.article: Article | None = None
        self.own: Pronunciations = ()
        self._keeper = keeper
        self._telling: Telling = spoken

    @property
    def is_usual(self) -> bool:
        """Whether the article is told, and nothing beside it."""
        return self._telling is spoken

    def take(self, article: Article | None) -> None:
        """Tell of another article, as usual."""
        self.article, self._telling = article, spoken

    def tell(self, telling: Telling = spoken) -> None:
        """Tell of the same article otherwise, or again as usual."""
        self._telling = telling

    def sentences(self) -> Iterable[Utterance]:
        """Return all that is said, as the person wants it now."""
        if self.article is None:
            return ()
        return self._telling(self.article, self._keeper.current.speaking, self.own)
