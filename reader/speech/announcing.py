"""What is told before and behind a piece of an article, besides its own words."""

from dataclasses import dataclass
from functools import cache

from reader.i18n import Translator
from reader.model.leaves import Kind, Leaf, ListPlace
from reader.model.speaking import Speaking, Telling
from reader.model.utterance import Cue, Part

_HOME = "bg"
_OTHERS = "en"


@dataclass(frozen=True, slots=True)
class Frame:
    """Words, as they are written, and sounds before a leaf and behind it."""

    before: tuple[Part, ...] = ()
    behind: tuple[Part, ...] = ()
    opening: tuple[Cue, ...] = ()
    closing: tuple[Cue, ...] = ()

    def __add__(self, other: "Frame") -> "Frame":
        """Return both, the other one nearer to the leaf's words."""
        return Frame(
            self.before + other.before,
            other.behind + self.behind,
            self.opening + other.opening,
            other.closing + self.closing,
        )

    def part(self, *, is_first: bool, is_last: bool) -> "Frame":
        """Return what of it goes with one sentence of the leaf."""
        opens = self if is_first else NOTHING
        closes = self if is_last else NOTHING
        return Frame(opens.before, closes.behind, opens.opening, closes.closing)


NOTHING = Frame()


@cache
def wording(language: str) -> Translator:
    """Return who words what is told in a language: Bulgarian in Bulgarian, else English."""
    return Translator(_HOME if language.partition("-")[0].lower() == _HOME else _OTHERS)


class Announcer:
    """Tells what the leaves of one article are; they are asked for in the order of reading."""

    def __init__(self, language: str, speaking: Speaking) -> None:
        self._ = wording(language)
        self._home = language
        self._language = language if self._.language == _HOME else _OTHERS
        self._speaking = speaking
        self._open: dict[int, ListPlace] = {}  # the last item of each list, by depth

    def frame(self, before: Leaf | None, leaf: Leaf, after: Leaf | None) -> Frame:
        """Return what is told of a leaf that stands between two others."""
        listed = self._list(leaf, after)
        match leaf.kind:
            case Kind.TITLE | Kind.HEADING:
                own = self._told(self._speaking.headings, self._heading(leaf), Cue.HEADING)
            case Kind.QUOTE:
                own = self._quote(before, after)
            case Kind.NOTICE:
                own = self._told(self._speaking.notes, self._("On the translation."), Cue.NOTE)
            case Kind.FOOTNOTE:
                # Its word stands with its number, in the sentence.
                own = self._told(self._speaking.notes, "", Cue.NOTE)
            case Kind.FIGURE:
                own = self._picture(leaf)
            case Kind.TABLE:
                own = self._told(self._speaking.tables, self._size(leaf), Cue.TABLE)
            case Kind.DATE | Kind.LEAD | Kind.PARAGRAPH | Kind.ITEM:
                own = NOTHING
        return listed + own

    def _told(self, telling: Telling, words: str, cue: Cue) -> Frame:
        match telling:
            case Telling.OFF:
                return NOTHING
            case Telling.WORD:
                return Frame(before=self._part(words)) if words else NOTHING
            case Telling.SOUND:
                return Frame(opening=(cue,))

    def _part(self, words: str) -> tuple[Part, ...]:
        return (Part(words, self._language),)

    def _heading(self, leaf: Leaf) -> str:
        _ = self._
        if leaf.kind is Kind.TITLE:
            return _("Title.")
        return _("Heading, level {level}.").format(level=leaf.level)

    def _quote(self, before: Leaf | None, after: Leaf | None) -> Frame:
        _, telling, frame = self._, self._speaking.quotes, NOTHING
        if before is None or before.kind is not Kind.QUOTE:
            frame += self._told(telling, _("Quotation."), Cue.QUOTE)
        if after is None or after.kind is not Kind.QUOTE:
            end = self._told(telling, _("End of the quotation."), Cue.QUOTE_END)
            frame += Frame(behind=end.before, closing=end.opening)
        return frame

    def _picture(self, leaf: Leaf) -> Frame:
        """Return the word for a picture, and its description where the leaf's words are others."""
        own = self._told(self._speaking.pictures, self._("Picture."), Cue.PICTURE)
        return own + Frame(before=(Part(_ended(leaf.alt), self._home),)) if leaf.alt else own

    def _size(self, leaf: Leaf) -> str:
        _ = self._
        rows, columns = len(leaf.rows), max(map(len, leaf.rows), default=0)
        return _("Table, {rows}, {columns}.").format(
            rows=_.plural("{count} row", "{count} rows", rows).format(count=rows),
            columns=_.plural("{count} column", "{count} columns", columns).format(count=columns),
        )

    def _list(self, leaf: Leaf, after: Leaf | None) -> Frame:
        """Return what is told of a list where it begins or ends, and the number of an item."""
        place = leaf.place
        if place is None:
            self._open.clear()
            return NOTHING
        last = self._open.get(place.depth)
        self._open = {depth: old for depth, old in self._open.items() if depth < place.depth}
        self._open[place.depth] = place
        frame = NOTHING if place == last else self._item(place, is_first=not _goes_on(last, place))
        return frame + self._list_end(after)

    def _item(self, place: ListPlace, *, is_first: bool) -> Frame:
        _, telling = self._, self._speaking.lists
        frame = NOTHING
        if is_first:
            words = _.plural("List of {count} item.", "List of {count} items.", place.count)
            frame = self._told(telling, words.format(count=place.count), Cue.LIST)
        elif telling is Telling.SOUND:
            frame = Frame(opening=(Cue.ITEM,))
        # The number is printed though it is not in the text, so it is said in any case.
        return frame + Frame(before=self._part(f"{place.index}.")) if place.ordered else frame

    def _list_end(self, after: Leaf | None) -> Frame:
        """Return what is told at the end of a list that stands in no other one."""
        top = self._open[min(self._open)]
        place = after.place if after is not None else None
        goes_on = place is not None and (
            place.depth > top.depth or place == top or _goes_on(top, place)
        )
        if goes_on or self._speaking.lists is not Telling.WORD:
            return NOTHING
        return Frame(behind=self._part(self._("End of the list.")))


def _ended(words: str) -> str:
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words}."


def _goes_on(last: ListPlace | None, place: ListPlace) -> bool:
    """Tell whether an item belongs to the same list as the last: the numbers rise."""
    if last is None:
        return False
    alike = (place.depth, place.count, place.ordered) == (last.depth, last.count, last.ordered)
    return alike and place.index > last.index
