"""What can be asked of a document or an article by itself, without a library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.exportform import ExportForm
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance
from reader.model.watch import UNWATCHED, Watch
from reader.paths import resource
from reader.speech.engine import Delivery, Engine

if TYPE_CHECKING:
    from reader.exporters.copied import Copied
    from reader.exporters.pdf.contents import Together
    from reader.model.correction import Correction
    from reader.model.feed import FeedItem
    from reader.model.links import LinkPair
    from reader.model.position import Position
    from reader.model.raw import Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A repaired article and the list of what was repaired."""

    article: Article
    repairs: "tuple[Repair, ...]"


@dataclass(frozen=True, slots=True)
class Voice:
    """How articles are spoken into files.

    `unsaid` is told of the first word that no voice can say, in the thread that records.
    """

    delivery: Delivery = field(default_factory=Delivery)
    speaking: Speaking = field(default_factory=Speaking)
    own: Pronunciations = ()
    unsaid: Callable[[str], None] = lambda _word: None


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, in which form, and where.

    `articles` are identifiers in the order that is wanted, of the library and of open archives.
    `title` is that of the whole; an article keeps its own. `replace` lets a file take the place of
    another, once it is whole; what is a folder never replaces anything. `notes` asks for the
    person's notes at the end of each article; they are never recorded. `voice` matters where the
    form is spoken.
    """

    articles: Sequence[int]
    form: ExportForm
    path: Path
    title: str = ""
    notes: bool = False
    replace: bool = False
    voice: Voice = field(default_factory=Voice)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and how many seconds of sound that are, where it is known."""

    path: Path
    seconds: float = 0.0


MakePdf: TypeAlias = Callable[["Article | Together", Path], None]
"""Writes articles as a PDF into a file that is not there yet; raises `OSError`."""


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes a voice, and what makes PDFs where there is anybody who draws."""

    engine: Callable[[], Engine]
    pdf: MakePdf | None = None


def save_text(text: str, path: Path) -> None:
    """Write a text to a file of the person's choice; one that is there is replaced.

    Raises `TargetError`.
    """
    from reader.exporters import files

    files.write_new(path, text, replace=True)


def clean(
    incoming: Incoming,
    apart: Apart,
    now: datetime | None = None,
    corrections: "Sequence[Correction]" = (),
    watch: Watch = UNWATCHED,
) -> Cleaned:
    """Turn a document into a clean article, with the corrections that were made by hand.

    Raises `SourceError` where there is no text to be had, `StoppedError` where `watch` says so.
    """
    from reader.text import institutions

    raw = apart.read(incoming, watch)
    from reader import repair

    article, repairs = repair.repaired(raw, corrections, watch)
    own = article.source
    told = None if incoming.address else own.retrieved  # by a file that we or somebody made of it
    address = incoming.address or own.address
    source = replace(
        article.source,
        name=incoming.name,
        address=address,
        retrieved=now or told or datetime.now(UTC),
        publisher=institutions.publisher(address) if incoming.address else own.publisher,
    )
    return Cleaned(replace(article, source=source), repairs)


def completed(article: Article, told: "FeedItem | None") -> Article:
    """Return an article with the title and the day that a feed told, where it has none itself."""
    if told is None:
        return article
    title, published = article.title or told.title, article.published or told.published
    return replace(article, title=title, published=published)


def link_pairs(article: Article, own: str | None = None) -> "tuple[LinkPair, ...]":
    """Return each link of the article once, beside its address in the language of the original.

    `own` is where the original is, as a person says.
    """
    from reader.exporters import flat
    from reader.sources.originals import language_of

    language = language_of(article, own=own)
    return tuple(_pair(words, address, language) for words, address in flat.links(article))


def own_pair(article: Article) -> "LinkPair | None":
    """Return the article's own addresses, or None where neither is known."""
    from reader.sources.originals import language_of

    address = article.source.address or article.original
    if not address:
        return None
    return _pair(article.title, address, language_of(article), article.original)


def link_language(address: str) -> str | None:
    """Return the language of what lies at an address, as a two-letter code; None where unknown."""
    from reader.sources import addresses

    return addresses.language(address)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends."""
    from reader.text.abbreviations import load_rules
    from reader.text.sentences import sentences as split

    return split(text, load_rules(resource("abbreviations_bg.json")))


def spoken(
    article: Article,
    speaking: Speaking,
    own: Pronunciations = (),
    annotations: Iterable[Annotation] = (),
) -> Iterator[Utterance]:
    """Yield what the voice says of an article and of the notes in it, sentence by sentence."""
    from reader.speech.utterances import utterances

    yield from utterances(article, speaking, own, annotations)


def _pair(words: str, address: str, language: str, original: str | None = None) -> "LinkPair":
    """Return an address beside the one in a language, which the rules conclude if it is not known.

    What leads to a third language does so in the original as well.
    """
    from reader.model.links import LinkPair, Sureness
    from reader.sources import addresses

    found = addresses.version(address, language) if original is None else None
    if found and found.address != address and addresses.language(address) not in (None, "bg"):
        found, original = None, address
    original = found.address if found else original
    if address != original:
        sureness = found.sureness if found else Sureness.SURE
        return LinkPair(words, address, original, address, sureness)
    bulgarian = addresses.version(address, "bg")
    if bulgarian is None or bulgarian.address == original:
        return LinkPair(words, address, original, None)
    return LinkPair(words, address, original, bulgarian.address, bulgarian.sureness)


def copied(article: Article, selected: "tuple[Position, Position] | None" = None) -> "Copied":
    """Return an article, or what lies between two places, in the forms that are copied."""
    from reader.exporters.copied import copied as made

    return made(article, selected)


def render(cleaned: Cleaned, form: str, annotations: Sequence[Annotation] = ()) -> str:
    """Return an article in a text format: "md", "html", "txt", "json" or "blocks".

    The person's notes stand at the end of the first three.
    """
    from reader import exporters

    return exporters.render(cleaned.article, cleaned.repairs, form, annotations)
