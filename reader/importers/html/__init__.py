"""Web pages as a browser saves them: the article alone, by the page's own structure.

Nothing of the page is run or kept: what comes out is text with addresses, and nothing is fetched.
"""

from reader.errors import (
    DamagedFileError,
    GarbledTextError,
    HugeFileError,
    ScriptedPageAtError,
    ScriptedPageError,
)
from reader.importers.html import decoding, outer
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument, Repair
from reader.text.encodings import undone
from reader.text.normal import looks_garbled

FORMAT = "html"
# A page with its pictures in it, and a page without: the text alone is a thousand times smaller.
MOST_BYTES = 64 * 2**20
MOST_LETTERS = 16 * 2**20
_SHOWN = 60
_SAMPLE = 4_000  # letters that tell whether a text is rubbish


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a page, or part of one; a text about pages is none."""
    return outer.is_markup(decoding.beginning(data))


def read(incoming: Incoming) -> RawDocument:
    """Return the article of a saved page.

    Raises `SourceError`: too large, damaged, or with garbled text.
    """
    if len(incoming.data) > MOST_BYTES:
        raise HugeFileError(incoming.where, MOST_BYTES // 2**20)
    markup = decoding.decoded(incoming.data, incoming.charset)
    if markup is None:
        raise DamagedFileError(incoming.where)
    return from_markup(markup, incoming, format=FORMAT)


def from_markup(
    markup: str,
    incoming: Incoming,
    *,
    format: str,  # noqa: A002 - named as the field that it becomes
    whole: bool = False,
) -> RawDocument:
    """Return the article that a page holds; `format` is the name of the importer that asks.

    `whole` tells that all of the page is the article, with nothing round it. The page is not looked
    for in `incoming`, which tells its address and name alone. Raises
    `SourceError`: too large, declaring entities of its own, without its text, or with a garbled
    one.
    """
    # lxml takes a hundredth of a second to load; only those who open a page wait for it.
    from reader.importers.html import own_page
    from reader.importers.html.page import document

    markup = outer.without_files(markup)
    if len(markup) > MOST_LETTERS or outer.is_crowded(markup):
        raise HugeFileError(incoming.where, MOST_LETTERS // 2**20)
    if outer.declares_entities(markup):
        raise DamagedFileError(incoming.where)
    repairs: tuple[Repair, ...] = ()
    if meant := undone(markup):
        repairs = (Repair("encoding", 0, _beginning(markup), _beginning(meant)),)
        markup = meant
    found = None if whole else own_page.document(markup, format)
    found = found or document(markup, incoming.address, format, whole=whole)
    if found is None:
        raise DamagedFileError(incoming.where)
    text = "\n".join(line.text for line in found.lines)
    if not whole and outer.is_shell(markup, len(text)):
        if found.address:
            raise ScriptedPageAtError(incoming.where, found.address)
        raise ScriptedPageError(incoming.where)
    if looks_garbled(text[:_SAMPLE]):
        raise GarbledTextError(incoming.where, _beginning(text))
    return outer.with_repairs(found, repairs)


def _beginning(text: str) -> str:
    return " ".join(text.split())[:_SHOWN]
