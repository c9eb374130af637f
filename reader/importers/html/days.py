"""The line that tells the day of publication, and what may stand before the day in it."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from reader.importers.html import events
from reader.importers.html.rules import Rules, has_word, is_called
from reader.importers.html.tags import BLOCKS, HEADINGS
from reader.importers.html.tree import Row
from reader.text import dates

_LONGEST_DATE = 90
_MOST_ELEMENTS = 100  # in a date, however it is set
_EARLIEST = 1950  # "28.09.19" right before "12:44" is no day of 1912
_LONGEST_CODE = 4
_MUCH_NEARER = 3  # elements that hold both a day and the title
_FAR_ABOVE = 60  # elements between a day and the title below it
_BIRTHS = frozenset({"birth", "birthdate", "birthday", "born"})
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 6  # beside the date: "Публикувано на", "Брюксел"
_HOUR = re.compile(r"[\s,|\u2013\u2014-]*\d\d?[:.]\d\d(?:\s*ч\.?)?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d\d?\.\d\d)\.(\d\d)(?![\d.])")
_APART = re.compile(r"[|,\u2022\u00b7\u2013\u2014]|\s[-/](?:\s|$)")
_SIGNS = re.compile(r"[|\u2022\u00b7]")
_COUNT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?:? \d{1,7}|\d{1,7} [^\W\d_]+")
_CAPITAL = r"[^\W\d_a-zа-я]\S*"
_NAMED = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}(?: (?:на|on))?|на|on")
_YEAR = re.compile(r"\s*(?:г\.?|година)(?!\w)")
_TEXTS = frozenset({"p", "li", "dd"})
_BETWEEN = " :,|\u2013\u2014-"


def with_century(text: str) -> str:
    """Return a text with whole years in days such as 05.02.25."""
    return _SHORT_YEAR.sub(r"\1.20\2", text)


def label_length(text: str, rules: Rules) -> int:
    """Return the length of the words before a day that only say what it is: „Публикувано на:“."""
    found = dates.find(text)
    if len(found) != 1:
        return 0
    start = found[0][0]
    return start if text[:start].strip(_BETWEEN).casefold() in rules.published else 0


def is_of_publication(term: str, rules: Rules) -> bool:
    """Tell whether a term says that its day is that of publication; „Дата“ may be an event's."""
    said = term.strip(_BETWEEN).casefold()
    return said in rules.published and said not in rules.any_day


def _makes_sentence(before: str, after: str, rules: Rules) -> bool:
    """Tell whether a day is part of a sentence by what stands before and after it in its line.

    „Публикувано от Ива Гочева на“ and „Ива Гочева на“ are no beginnings of sentences.
    """
    label = _APART.split(before)[-1].strip(_BETWEEN)
    if label.casefold() in rules.published:
        return False
    first = label.partition(" ")[0].casefold()
    if first in rules.published - rules.any_day:
        return False
    after = _YEAR.sub("", after, count=1) if _YEAR.match(after) else after
    if after.lstrip(" .").startswith(":") and _WORD.search(after):
        return True  # it says when what follows was
    if len(_WORD.findall(after)) > _MOST_WORDS:
        return True
    return not (_is_beside(label, rules) and _is_beside(_APART.split(after)[0], rules))


def _is_beside(words: str, rules: Rules) -> bool:
    """Tell whether words may stand beside a day: none, an hour, who wrote a text, its sort."""
    said = words.strip(_BETWEEN + ".")
    if _WORD.search(said) is None or said.casefold() in rules.sorts:
        return True
    first, _, name = said.partition(" ")
    by = first.strip(_BETWEEN).casefold() in rules.bylines
    return _NAMED.fullmatch(name if by else said) is not None


def is_day(text: str) -> bool:
    """Tell whether a text is a day, perhaps with the hour behind it, and nothing else."""
    if dates.is_date(text):
        return True
    found = dates.find(text)
    end = found[0][1] if len(found) == 1 else 0
    return dates.is_date(text[:end]) and is_hour(text[end:])


def _is_day_with_counts(text: str) -> bool:
    """Tell whether a text is a day, and behind it an hour or counts alone: „| Прочетена: 412“."""
    first, *behind = map(str.strip, _SIGNS.split(text))
    return is_day(first) and all(is_hour(each) or _COUNT.fullmatch(each) for each in behind)


