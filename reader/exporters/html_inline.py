"""Words in HTML: escapes, styles, languages and links."""

import re
from collections.abc import Callable
from html import escape
from itertools import groupby

from reader.exporters.web_addresses import web_address
from reader.model.article import Span, Spans, plain

# A page may not hold these, however they are written.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def escaped(text: str) -> str:
    """Return words as they stand in a page or in an attribute, in one line."""
    return escape(_FORBIDDEN.sub("\ufffd", _LINE_END.sub(" ", text)))


def lines(text: str) -> str:
    """Return words with their line breaks."""
    return "<br>".join(escaped(line) for line in _LINE_END.split(text))


def inline(spans: Spans, around: str, write: Callable[[str], str] = lines) -> str:
    """Return spans as HTML.

    `around` is the language of what they stand in; `write` writes the words that are no link.
    """
    parts: list[str] = []
    for address, group in groupby(spans, key=_target):
        run = tuple(group)
        if address and plain(run).strip():
            parts.append(_link(run, address, around))
        else:
            parts.append(_languages(run, around, write))
    return "".join(parts)


def foreign(spans: Spans, around: str) -> str | None:
    """Return the language that all the words are in where it is not the one around them."""
    languages = {span.language or around for span in spans if span.text.strip()}
    return languages.pop() if len(languages) == 1 and around not in languages else None


def language(tag: str | None) -> str:
    """Return the attribute that names a language, or nothing for None."""
    return f' lang="{escaped(tag)}"' if tag else ""


def is_link(span: Span) -> bool:
    """Tell whether a span is a link in a page."""
    return _target(span) is not None


def link(address: str, words: str) -> str:
    """Return words, written already, as a link; without it where the address is no web address."""
    kept = _target(Span("", link=address))
    return f'<a href="{kept}">{words}</a>' if kept else words


def _target(span: Span) -> str | None:
    """Return the address of a link as it stands in the page."""
    address = web_address(span.link) if span.link is not None else None
    return escaped(address) if address else None


def _link(spans: Spans, address: str, around: str) -> str:
    own = foreign(spans, around)
    words = _languages(spans, own or around, lines)
    return f'<a href="{address}"{language(own)}>{words}</a>'


def _languages(spans: Spans, around: str, write: Callable[[str], str]) -> str:
    parts: list[str] = []
    for tag, group in groupby(spans, key=lambda span: span.language or around):
        words = _styled(tuple(group), write)
        parts.append(words if tag == around else f"<span{language(tag)}>{words}</span>")
    return "".join(parts)


def _styled(spans: Spans, write: Callable[[str], str]) -> str:
    parts: list[str] = []
    for (strong, emphasis), group in groupby(spans, key=lambda span: (span.strong, span.emphasis)):
        tags = ["strong"] * strong + ["em"] * emphasis
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag}>" for tag in reversed(tags))
        parts.append(f"{opening}{''.join(write(span.text) for span in group)}{closing}")
    return "".join(parts)
