"""Announcements put together by chance after the manner of six European institutions."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from tests.further.model import Announcement, Part, Piece
from tests.further.texts_stock import Stock, filled, pieces, plain_lines, stock

SUBJECTS = (
    "climate",
    "transport",
    "farming",
    "health",
    "learning",
    "consumers",
    "neighbours",
    "inclusion",
)
_MONTHS = [
    "януари",
    "февруари",
    "март",
    "април",
    "май",
    "юни",
    "юли",
    "август",
    "септември",
    "октомври",
    "ноември",
    "декември",
]


_Line = TypeVar("_Line", str, list[str])


def announcements(seed: int, count: int) -> list[Announcement]:
    """Return `count` announcements in turn of each manner; the same seed gives the same ones."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        name, manner = _MANNERS[number % len(_MANNERS)]
        made.append(manner(_Writer(chance, f"{number:03}-{name}")))
    return made


def long_report(seed: int, sections: int) -> Announcement:
    """Return a report with numbered headings; a section fills about a page of A4 landscape."""
    return _report(_Writer(random.Random(seed), "report"), sections)


class _Writer:
    """Takes lines out of a stock, each once before any comes again, and counts notes."""

    def __init__(self, chance: random.Random, name: str) -> None:
        self.chance = chance
        self.name = name
        self.notes: list[Part] = []
        self.left: dict[int, list] = {}

    def some(self, lines: list[_Line]) -> _Line:
        left = self.left.get(id(lines))
        if not left:
            left = self.left[id(lines)] = self.chance.sample(lines, len(lines))
        return left.pop()

    def line(self, lines: list[str]) -> str:
        return filled(self.some(lines), self.chance)

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def date(self) -> Part:
        day, year = self.chance.randint(1, 28), self.chance.randint(2026, 2033)
        return _text("date", f"{day} {self.chance.choice(_MONTHS)} {year} г.")

    def sentences(self, source: Stock, count: int) -> tuple[Piece, ...]:
        return pieces(" ".join(self.line(source.sentences) for _ in range(count)))

    def paragraph(self, source: Stock, *, marked: float = 0.0) -> Part:
        """Return a paragraph, seldom very short or very long."""
        count = self.chance.choice((1, 1, 2, 2, 2, 3, 3, 4, 5, 8))
        part = Part("p", self.sentences(source, count))
        return self.mark(part, source) if self.maybe(marked) else part

    def mark(self, part: Part, source: Stock) -> Part:
        """Return the part with the mark of a new note at its end."""
        if len(self.notes) >= len(source.notes):
            return part
        label = str(len(self.notes) + 1)
        note = filled(source.notes[len(self.notes)], self.chance)
        self.notes.append(Part("footnote", pieces(note), label=label))
        return replace(part, pieces=(*part.pieces, Piece("", note=label)))

    def items(self, source: Stock, *, ordered: bool = False) -> Iterator[Part]:
        intro, *items = self.some(source.lists)
        yield _text("p", filled(intro, self.chance))
        for item in items:
            level = 2 if item.startswith("- ") else 1
            words = filled(item.removeprefix("- "), self.chance)
            yield Part("li", pieces(words), level, ordered and level == 1)

    def quote(self, source: Stock) -> Iterator[Part]:
        speaker, words = self.some(source.quotes)
        yield _text("p", speaker)
        for words_of_one in words.split(" ¶ "):
            yield Part("quote", pieces(words_of_one))

    def table(self, source: Stock, level: int) -> Iterator[Part]:
        caption, *rows = self.some(source.tables)
        if self.maybe(0.5):
            yield heading(level, caption.removeprefix("= "))
        yield Part("table", rows=tuple(tuple(row.split(" | ")) for row in rows))

    def links(self, source: Stock, *, kind: str = "li") -> Iterator[Part]:
        for words, address in source.links:
            yield Part(kind, (Piece(words, address),), 1 if kind == "li" else 0)

    def notice(self) -> Part:
        return Part("notice", pieces(self.chance.choice(plain_lines("notices"))))

    def contacts(self, level: int) -> Iterator[Part]:
        yield heading(
            level, self.chance.choice(("За контакти", "Лица за контакт", "Връзка с медиите"))
        )
        lines = plain_lines("contacts")
        for line in self.chance.sample(lines, self.chance.randint(2, 3)):
            yield Part("p", pieces(line))

    def done(
        self, parts: list[Part], header: str, footer: str, *, notice: float = 0.0
    ) -> Announcement:
        """Return the announcement, with a notice perhaps, its notes last."""
        if self.maybe(notice):
            parts = [*parts, self.notice()]
        return Announcement(self.name, (*parts, *self.notes), header, footer)


def heading(level: int, words: str) -> Part:
    return _text("heading", words, level)


def _text(kind: str, words: str, level: int = 0) -> Part:
    return Part(kind, pieces(words), level)


def _commission(writer: _Writer) -> Announcement:
    source = stock(writer.chance.choice(SUBJECTS))
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    parts += [writer.paragraph(source) for _ in range(writer.chance.randint(1, 3))]
    parts += writer.quote(source)
    for _ in range(writer.chance.randint(3, 5)):
        parts.append(heading(2, writer.line(source.headings)))
        parts += [writer.paragraph(source, marked=0.25) for _ in range(writer.chance.randint(1, 3))]
        parts += writer.chance.choice(
            (writer.items, lambda _: [], lambda s: writer.table(s, 3), writer.quote)
        )(source)
    parts.append(heading(2, "Повече подробности"))
    parts += writer.links(source)
    if writer.maybe(0.5):
        parts += writer.contacts(2)
    return writer.done(parts, "Европейска комисия – Новини", "IP/31/1187", notice=0.5)


