"""Parts of an article that are more than a paragraph: pictures, tables, notes, attachments."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from reader.importers.html import notes, tables
from reader.importers.html.elements import Element, names, tag, words
from reader.importers.html.inline import PLAIN, Content, Gathered, Reading, Runs, gather
from reader.importers.html.links import Addresses
from reader.importers.html.pictures import described
from reader.importers.html.rules import Rules, is_called
from reader.importers.html.tags import HEADINGS
from reader.model.raw import RawLine, Run, Tag, TagKind

_PICTURES = ("img", "svg")
_MOST_INSIDE = 2000  # elements of a quotation or a picture that are looked at
_SIGNATURE = re.compile("[\u2013\u2014\u2015-] ?[^\\W\\d_a-zа-я].{2,100}$")
_LONGEST_SIGNATURE = 200
_LINES = frozenset({"p", *HEADINGS})
_SIZE = re.compile(r"\([^()]*\d\s?[KMGКМГ]i?[BБ]\b[^()]*\)")  # „(PDF, 412 KB)“
_BARE_SIZE = re.compile(
    r"(?:[A-Z]{3,4}\W{1,3})?\d+(?:[.,]\d+)?\s?[KMGКМГ]i?[BБ](?:\W{1,3}[A-Z]{3,4})?", re.IGNORECASE
)
_LONGEST_SIZE = 30
_LONG_DASHES = frozenset("\u2013\u2014\u2015")
_DASHES = " \u2013\u2014\u2015-"


def contents(element: Element) -> Iterable[Content]:
    """Yield the texts and the elements that an element holds."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def gathered(
    element: Element, reading: Reading, look: Run = PLAIN, stops: frozenset[str] = frozenset()
) -> Gathered:
    """Return the words inside an element in a style, and in its language."""
    language = reading.language(element)
    told = look if look.language == language else replace(look, language=language)
    return gather(contents(element), reading, told, stops)


def caption_of(figure: Element, rules: Rules) -> Element | None:
    """Return what stands under a picture."""
    inside = list(islice(figure.iter(), 1, _MOST_INSIDE))
    named = [each for each in inside if is_called(names(each), rules.captions, rules.caption_words)]
    caption = next((each for each in inside if tag(each) == "figcaption"), None)
    return named[0] if caption is None and len(named) == 1 else caption


def picture_lines(figure: Element, rules: Rules, reading: Reading, number: int) -> list[RawLine]:
    """Return the line of a picture: its caption, else what is told of it; none for adornments."""
    caption = caption_of(figure, rules)
    told = [described(each) for each in _pictures(figure, caption)]
    alt = next((text for text in told if text), "")
    # Without a name all that stands with a picture is its caption.
    found = gathered(figure, reading) if caption is None else gather([caption], reading)
    runs = found.runs()
    if runs and alt and caption is not None and len(told) > 1:
        both = (*((Run(text),) for text in told if text), runs)
        return [RawLine(each, tag=Tag(TagKind.FIGURE, 0)) for each in both]
    if runs:
        return [RawLine(runs, tag=Tag(TagKind.FIGURE, number, label=alt or _text(runs)))]
    return [RawLine((Run(alt),), tag=Tag(TagKind.FIGURE, number))] if alt else []


def table_lines(
    table: Element, reading: Reading, number: int, caption: Element | None = None
) -> Iterator[RawLine]:
    """Yield the cells of a table, its caption before them: its own, or the one given."""
    found = [
        (cell, gathered(cell.element, reading).runs())
        for cell in tables.cells(table)
        if reading.reads(cell.element)
    ]
    filled = sorted({cell.row for cell, runs in found if runs})
    rows = {row: place for place, row in enumerate(filled)}
    caption = caption if caption is not None else tables.caption(table)
    if caption is not None and rows and (runs := gather([caption], reading).runs()):
        yield RawLine(runs, tag=Tag(TagKind.CAPTION, number))
    for cell, runs in found:
        if runs and cell.row in rows:
            place = Tag(
                TagKind.CELL, number, row=rows[cell.row], column=cell.column, header=cell.header
            )
            yield RawLine(runs, tag=place)


def note_lines(element: Element, label: str, reading: Reading, number: int) -> Iterator[RawLine]:
    """Yield the line of a note without its own label."""
    runs = gathered(element, reading).runs()
    runs = without(runs, notes.label_length(_text(runs), label))
    if runs:
        yield RawLine(runs, tag=Tag(TagKind.FOOTNOTE, number, label=label))


def without_links_here(runs: Runs, addresses: Addresses) -> Runs:
    """Return words without links to the page that they are on, as the titles of blogs are."""
    return tuple(replace(run, link=None) if addresses.leads_here(run.link) else run for run in runs)


def file_lines(
    element: Element, rules: Rules, reading: Reading, new: Callable[[], int]
) -> Iterator[RawLine]:
    """Yield the lines of an attachment: its name, which leads to it, with its size; what it is."""
    title = file_title(element, rules)
    if title is None or not words(title):
        return
    inside = list(element.iter())
    links = (reading.addresses.whole(each.get("href")) for each in inside if tag(each) == "a")
    address = next((link for link in links if link), None)
    runs = _with_facts(gathered(title, reading).runs(), address, _file_facts(element, rules))
    yield RawLine(runs, tag=Tag(TagKind.PARAGRAPH, new()))
    for each in inside:
        if not rules.file_texts.isdisjoint(names(each)):
            yield from _told(each, reading, new())
    for each in _above_link(element):
        if each is not title and tag(each) == "p" and not _tells_size(each):
            yield from _told(each, reading, new())


