"""The help of the program: an archive that opens beside the library."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader.app.archives import Archives
from reader.importers.incoming import Incoming
from reader.library.store import Library
from reader.model.article import Article
from reader.model.query import Filter
from reader.paths import resource

if TYPE_CHECKING:
    from reader.model.archive import Label, OpenArchive

_FILE = "help-{digest}.chetivo"


def pages(language: str) -> dict[str, str]:
    """Return the pages of the help in a language, as Markdown, by their names."""
    folder = resource("help") / language
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}


def article(name: str, text: str) -> Article:
    """Return a page of the help as an article."""
    from reader import importers, repair

    incoming = Incoming(text.encode(), name=f"{name}.md")
    found, _repairs = repair.repaired(importers.importer_of(incoming).read(incoming))
    return replace(found, source=replace(found.source, name=incoming.name))


class Manual:
    """Keeps the help among the open archives, where it is listed, read and searched as they are.

    `folder` is where its file is, made anew where the pages are others than those in there.
    """

    def __init__(self, archives: Archives, folder: Path) -> None:
        self._archives = archives
        self._folder = folder
        self._texts: Mapping[str, str] = {}
        self._open: OpenArchive | None = None
        self._found: dict[str, int] = {}

    def open(self, texts: Mapping[str, str], label: "Label") -> "OpenArchive":
        """Open the help with these pages, in the order in which they are to be listed.

        Raises `TargetError`, `ArchiveError`, `LibraryError`.
        """
        if self._open is not None and self._open in self._archives.all():
            if texts == self._texts:
                return self._open
            self._archives.close(self._open.number)
        digest = sha256("\n".join((label.version, *texts.values())).encode()).hexdigest()[:16]
        path = self._folder / _FILE.format(digest=digest)
        if not path.exists():
            for older in self._folder.glob(_FILE.format(digest="*")):
                older.unlink()
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(path, [article(name, text) for name, text in texts.items()], label)
        self._open, self._texts = self._archives.open(path, of_program=True), dict(texts)
        opened = self._archives.numbered(self._open.number)
        by_title = {each.title: each.identifier for each in opened.entries(opened.ids(Filter()))}
        self._found = {name: by_title[_title(text)] for name, text in texts.items()}
        return self._open

    def page(self, name: str) -> int:
        """Return the identifier of a page of the open help."""
        return self._found[name]


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _write(path: Path, articles: Sequence[Article], label: "Label") -> None:
    with TemporaryDirectory() as folder, Library(Path(folder)) as library:
        now = datetime.now(UTC)
        for each in reversed(articles):  # what has come last is listed first
            dated = replace(each, source=replace(each.source, retrieved=now))
            library.add(dated, (), each.title.encode())
        Archives(library).make(path, None, label, over=True)
