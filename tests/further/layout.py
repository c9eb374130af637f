"""What every printer shares: how a text is laid out, and what of it is printed where."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby, takewhile
from pathlib import Path

from tests.further.model import Announcement, Part, Piece

PAGES = {  # width and height in millimetres
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "A4 landscape": (297.0, 210.0),
    "Legal": (215.9, 355.6),
}
TYPE = Path("/usr/share/fonts/truetype")
BULLETS = ("•", "–", "■", "▪", "—", "◦", "-")
COMMON_BULLETS = ("•", "–", "—", "-")  # those that every face has


@dataclass(frozen=True, slots=True)
class Face:
    """A family of four files: regular, bold, italic and both."""

    name: str
    files: tuple[Path, Path, Path, Path]


def _face(name: str, folder: str, file: str, letters: str) -> Face:
    regular, bold, italic, both = (TYPE / folder / file.format(one) for one in letters.split(" "))
    return Face(name, (regular, bold, italic, both))


LETTERS = "Regular Bold Italic BoldItalic"
FACES = (
    _face("PT Serif", "paratype", "PTF{}F.ttf", "55 75 56 76"),
    _face("PT Sans", "paratype", "PTS{}F.ttf", "55 75 56 76"),
    _face("Roboto", "roboto/unhinted/RobotoTTF", "Roboto-{}.ttf", LETTERS),
    _face("Roboto Condensed", "roboto/unhinted", "RobotoCondensed-{}.ttf", LETTERS),
    _face("Noto Serif", "noto", "NotoSerif-{}.ttf", LETTERS),
    _face("Carlito", "crosextra", "Carlito-{}.ttf", LETTERS),
    _face("DejaVu Sans", "dejavu", "DejaVuSans{}.ttf", " -Bold -Oblique -BoldOblique"),
    _face("Liberation Serif", "liberation", "LiberationSerif-{}.ttf", LETTERS),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to print; `margin` in millimetres, `fs` in points, `lh` in units of `fs`.

    `footnotes` stand at the "foot" of their page or at the "end" of the text; `mark` tells how
    they are marked in it, "raised" or "bracketed". `space` is between paragraphs, in units of
    `fs`. `borders` are those of a table: "grid", "rules" or "none". `folio` is the form of page
    numbers, with {page} and {pages}. `title` and `heading` are sizes in units of `fs`.
    """

    engine: str
    page: str
    margin: int
    fs: float
    lh: float
    font: str
    cols: int
    justify: bool
    hyphens: bool
    print_urls: bool
    footnotes: str
    mark: str
    indent: bool
    space: float
    bullet: str
    borders: str
    folio: str
    wide_title: bool
    title: float
    heading: float
    centred: bool
    italic_quotes: bool
    tagged: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        return PAGES[self.page]

    @property
    def gap(self) -> float:
        """Between two columns, in millimetres."""
        return 6.0 if self.cols > 2 else 8.0

    @property
    def column(self) -> float:
        """Width of a column in millimetres."""
        inside = self.size[0] - 2 * self.margin
        return (inside - (self.cols - 1) * self.gap) / self.cols

    def heading_scale(self, level: int) -> float:
        """Return the size of a heading in units of `fs`; deeper ones are smaller."""
        return max(1.0, self.heading - (level - 2) * 0.1)

    def meta(self) -> dict[str, object]:
        return asdict(self)


