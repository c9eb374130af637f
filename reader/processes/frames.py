"""What the program and its child processes say to each other.

Both directions use frames: a line of JSON that tells the number of bytes after it, then these
bytes. The child says "ready" first, unasked. No pickles: what a child says may come from a file
that has taken it over.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

READY = "ready"
ALIVE = "alive"
"""What a child says from time to time while it is at work on something long."""
# No honest frame of a child is longer: a page, or minutes of sound.
MOST_BYTES = 64 * 2**20


class Readable(Protocol):
    """A binary stream to read from."""

    def readline(self, size: int, /) -> bytes:
        """Return a line with its end, or its first bytes, or nothing at the end of the stream."""

    def read(self, size: int, /) -> bytes:
        """Return that many bytes, fewer only at the end of the stream."""


class Writable(Protocol):
    """A binary stream to write to."""

    def write(self, data: bytes, /) -> object:
        """Take the bytes."""

    def flush(self) -> None:
        """Hand them on."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A message: its kind, its facts (anything JSON can hold) and bytes, such as samples."""

    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    body: bytes = b""


def write_frame(stream: Writable, frame: Frame) -> None:
    """Send one frame at once; raises `OSError` where nobody listens any more."""
    head = {"kind": frame.kind, "bytes": len(frame.body), "facts": dict(frame.facts)}
    # Half of a letter beyond the basic plane, as broken files hold, is no letter: "?".
    stream.write(json.dumps(head, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    stream.write(frame.body)
    stream.flush()


def read_frame(stream: Readable, most: int = MOST_BYTES) -> Frame | None:
    """Return the next frame, or None at the end of the stream.

    A frame that is cut off in the middle counts as the end; raises `ValueError` for anything
    that is no frame, or is longer than `most` bytes.
    """
    line = stream.readline(most)
    if not line.endswith(b"\n"):
        if len(line) >= most:
            raise ValueError(len(line))
        return None
    kind, size, facts = _parts(json.loads(line))
    if not 0 <= size <= most:
        raise ValueError(size)
    body = stream.read(size) if size else b""
    return Frame(kind, facts, body) if len(body) == size else None


def _parts(head: object) -> tuple[str, int, dict[str, Any]]:
    match head:
        case {"kind": str(kind), "bytes": int(size), "facts": dict(facts)}:
            return kind, size, facts
        case _:
            raise ValueError(head)


def claimed_output() -> BinaryIO:
    """Keep a child's standard output for frames alone: libraries print to it."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out
