"""What browsers leave in a page that they translated: it is saved as it was shown."""

import re

from lxml import etree

from reader.importers.html.elements import Element

# Chrome names the page so, Yandex and Edge mark what they put in, and Firefox did at first.
_NAMES = re.compile(r"(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)")
# Where a page goes through Google's own address, its head says so. All words that Chrome puts in
# stand in two elements of this kind, one in the other, which no page is written with.
_MARKED = etree.XPath(
    "boolean(//ya-tr-span or //@_msttexthash or //@data-moz-translations-id"
    " or //meta[@http-equiv='X-Translated-By']"
    " or //font[contains(@style, 'vertical-align: inherit')]"
    "/font[contains(@style, 'vertical-align: inherit')])"
)


def is_translated(root: Element) -> bool:
    """Tell whether a browser translated a page before it was saved."""
    return _NAMES.search(root.get("class") or "") is not None or bool(_MARKED(root))
