"""What hosts do to whoever asks: lead in circles, stall, cut off, lie."""

import gzip
import zlib

from tests.servers.site import Answering, Page, Visit

MEGABYTE = 2**20


def led(to: str, status: int = 302) -> Answering:
    """Lead on to another address."""
    return Page(status=status, headers={"Location": to})


def stall(visit: Visit) -> None:
    """Take the request and never answer."""
    visit.hold()


def stall_within(visit: Visit) -> None:
    """Begin an answer and never end it."""
    visit.begin(200, {"Content-Type": "text/html", "Content-Length": "1000"})
    visit.send(b"<p>")
    visit.hold()


def drip(visit: Visit) -> None:
    """Answer a byte at a time, without end."""
    visit.begin(200, {"Content-Type": "text/html", "Content-Length": str(MEGABYTE)})
    while not visit.hold(0.02):
        visit.send(b".")


def drip_headers(visit: Visit) -> None:
    """Never come to the end of the headers."""
    visit.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not visit.hold(0.02):
        visit.send(b".")


def cut_off(data: bytes, promised: int) -> Answering:
    """Promise more than comes."""
    return Page(data, headers={"Content-Length": str(promised)})


def cut_chunks(visit: Visit) -> None:
    """Send pieces of known length, and leave in the midst of one."""
    visit._handler.protocol_version = "HTTP/1.1"
    visit.begin(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    visit.send(b"5\r\nabcde\r\n400\r\nfgh")
    visit._handler.close_connection = True


def nonsense(visit: Visit) -> None:
    """Answer with something that is no HTTP."""
    visit.send(b"\x16\x03\x01 nothing that anybody understands\r\n\r\n")


def hang_up(_visit: Visit) -> None:
    """Close without a word."""


def packed(data: bytes, packing: str = "gzip") -> Page:
    """Pack a page."""
    packers = {"gzip": gzip.compress, "deflate": zlib.compress, "bare": _bare}
    name = "deflate" if packing == "bare" else packing
    return Page(packers[packing](data), headers={"Content-Encoding": name})


def bomb(megabytes: int, packing: str = "gzip") -> Page:
    """Pack a great many zeros into few bytes."""
    return packed(bytes(megabytes * MEGABYTE), packing)


def endless(visit: Visit) -> None:
    """Send zeros until whoever asks has had enough."""
    visit.begin(200, {"Content-Type": "text/html"})
    while not visit.closing.is_set():
        visit.send(bytes(65536))


def _bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