def is_hour(text: str) -> bool:
    """Tell whether a text is an hour of the day and nothing else."""
    return _HOUR.fullmatch(text) is not None


def _is_code(word: str) -> bool:
    """Tell whether a word is one of a reference: „2024/2006(REG)“, „IP/25/467“."""
    return word.isupper() and len(word) <= _LONGEST_CODE


@dataclass(frozen=True, slots=True)
class Days:
    """Looks for the line that tells when a text was published."""

    row: Row
    rules: Rules
    dropped: Set[int]
    title: int | None
    body: int
    of_event: bool

    def published(self, first: int) -> int | None:
        """Return the line that tells the day of publication.

        `first` is the place of the first paragraph of the text.
        """
        found = [place for place in self._near_title(first) if self._is_date(place)]
        if not found:
            return self._below(first)
        nearest = max(found, key=self._closeness)
        named = [place for place in found if self._is_named_date(place)]
        best = max(named, key=self._closeness, default=nearest)
        # At the top of many pages stands what day it is today.
        if self._closeness(nearest) - self._closeness(best) >= _MUCH_NEARER:
            best = nearest
        return self._with_hour(self._narrowed(best))

    def others(self, first: int) -> Iterator[date]:
        """Yield the days above the first paragraph that are of an event, or said to be others."""
        for place in self._near_title(first):
            node = self.row.nodes[place]
            if not 6 <= node.size <= _LONGEST_DATE or node.end - place > _MOST_ELEMENTS:
                continue
            text = self.row.words(place)
            found = dates.find(text) if _DIGIT.search(text) else []
            if found and self._is_of_event(place, text):
                yield from (day for _, _, day in found)

    def _closeness(self, place: int) -> int:
        """Return how deep lies what holds both an element and the title."""
        if self.title is None:
            return 0
        shared = next(x for x in self.row.above(self.title) if self.row.holds(x, place))
        return sum(1 for _ in self.row.above(shared))

    def _narrowed(self, place: int) -> int:
        """Return the element that tells the day, without its neighbours: „Новина“, „Брюксел“."""
        inner = [x for x in self.row.inside(place) if self._is_date(x)]
        exact = next((x for x in inner if self.row.nodes[x].tag == "time"), None)
        exact = exact or next((x for x in inner if self._is_exactly_named(x)), None)
        if exact is not None:
            return exact
        for each in inner:
            if self.row.nodes[place].has_loose_words or not self.row.holds(place, each):
                break
            place = each
        return place

    def _is_exactly_named(self, place: int) -> bool:
        """Tell whether a line is named as a day and says nothing else, however it is written."""
        if not self._is_named_date(place) or not self._is_date(place):
            return False
        text = self.row.words(place)
        return is_day(text) or [found[:2] for found in dates.find(text)] == [(0, len(text))]

    def _with_hour(self, place: int) -> int:
        """Return what holds a day and the hour or the reference beside it alone, else the day."""
        above = self.row.nodes[place].parent
        if above < 0 or self.row.nodes[above].size > _LONGEST_DATE:
            return place
        text = self.row.words(above)
        if is_day(text):
            return above
        found = dates.find(text)
        start = found[0][0] if len(found) == 1 else len(text)
        behind = _WORD.findall(text[start:]) if not text[:start].strip() else []
        return above if behind and all(map(_is_code, behind)) else place

    def _near_title(self, first: int) -> Iterator[int]:
        """Yield the places round the title and above the first paragraph."""
        start = self.title if self.title is not None else self.body
        yield from range(max(0, start - _FAR_ABOVE), min(len(self.row.nodes), first + 1))

    def _is_date(self, place: int) -> bool:
        if not self._may_be_line(place):
            return False
        text = self.row.words(place)
        if _DIGIT.search(text) is None:
            return False
        if self._is_of_birth(place) or self._is_of_something_else(place):
            return False
        if self._is_in_sentence(place):
            return False
        if self._is_named_date(place):
            text = with_century(text)
        found = dates.find(text)
        if len(found) != 1:
            return False
        start, end, day = found[0]
        beside = _WORD.findall(text[:start] + " " + text[end:])
        if day.year < _EARLIEST or len(beside) > _MOST_WORDS:
            return False
        told = (
            _is_day_with_counts(text)
            or label_length(text, self.rules) > 0
            or self._is_named_date(place)
            or (all(map(_is_code, beside)) and (start == 0 or end == len(text)))
        )
        return told and not self._is_of_event(place, text)

    def _is_of_event(self, place: int, text: str) -> bool:
        """Tell whether a day is that of what a page is about, or is said to be another."""
        label = text[: label_length(text, self.rules)].strip(_BETWEEN).casefold()
        if label and label not in self.rules.any_day:
            return False
        if self.of_event:
            return not self._is_labelled_above(place)
        named = self._is_named_date(place)
        return events.is_of_something_else(self.row, self.rules, place, self.title, named=named)

    def _is_labelled_above(self, place: int) -> bool:
        """Tell whether what holds a day and its label says that it is that of publication."""
        words = self.row.words(self.row.nodes[place].parent)
        label = words[: label_length(words, self.rules)].strip(_BETWEEN).casefold()
        return bool(label) and label not in self.rules.any_day

    def _may_be_line(self, place: int) -> bool:
        """Tell whether an element is as large as a line with a day, and not the title's."""
        node = self.row.nodes[place]
        if not 6 <= node.size <= _LONGEST_DATE or node.tag == "h1":
            return False
        holds_title = self.title is not None and self.row.holds(place, self.title)
        return node.end - place <= _MOST_ELEMENTS and not holds_title

    def _is_of_birth(self, place: int) -> bool:
        inside = (place, *self.row.inside(place))
        return any(has_word(self.row.nodes[x].names, _BIRTHS) for x in inside)

    def _is_in_sentence(self, place: int) -> bool:
        """Tell whether a day stands amid the words of a text: „Мнения до 5 май 2026 г.“."""
        return any(self._is_amid(place, around) for around in self._line(place))

    def _is_amid(self, place: int, around: int) -> bool:
        """Tell whether a day stands amid the words of what is round it."""
        if not self.row.nodes[around].has_loose_words or self._is_named_date(around):
            return False
        if self.row.has(around, "br"):  # it may be a line of its own
            return False
        before, _, after = self.row.words(around).partition(self.row.words(place))
        return _makes_sentence(before, after, self.rules)

    def _is_in_heading(self, place: int) -> bool:
        """Tell whether a day is, or stands in, the heading of what follows: a day of an agenda."""
        return self.row.nodes[place].tag in HEADINGS or self.row.lies_in(place, HEADINGS.keys())

    def _line(self, place: int) -> list[int]:
        """Return what is round a part of a line, up to the line, where texts are of such ones."""
        found = [place]
        for above in self.row.above(place):
            if self.row.nodes[found[-1]].tag in BLOCKS:
                break
            found.append(above)
        return found[1:] if self.row.nodes[found[-1]].tag in _TEXTS else []

    def _is_of_something_else(self, place: int) -> bool:
        """Tell whether a day stands behind a term that names another: „Кога“, „Краен срок“."""
        around = (place, *self.row.above(place))
        told = next((x for x in around if self.row.nodes[x].tag == "dd"), None)
        if told is None:
            terms = list(self.row.inside(place, "dt"))
            return bool(terms) and not any(map(self._is_of_publication, terms))
        if self._is_named_date(told):
            return False
        before = self.row.nodes[told].element.itersiblings("dt", preceding=True)
        term = next((self.row.place[x] for x in before if x in self.row.place), None)
        return term is not None and not self._is_of_publication(term)

    def _is_of_publication(self, term: int) -> bool:
        return is_of_publication(self.row.words(term), self.rules)

    def _is_named_date(self, place: int) -> bool:
        node = self.row.nodes[place]
        return node.tag == "time" or is_called(node.names, self.rules.dates, self.rules.date_words)

    def _below(self, first: int) -> int | None:
        """Return the only line below the first paragraph that is named as a day, and is one."""
        lines = (x for x in self.row.inside(self.body) if x > first and self._is_exactly_named(x))
        found = [x for x in lines if not self._is_in_heading(x)]
        shown = [x for x in found if not self.row.is_within(x, self.dropped)]
        # What lies in a line that is one day is that day again.
        return shown[0] if shown and self.row.holds(shown[0], shown[-1]) else None
