"""Markdown as plain words, for those who hear it."""

import re

# Signs before a line: of quotations, headings, lists and rules.
_BEFORE_LINE = re.compile(r"^[ \t]*(?:(?:>|#{1,6}|[-*+]|\d{1,3}[.)])[ \t]+)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"<(?P<words>(?:https?://|mailto:)[^<>\s]+)>")
_EMPHASIS = re.compile(
    r"(?<![\w\\])(?P<sign>\*{1,3}|_{1,3}|`+)(?=\S)(?P<words>.+?)(?<=[^\s\\])(?P=sign)(?!\w)"
)
_ESCAPED = re.compile(r"\\(?P<words>[!#()*+\-.<>\[\]\\_`{}])")


def without_signs(text: str) -> str:
    """Return Markdown without its signs: words of links and emphasis stay, lines too."""
    text = _BEFORE_LINE.sub("", _RULE.sub("", text))
    for pattern in (_LINK, _ADDRESS, _EMPHASIS, _EMPHASIS, _ESCAPED):
        text = pattern.sub(r"\g<words>", text)
    return text
