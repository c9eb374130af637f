"""The lines of an article: a walk over its elements, each block by its tag."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reader.importers.html import pieces, tables, word_lists
from reader.importers.html.elements import Element, tag
from reader.importers.html.inline import Content, Runs, gather, is_wordless, look_of
from reader.importers.html.kinds import Kinds
from reader.importers.html.links import Addresses
from reader.importers.html.pictures import described
from reader.importers.html.reading import Page
from reader.importers.html.rules import Rules
from reader.importers.html.tags import HEADINGS
from reader.importers.html.walks import Place, Walk
from reader.model.raw import RawLine, Run, Tag, TagKind

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
# What stands in an item as a block of its own.
_SET_APART = _LISTS | {"table", "blockquote", "figure", "pre", "dl"}


class Walker:
    """Walks over the parts of a page."""

    def __init__(self, page: Page, rules: Rules) -> None:
        self._page = page
        self._rules = rules
        self._elements = 0
        self._kinds = Kinds(page, rules)
        self._label: Runs = ()  # the number of a row, told at the beginning of its text
        self._apart: set[Element] = set()  # signatures, told after their quotations
        self._ways: dict[str, Callable[[Element, Place], Walk]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(_LISTS, self._list),
            "blockquote": self._quote,
            "figure": self._figure,
            "figcaption": self._caption,
            "dt": self._term,
            "table": self._table,
            "pre": self._whole,
        }

    @property
    def addresses(self) -> Addresses:
        """What the addresses of the page are relative to."""
        return self._page.addresses

    @property
    def marks(self) -> Mapping[Element, str]:
        """The elements that are marks of notes."""
        return self._page.marks

    def language(self, element: Element) -> str | None:
        """Return the language of the words of an element where it is told, or None."""
        return self._page.language(element)

    def reads(self, element: Element) -> bool:
        """Tell whether an element is read where it stands."""
        return self._page.reads(element) and element not in self._apart

    def stands_apart(self, element: Element) -> bool:
        """Tell whether an element is named as what is set off from the words before it."""
        return self._kinds.is_set_off(element)

    def lines(self) -> Iterator[RawLine]:
        """Yield the lines of all parts."""
        for top in self._page.parts.tops:
            stack = [self._block(top, Place())]
            pictured = ""
            while stack:
                found = next(stack[-1], None)
                if found is None:
                    stack.pop()
                elif isinstance(found, RawLine):
                    # What tells of a picture often stands below it once more.
                    if found.text != pictured or self._page.is_whole:
                        yield found
                    is_picture = found.tag is not None and found.tag.kind is TagKind.FIGURE
                    pictured = found.text if is_picture else ""
                else:
                    stack.append(found)

    def _block(self, element: Element, place: Place) -> Walk:
        role = self._page.parts.roles.get(element)
        if role is not None:
            yield self._with_role(element, role, place)
        elif element in self._page.bodies:
            label = self._page.bodies[element]
            yield from pieces.note_lines(element, label, self, self._new())
        elif tag(element) == "img":
            yield from self._pictures([element])
        else:
            yield self._way(element, place)(element, place)

    def _way(self, element: Element, place: Place) -> Callable[[Element, Place], Walk]:
        """Return how to walk over a block: by what it is named, else by its tag."""
        kinds = self._kinds
        if kinds.is_named_caption(element):
            return self._nothing
        if kinds.is_file(element):
            return self._file
        if kinds.is_picture(element):
            return self._figure
        if place.kind is not TagKind.QUOTE and kinds.is_quotation(element):
            return self._quote
        if kinds.is_signed(element):
            return self._figure
        if place.kind is TagKind.PARAGRAPH and kinds.is_heading(element):
            return self._heading
        if place.kind is TagKind.PARAGRAPH and word_lists.is_of_list(element):
            return self._word_item
        return self._ways.get(tag(element), self._inside)

    def _nothing(self, _element: Element, _place: Place) -> Walk:
        """Walk over what is told elsewhere."""
        yield from ()

    def _inside(self, element: Element, place: Place) -> Walk:
        """Walk over what an element holds: blocks, and loose text between them."""
        look = look_of(element, place.look, self)
        place = place if look is place.look else replace(place, look=look)
        loose: list[Content] = []
        signs = False  # after the words of a quotation
        passed = element in self._page.parts.passages
        for content in pieces.contents(element):
            block = None if isinstance(content, str) else content
            if block is None or not self._kinds.is_block(block):
                if not passed:
                    loose.append(content)
            elif not self.reads(block):
                loose.append(block)
            else:
                yield from self._loose(loose, place)
                yield self._block(block, place)
                loose, signs = [], place.kind is TagKind.QUOTE
        if signs and pieces.is_signature(loose):
            yield from pieces.signature_lines(loose, self, place.element)
        else:
            yield from self._loose(loose, place)

    def _loose(self, contents: list[Content], place: Place) -> Iterator[RawLine]:
        """Yield the paragraphs that loose text makes, and the pictures in it."""
        if all(isinstance(each, str) and not each.strip() for each in contents):
            return
        found = gather(contents, self, place.look)
        yield from self._pictures(found.pictures)
        left_out = any(not isinstance(x, str) and self._page.leaves_out(x) for x in contents)
        for runs in found.paragraphs():
            # „| |“ is left of a row of links that only do something with the page.
            if runs and not (left_out and is_wordless(runs)):
                yield self._line(runs, Tag(place.kind, place.element or self._new()))

    def _pictures(self, pictures: list[Element]) -> Iterator[RawLine]:
        for picture in pictures:
            if alt := described(picture):
                yield self._line((Run(alt),), Tag(TagKind.FIGURE, self._new()))

    def _line(self, runs: Runs, told: Tag) -> RawLine:
        if self._label and told.kind is not TagKind.FIGURE:
            runs, self._label = (*self._label, Run(" "), *runs), ()
        return RawLine(runs, tag=told)

    def _new(self) -> int:
        self._elements += 1
        return self._elements

    def _with_role(self, element: Element, role: TagKind, place: Place) -> Walk:
        if role is TagKind.LEAD:
            yield self._inside(element, replace(place, kind=TagKind.LEAD))
            return
        runs = pieces.gathered(element, self).runs()
        if role is TagKind.TITLE:
            runs = pieces.without_links_here(runs, self.addresses)
        if runs:
            yield self._line(runs, Tag(role, self._new()))

    def _heading(self, element: Element, place: Place) -> Walk:
        if self._kinds.is_left_alone(element):
            return
        level = self._kinds.level(element)
        found = pieces.gathered(element, self, place.look)
        yield from self._pictures(found.pictures)
        if runs := found.runs():
            yield self._line(runs, Tag(TagKind.HEADING, self._new(), level=min(6, max(2, level))))

    def _term(self, element: Element, place: Place) -> Walk:
        """Walk over a term, which says what the line below it is."""
        if place.kind is TagKind.PARAGRAPH and self._kinds.is_term(element):
            place = replace(place, kind=TagKind.TERM)
        yield self._inside(element, place)

    def _whole(self, element: Element, place: Place) -> Walk:
        if runs := pieces.gathered(element, self, place.look).runs():
            yield self._line(runs, Tag(place.kind, place.element or self._new()))

    def _list(self, element: Element, place: Place) -> Walk:
        inner = replace(place, depth=place.depth + 1)
        for child in element:
            if not self.reads(child):
                continue
            if tag(child) in _LISTS:
                yield self._list(child, inner)
            elif tag(child) == "li" and self._kinds.is_item(child):
                yield self._item(child, inner, ordered=tag(element) == "ol")
            else:
                yield self._block(child, place)

    def _item(self, element: Element, place: Place, *, ordered: bool) -> Walk:
        found = pieces.gathered(element, self, place.look, _SET_APART)
        if runs := found.runs():
            yield self._line(runs, Tag(TagKind.ITEM, self._new(), place.depth, ordered=ordered))
        else:
            place = replace(place, depth=place.depth - 1)
        yield from self._pictures(found.pictures)
        for nested in found.nested:
            yield self._block(nested, place)

    def _word_item(self, element: Element, place: Place) -> Walk:
        found = pieces.gathered(element, self, place.look)
        item = word_lists.item(element, found.runs())
        if item is None:
            yield self._inside(element, place)
            return
        yield from self._pictures(found.pictures)
        level = place.depth + item.level
        yield self._line(item.runs, Tag(TagKind.ITEM, self._new(), level, ordered=item.ordered))

    def _quote(self, element: Element, place: Place) -> Walk:
        # Letters quote letters hundreds of times deep; who said the outermost is looked for.
        nested = place.kind is TagKind.QUOTE
        signed = None if nested else pieces.attribution_of(element, self._rules)
        yield self._signed_quote(element, signed, place)

    def _signed_quote(self, element: Element, signed: Element | None, place: Place) -> Walk:
        number = self._new()
        names_apart = [] if signed is None else pieces.with_titles(signed, element, self._rules)
        apart = {*names_apart, *(() if signed is None else pieces.portraits(element, signed))}
        self._apart |= apart
        yield self._inside(element, replace(place, kind=TagKind.QUOTE, element=number))
        self._apart -= apart
        if names_apart:
            told = [x for each in names_apart for x in (", ", each)][1:]
            yield from pieces.signature_lines(told, self, number)

    def _figure(self, element: Element, place: Place) -> Walk:
        quote = next((each for each in element.iter("blockquote") if self.reads(each)), None)
        if quote is not None:
            yield self._signed_quote(quote, pieces.attribution_of(element, self._rules), place)
        elif (table := self._kinds.table_in(element)) is not None:
            caption = next(element.iter("figcaption"), None)
            yield from pieces.table_lines(table, self, self._new(), caption)
        elif self._kinds.holds_more(element):
            yield self._inside(element, place)
        else:
            yield from self._beside_caption(element)
            yield from pieces.picture_lines(element, self._rules, self, self._new())

    def _caption(self, element: Element, place: Place) -> Walk:
        """Walk over the caption of several pictures, or of what is no picture."""
        if place.kind is TagKind.PARAGRAPH and self._kinds.holds_figures(element.getparent()):
            place = Place(TagKind.FIGURE, self._new(), look=place.look)
        yield self._inside(element, place)

    def _beside_caption(self, figure: Element) -> Walk:
        """Walk over the headings of a picture and, where it has a caption, its paragraphs."""
        caption = pieces.caption_of(figure, self._rules)
        told = set() if caption is None else set(caption.iter())
        for each in figure.iter(*HEADINGS, *(() if caption is None else ("p",))):
            if self.reads(each) and each not in told:
                told.update(each.iter())
                way = self._heading if tag(each) in HEADINGS else self._whole
                yield way(each, Place())

    def _table(self, element: Element, place: Place) -> Walk:
        if tables.is_numbered(element, self._page.row):
            yield self._numbered(element, place)
        elif tables.is_layout(element, self._page.row):
            yield self._inside(element, place)
        else:
            yield from pieces.table_lines(
                element, self, self._new(), self._kinds.caption_above(element)
            )

    def _numbered(self, element: Element, place: Place) -> Walk:
        """Walk over a table that only sets numbers before paragraphs."""
        for label, text in tables.numbered_rows(element, self._page.row):
            self._label = pieces.gathered(label, self).runs()
            yield self._inside(text, place)
            if self._label:
                runs, self._label = self._label, ()
                yield self._line(runs, Tag(place.kind, place.element or self._new()))

    def _file(self, element: Element, _place: Place) -> Walk:
        yield from pieces.file_lines(element, self._rules, self, self._new)
