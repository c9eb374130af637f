"""Words in CommonMark: escapes, styles, languages and links.

CommonMark has no word for a language, so a span of HTML names it: all readers of Markdown show the
words of one, and some, such as Pandoc, keep what it says; braces ([…]{lang=fr}) few understand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from reader.exporters.html_inline import language
from reader.model.article import Span, Spans, plain

_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<|&(?=#?\w+;)|~(?=~)|(?<=~)~")
# Entities where some readers of Markdown do not know the backslash.
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|(?:-\s*){2,}$)")
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ADDRESS_UNSAFE = re.compile(r"[\s<>\\\x00-\x1f\x7f]")
_ADDRESS_SPECIAL = re.compile(r"[()\"'`]|&(?=#?\w+;)")
# Some readers of Markdown see a title in quotes, and code between backticks, in an address too.
_ADDRESS_ESCAPES = {"(": "\\(", ")": "\\)", '"': "&quot;", "'": "&#39;", "`": "&#96;", "&": "&amp;"}


@dataclass(frozen=True, slots=True)
class _Style:
    strong: bool
    emphasis: bool


_PLAIN = _Style(strong=False, emphasis=False)


def paragraph(spans: Spans) -> list[str]:
    """Return spans as the one line of a paragraph, or nothing where they hold no words."""
    line = inline(spans)
    line = _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line
    line = f"\\{line}" if _LINE_START.match(line) else line
    return [line] if line else []


def inline(spans: Spans) -> str:
    """Return spans as Markdown in one line."""
    parts: list[str] = []
    for address, group in groupby(_stripped(_tidy(spans)), key=lambda span: span.link):
        linked = tuple(group)
        if address and parts and parts[-1].endswith("!"):  # ![…](…) would be a picture
            parts[-1] = f"{parts[-1][:-1]}\\!"
        parts.append(_link(linked, address) if address else _in_languages(linked))
    return "".join(parts)


def _stripped(spans: Sequence[Span]) -> Spans:
    """Return tidy spans without the spaces at their ends."""
    if not spans:
        return ()
    first, *rest = spans
    *rest, last = replace(first, text=first.text.lstrip(" ")), *rest
    ends = (*rest, replace(last, text=last.text.rstrip(" ")))
    return tuple(span for span in ends if span.text)


def _tidy(spans: Spans) -> list[Span]:
    """Make each row of spaces one space, also where it runs over the end of a span.

    A space alone takes the style before it: „**две** **думи**“ is „**две думи**“.
    """
    tidy: list[Span] = []
    for span in spans:
        text = _SPACES.sub(" ", span.text)
        if tidy and tidy[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text == " " and tidy:
            tidy.append(replace(tidy[-1], text=text))
        elif text:
            tidy.append(replace(span, text=text))
    return tidy


def _style(span: Span) -> _Style:
    return _Style(span.strong, span.emphasis)


def _link(spans: Spans, address: str) -> str:
    said = plain(spans)
    lead, trail = said[: len(said) - len(said.lstrip(" "))], said[len(said.rstrip(" ")) :]
    label = _in_languages(_stripped(spans))
    return f"{lead}[{label}]({_target(address)}){trail}" if label else said


def _target(address: str) -> str:
    safe = _ADDRESS_UNSAFE.sub(lambda match: quote(match[0], safe=""), address)
    return _ADDRESS_SPECIAL.sub(lambda match: _ADDRESS_ESCAPES[match[0]], safe)


def _in_languages(spans: Spans) -> str:
    parts = []
    for named, group in groupby(spans, key=lambda span: span.language):
        words = _styled(tuple(group))
        parts.append(f"<span{language(named)}>{words}</span>" if named else words)
    return "".join(parts)


def _styled(spans: Spans) -> str:
    runs = [(style, plain(tuple(group))) for style, group in groupby(spans, key=_style)]
    beside = [(_PLAIN, ""), *runs, (_PLAIN, "")]
    return "".join(
        _escaped(text) if style == _PLAIN else _run(style, text, beside[index], beside[index + 2])
        for index, (style, text) in enumerate(runs)
    )


def _run(style: _Style, text: str, before: tuple[_Style, str], after: tuple[_Style, str]) -> str:
    """Return a run in its style; the spaces at its ends stay outside the marks."""
    core = text.strip(" ")
    if not core:
        return text
    lead, trail = text[: text.index(core)], text[text.index(core) + len(core) :]
    touches = before[0] != _PLAIN and not lead and not before[1].endswith(" ")
    opens = core[0].isalnum() or not (before[1] + lead)[-1:].isalnum()
    closes = core[-1].isalnum() or not (trail + after[1])[:1].isalnum()
    opening, closing = _marks(style, asterisks=opens and closes and not touches)
    return f"{lead}{opening}{_escaped(core)}{closing}{trail}"


def _marks(style: _Style, *, asterisks: bool) -> tuple[str, str]:
    """Return marks of asterisks, or tags where those would not be seen: **„така“**ва."""
    if asterisks:
        stars = "*" * (2 * style.strong + style.emphasis)
        return stars, stars
    tags = ["strong"] * style.strong + ["em"] * style.emphasis
    opening = "".join(f"<{tag}>" for tag in tags)
    return opening, "".join(f"</{tag}>" for tag in reversed(tags))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), text)