def _agency(writer: _Writer) -> Announcement:
    """A page of an agency: first the notice, lists inside lists, links as paragraphs."""
    source = stock(writer.chance.choice(SUBJECTS))
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    for level in writer.chance.choice(((2, 3, 2, 3), (2, 2, 3, 3, 2))):
        parts.append(heading(level, writer.line(source.headings)))
        parts += [writer.paragraph(source) for _ in range(writer.chance.randint(1, 2))]
        parts += writer.items(source, ordered=writer.maybe(0.3))
        if writer.maybe(0.6):
            parts.append(writer.paragraph(source))
    parts += writer.table(source, 3)
    parts.append(heading(2, "Вижте също"))
    parts += writer.links(source, kind="p")
    return writer.done(parts, "Агенция за обществена информация", "agency.example.eu", notice=0.8)


def _bank(writer: _Writer) -> Announcement:
    source = stock("bank")
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    parts += [writer.paragraph(source), *writer.items(source), writer.paragraph(source, marked=0.6)]
    for words in source.headings:
        parts.append(heading(2, words))
        parts += [writer.paragraph(source, marked=0.4) for _ in range(writer.chance.randint(1, 3))]
    parts += writer.table(source, 3)
    parts += writer.quote(source)
    parts += [heading(2, "Допълнителни материали"), *writer.links(source)]
    return writer.done(parts, "СЪОБЩЕНИЕ ЗА МЕДИИТЕ", "Генерална дирекция „Комуникации“")


def _court(writer: _Writer) -> Announcement:
    source = stock("court")
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    parts.append(writer.mark(Part("p", writer.sentences(source, 2)), source))
    for words in source.headings[:4]:
        parts.append(heading(2, words))
        parts += [writer.paragraph(source, marked=0.4) for _ in range(writer.chance.randint(1, 3))]
    parts += writer.quote(source) if writer.maybe(0.6) else writer.items(source)
    parts.append(_text("p", "По изложените съображения Съдът реши:"))
    for line in source.operative:
        number, _, words = line.partition(" ")
        parts.append(Part("li", pieces(words), 1, ordered=True, label=number))
    parts += writer.table(source, 3) if writer.maybe(0.5) else ()
    parts += writer.links(source, kind="p")
    header = f"Съобщение за медиите № {writer.chance.randint(11, 190)}/31"
    return writer.done(parts, header, "Дирекция „Комуникация“ – curia.europa.eu")


def _council(writer: _Writer) -> Announcement:
    source = stock("council")
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    parts += [
        heading(2, "Въведение"),
        writer.paragraph(source),
        writer.paragraph(source, marked=0.5),
    ]
    parts.append(heading(2, "Заключения"))
    parts.append(_text("p", "СЪВЕТЪТ НА ЕВРОПЕЙСКИЯ СЪЮЗ,"))
    for number in range(1, writer.chance.randint(7, 13)):
        words = pieces(writer.line(source.points))
        parts.append(Part("li", words, 1, ordered=True, label=f"{number}."))
    parts.append(heading(2, "Други въпроси"))
    parts += [writer.paragraph(source, marked=0.5), *writer.items(source), *writer.quote(source)]
    parts += writer.table(source, 3)
    parts += writer.links(source)
    return writer.done(parts, f"ST {writer.chance.randint(5000, 12999)}/31", "BG", notice=0.2)


def _parliament(writer: _Writer) -> Announcement:
    source = stock("parliament")
    parts = [_text("title", writer.line(source.titles)), writer.date()]
    parts += [writer.paragraph(source), *writer.items(source)]
    for words in source.headings:
        parts.append(heading(2, words))
        parts += [writer.paragraph(source, marked=0.2) for _ in range(writer.chance.randint(1, 3))]
        if writer.maybe(0.6):
            parts += writer.quote(source)
    parts += [*writer.table(source, 3), writer.paragraph(source), *writer.table(source, 3)]
    parts += [heading(2, "Полезни връзки"), *writer.links(source), *writer.contacts(2)]
    return writer.done(
        parts, "Европейски парламент • Прессъобщение", "20310211IPR01187", notice=0.3
    )


def _report(writer: _Writer, sections: int = 0) -> Announcement:
    sections = sections or writer.chance.randint(8, 12)
    parts = [_text("title", "Годишен доклад за изпълнението на политиките на Съюза"), writer.date()]
    stocks = [stock(name) for name in SUBJECTS]
    chapter = sub = 0
    for number in range(sections):
        source = stocks[number % len(stocks)]
        if number % 3 == 0:
            chapter, sub = chapter + 1, 0
            parts.append(heading(2, f"{chapter}. {writer.line(source.headings)}"))
            parts.append(writer.paragraph(source))
        sub += 1
        parts.append(heading(3, f"{chapter}.{sub}. {writer.line(source.headings)}"))
        parts += [writer.paragraph(source) for _ in range(writer.chance.randint(2, 4))]
        parts += writer.chance.choice((writer.items, writer.quote, lambda s: writer.table(s, 4)))(
            source
        )
        parts.append(writer.paragraph(source))
    return writer.done(parts, "COM(2031) 418 – пети том", "Служба за публикации")


_MANNERS: tuple[tuple[str, Callable[[_Writer], Announcement]], ...] = (
    ("commission", _commission),
    ("bank", _bank),
    ("agency", _agency),
    ("court", _court),
    ("council", _council),
    ("parliament", _parliament),
    ("report", _report),
)