def choose(
    engine: str,
    style: random.Random,
    *,
    columns: Sequence[int] = (1, 1, 1, 1, 1, 2, 2, 3),
    bullets: Sequence[str] = BULLETS,
) -> Layout:
    """Return one layout of many that a person would take for a normal page."""
    cols = style.choice(columns)
    page = style.choice(
        {1: ("A4", "A4", "A5", "Letter", "A4 landscape"), 2: ("A4", "Letter", "A4 landscape")}.get(
            cols, ("A4", "A4 landscape", "Legal")
        )
    )
    indent = style.random() < 0.3
    layout = Layout(
        engine=engine,
        page=page,
        margin=style.choice((12, 15, 18, 22, 28) if cols == 1 else (12, 15, 18)),
        fs=style.choice({1: (9, 10, 10.5, 11, 12, 13), 2: (8.5, 9, 10, 11)}.get(cols, (8, 8.5, 9))),
        lh=style.choice((1.15, 1.25, 1.35, 1.5)),
        font=style.choice(FACES).name,
        cols=cols,
        justify=style.random() < 0.6,
        hyphens=style.random() < 0.6,
        print_urls=style.random() < 0.4,
        footnotes=style.choice(("foot", "end")),
        mark=style.choice(("raised", "raised", "bracketed")),
        indent=indent,
        space=style.choice((0.0, 0.0, 0.3)) if indent else style.choice((0.4, 0.6, 1.0)),
        bullet=style.choice(bullets),
        borders=style.choice(("grid", "rules", "none")),
        folio=style.choice(
            ("{page}", "– {page} –", "{page}/{pages}", "Страница {page} от {pages}", "")
        ),
        wide_title=cols > 1 and style.random() < 0.7,
        title=style.choice((1.35, 1.6, 2.0)),
        heading=style.choice((1.0, 1.1, 1.25)),
        centred=style.random() < 0.25,
        italic_quotes=style.random() < 0.4,
        tagged=style.random() < 0.4,
    )
    if page == "A4 landscape" and cols == 1:
        layout = replace(layout, margin=max(layout.margin, 22), fs=max(layout.fs, 11))
    if page == "A5":
        layout = replace(layout, margin=min(layout.margin, 18), fs=min(layout.fs, 10))
    return layout


def face(layout: Layout) -> Face:
    return next(one for one in FACES if one.name == layout.font)


def printed_address(piece: Piece, layout: Layout) -> str:
    """Return what stands after a link on paper; letters have no printed address, as in browsers."""
    shown = layout.print_urls and piece.link and not piece.link.startswith("mailto:")
    return f" ({piece.link})" if shown and piece.link != piece.text.strip() else ""


def notes(announcement: Announcement) -> dict[str, Part]:
    return {part.label: part for part in announcement.parts if part.kind == "footnote"}


def marked(part: Part) -> list[str]:
    return [piece.note for piece in part.pieces if piece.note]


def head(parts: Sequence[Part]) -> list[Part]:
    """Return the title and the date, where they stand first: what may cross all columns."""
    return list(takewhile(lambda part: part.kind in {"title", "date"}, parts))


def weights(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the share of each column of a table, so that its longest words have room."""
    needs = [
        max(max(map(len, cell.split()), default=1) + 2 + len(cell) / 6 for cell in column)
        for column in zip(*rows, strict=True)
    ]
    return [need / sum(needs) for need in needs]


def runs(parts: Sequence[Part]) -> Iterator[tuple[str, list[Part]]]:
    """Yield neighbours of one kind together: the items of a list, the notes at the end."""
    for kind, group in groupby(parts, key=lambda part: part.kind):
        yield kind, list(group)


def ordinals(items: Sequence[Part]) -> list[int]:
    """Return the number of each item among its level; a shallower item starts the deeper anew."""
    counts: dict[int, int] = {}
    numbers: list[int] = []
    for item in items:
        counts = {level: n for level, n in counts.items() if level <= item.level}
        counts[item.level] = counts.get(item.level, 0) + 1
        numbers.append(counts[item.level])
    return numbers


def marker(item: Part, number: int, layout: Layout) -> str:
    """Return what stands before an item; deeper ones have other bullets and letters."""
    if item.label:
        return item.label
    if item.ordered:
        return f"{number}." if item.level < 2 else f"{'абвгдежзий'[(number - 1) % 10]})"
    if item.level < 2:
        return layout.bullet
    return "•" if layout.bullet in "–—-" else "–"


def is_figure(cell: str) -> bool:
    """Whether a cell is set to the right, as numbers are."""
    return cell[:1].isdigit() or (cell[:1] in "–-+−" and cell[1:2].isdigit())


def folio(layout: Layout, page: int, pages: int) -> str:
    return layout.folio.format(page=page, pages=pages)
