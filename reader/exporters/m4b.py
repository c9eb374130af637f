"""A recording with chapters, as players of audiobooks know it; ffmpeg makes it.

The sound goes to ffmpeg while it is spoken. Where the chapters begin is known at its end: then the
same sound is put into a second file, with these.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.exporters import converter, html, tags
from reader.exporters.bound import Bound
from reader.exporters.files import new_path
from reader.exporters.recorder import RATE, Recorder, recording
from reader.exporters.rights import title_of
from reader.exporters.tags import Tags
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.sound import Spoken
from reader.text.language_names import three_letters

_SOUND = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0")
# The usual way takes five times as long, for a difference that is heard in music at most.
_CODING = ("-c:a", "aac", "-aac_coder", "fast", "-b:a", "64k", "-f", "ipod")
_LONGEST = 100  # letters of a chapter's name; 255 bytes are all that older players know
_SPECIAL = re.compile(r"([=;#\\\n])")
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    begin: float  # seconds


class M4bWriter:
    """Writes spoken articles as one M4B: a chapter for each, and for each heading in it."""

    def __init__(self, translator: Translator, title: str) -> None:
        self._ = translator
        self._title = title

    def write(self, articles: Iterable[Bound], path: Path, *, replace: bool = False) -> float:
        """Write the file; return its length in seconds.

        Raises `NoConverterError`, `TargetExistsError`, `UnwritableTargetError`, and whatever the
        articles raise; then there is no file.
        """
        with (
            new_path(path, replace=replace) as draft,
            TemporaryDirectory(prefix="chetivo-") as folder,
        ):
            spoken = Path(folder, "spoken.m4a")
            told: list[Tags] = []
            chapters: list[_Chapter] = []
            with (
                converter.converting((*_SOUND, *_CODING), spoken) as source,
                recording(RATE, source.write) as recorder,
            ):
                for bound in articles:
                    article = bound.marked.article
                    chapters += _chapters(article, bound.spoken or (), recorder)
                    told.append(tags.of_article(article))
            facts = Path(folder, "facts.txt")
            whole = tags.of_many(self._title, told, self._)
            facts.write_text("\n".join(_facts(whole, chapters, recorder.seconds)), encoding="utf-8")
            converter.convert(_joining(spoken, facts, whole), draft)
            return recorder.seconds


def _chapters(article: Article, spoken: Spoken, recorder: Recorder) -> Iterator[_Chapter]:
    """Record an article; yield where it and its headings begin."""
    headings = {each.leaf: each.words for each in html.sections(article)}
    yield _Chapter(title_of(article), recorder.seconds)
    for extent, sound in spoken:
        clip = recorder.write(sound)
        if extent is not None and (heading := headings.pop(extent.block, "")):
            yield _Chapter(heading, clip.begin)


def _joining(spoken: Path, facts: Path, told: Tags) -> tuple[str, ...]:
    """Return the options that put sound and facts together, for a player that begins to read."""
    return (
        *("-i", str(spoken), "-i", str(facts)),
        *("-map", "0:a", "-map_metadata", "1", "-map_chapters", "1", "-c", "copy"),
        *("-metadata:s:a:0", f"language={three_letters(told.language)}"),
        *("-movflags", "+faststart", "-f", "ipod"),
    )


def _facts(told: Tags, chapters: Iterable[_Chapter], seconds: float) -> Iterator[str]:
    """Yield the lines of a file of metadata. Source: FFmpeg Formats Documentation, Metadata."""
    yield ";FFMETADATA1"
    more = {"album_artist": told.artist, "genre": "Audiobook", "media_type": "2"}
    texts = {"album": told.title, **more, **told.texts}
    yield from (f"{name}={_escaped(text)}" for name, text in texts.items() if text)
    found = tuple(chapters)
    ends = (*(each.begin for each in found[1:]), seconds)
    for chapter, end in zip(found, ends, strict=False):
        yield "[CHAPTER]"
        yield f"TIMEBASE=1/{_MILLISECONDS}"
        yield f"START={round(chapter.begin * _MILLISECONDS)}"
        yield f"END={round(end * _MILLISECONDS)}"
        yield f"title={_escaped(_short(chapter.title))}"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\0", ""))
