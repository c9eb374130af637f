"""What the voice says of the open article, in the way that the person wants."""

from collections.abc import Callable, Iterable

from reader.app import Opened, spoken
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import OwnNotes, Speaking
from reader.model.utterance import Utterance

MarksOf = Callable[[int], Iterable[Annotation]]
Telling = Callable[[Article, Speaking, Pronunciations, Iterable[Annotation]], Iterable[Utterance]]


class Spoken:
    """Knows the article, and all that decides which words are said of it."""

    def __init__(self, speaking: Speaking) -> None:
        self.opened: Opened | None = None
        self.own: Pronunciations = ()
        self.marks_of: MarksOf = lambda _article: ()
        self.telling: Telling = spoken  # for a while it may be told otherwise
        self._speaking = speaking

    def take(self, opened: Opened | None) -> None:
        """Say another article from now on, as usual."""
        self.opened, self.telling = opened, spoken

    @property
    def is_usual(self) -> bool:
        """Whether the article is told as usual."""
        return self.telling is spoken

    def utterances(self) -> Iterable[Utterance]:
        """Return what is said, as things are now; raises `LibraryError`."""
        if self.opened is None:
            return ()
        marks = self.marks_of(self.opened.entry.identifier) if self._tells_notes else ()
        return self.telling(self.opened.article, self._speaking, self.own, marks)

    def say_as(self, speaking: Speaking) -> bool:
        """Say it otherwise from now on; tell whether other words are said."""
        before, self._speaking = self._speaking, speaking
        return before.words() != speaking.words()

    def tells_notes_of(self, article: int) -> bool:
        """Tell whether notes in an article are among what is said."""
        opened = self.opened
        return self._tells_notes and opened is not None and opened.entry.identifier == article

    @property
    def _tells_notes(self) -> bool:
        return self._speaking.own_notes is not OwnNotes.OFF
