"""What the blocks of an article are called."""

from reader.i18n import mark
from reader.model.leaves import Kind

KINDS = {
    Kind.TITLE: mark("Title"),
    Kind.DATE: mark("Date"),
    Kind.LEAD: mark("Lead-in"),
    Kind.PARAGRAPH: mark("Paragraph"),
    Kind.HEADING: mark("Heading"),
    Kind.QUOTE: mark("Quotation"),
    Kind.ITEM: mark("List item"),
    Kind.TABLE: mark("Table"),
    Kind.FIGURE: mark("Picture"),
    Kind.FOOTNOTE: mark("Note"),
    Kind.NOTICE: mark("Notice of machine translation"),
}
