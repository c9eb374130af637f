"""Random libraries with rows in every table, and what a library holds but for its numbers."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reader.library import history
from reader.library.store import Library
from reader.model.annotation import AnnotationKind
from reader.model.article import Article, Paragraph, Source, Span
from reader.model.bilingual import Pin
from reader.model.correction import Correction, Piece
from reader.model.feed import Deed, FeedItem, ItemState
from reader.model.links import OWN_LINK, KnownLink, Presence
from reader.model.position import Position
from reader.model.query import READING_LIST, Filter, Search
from reader.model.raw import Tag, TagKind
from reader.text.anchors import Stretch
from reader.text.words import folded
from tests.unit.library_samples import EVERYTHING, REPAIRS, article

WORDS = "новини закон мерки вода пчели влак средства съюз регион данък море".split()  # noqa: SIM905  read as a text
_NAMES = ("Пчели", "Води", "За четене утре", "ЕС", "пътища и релси")
# Columns that are numbers within the library, each with what stands for them outside of it.
_ARTICLE = "(SELECT bytes_sha256 FROM article WHERE id = {table}.article) AS article"
_FEED = "(SELECT address FROM feed WHERE id = {table}.feed) AS feed"
_DUMPS = {
    "article": ("id", ()),
    "content": ("article", (_ARTICLE,)),
    "reading": ("article", (_ARTICLE,)),
    "correction": ("article", (_ARTICLE,)),
    "tag": ("id", ()),
    "tagged": ("tag article", (_ARTICLE, "(SELECT folded FROM tag WHERE id = tag) AS tag")),
    "collection": ("id", ()),
    "collected": (
        "collection article",
        (_ARTICLE, "(SELECT folded FROM collection WHERE id = collection) AS collection"),
    ),
    # The digest of an annotation signs the number of its article, too.
    "annotation": ("id article digest", (_ARTICLE,)),
    "original_text": ("article", (_ARTICLE,)),
    "pin": ("article", (_ARTICLE,)),
    "link": ("article", (_ARTICLE,)),
    "version": ("article", (_ARTICLE,)),
    "identity": ("article", (_ARTICLE,)),
    "saved_search": ("id search", ()),
    # What a host has said, and whether it may be asked, is for each computer to find out.
    "feed": ("id allowed etag modified succeeded failed due failure", ()),
    "feed_item": ("id feed article failure", (_ARTICLE, _FEED)),
    "feed_rule": ("id feed", (_FEED,)),
}


def dump(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, with names in the place of numbers."""
    found = {}
    with library._connections.reading() as connection:
        for table, (numbers, instead) in _DUMPS.items():
            columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = [name for name in columns if name not in numbers.split()]
            chosen = ", ".join((*kept, *(each.format(table=table) for each in instead)))
            rows = connection.execute(f"SELECT {chosen} FROM {table}").fetchall()
            found[table] = sorted((tuple(row) for row in rows), key=repr)
        names = {row["id"]: row["name"] for row in connection.execute("SELECT * FROM collection")}
    found["searches"] = sorted(
        (
            each.name,
            replace(each.search.filter, collection=None),
            each.search.words,
            names.get(each.search.filter.collection or 0),
        )
        for each in library.saved_searches.all()
    )
    return found


