"""Pages saved in one file (.mhtml, .mht): a mail whose first part is the page (RFC 2557)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32

from reader.errors import DamagedFileError
from reader.importers import html
from reader.importers.incoming import Incoming
from reader.importers.told import web
from reader.model.raw import RawDocument

FORMAT = "mhtml"
_HEAD = 4096
_HEADERS = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MIME = re.compile(rb"^MIME-Version:", re.MULTILINE | re.IGNORECASE)
_PAGE = re.compile(
    rb"^Content-Type:\s*(?:multipart/related|text/html)\b", re.MULTILINE | re.IGNORECASE
)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_DEEPEST = 5  # parts inside parts; browsers make one level
_MOST_PARTS = 5_000
_WORDS = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)|<[^>]*>", re.DOTALL | re.I)
_FRAMES = re.compile(rb"<i?frame\b", re.IGNORECASE)
# A page of its own says more than this; a shell for frames says less.
_SHELL = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a saved file: its bytes, its encoding where told, its address where it is whole."""

    data: bytes
    charset: str | None
    address: str | None


def recognises(data: bytes) -> bool:
    """Tell whether the bytes begin with the head of a page saved as a mail."""
    head = _HEADERS.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n").replace(b"\r\n", b"\n"))
    return bool(head and _MIME.search(head[0]) and _PAGE.search(head[0]))


def read(incoming: Incoming) -> RawDocument:
    """Return the article of a page that was saved in one file.

    Raises `SourceError`: too large, damaged, or with garbled text.
    """
    return replace(html.read(page(incoming)), format=FORMAT)


def page(incoming: Incoming) -> Incoming:
    """Return the page that a saved file holds, as if it had come by itself.

    Of a page that is a mere frame, the frame with most words counts. Raises `DamagedFileError`.
    """
    parts = list(_pages(incoming.data.lstrip(b"\xef\xbb\xbf\r\n"), 0))
    if not parts:
        raise DamagedFileError(incoming.where)
    main = parts[0]
    if _FRAMES.search(main.data) and _weight(main) < _SHELL:
        main = max(parts, key=_weight)
    address = incoming.address or main.address or parts[0].address
    return replace(incoming, data=main.data, charset=main.charset, address=address)


def _pages(data: bytes, depth: int) -> Iterator[Part]:
    """Yield the parts of HTML, the one that the file begins with first."""
    end = _END_OF_HEADERS.search(data)
    head = data[: end.start()] if end else data
    body = data[end.end() :] if end else b""
    message = BytesHeaderParser(policy=compat32).parsebytes(head)
    if message.get_content_maintype() == "multipart":
        yield from _inner(message, body, depth)
    elif message.get_content_type() in ("text/html", "application/xhtml+xml"):
        yield _part(message, body)


def _inner(message: Message, body: bytes, depth: int) -> Iterator[Part]:
    boundary = message.get_boundary()
    if not boundary or depth >= _DEEPEST:
        return
    line = re.escape(boundary.encode("ascii", "replace"))
    between = rb"(?:\A|\r?\n)--" + line + rb"(?:--)?[ \t]*(?=\r?\n|\Z)"
    pieces = re.split(between, body, maxsplit=_MOST_PARTS)
    for piece in pieces[1:]:
        yield from _pages(piece.removeprefix(b"\r").removeprefix(b"\n"), depth + 1)


def _part(message: Message, body: bytes) -> Part:
    message.set_payload(body.decode("ascii", "surrogateescape"))
    data = message.get_payload(decode=True)
    address = web(str(message.get("Content-Location", "")))
    return Part(data if isinstance(data, bytes) else b"", message.get_content_charset(), address)


def _weight(part: Part) -> int:
    """Return how much a page says: its letters outside of tags."""
    return len(b" ".join(_WORDS.sub(b" ", part.data).split()))
