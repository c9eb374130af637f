"""Pages of a book: HTML as the exporter of pages writes it, in the stricter spelling of XML."""

import re

from reader.exporters.html_inline import escaped, language

# What stands in words and in attributes is escaped, quotes too: these are always mark-up.
_BREAK = "<br>"
_LANGUAGE = re.compile(r' lang="([^"]*)"')
_NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def page(title: str, tongue: str, body: str) -> str:
    """Return a page of a book around its body, which is HTML without void elements but breaks."""
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!DOCTYPE html>",
        f"<html {_NAMESPACES}{language(tongue)}>",
        f"<head><title>{escaped(title)}</title>",
        '<link rel="stylesheet" type="text/css" href="book.css"/></head>',
        f"<body>\n{body.replace(_BREAK, '<br/>')}\n</body>",
        "</html>",
    )
    return _LANGUAGE.sub(r' lang="\1" xml:lang="\1"', "\n".join(lines)) + "\n"
