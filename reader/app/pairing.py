"""An article and its original, sentence by sentence."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import DamagedFileError, EmptyDocumentError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.model.article import Article
from reader.processes.collecting import uncollected

if TYPE_CHECKING:
    from reader.model.bilingual import Alignment, Bead, Difference, Pin, Sentence


@dataclass(frozen=True, slots=True)
class Paired:
    """Two texts cut into sentences, which of them belong together, and where these differ."""

    left: "tuple[Sentence, ...]"
    right: "tuple[Sentence, ...]"
    alignment: "Alignment"
    differences: "tuple[Difference, ...]"


def pair(left: Article, right: Article, pins: "Iterable[Pin]" = ()) -> Paired:
    """Pair the sentences of an article with those of its original."""
    from reader.bilingual import align, differences, sentences_of

    with uncollected():  # all ways to pair two texts are a hundred thousand objects
        ours, theirs = sentences_of(left), sentences_of(right)
        languages = (_code(left.language), _code(right.language))
        alignment = align(ours, theirs, languages, pins)
        return Paired(ours, theirs, alignment, differences(ours, theirs, alignment, languages))


def pin(left: "Sequence[Sentence]", right: "Sequence[Sentence]", bead: "Bead") -> "Pin":
    """Return what keeps a pair of these texts when they are paired anew."""
    from reader.bilingual import pin as made

    return made(left, right, bead)


def beads_of(left: Incoming, right: Incoming, apart: Apart) -> str:
    """Return the pairs of two documents, or of two JSON lists of sentences, as a JSON list.

    Raises `SourceError`.
    """
    from reader.bilingual import align

    ours, theirs = _sentences(left, apart), _sentences(right, apart)
    languages = (_language(ours, "bg"), _language(theirs, "en"))
    beads = align(ours, theirs, languages).beads
    return json.dumps([[list(bead.left), list(bead.right)] for bead in beads])


def _sentences(incoming: Incoming, apart: Apart) -> "tuple[Sentence, ...]":
    from reader.app.documents import clean
    from reader.bilingual import given, is_given, sentences_of

    if not is_given(incoming.data):
        return sentences_of(clean(incoming, apart).article)
    try:
        found = given(incoming.data)
    except ValueError as error:
        raise DamagedFileError(incoming.where) from error
    if not found:
        raise EmptyDocumentError(incoming.where)
    return found


def _language(sentences: "Iterable[Sentence]", usual: str) -> str:
    from reader.text.languages import language_of

    return _code(language_of(" ".join(each.text for each in sentences), usual))


def _code(tag: str) -> str:
    return tag.partition("-")[0].lower()