def everything_in(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the same of the library in a folder, which is only read."""
    with Library(folder, read_only=True) as library:
        return dump(library)


def fill(library: Library, chance: random.Random, count: int = 8, first: int = 0) -> list[int]:
    """Add articles with all that a person does with them; return their numbers."""
    numbers = [_add(library, chance, first + number) for number in range(count)]
    collections = [READING_LIST, *_collections(library, chance)]
    for number in numbers:
        _use(library, chance, number)
        with library._connections.writing() as connection:
            for name in chance.sample(_NAMES, chance.randrange(3)):
                connection.execute(
                    "INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)", (name, folded(name))
                )
                connection.execute(
                    "INSERT INTO tagged SELECT id, ? FROM tag WHERE name = ?", (number, name)
                )
            for collection in chance.sample(collections, chance.randrange(len(collections))):
                place = chance.randrange(1000)
                connection.execute(
                    "INSERT INTO collected VALUES (?, ?, ?)", (collection, number, place)
                )
    for name in chance.sample(_NAMES, 3):
        wanted = Filter(
            read=chance.choice((None, True, False)),
            tag=chance.choice((None, *_NAMES)),
            collection=chance.choice((None, *collections)),
            since=chance.choice((None, date(2025, 1, 31))),
        )
        library.saved_searches.save(name, Search(_words(chance), filter=wanted))
    for name in chance.sample(_NAMES, 2):
        _keep_feed(library, chance, name, numbers)
    return numbers


def _add(library: Library, chance: random.Random, number: int) -> int:
    title = f"Новина {number} за {chance.choice(WORDS)} и {_words(chance)}"
    texts = [f"{_words(chance)} номер {number}{chance.random()}." for _ in range(4)]
    made = article(title, *texts)
    if chance.random() < 0.2:
        address = f"https://example.eu/{number}"
        made = replace(EVERYTHING, blocks=(*EVERYTHING.blocks, *made.blocks), original=address)
        made = replace(made, title=title)
    source = Source("text", f"{number}.txt", chance.choice((None, f"https://e.eu/{number}")))
    made = replace(made, source=replace(source, retrieved=datetime(2025, 3, 4, tzinfo=UTC)))
    made = replace(made, published=chance.choice((None, date(2024, 5, 6))))
    repairs = chance.choice(((), REPAIRS))
    added = library.add(made, repairs, f"{title}{chance.random()}".encode()).entry.identifier
    for version in range(chance.choice((0, 0, 1, 3))):
        more = Paragraph((Span(f"Допълнение {version} {_words(chance)}."),))
        made = replace(made, blocks=(*made.blocks, more))
        library.add(made, repairs, f"{title}{version}{chance.random()}".encode())
    return added


def _use(library: Library, chance: random.Random, number: int) -> None:
    text = library.article(number)
    for _ in range(chance.randrange(3)):
        start = Position(chance.randrange(3), 0)
        stretch = Stretch(start, Position(start.block, chance.randrange(1, 9)))
        kind = chance.choice(tuple(AnnotationKind))
        library.annotations.add(number, kind, stretch, "цитат", _words(chance))
    if chance.random() < 0.5:
        library.set_last_opened(number)
        library.set_place(number, Position(chance.randrange(4), chance.randrange(9)))
    library.set_read(number, read=chance.random() < 0.5)
    with library._connections.writing() as connection:
        starred, binned = int(chance.random() < 0.3), chance.choice((None, None, 1_700_000_000))
        statement = "UPDATE reading SET starred = ?, binned = ? WHERE article = ?"
        connection.execute(statement, (starred, binned, number))
        if chance.random() < 0.3:
            made = Correction(
                (_words(chance),), (Piece(Tag(TagKind.PARAGRAPH, 1), _words(chance)),), 1
            )
            corrections = history.write_corrections((made,))
            connection.execute("INSERT INTO correction VALUES (?, ?)", (number, corrections))
    if chance.random() < 0.4:
        _keep_original(library, number, text)


def _keep_feed(library: Library, chance: random.Random, name: str, numbers: Sequence[int]) -> None:
    """Keep a feed with a rule and three pieces of news: one an article, one gone, one to come."""
    address, kept = f"https://e.eu/{_NAMES.index(name)}.xml", library.feeds
    if address in {each.address for each in kept.all()}:
        return
    feed = kept.add(address, name, allowed=chance.random() < 0.5).identifier
    told = [
        FeedItem(f"{name}{key}", _words(chance), f"https://e.eu/{key}", day, "<p>Води</p>")
        for key, day in enumerate((date(2025, 1, 2), None, None))
    ]
    kept.answered(feed, '"1"', None, told)
    _new, gone, article = kept.items(feed, ItemState.NEW)
    kept.kept(article.identifier, chance.choice(numbers))
    with library._connections.writing() as connection:
        state = "UPDATE feed_item SET state = 'kept', markup = '' WHERE id = ?"
        connection.execute(state, (gone.identifier,))
    kept.pause(feed, paused=chance.random() < 0.5)
    tag = chance.choice(_NAMES)
    kept.add_rule(_words(chance), Deed.TAG, tag, chance.choice((None, feed)))
    kept.add_rule(_words(chance), Deed.STAR)


def _keep_original(library: Library, number: int, text: Article) -> None:
    source = Source("html", address="https://e.eu/en")
    original = Article(f"News {number}", "en", text.blocks, source)
    library.original_texts.keep(number, original, b"as it came")
    library.pins.keep(number, [Pin((text.title,), (original.title,)), Pin((), ("Alone.",), (0, 1))])
    own = KnownLink("https://e.eu/en", Presence.THERE)
    library.link_notes.keep(number, {OWN_LINK: own, "https://e.eu/bg": KnownLink()})


def _collections(library: Library, chance: random.Random) -> Sequence[int]:
    known = {each.name: each.identifier for each in library.labels.collections()}
    names = chance.sample(_NAMES, 3)
    return [known.get(name) or library.labels.create_collection(name).identifier for name in names]


def _words(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, 3))
