"""Archives that others gave: one of some articles, one of a whole library."""

from pathlib import Path

from reader.app import Archives
from reader.library.store import Library
from reader.model.annotation import AnnotationKind
from reader.model.archive import Label
from reader.model.position import Position
from reader.text.anchors import Stretch
from tests.unit.care_parts import text_of
from tests.unit.library_samples import REPAIRS, article

SOME, ALL = "some.chetivo", "all.chetivo"
COUNT = 30
_FIRST = {SOME: 2 * 10**9, ALL: 3 * 10**9}  # numbers that no other text has


def titles(name: str) -> set[str]:
    """Return the titles of the articles in an archive."""
    return {_text(name, number)[0] for number in range(COUNT)}


def give(folder: Path) -> None:
    """Make both archives."""
    for name, first in _FIRST.items():
        with Library(folder / f"library-{first}") as library:
            for number in range(COUNT):
                title, words = _text(name, number)
                data = f"{title}\n\n{words}".encode()
                added = library.add(article(title, words), REPAIRS, data).entry.identifier
                stretch = Stretch(Position(1, 0), Position(1, 7))
                library.annotations.add(added, AnnotationKind.NOTE, stretch, words[:7], title)
            label = Label("Новини", "1", "", with_notes=True, everything=name == ALL)
            Archives(library).make(folder / name, None, label)


def _text(name: str, number: int) -> tuple[str, str]:
    title, _gap, words = text_of(_FIRST[name] + number).partition("\n\n")
    return title, words
