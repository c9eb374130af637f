"""What is told of a picture in words."""

import re

from reader.importers.html.elements import Element, tag, words

# Names of files, and words that say no more than that there is a picture.
_SAYS_NOTHING = re.compile(
    r"[\w%.-]+\.(?:jpe?g|png|gif|webp|svg|avif)|(?:image|photo|picture|снимка|изображение|icon|logo)\W*\d*"
    r"|(?:img|dsc|dscn|p)[_-]?\d+",
    re.IGNORECASE,
)
# What the icon behind a link says of it.
_OF_LINK = re.compile(
    r"\(?(?:(?:the )?(?:link is external|external link)|(?:външна|външен) (?:връзка|сайт)"
    r"|(?:link )?(?:opens|open) in (?:a )?new (?:window|tab)"
    r"|(?:връзката )?(?:се )?отвар\w{1,3} (?:се )?в нов\w? (?:прозорец|раздел|страница)"
    r"|(?:icon|икона) pdf|(?:pdf|doc|xls) ?(?:icon|икона)?)\)?",
    re.IGNORECASE,
)
# What an editor of texts leaves where a site asks for words alone.
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*\s*/?>", re.IGNORECASE)
_ICONS = frozenset({"emoji", "wp-smiley", "icon", "ecl-icon"})
_SMALLEST = 24  # pixels; what is smaller is an icon


def described(picture: Element) -> str:
    """Return the alternative text of a picture, "" for one that only adorns."""
    if not _ICONS.isdisjoint((picture.get("class") or "").split()):
        return ""
    if picture.get("role") in ("presentation", "none") or _is_icon(picture):
        return ""
    if tag(picture) == "svg" and _is_beside_words(picture):
        return ""
    told = picture.get("aria-label") if tag(picture) == "svg" else picture.get("alt")
    text = " ".join(_MARKUP.sub(" ", told or "").split())
    return "" if _SAYS_NOTHING.fullmatch(text) or _OF_LINK.fullmatch(text) else text


def _is_icon(picture: Element) -> bool:
    sizes = [picture.get(side) or "" for side in ("width", "height")]
    known = [int(size) for size in sizes if size.isascii() and size.isdigit()]
    return bool(known) and max(known) <= _SMALLEST


def _is_beside_words(picture: Element) -> bool:
    """Tell whether a drawn picture stands in a link beside its words: it is an icon of them."""
    link = next(picture.iterancestors("a"), None)
    return link is not None and words(link) != words(picture)
