"""What a host says that it sends."""

from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True, slots=True)
class Media:
    """A type of media in small letters, "" where none is named, and the name of an encoding."""

    kind: str
    charset: str | None


def media_of(words: str) -> Media:
    """Read what stands in Content-Type."""
    if not words.strip():
        return Media("", None)
    message = Message()
    message["Content-Type"] = words
    charset = message.get_content_charset()
    return Media(message.get_content_type(), charset or None)
