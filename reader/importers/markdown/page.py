"""From Markdown to a page, with what Chetivo itself writes and Markdown has no word for."""

import re
import string

from lxml import html
from markdown import Markdown

from reader.importers.headings import lower_others
from reader.importers.markdown.blocks import readable
from reader.importers.markdown.bounds import bounded, restored
from reader.importers.markup import written
from reader.importers.own_words import beginnings

_EXTENSIONS = ("tables", "footnotes", "fenced_code")
_NOTE = re.compile(r"\[([^\[\]\s]{1,8})\]\s+(?=\S)")
# GitHub's mark of a remark; that about machine translation is known by its words.
_REMARK = re.compile(r"\s*\[!(?:NOTE|IMPORTANT)\]\s*")
_SPEAKER = "– "
# CommonMark's second way to end a line.
_BREAK = re.compile(r"(?<!\\)\\$(?=\n)", re.MULTILINE)


def page(text: str) -> str:
    """Return a Markdown text, without its front matter, as HTML."""
    markdown = Markdown(extensions=_EXTENSIONS, output_format="html")
    markdown.ESCAPED_CHARS = list(string.punctuation)  # as CommonMark has it
    made = restored(markdown.convert(_BREAK.sub("  ", readable(bounded(text)))))
    if not made.strip():
        return "<body></body>"
    body = html.fragment_fromstring(made, create_parent="body")
    lower_others(body)
    for quotation in body.findall(".//blockquote"):
        _name_quotation(quotation)
    for paragraph in body.findall("./p"):
        _name_paragraph(paragraph)
    for table in body.findall(".//table"):
        table.set("role", "table")  # Markdown has no others, however few cells there are
        _name_caption(table)
    for head in body.findall(".//thead"):
        if not head.text_content().strip():
            head.drop_tree()
    return written(body)


def _name_quotation(quotation: html.HtmlElement) -> None:
    first, last = quotation.find("p"), quotation.findall("p")[-1:]
    if first is not None and (remark := _REMARK.match(first.text or "")):
        first.text = (first.text or "")[remark.end() :]
        quotation.tag = "div"
    elif last and last[0] is not first and (last[0].text or "").startswith(_SPEAKER):
        speaker = last[0]
        speaker.text = (speaker.text or "").removeprefix(_SPEAKER)
        speaker.tag = "figcaption"
        _framed(quotation).append(speaker)


def _framed(quotation: html.HtmlElement) -> html.HtmlElement:
    """Put a quotation into a frame of its own, where who said it can stand, and return that."""
    frame = html.Element("figure", {"class": "quote"})
    quotation.addprevious(frame)
    frame.tail, quotation.tail = quotation.tail, None
    frame.append(quotation)
    return frame


def _name_paragraph(paragraph: html.HtmlElement) -> None:
    text = paragraph.text or ""
    if text.startswith("[") and _NOTE.match(paragraph.text_content()):
        paragraph.set("class", "footnote")
    elif not text.strip() and len(paragraph) and paragraph[0].tag == "em":
        _name_picture(paragraph)


def _name_picture(paragraph: html.HtmlElement) -> None:
    """Make a picture of its description in slanted letters; its caption is in the next line."""
    said = paragraph[0].text_content()
    start = next(
        (each for each in beginnings("Picture: {description}") if said.startswith(each)), None
    )
    rest = paragraph[1:]
    if start is None or (rest and rest[0].tag != "br") or (paragraph[0].tail or "").strip():
        return
    picture = html.Element("img", {"alt": said.removeprefix(start)})
    paragraph.tag = "figure"
    paragraph[0].drop_tree()
    paragraph.insert(0, picture)
    if rest:
        caption = html.Element("figcaption")
        caption.text, rest[0].tail = (rest[0].tail or "").lstrip(), None
        paragraph.remove(rest[0])
        caption.extend(rest[1:])
        paragraph.append(caption)


def _name_caption(table: html.HtmlElement) -> None:
    """Make a caption of what stands above a table and begins with its word in slanted letters."""
    above = table.getprevious()
    if above is None or above.tag != "p" or (above.text or "").strip() or not len(above):
        return
    starts = [each.strip() for each in beginnings("Table: {caption}")]
    slanted, said = above[0], above[0].text or ""
    start = next((each for each in starts if said.startswith(each)), None)
    if slanted.tag != "em" or start is None:
        return
    slanted.text = said.removeprefix(start).lstrip()  # what follows may be slanted itself
    if not slanted.text_content():
        slanted.drop_tree()
        above.text = (above.text or "").lstrip()
    above.tag, above.tail = "caption", None
    table.insert(0, above)
