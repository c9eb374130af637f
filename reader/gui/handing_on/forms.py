"""The forms of an export in a person's words, and what each is good for."""

from reader.i18n import mark
from reader.model.exportform import ExportForm

NAMES: dict[ExportForm, str] = {
    ExportForm.MARKDOWN: mark("Markdown"),
    ExportForm.PAGE: mark("Web page"),
    ExportForm.PAGES: mark("Web pages in a folder"),
    ExportForm.PACKED_PAGES: mark("Web pages in a ZIP file"),
    ExportForm.TEXT: mark("Plain text"),
    ExportForm.PDF: mark("PDF"),
    ExportForm.EPUB: mark("E-book, EPUB"),
    ExportForm.TALKING_EPUB: mark("Talking e-book, EPUB"),
    ExportForm.DAISY: mark("Talking book, DAISY"),
    ExportForm.MP3: mark("Recording, MP3"),
    ExportForm.OPUS: mark("Recording, Opus"),
    ExportForm.M4B: mark("Audiobook, M4B"),
    ExportForm.WAV: mark("Recording, WAV"),
}
PURPOSES: dict[ExportForm, str] = {
    ExportForm.MARKDOWN: mark(
        "Text that any editor opens, with headings, lists and links written in it. Chetivo reads "
        "it again just as it is."
    ),
    ExportForm.PAGE: mark("One page that any browser shows, complete in itself: good for sending."),
    ExportForm.PAGES: mark(
        "Pages with contents and search, for any browser, also without the internet."
    ),
    ExportForm.PACKED_PAGES: mark(
        "Pages with contents and search in one file: good for sending. Unpack it to read."
    ),
    ExportForm.TEXT: mark("The words alone, for any program and any braille device."),
    ExportForm.PDF: mark(
        "Pages as they are printed. Headings, lists, tables, links and languages are marked for "
        "screen readers, but letters and lines keep their size: to read, an e-book or a web page "
        "is better. Several articles become one file with contents, which Chetivo takes back one "
        "by one."
    ),
    ExportForm.EPUB: mark("For readers of e-books, with contents; letters as large as you like."),
    ExportForm.TALKING_EPUB: mark(
        "Text and voice in step, sentence by sentence, for programs such as Thorium."
    ),
    ExportForm.DAISY: mark("A folder for players of talking books, the old ones too."),
    ExportForm.MP3: mark("Sound that plays everywhere."),
    ExportForm.OPUS: mark("Sound for telephones and newer players."),
    ExportForm.M4B: mark("One recording with a chapter for each article, for audiobook players."),
    ExportForm.WAV: mark("Sound as it is, in large files: to be worked on."),
}
