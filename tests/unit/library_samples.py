"""Articles for the tests of the library, and what must be true of every library."""

from datetime import UTC, date, datetime
from pathlib import Path

from reader.library import schema
from reader.library.records import sha256
from reader.library.store import Library
from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Reference,
    Source,
    Span,
    Table,
)
from reader.model.query import Search
from reader.model.raw import Repair

REPAIRS = (
    Repair("join_hyphens", 0, "инвес-\nтиции", "инвестиции"),
    Repair("drop_stamps", 1, "Страница 2", ""),
)

EVERYTHING = Article(
    title="Нова програма за чиста енергия",
    language="bg",
    blocks=(
        Heading(1, (Span("Нова програма за чиста енергия"),)),
        Paragraph((Span("Брюксел, 3 март 2025 г."),), ParagraphRole.DATE),
        Paragraph((Span("Съветът одобри програмата."),), ParagraphRole.LEAD),
        Paragraph((Span("Програмата е за три години."),), ParagraphRole.OPENING),
        Paragraph(
            (
                Span("Подробности има на "),
                Span("страницата на Съвета", link="https://example.eu/bg?a=1&b=„2“"),
                Span(" и в "),
                Span("press release", strong=True, emphasis=True, language="en"),
                Span("."),
            )
        ),
        Heading(2, (Span("Мерките"),)),
        ListBlock(
            ordered=True,
            items=(
                (Paragraph((Span("Повече средства за градовете."),)),),
                (
                    Paragraph((Span("По-ниски сметки:"),)),
                    ListBlock(ordered=False, items=((Paragraph((Span("за домакинствата"),)),), ())),
                ),
            ),
        ),
        Quote((Paragraph((Span("„Днес е добър ден за гражданите.“"),)),), (Span("Председателят"),)),
        Table(
            ((Span("Година"),), (Span("Млн. евро"),)),
            (((Span("2025"),), (Span("120", strong=True),)), ((Span("2026"),), ())),
            (Span("Бюджет"),),
        ),
        Figure("Вятърни турбини край морето", (Span("Снимка: Съвет на ЕС"),)),
        Footnote("1", (Span("Регламент (ЕС) 2025/40", link="https://e.eu/", inferred=True),)),
        Notice((Span("Този текст е преведен автоматично."),)),
    ),
    source=Source(
        format="pdf",
        name="съобщение.pdf",
        address="https://example.eu/bg",
        retrieved=datetime(2025, 3, 4, 8, 30, tzinfo=UTC),
        publisher="council",
    ),
    published=date(2025, 3, 3),
    original="https://example.eu/en",
    machine_translated=True,
    references=(Reference("IP/25/467", "https://example.eu/ip_25_467"),),
    author="Мария Иванова",
)


def article(title: str, *paragraphs: str) -> Article:
    """Return a plain article that shows its title."""
    return Article(
        title=title,
        language="bg",
        blocks=(
            Heading(1, (Span(title),)),
            *(Paragraph((Span(text),)) for text in paragraphs),
        ),
        source=Source(format="text", name="текст.txt"),
    )


def files(folder: Path) -> set[Path]:
    """Return the originals in a library's folder, marks of unfinished work among them."""
    return {path for path in (folder / "originals").rglob("*") if path.is_file()}


def check_whole(library: Library) -> None:
    """Fail where an article, its search rows or its original are not as they were added."""
    entries = library.entries()
    for entry in entries:
        library.article(entry.identifier)
        library.repairs(entry.identifier)
        original = library.original(entry.identifier)
        assert sha256(original.read_bytes()) == original.name
    hits = library.search(Search("новините"), len(entries) + 1)
    assert len(hits) == len(entries)
    with schema.explained(library.folder), library._connections.lent() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
