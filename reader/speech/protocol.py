"""What the program and the speaking process say to each other.

Both directions use frames: a line of JSON that tells the number of bytes after it, then these
bytes. One request is answered by one reply; the child says "ready" first, unasked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

READY = "ready"
VOICES = "voices"
SPEAK = "speak"


class Readable(Protocol):
    """A binary stream to read from."""

    def readline(self) -> bytes:
        """Return a line with its end, or nothing at the end of the stream."""

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
    stream.write(json.dumps(head, ensure_ascii=False).encode() + b"\n" + frame.body)
    stream.flush()


def read_frame(stream: Readable) -> Frame | None:
    """Return the next frame, or None at the end of the stream.

    A frame that is cut off in the middle counts as the end; raises `ValueError` for anything
    that is no frame.
    """
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    if not isinstance(head, dict) or not {"kind", "bytes", "facts"} <= head.keys():
        raise ValueError(line)
    body = stream.read(head["bytes"]) if head["bytes"] else b""
    if len(body) < head["bytes"]:
        return None
    return Frame(head["kind"], head["facts"], body)
