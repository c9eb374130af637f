"""What is printed at the edges of the pages of a plain text, and where its pages end."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from reader.model.raw import RawLine
from reader.repair import imprint
from reader.repair.knowledge import Stamps
from reader.text.dates import is_date

# So many lines at the top and the foot of a page may be running heads.
_OUTER = 4
_SHORTEST_REPEATED = 9
# A running head has so many words beside the page's number.
_FEWEST_WORDS = 2
_LAST_NUMBER = re.compile(r"\d{1,4}(?=\D*$)")
_NUMBER = re.compile(r"\d{1,4}")
# "BG", "ST 7704/31": no word of a heading.
_CODE = re.compile(r"(?:[^\W\d_a-zа-я]{1,3}|\S*\d\S*)\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
# "Страница 2 от 3" at a line's end, whatever stands before.
_PAGE_WORD = re.compile(
    r"(?:^|\s)(?:стр\.|страница|page|p\.)\s*\d{1,4}(?:\s*(?:от|of|/)\s*\d{1,4})?$", re.IGNORECASE
)
# A text of one page may have its number, too: "Страница 1 от 1", "– 1 –".
_PAGE_ALONE = re.compile(rf"{_PAGE_WORD.pattern}|[-–—]\s?\d{{1,4}}\s?[-–—]", re.IGNORECASE)
# "2/3", "– 2 –" at a line's end may be a page's number; "Регламент (ЕС) 2024/1689" is none.
_PAGE_TAIL = re.compile(r"(?:^|\s)(?:\d{1,3}\s?/\s?\d{1,3}|[-–—]\s?\d{1,4}\s?[-–—])$")


def paginated(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the lines of a text without form feeds with the pages that their numbers tell."""
    if not lines or any(line.page or line.box for line in lines):
        return lines
    ends = sorted(_page_ends([spaced(line) for line in lines]))
    page = 0
    paged = []
    for index, line in enumerate(lines):
        if page < len(ends) and index >= ends[page]:
            page += 1
        paged.append(replace(line, page=page))
    return tuple(paged)


def _page_ends(texts: Sequence[str]) -> set[int]:
    """Return the indices of the lines with which pages begin, by the numbers printed on each."""
    for places in _counted(texts).values():
        numbers = [last_number(texts[place]) for place in places]
        if len(places) < 2 or any(below - above != 1 for above, below in pairwise(numbers)):
            continue
        heads = places[0] < _OUTER
        first = texts[places[0]]
        if _is_page(first) or _has_companion(texts, places):
            before = 0
            while heads and _same(texts, places, -1 - before):
                before += 1
            after = 1
            while not heads and _same(texts, places[:-1], after):
                after += 1
            return {place - before if heads else place + after for place in places} - {0}
    return _heads(texts)


def _heads(texts: Sequence[str]) -> set[int]:
    """Return the indices of lines that stand on top of a text once more: two together, or often."""
    places = [index for index, text in enumerate(texts) if text == texts[0]]
    together = len(places) > 1 and len(texts[0]) >= _SHORTEST_REPEATED and _same(texts, places, 1)
    known = len(places) > 1 and imprint.read(texts[0]) is not None
    pages = all(below - above > 2 * _OUTER for above, below in pairwise(places))
    return {*places} - {0} if pages and (together or known) else set()


def _counted(texts: Sequence[str]) -> dict[str, list[int]]:
    """Return where lines stand that are alike but for the page's number."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        number = _number_in(text)
        if number and not is_date(text):
            rest = "/" if _is_page(text) else text[number.end() :]
            found[f"{text[: number.start()]}#{rest}"].append(index)
        if text.isdigit() and 0 < index < len(texts) - 1:
            # Numbers alone are told apart from others by the running head beside them.
            found[f"{texts[index - 1]}\n#"].append(index)
            found[f"#\n{texts[index + 1]}"].append(index)
    return found


def _is_page(text: str) -> bool:
    return bool(_PAGE_WORD.search(text) or _PAGE_TAIL.search(text))


def _number_in(text: str) -> re.Match[str] | None:
    """Return the page's number: the 2 of "Страница 2 от 3", else a line's last number."""
    page = _PAGE_WORD.search(text) or _PAGE_TAIL.search(text)
    return _NUMBER.search(text, page.start()) if page else _LAST_NUMBER.search(text)


def last_number(text: str) -> int:
    """Return the page's number in a running head, 0 where there is none."""
    found = _number_in(text)
    return int(found.group()) if found else 0


def _has_companion(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Tell whether the same line stands above or below the number on every page."""
    return any(_same(texts, places, offset) for offset in (-1, 1))


def _same(texts: Sequence[str], places: Sequence[int], offset: int) -> bool:
    found = {texts[place + offset] for place in places if 0 <= place + offset < len(texts)}
    whole = all(0 <= place + offset < len(texts) for place in places)
    return whole and len(places) > 1 and len(found) == 1


def running_lines(lines: tuple[RawLine, ...], stamps: Stamps) -> set[int]:
    """Return the lines at the pages' edges that are page numbers or stand on several pages."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    texts = [spaced(line) for line in lines]
    outer = [{*page[:_OUTER], *page[-_OUTER:]} for page in pages.values()]
    if len(pages) == 1:
        return {index for index in outer[0] if _stands_round(texts, index)}
    keys = [key(text, line.page + 1) for text, line in zip(texts, lines, strict=True)]
    times = Counter(each for edge in outer for each in {keys[index] for index in edge})

    def is_running(index: int) -> bool:
        text, count = texts[index], times[keys[index]]
        repeated = count > 1 and (len(text) >= _SHORTEST_REPEATED or _is_page(text))
        known = stamps.at_edge.fullmatch(text) or _PAGE_WORD.search(text)
        return repeated or count == len(pages) or known is not None

    sides = (side[:_OUTER] for page in pages.values() for side in (page, page[::-1]))
    # From outside inwards, as far as the lines are no content.
    return {index for side in sides for index in takewhile(is_running, side)}


def spaced(line: RawLine) -> str:
    """Return a line's words; a copy with layout sets them apart by other spaces on every page."""
    return " ".join(line.text.split())


def _stands_round(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line of a text's only page is its number, a letterhead or a press number."""
    if _PAGE_ALONE.fullmatch(texts[index]):
        return True
    told = imprint.read(_PAGE_TAIL.sub("", texts[index]))
    if told is None or told.day or told.authors:
        return False
    outermost = index in {0, len(texts) - 1}
    # A number of a press release above the article is a fact about it, and stays.
    return outermost and told.publisher is not None and (told.typed or index > 0)


def key(text: str, page: int) -> str:
    """Return what of a running head is the same on all pages.

    "Годишен доклад 2" is one of many, and so is "BG 2" on the second page; "Раздел 2" and
    "2. Обхват" are headings.
    """
    told = _PAGE_WORD.search(text) or _PAGE_TAIL.search(text)
    if told:
        return text[: told.start()] + "#"
    if is_date(text):
        return text
    numbered = text.endswith(f" {page}") and _CODE.match(text)
    if len(_WORD.findall(text)) < _FEWEST_WORDS and not numbered:
        return text
    return re.sub(r"\d{1,4}$", "#", text)
