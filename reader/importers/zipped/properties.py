"""What a Word document says of itself: title, language, the day on which it was made."""

from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree

from reader.errors import SourceError
from reader.importers.told import day
from reader.importers.zipped.container import Container
from reader.importers.zipped.xml import root

_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
# Whoever writes into a copy of last month's news leaves its first day in the file.
_ONE_PIECE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Properties:
    """What is known of a document beside its text; nothing of it is sure."""

    title: str = ""
    language: str = ""
    made: date | None = None


def properties(container: Container) -> Properties:
    """Return what a document says of itself; nothing where that is damaged, for its text is not.

    The author is left out: it is the name of an account on some computer.
    """
    if _CORE not in container:
        return Properties()
    try:
        core = root(container.part(_CORE), container.where)
    except SourceError:
        return Properties()
    return Properties(_word(core, f"{_DC}title"), _word(core, f"{_DC}language"), _made(core))


def _word(core: etree._Element, name: str) -> str:
    return " ".join((core.findtext(name) or "").split())


def _made(core: etree._Element) -> date | None:
    """Return the day of a document that was finished within days of its beginning."""
    created, changed = (day(core.findtext(f"{_TERMS}{name}")) for name in ("created", "modified"))
    if created is None or changed is None:
        return None
    return changed if timedelta() <= changed - created <= _ONE_PIECE else None
