"""Where reading stands, in words."""

from collections.abc import Iterator

from reader.gui.kinds import KINDS
from reader.i18n import Translator, date_in_words
from reader.model.article import Article
from reader.model.leaves import Kind, Leaf, cells, leaves
from reader.model.position import Position
from reader.text.elements import links
from reader.wording import publisher_name

_WHOLE = 100
_PARAGRAPHS = frozenset({Kind.PARAGRAPH, Kind.LEAD, Kind.DATE})

Line = tuple[str, str]


class Where:
    """A place of an article, and what there is to tell of it; `rate` is in words a minute."""

    def __init__(
        self, article: Article, place: Position, rate: int, translator: Translator
    ) -> None:
        self._article = article
        self._leaves = leaves(article)
        self._place = place
        self._rate = rate
        self._ = translator

    def short(self) -> str:
        """Return "Paragraph 5 of 12, 40 % read, 2 minutes left. Section: …"."""
        _ = self._
        if not self._leaves:
            return _("The article has no text.")
        sentence = _("{block}, {percent} % read, {left}.").format(
            block=self._block(), percent=self._percent(), left=self._time_left()
        )
        section = self._section()
        if section is None:
            return sentence
        return f"{sentence} " + _("Section: {words}.").format(words=self._leaves[section].text)

    def lines(self) -> list[Line]:
        """Return all there is to tell, each as what it is about and the words."""
        return [line for line in self._lines() if line[1]]

    def _lines(self) -> Iterator[Line]:
        _ = self._
        yield _("Article"), self._article.title
        yield _("Published"), self._published()
        if self._leaves:
            yield _("Section"), self._section_in_words()
            yield _("Place"), self._block()
            yield _("In the list"), self._in_list()
            yield _("In the table"), self._in_table()
            yield _("Part read"), self._read()
            yield _("Time"), self._time_left()
            yield _("Links"), self._links()

    def _block(self) -> str:
        """Return "Paragraph 5 of 12"; what is no paragraph is called by its kind as well."""
        _, kind = self._, self._leaf.kind
        form = _("Paragraph {number} of {count}")
        if kind not in _PARAGRAPHS:
            form = _("{kind}, block {number} of {count}")
        return form.format(
            kind=_(KINDS[kind]), number=self._place.block + 1, count=len(self._leaves)
        )

    def _published(self) -> str:
        day, source = self._article.published, self._article.source
        parts = (
            publisher_name(source.publisher, self._),
            date_in_words(day, self._) if day else "",
        )
        return ", ".join(part for part in parts if part)

    def _headings(self) -> list[int]:
        return [block for block, leaf in enumerate(self._leaves) if leaf.kind is Kind.HEADING]

    def _section(self) -> int | None:
        """Return the block of the heading that the place stands under."""
        before = [block for block in self._headings() if block <= self._place.block]
        return before[-1] if before else None

    def _section_in_words(self) -> str:
        _, headings, section = self._, self._headings(), self._section()
        if not headings:
            return ""
        if section is None:
            return _("before the first of {count}").format(count=len(headings))
        return _("{words}, level {level}, {number} of {count}").format(
            words=self._leaves[section].text,
            level=self._leaves[section].level,
            number=headings.index(section) + 1,
            count=len(headings),
        )

    def _in_list(self) -> str:
        place = self._leaf.place
        if place is None:
            return ""
        item = self._("item {number} of {count}").format(number=place.index, count=place.count)
        if place.depth == 1:
            return item
        return self._("{item}, nesting level {depth}").format(item=item, depth=place.depth)

    def _in_table(self) -> str:
        if not any(self._leaf.rows):
            return ""
        _, rows, grid = self._, self._leaf.rows, cells(self._leaf)
        before = [cell for cell in grid if cell.start <= self._place.char]
        cell = before[-1] if before else grid[0]  # the caption leads to the first
        return _("row {row} of {rows}, column {column} of {columns}").format(
            row=cell.row + 1,
            rows=len(rows),
            column=cell.column + 1,
            columns=len(rows[cell.row]),
        )

    def _read(self) -> str:
        _, before, left = self._, len(self._before().split()), self._words_left()
        words = _.plural("{count} word left", "{count} words left", left).format(count=left)
        read = _.plural("{count} word read", "{count} words read", before).format(count=before)
        return f"{self._percent()}\N{NO-BREAK SPACE}%, {read}, {words}"

    def _links(self) -> str:
        found = [link for block, leaf in enumerate(self._leaves) for link in links(block, leaf)]
        if not found:
            return ""
        here = (self._place.block, self._place.char)
        ahead = sum((link.extent.block, link.extent.start) >= here for link in found)
        form = self._("{count}, of them {ahead} from here on")
        return form.format(count=len(found), ahead=ahead)

    def _time_left(self) -> str:
        minutes = -(-self._words_left() // self._rate)
        left = self._.plural("{count} minute left", "{count} minutes left", minutes)
        return left.format(count=minutes)

    def _percent(self) -> int:
        whole = sum(len(leaf.text) for leaf in self._leaves)
        read = sum(len(leaf.text) for leaf in self._leaves[: self._place.block])
        return min(_WHOLE, _WHOLE * (read + self._place.char) // max(whole, 1))

    def _words_left(self) -> int:
        rest = [leaf.text for leaf in self._leaves[self._place.block :]]
        return len("\n".join(rest)[self._place.char :].split())

    def _before(self) -> str:
        read = [leaf.text for leaf in self._leaves[: self._place.block]]
        return "\n".join((*read, self._leaf.text[: self._place.char]))

    @property
    def _leaf(self) -> Leaf:
        return self._leaves[self._place.block]


def goes_on(article: Article, position: Position, _: Translator) -> str:
    """Return "Goes on from paragraph 5 of 12.": where reading had stopped another time."""
    words = _("Goes on from paragraph {number} of {count}.")
    return words.format(number=position.block + 1, count=len(leaves(article)))
