"""What stands above a Markdown text between two rows of dashes: names and values, as in YAML."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reader.text.addresses import absolute

# Blogs call these otherwise than Chetivo does.
_OTHER_NAMES = {
    "lang": "language",
    "date": "published",
    "authors": "author",
    "url": "source",
    "link": "source",
    "source_url": "source",
}
_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.M)
_LINE = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\b")
_LONGEST = 65_536


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text says of itself; `end` is where the text begins."""

    known: Mapping[str, str] = field(default_factory=dict)
    end: int = 0

    def word(self, name: str) -> str:
        """Return what is said by a name, "" where nothing is."""
        return self.known.get(name, "")

    def address(self, name: str) -> str | None:
        """Return an address of the web, None where it is none."""
        return absolute(self.word(name))

    def day(self, name: str) -> date | None:
        """Return a day, None where it is none."""
        found = _DAY.match(self.word(name))
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None


def front_matter(text: str) -> FrontMatter:
    """Return what stands above a text; lists and nested values are passed over."""
    block = _BLOCK.match(text, 0, _LONGEST)
    if block is None:
        return FrontMatter()
    lines = [(name.lower(), _plain(value)) for name, value in _LINE.findall(block[1])]
    if not lines:  # two rules with a text between them
        return FrontMatter()
    return FrontMatter({_OTHER_NAMES.get(name, name): value for name, value in lines}, block.end())


def _plain(value: str) -> str:
    """Return a value without its quotation marks: "…" is JSON too, '…' doubles its own mark."""
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value.split(" #", 1)[0].rstrip()
