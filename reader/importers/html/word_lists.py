"""Items of lists that Word writes as paragraphs: their marks, and how deep they are."""

import re
from dataclasses import dataclass

from reader.importers.html.elements import Element, names, tag, words
from reader.importers.html.inline import Runs
from reader.importers.html.pieces import without

_NAME = re.compile(r"MsoList(?:Paragraph|Bullet|Number|\d)?(?:CxSp\w+|\d)?")
_STYLE = re.compile(r"mso-list:\s*(?!none|ignore)\S+(?:\s+level(\d))?", re.IGNORECASE)
_MARK_STYLE = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_SURE_DOTS = "-–—·•▪◦●○■➢✓→"
_DOTS = _SURE_DOTS + "o§vüØ"  # and letters that are dots in other fonts: Courier New, Wingdings
_NUMBER = r"\(?(?:\d{1,3}|[ivxlc]{1,5}|[^\W\d_])[.)]"
_MARK = re.compile(rf"[{_DOTS}]|{_NUMBER}")
# Where Word does not set it apart, „А. Петров“ and „§ 5“ may begin any paragraph.
_SURE_MARK = re.compile(rf"[{_SURE_DOTS}]|\(?\d{{1,3}}[.)]|[^\W\d_A-ZА-Я]\)")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class WordItem:
    """An item without its mark."""

    runs: Runs
    level: int
    ordered: bool


def is_of_list(element: Element) -> bool:
    """Tell whether a paragraph is named or styled as one of a list; one without a mark is none."""
    if tag(element) != "p":
        return False
    return any(map(_NAME.fullmatch, names(element))) or _styled(element) is not None


def item(element: Element, runs: Runs) -> WordItem | None:
    """Return the item that a paragraph of a list is, None without a mark and words behind it."""
    text = "".join(run.text for run in runs)
    own = _own_mark(element)
    mark = own if own and text.startswith(own) else text.partition(" ")[0]
    rest = text.removeprefix(mark).lstrip()
    styled = _styled(element)
    known = _MARK if styled or mark == own else _SURE_MARK
    if not known.fullmatch(mark) or not rest or rest == text:
        return None
    level = int(styled[1] or 1) if styled else 1
    kept = without(runs, len(text) - len(rest))
    return WordItem(kept, min(max(1, level), _DEEPEST), ordered=mark not in _DOTS)


def _styled(element: Element) -> re.Match[str] | None:
    return _STYLE.search(element.get("style") or "")


def _own_mark(element: Element) -> str:
    """Return the mark that Word sets apart from the words."""
    marks = (x for x in element.iter("span") if _MARK_STYLE.search(x.get("style") or ""))
    return next(map(words, marks), "")
