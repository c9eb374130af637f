"""Blocks in HTML, each with its number among the leaves as an anchor."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, groupby

from reader.exporters.html_inline import escaped, foreign, inline, is_link, language, lines
from reader.exporters.rights import words
from reader.exporters.sentences import Sentences, anchor
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Spans,
    Table,
    plain,
)
from reader.model.leaves import leaves
from reader.model.notes import MARK, first_marks, note_marks
from reader.text import dates

_CLASSES = {
    ParagraphRole.BODY: "",
    ParagraphRole.LEAD: ' class="lead"',
    ParagraphRole.OPENING: ' class="lead"',
    ParagraphRole.DATE: ' class="date"',
}
_BACK = "\u21a9\ufe0e"  # an arrow, and a wish not to see it as a coloured picture


class Writer:
    """Writes the blocks of one article in reading order, and counts leaves and note marks.

    The leaf `start` takes the focus when the page opens; each of `sentences` has a name.
    """

    def __init__(
        self, article: Article, start: int | None, sentences: Sentences | None = None
    ) -> None:
        self._sentences = sentences or Sentences()
        self._article = article
        self._language = article.language
        self._start = start
        self._ = words(article)
        self._leaves = count()
        self._tables = count(1)
        self._marks = count()
        self._above = [1]  # the levels of the headings that the next one may stand under
        self._found = note_marks(leaves(article), is_link)
        self._first = first_marks(self._found)

    def write(self) -> Iterator[tuple[Block, str]]:
        """Yield each block and its HTML; where all notes stand together, they are one piece."""
        runs = [tuple(run) for _same, run in groupby(self._article.blocks, key=type)]
        together = sum(isinstance(run[0], Footnote) for run in runs) == 1
        for run in runs:
            found = tuple(block for block in run if isinstance(block, Footnote))
            if found and together:
                yield found[0], self._endnotes(found)
            else:
                yield from ((block, self._block(block)) for block in run)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, spans):
                return self._heading(level, spans)
            case Paragraph() | Footnote() | Notice():
                return self._text(block)
            case ListBlock():
                return self._list(block)
            case Quote(blocks, attribution):
                return self._quote(blocks, attribution)
            case Table():
                return self._table(block)
            case Figure(alt, caption):
                return self._figure(alt, caption)

    def _heading(self, level: int, spans: Spans) -> str:
        """Return a heading, one level at most below the one that it stands under.

        Who moves by levels would look for those that a document leaves out.
        """
        if plain(spans).strip():
            self._above = [each for each in self._above if each < level] + [level]
        return self._element(f"h{len(self._above)}", spans)

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(written for block in blocks if (written := self._block(block)))

    def _text(self, block: Paragraph | Footnote | Notice) -> str:
        match block:
            case Paragraph(spans, ParagraphRole.DATE):
                return self._date(spans)
            case Paragraph(spans, role):
                return self._element("p", spans, _CLASSES[role])
            case Footnote():
                return self._note(block, "div", ' role="doc-footnote" class="note"')
            case Notice(spans):
                return f'<div role="note" class="notice">{self._element("p", spans)}</div>'

    def _element(self, tag: str, spans: Spans, attributes: str = "") -> str:
        """Return the element of the next leaf, or nothing where it has no words."""
        number = next(self._leaves)
        if not plain(spans).strip():
            return ""
        around = foreign(spans, self._language) or self._language
        pieces = self._sentences.cut(number, spans)
        said = "".join(self._named(name, piece, around) for name, piece in pieces)
        return f"<{tag}{self._place(number)}{self._opening(spans)}{attributes}>{said}</{tag}>"

    def _named(self, name: str, spans: Spans, around: str) -> str:
        said = inline(spans, around, self._marked)
        return f'<span id="{name}">{said}</span>' if name else said

    def _place(self, number: int) -> str:
        """Return the anchor of a leaf.

        Some systems drop what follows # in the address of a file that they open in the browser;
        there, the focus leads to the place.
        """
        focus = ' tabindex="-1" autofocus' if number == self._start else ""
        return f' id="{anchor(number)}"{focus}'

    def _opening(self, spans: Spans) -> str:
        return language(foreign(spans, self._language))

    def _inline(self, spans: Spans) -> str:
        """Return the inside of an element that names the language of its words itself."""
        return inline(spans, foreign(spans, self._language) or self._language, self._marked)

    def _marked(self, text: str) -> str:
        """Return words with each note mark as a link to its note."""
        parts: list[str] = []
        end = 0
        for found in MARK.finditer(text):
            number = next(self._marks)
            note = self._found[number].note
            if note is not None:
                target = f'href="#{anchor(note)}" role="doc-noteref"'
                mark = f'<a id="m{number}" {target}>{escaped(found[0])}</a>'
                parts += [lines(text[end : found.start()]), mark]
                end = found.end()
        return "".join((*parts, lines(text[end:])))

    def _date(self, spans: Spans) -> str:
        """Return the line with the day of publication; the day itself for programs, too."""
        written = self._element("p", spans, _CLASSES[ParagraphRole.DATE])
        found = dates.find(plain(spans))
        if len(found) == 1 and not any(span.link for span in spans):
            start, end, day = found[0]
            said = escaped(plain(spans)[start:end])
            return written.replace(said, f'<time datetime="{day}">{said}</time>', 1)
        return written

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        items = "\n".join(self._item(item) for item in block.items)
        return f"<{tag}>\n{items}\n</{tag}>"

    def _item(self, item: tuple[Block, ...]) -> str:
        """Return an item; its words stand in it as they are where only lists follow them."""
        match item:
            case (Paragraph(spans), *inner) if all(isinstance(x, ListBlock) for x in inner):
                opened = self._element("li", spans).removesuffix("</li>") or "<li>"
                return f"{opened}{self._blocks(inner)}</li>"
            case _:
                return f"<li>{self._blocks(item)}</li>"

    def _quote(self, blocks: tuple[Block, ...], attribution: Spans) -> str:
        quoted = f"<blockquote>\n{self._blocks(blocks)}\n</blockquote>"
        if not attribution:
            return quoted
        speaker = self._element("figcaption", attribution)
        return f'<figure class="quote">\n{quoted}\n{speaker}\n</figure>'

    def _table(self, block: Table) -> str:
        """Return a table in a frame of its own that the keyboard can scroll."""
        _, number, place = self._, next(self._tables), self._place(next(self._leaves))
        caption = plain(block.caption).strip()
        width = max(map(len, (block.header, *block.rows)), default=0)
        parts = [f"<table{place}>"]
        if caption:
            parts.append(self._cell("caption", block.caption))
        if block.header:
            parts.append(f"<thead>{self._row(block.header, width, 'th')}</thead>")
        parts += ["<tbody>", *(self._row(row, width, "td") for row in block.rows), "</tbody>"]
        called = escaped(caption or _("Table {number}").format(number=number))
        frame = f'<div class="table" role="group" tabindex="0" aria-label="{called}">'
        return "\n".join((frame, *parts, "</table>", "</div>"))

    def _row(self, row: tuple[Spans, ...], width: int, tag: str) -> str:
        cells = (self._cell(tag, spans) for spans in row)
        return "<tr>" + "".join((*cells, *["<td></td>"] * (width - len(row)))) + "</tr>"

    def _cell(self, tag: str, spans: Spans) -> str:
        if not plain(spans).strip():
            return "<td></td>"  # a head without words would be a head of nothing
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{scope}{self._opening(spans)}>{self._inline(spans)}</{tag}>"

    def _figure(self, alt: str, caption: Spans) -> str:
        """Return a picture by its description: that is where it stood, the picture is not kept."""
        _, place = self._, self._place(next(self._leaves))
        said = _("Picture: {description}").format(description=alt)
        parts = []
        if alt.strip():
            label = escaped(alt)
            parts.append(
                f'<div class="picture" role="img" aria-label="{label}">{lines(said)}</div>'
            )
        if plain(caption).strip():
            spans = self._opening(caption)
            parts.append(f"<figcaption{spans}>{self._inline(caption)}</figcaption>")
        return "\n".join((f"<figure{place}>", *parts, "</figure>")) if parts else ""

    def _endnotes(self, found: Iterable[Footnote]) -> str:
        _ = self._
        items = "\n".join(self._note(note, "li", "") for note in found)
        label = escaped(_("Notes"))
        return (
            f'<section class="notes" role="doc-endnotes" aria-label="{label}">\n'
            f"<ul>\n{items}\n</ul>\n</section>"
        )

    def _note(self, block: Footnote, tag: str, attributes: str) -> str:
        """Return a note, with a way back to the words that it is about."""
        _ = self._
        number, own = next(self._leaves), foreign(block.spans, self._language)
        label = f"[{escaped(block.label)}] " if block.label else ""
        said = inline(block.spans, own or self._language)
        back = ""
        if number in self._first:
            says = escaped(_("Back to the text, note {label}").format(label=block.label))
            target = f"#m{self._first[number]}"
            back = f' <a href="{target}" role="doc-backlink" aria-label="{says}">{_BACK}</a>'
        opening = f"<{tag}{self._place(number)}{language(own)}{attributes}>"
        return f"{opening}{label}{said}{back}</{tag}>"


def unlinked(spans: Spans) -> Spans:
    """Return spans without their links."""
    return tuple(replace(span, link=None) for span in spans)