def _with_facts(name: Runs, address: str | None, told: str) -> Runs:
    """Return the name of an attachment, which leads to it, with what is told of it."""
    said = _text(name)
    if told and said.endswith(told):  # it stands in the line of the name
        name = _first(name, len(said.removesuffix(told).rstrip()))
    linked = tuple(replace(run, link=address) for run in name)
    return (*linked, Run(" " + told)) if told and told not in _text(linked) else linked


def _tells_size(element: Element) -> bool:
    return _SIZE.search(words(element)) is not None or _is_size(element)


def _is_size(element: Element) -> bool:
    """Tell whether all that an element says is how large a file is, and of which sort."""
    said = words(element)
    return len(said) <= _LONGEST_SIZE and _BARE_SIZE.fullmatch(said) is not None


def file_title(element: Element, rules: Rules) -> Element | None:
    """Return what names an attachment: by its name, else the first line above its link."""
    named = (each for each in element.iter() if not rules.file_titles.isdisjoint(names(each)))
    lines = (each for each in _above_link(element) if tag(each) in _LINES and words(each))
    return next(chain(named, lines), None)


def _file_facts(element: Element, rules: Rules) -> str:
    """Return what is told of an attachment: what is marked as that, else its size alone, or ""."""
    for each in element.iter():
        if not rules.file_metas.isdisjoint(names(each)):
            return words(each)
    if size := _SIZE.search(words(element)):
        return size[0]
    return next((words(each) for each in element.iter() if _is_size(each)), "")


def _above_link(element: Element) -> Iterator[Element]:
    """Yield what stands in an element before its first link."""
    for each in islice(element.iter(), _MOST_INSIDE):
        if tag(each) == "a" or (tag(each) in _LINES and next(each.iter("a"), None) is not None):
            return
        yield each


def _told(element: Element, reading: Reading, number: int) -> Iterator[RawLine]:
    if runs := gathered(element, reading).runs():
        yield RawLine(runs, tag=Tag(TagKind.PARAGRAPH, number))


def attribution_of(quote: Element, rules: Rules) -> Element | None:
    """Return the element of a quotation that tells who said it."""
    inside = list(islice(quote.iter(), 1, _MOST_INSIDE))
    whole = words(quote)
    for each in inside:
        named = is_called(names(each), rules.attributions, rules.author_words)
        if (named or tag(each) in ("footer", "figcaption")) and words(each) != whole:
            return each
    last = next((each for each in reversed(quote) if words(each)), None)
    if last is not None and tag(last) == "p" and _SIGNATURE.match(words(last)) and len(quote) > 1:
        return last
    cites = (each for each in inside if tag(each) == "cite")
    return next((each for each in cites if (said := words(each)) and whole.endswith(said)), None)


def _pictures(figure: Element, caption: Element | None) -> Iterator[Element]:
    """Yield the pictures that a caption stands under: no icon beside them or before its words."""
    within = set() if caption is None else set(caption.iter(*_PICTURES))
    for picture in figure.iter(*_PICTURES):
        is_icon = picture in within or (tag(picture) != "img" and not described(picture))
        # What stands for another one where no script runs is no second picture either.
        if not is_icon and next(picture.iterancestors("noscript"), None) is None:
            yield picture


def portraits(quote: Element, signed: Element) -> Iterator[Element]:
    """Yield the pictures in a quotation that tell but who said it."""
    said = words(signed)
    for picture in islice(quote.iter("img"), _MOST_INSIDE):
        if described(picture) in said:
            figure = next(picture.iterancestors("figure"), None)
            yield picture if figure is None or words(figure) else figure


def with_titles(signed: Element, quote: Element, rules: Rules) -> list[Element]:
    """Return the element that names who said something, and those behind it: their office."""
    apart = _begins_signature(signed, quote)
    found = [signed]
    for behind in signed.itersiblings():
        named = is_called(names(behind), rules.attributions, rules.author_words)
        named = named or tag(behind) == "cite" or not words(behind)
        if (found[-1].tail or "").strip() or not (apart or named):
            break
        found.append(behind)
    return [each for each in found if words(each)]  # neither line breaks nor portraits


def _begins_signature(signed: Element, quote: Element) -> bool:
    """Tell whether what holds a name stands beside the words of a quotation and begins with it."""
    above = signed.getparent()
    if above is None or above is quote or above in quote.iterancestors():
        return False
    said = words(above)
    short = len(said) <= _LONGEST_SIGNATURE and said != words(quote)
    return short and said.startswith(words(signed))


def is_signature(contents: Sequence[Content]) -> bool:
    """Tell whether loose text begins with the dash that stands before who said something."""
    first = next((each for each in contents if not isinstance(each, str) or each.strip()), None)
    return isinstance(first, str) and first.lstrip()[:1] in _LONG_DASHES


def signature_lines(
    contents: Iterable[Content], reading: Reading, number: int
) -> Iterator[RawLine]:
    """Yield the line that tells who said a quotation, without the dash before the name."""
    runs = gather(contents, reading).runs()
    text = _text(runs)
    runs = without(runs, len(text) - len(text.lstrip(_DASHES)))
    if runs:
        yield RawLine(runs, tag=Tag(TagKind.ATTRIBUTION, number))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _first(runs: Runs, length: int) -> Runs:
    """Return so many of the first letters of runs."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[: max(0, length)]
        length -= len(run.text)
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)


def without(runs: Runs, length: int) -> Runs:
    """Return runs without so many of their first letters."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[length:] if length else run.text
        length = max(0, length - len(run.text))
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)
