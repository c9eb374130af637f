"""What is told of a person's own notes where they stand in an article."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from reader.model.annotation import Annotation, AnnotationKind
from reader.model.position import Extent, Position
from reader.model.speaking import OwnNotes
from reader.model.utterance import Part, SpokenWord
from reader.speech.announcing import wording
from reader.speech.mapping import told
from reader.speech.timing import words_in
from reader.text.languages import language_of
from reader.text.markdown_signs import without_signs

Remarks = Callable[[], tuple[Part, ...]]
_ENDS = (".", "!", "?", "…", ":", ";", ",")


class NotesToTell:
    """The notes of one article that have not been told yet; they are told in its order."""

    def __init__(self, annotations: Iterable[Annotation], language: str, how: OwnNotes) -> None:
        self._language = language
        self._how = how
        notes = [] if how is OwnNotes.OFF else [each for each in annotations if _has_words(each)]
        self._left = sorted(notes, key=lambda note: note.end, reverse=True)

    def before(self, place: Position, sentence: Extent) -> Remarks:
        """Take the notes that end before a place, and return what makes their words.

        These are told behind a sentence, and no word of the article is said meanwhile.
        """
        found = []
        while self._left and self._left[-1].end <= place:
            found.append(self._left.pop())
        return partial(self._parts, found, Extent(sentence.block, sentence.end, sentence.end))

    def _parts(self, notes: Sequence[Annotation], nowhere: Extent) -> tuple[Part, ...]:
        said = (part for note in notes for part in told(self._words(note)))
        return tuple(replace(part, words=_first_word(part, nowhere)) for part in said)

    def _words(self, note: Annotation) -> tuple[Part, ...]:
        _ = wording(self._language)
        if self._how is OwnNotes.SIGN:
            return (Part(_("Your note."), _.language),)
        lines = [" ".join(line.split()) for line in without_signs(note.text).splitlines()]
        text = " ".join(_ended(line) for line in lines if any(map(str.isalnum, line)))
        begin, end = Part(_("Your note:"), _.language), Part(_("End of the note."), _.language)
        return begin, Part(text, language_of(text, self._language)), end


def _first_word(part: Part, nowhere: Extent) -> tuple[SpokenWord, ...]:
    """Let the light on the last word of the article go out as this begins."""
    start, end = next(words_in(part.text))
    return (SpokenWord(start, end, nowhere),)


def _has_words(annotation: Annotation) -> bool:
    written = any(map(str.isalnum, without_signs(annotation.text)))
    return annotation.kind is AnnotationKind.NOTE and written


def _ended(line: str) -> str:
    return line if line.endswith(_ENDS) else f"{line}."
