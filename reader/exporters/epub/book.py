"""A book is written chapter by chapter: a thousand articles need hardly more room than one."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reader.exporters.bound import Bound
from reader.exporters.epub import chapter, contents, overlay, package
from reader.exporters.epub.chapter import Chapter
from reader.exporters.epub.overlay import Recorded
from reader.exporters.epub.package import Imprint
from reader.exporters.files import new_file
from reader.exporters.sentences import Sentences
from reader.i18n import Translator
from reader.model.leaves import leaves
from reader.model.sound import SoundForm, Spoken
from reader.paths import resource

_MEDIA_TYPE = "application/epub+zip"
_FOLDER = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{_FOLDER}/package.opf" \
media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


class EpubWriter:
    """Writes articles into one EPUB; `now` is the moment that the book tells as its own.

    A book of one article has its title, unless another is given.
    """

    def __init__(self, translator: Translator, now: datetime, title: str = "") -> None:
        self._ = translator
        self._now = now
        self._title = title

    def write(self, articles: Iterable[Bound], path: Path, *, replace: bool = False) -> int:
        """Write the book; return how many articles are in it.

        Raises `TargetExistsError`, `UnwritableTargetError`, `ValueError` without articles, and
        whatever the articles raise; then there is no file.
        """
        with new_file(path, replace=replace) as target, ZipFile(target, "w") as pack:
            self._put(pack, "mimetype", _MEDIA_TYPE, ZIP_STORED)  # first, as it is: it is a mark
            self._put(pack, "META-INF/container.xml", _CONTAINER)
            chapters = [
                self._chapter(pack, bound, number) for number, bound in enumerate(articles, 1)
            ]
            if not chapters:
                raise ValueError(articles)
            self._bind(pack, chapters)
        return len(chapters)

    def _chapter(self, pack: ZipFile, bound: Bound, number: int) -> Chapter:
        article = bound.marked.article
        recorded = None
        if bound.spoken is not None:
            recorded = self._record(pack, bound.spoken, f"article-{number}.mp3")
        pieces = leaves(article)
        clips = recorded.clips if recorded is not None else ()
        sentences = Sentences((extent for extent, _clip in clips), pieces)
        written = chapter.of(article, number, recorded)
        self._put(pack, f"{_FOLDER}/{written.name}", chapter.markup(bound.marked, sentences))
        if recorded is not None:
            told = overlay.markup(written.name, recorded, sentences, pieces)
            self._put(pack, f"{_FOLDER}/{written.overlay}", told)
        return written

    def _record(self, pack: ZipFile, spoken: Spoken, name: str) -> Recorded | None:
        """Put a recording into the book; there is none where nothing is said."""
        from reader.exporters.recorder import record

        with TemporaryDirectory(prefix="chetivo-") as folder:
            sound = Path(folder, name)
            clips = record(spoken, sound, SoundForm.MP3)
            if not clips:
                return None
            pack.write(sound, f"{_FOLDER}/{name}", ZIP_STORED)  # it would hardly get any smaller
        return Recorded(name, clips)

    def _bind(self, pack: ZipFile, chapters: list[Chapter]) -> None:
        title = self._title or chapters[0].title
        told = "\n".join((title, *(f"{each.title}\t{each.rights.source}" for each in chapters)))
        imprint = Imprint(title, uuid5(NAMESPACE_URL, told).urn, self._now)
        style = resource("book.css").read_text(encoding="utf-8")
        self._put(pack, f"{_FOLDER}/{package.STYLE}", style)
        self._put(pack, f"{_FOLDER}/{contents.NAME}", contents.markup(title, chapters, self._))
        self._put(pack, f"{_FOLDER}/package.opf", package.markup(imprint, chapters, self._))

    def _put(self, pack: ZipFile, name: str, text: str, how: int = ZIP_DEFLATED) -> None:
        facts = ZipInfo(name, self._now.timetuple()[:6])
        facts.compress_type = how
        pack.writestr(facts, text.encode())
