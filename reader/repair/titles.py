"""The name of an article, without what programs and sites put round it."""

import json
import re
from functools import cache

from reader.model.leaves import Kind, Leaf
from reader.paths import resource
from reader.repair import imprint
from reader.text import institutions
from reader.text.normal import normal

_LONGEST = 120
_BAR = re.compile(r"\s+[|–—·•-]\s+")
_FILE = re.compile(
    r"\S+\.(?:pdf|docx?|odt|rtf|txt|html?|indd|qxd|pptx?|xlsx?|pages|md)"
    r"|[^\W_]+(?:_[^\W_]+)+|(?:https?://|www\.)\S+|(?:document|документ)\s?\d+",
    re.IGNORECASE,
)
_FILE_END = re.compile(r"\.(?:pdf|docx?|odt|rtf|indd|pptx?)$", re.IGNORECASE)


def title(pieces: tuple[Leaf, ...], named: str) -> str:
    """Return the title shown, else the one the file names, else the text's beginning."""
    found = cleaned(_shown(pieces)) or cleaned(named)
    if found or not pieces:
        return found
    first = pieces[0].text
    if len(first) <= _LONGEST:
        return first
    return first[:_LONGEST].rsplit(" ", 1)[0] + "…"


def cleaned(name: str) -> str:
    """Return a title without the names of sites and programs; "" where no more is left."""
    text = " ".join(normal(name).split())
    if _FILE.fullmatch(text):
        return ""
    bars = list(_BAR.finditer(text))
    starts = [0, *(bar.end() for bar in bars)]
    ends = [*(bar.start() for bar in bars), len(text)]
    kept = [
        (start, end)
        for start, end in zip(starts, ends, strict=True)
        if not _is_of_site(text[start:end])
    ]
    if not kept or text.casefold() in _words("unnamed"):
        return ""
    return _FILE_END.sub("", text[kept[0][0] : kept[-1][1]])


def publisher(name: str) -> str | None:
    """Return the key of the institution whose site has put its name behind a title."""
    *_, last = _BAR.split(" ".join(normal(name).split()))
    return institutions.named(last)


def _shown(pieces: tuple[Leaf, ...]) -> str:
    """Return the title printed; a heading stands in for one such as „Съобщение за медиите“."""
    titles = [leaf.text for leaf in pieces if leaf.kind is Kind.TITLE]
    headings = [leaf.text for leaf in pieces if leaf.kind is Kind.HEADING] if titles else []
    return next((text for text in titles + headings if imprint.read(text) is None), "")


def _is_of_site(part: str) -> bool:
    return part.casefold() in _words("tails") or institutions.named(part) is not None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(json.loads(resource("imprints.json").read_text("utf-8"))[key])
