"""The forms that articles are handed on in."""

from enum import StrEnum


class ExportForm(StrEnum):
    """A form, by the name that the command line knows it by."""

    MARKDOWN = "md"
    PAGE = "html"  # complete in itself
    PAGES = "html-folder"  # with contents and search, for any browser
    PACKED_PAGES = "html-zip"
    TEXT = "txt"
    PDF = "pdf"
    EPUB = "epub"
    TALKING_EPUB = "talking-epub"
    DAISY = "daisy"
    MP3 = "mp3"
    OPUS = "opus"
    M4B = "m4b"
    WAV = "wav"
    JSON = "json"  # with its repairs
    BLOCKS = "blocks"

    @property
    def is_spoken(self) -> bool:
        """Whether it is recorded: that takes long, and a voice."""
        return self in _SPOKEN

    @property
    def is_bound(self) -> bool:
        """Whether many articles make one whole; else each is a file of its own."""
        return self in _BOUND

    def is_folder(self, articles: int) -> bool:
        """Tell whether so many articles in this form are a folder; a folder replaces nothing."""
        return self in _FOLDERS or (articles > 1 and not self.is_bound)

    def suffix(self, articles: int = 1) -> str:
        """Return how the name ends of what so many articles become: ".epub", or "" for a folder."""
        return "" if self.is_folder(articles) else _SUFFIXES.get(self, f".{self}")


_SOUNDS = frozenset({ExportForm.MP3, ExportForm.OPUS, ExportForm.WAV})
_SPOKEN = _SOUNDS | {ExportForm.TALKING_EPUB, ExportForm.DAISY, ExportForm.M4B}
_FOLDERS = frozenset({ExportForm.PAGES, ExportForm.DAISY})
_BOUND = _FOLDERS | {
    ExportForm.PACKED_PAGES,
    ExportForm.PDF,
    ExportForm.EPUB,
    ExportForm.TALKING_EPUB,
    ExportForm.M4B,
}
_SUFFIXES = {
    ExportForm.PACKED_PAGES: ".zip",
    ExportForm.TALKING_EPUB: ".epub",
    ExportForm.BLOCKS: ".blocks.json",
}
_PROGRAMS = (ExportForm.JSON, ExportForm.BLOCKS)  # for other programs, not for people


def forms_for(articles: int) -> tuple[ExportForm, ...]:
    """Return the forms that a person may choose for so many articles, the usual ones first."""
    left_out = {*_PROGRAMS, *((ExportForm.PAGE,) if articles > 1 else _ONLY_MANY)}
    return tuple(form for form in ExportForm if form not in left_out)


_ONLY_MANY = (ExportForm.PAGES, ExportForm.PACKED_PAGES)
