"""Sentences with what is to be found in them marked."""

import re
from pathlib import Path

from reader.text import amounts, people, periods, references

_MARKED = re.compile(r"\{(?P<kind>[darp]):(?P<text>[^|}]*)(?:\|(?P<value>[^}]*))?\}")
_HERE = Path(__file__).parent
Hit = tuple[str, int, int, str]


def cases(name: str) -> list[tuple[str, list[Hit]]]:
    """Return the sentences of a file, each with (kind, start, end, value) of what it holds."""
    lines = (_HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return [_parsed(line.replace("~", "\u00a0")) for line in lines if line and line[0] != "#"]


def found(text: str) -> list[Hit]:
    """Return what is found in a sentence."""
    hits = [("d", *hit) for hit in periods.find(text)]
    hits += [("a", *hit) for hit in amounts.find(text)]
    hits += [("p", *hit) for hit in people.find(text)]
    hits += [("r", start, end, each.name) for start, end, each in references.find(text)]
    return sorted(hits, key=lambda hit: hit[1:3])


def _parsed(line: str) -> tuple[str, list[Hit]]:
    plain, hits, at = "", [], 0
    for match in _MARKED.finditer(line):
        plain += line[at : match.start()]
        value = match["text"] if match["value"] is None else match["value"]
        hits.append((match["kind"], len(plain), len(plain) + len(match["text"]), value))
        plain, at = plain + match["text"], match.end()
    return plain + line[at:], hits
