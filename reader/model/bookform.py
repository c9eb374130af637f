"""Books that articles are handed on in."""

from enum import StrEnum


class BookForm(StrEnum):
    """What kind of book is made."""

    EPUB = "epub"
    TALKING_EPUB = "talking-epub"
    DAISY = "daisy"  # a folder, never put over another one

    @property
    def is_spoken(self) -> bool:
        """Whether it is recorded too."""
        return self is not BookForm.EPUB
