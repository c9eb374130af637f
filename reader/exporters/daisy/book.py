"""A DAISY book is written article by article into a folder of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from reader.exporters import html, notes
from reader.exporters.bound import Bound
from reader.exporters.daisy import ncc, smil, text
from reader.exporters.daisy.ncc import Heading, Imprint, Size
from reader.exporters.daisy.smil import Part, Phrase
from reader.exporters.files import new_folder
from reader.exporters.html_inline import escaped
from reader.exporters.recorder import record
from reader.exporters.rights import rights, title_of
from reader.exporters.sentences import Clips, Sentences, timed
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.position import Extent
from reader.model.sound import Sound, SoundForm

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a book says of itself: its title, spoken too, its narrator, who made it and when."""

    title: str
    spoken: Sound
    narrator: str
    generator: str
    now: datetime


@dataclass(frozen=True, slots=True)
class _Chapter:
    part: Part
    headings: tuple[Heading, ...]
    makers: tuple[str, ...]


class DaisyWriter:
    """Writes spoken articles as one DAISY 2.02 book; `translator` has the book's own language."""

    def __init__(self, translator: Translator, cover: Cover) -> None:
        self._ = translator
        self._cover = cover

    def write(self, articles: Iterable[Bound], path: Path) -> None:
        """Write the book as a folder.

        Raises `TargetExistsError`, `UnwritableTargetError`, and whatever the articles raise; then
        there is no folder.
        """
        with new_folder(path) as folder:
            chapters = [self._title(folder)]
            for number, bound in enumerate(articles, 1):
                if (chapter := self._chapter(folder, bound, number)) is not None:
                    chapters.append(chapter)
            self._bind(folder, chapters)

    def _title(self, folder: Path) -> _Chapter:
        """Write the page with the title, which every book begins with."""
        title, tongue = self._cover.title, self._.language
        clips = record([(Extent(0, 0, 0), self._cover.spoken)], folder / "title.mp3", SoundForm.MP3)
        part = Part("title.smil", "title.html", "title.mp3", title, (Phrase(_TITLE, clips[0][1]),))
        body = f'<h1 id="{_TITLE}">{escaped(title)}</h1>'
        (folder / part.text).write_bytes(text.page(title, tongue, "", body))
        return _Chapter(part, (Heading(1, title, tongue, f"{part.smil}#p{_TITLE}"),), ())

    def _chapter(self, folder: Path, bound: Bound, number: int) -> _Chapter | None:
        """Write the text and the recording of an article; nothing where there is nothing to say."""
        article = bound.marked.article
        name = f"article-{number}"
        sound = folder / f"{name}.mp3"
        clips = record(bound.spoken or (), sound, SoundForm.MP3)
        if not clips:
            sound.unlink()
            return None
        pieces = leaves(article)
        sentences = Sentences((extent for extent, _clip in clips), pieces)
        title = title_of(article)
        body = text.old(html.chapter(article, sentences, notes.html(bound.marked)))
        (folder / f"{name}.html").write_bytes(text.page(title, article.language, "", body))
        phrases = tuple(Phrase(lit, clip) for _extent, lit, clip in timed(clips, sentences))
        part = Part(f"{name}.smil", f"{name}.html", sound.name, title, phrases)
        makers = (article.author, rights(article).publisher)
        found = tuple(_headings(article, part, clips, sentences))
        return _Chapter(part, found, tuple(maker for maker in makers if maker))

    def _bind(self, folder: Path, chapters: Sequence[_Chapter]) -> None:
        cover, tongue = self._cover, self._.language
        makers = tuple(dict.fromkeys(maker for each in chapters for maker in each.makers))
        identifier = uuid5(NAMESPACE_URL, "\n".join(each.part.title for each in chapters)).urn
        publisher = makers[-1] if makers else cover.generator
        day, program = cover.now.date(), cover.generator
        imprint = Imprint(
            cover.title, tongue, identifier, makers, publisher, day, cover.narrator, program
        )
        facts = (
            ("dc:title", cover.title),
            ("dc:identifier", identifier),
            ("ncc:generator", cover.generator),
        )
        elapsed = 0.0
        for chapter in chapters:
            (folder / chapter.part.smil).write_bytes(smil.markup(chapter.part, elapsed, facts))
            elapsed += chapter.part.seconds
        parts = [chapter.part for chapter in chapters]
        (folder / smil.MASTER).write_bytes(smil.master(parts, facts))
        written = [each.stat().st_size for each in folder.iterdir()]
        size = Size(elapsed, len(written), sum(written) // 1024)
        headings = [heading for chapter in chapters for heading in chapter.headings]
        (folder / ncc.NAME).write_bytes(ncc.markup(imprint, headings, size))


def _headings(
    article: Article, part: Part, clips: Clips, sentences: Sentences
) -> Iterator[Heading]:
    """Yield the title of an article and its headings; no level is left out on the way down."""
    spoken: dict[int, str] = {}
    for extent, _clip in clips:
        spoken.setdefault(extent.block, sentences.place(extent))
    first = f"{part.smil}#p{part.phrases[0].name}"
    yield Heading(1, part.title, article.language, first)
    level = 1
    for section in html.sections(article):
        if section.leaf in spoken:
            level = min(section.level, level + 1)
            target = f"{part.smil}#p{spoken[section.leaf]}"
            yield Heading(level, section.words, article.language, target)
