"""How much of the pages comes out exactly: blocks, links, headings, metadata, in percent.

    python -m tests.pages.score [FOLDER…] [--show]

A folder holds NAME.html beside NAME.json, `{"meta": …, "blocks": flat list}`; without one, those
beside this file. `--show` prints what differs.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import from_file

HERE = Path(__file__).parent
FOLDERS = tuple(
    HERE / name
    for name in (
        *("own", "later", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
        *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twentyfirst", "twentysecond"),
        *("twentythird", "twentyfourth", "twentyfifth", "twentysixth", "twentyseventh"),
        "twentyeighth",
    )
)
FIELDS = ("title", "language", "published", "original_url", "machine_translated")


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a page, and what should have."""

    name: str
    found: dict[str, Any]
    truth: dict[str, Any]

    def figures(self) -> tuple[float, float, float, float]:
        """Return the shares of blocks, links, headings and metadata that are right."""
        found, truth = self.found["blocks"], self.truth["blocks"]
        return (
            _in_order(list(map(_block, found)), list(map(_block, truth))),
            _alike(_links(found), _links(truth)),
            _alike(_headings(found), _headings(truth)),
            sum(self.found["meta"][field] == self.truth["meta"][field] for field in FIELDS)
            / len(FIELDS),
        )

    def differences(self) -> Iterator[str]:
        """Yield what differs, a line each."""
        found, truth = ([_block(each) for each in x["blocks"]] for x in (self.found, self.truth))
        for action, a, b, c, d in SequenceMatcher(None, truth, found, False).get_opcodes():
            if action != "equal":
                yield from (f"- {each}" for each in truth[a:b])
                yield from (f"+ {each}" for each in found[c:d])
        links = Counter(_links(self.truth["blocks"])), Counter(_links(self.found["blocks"]))
        yield from (f"- {each}" for each in links[0] - links[1])
        yield from (f"+ {each}" for each in links[1] - links[0])
        for field in FIELDS:
            if self.found["meta"][field] != self.truth["meta"][field]:
                yield f"{field}: {self.truth['meta'][field]} | {self.found['meta'][field]}"


def results(folder: Path) -> Iterator[Result]:
    """Yield what comes out of each page of a folder."""
    for page in sorted(folder.glob("*.html")):
        article, repairs = repair.repaired(importers.read(from_file(page)))
        found = json.loads(flat.document(article, repairs))
        yield Result(page.stem, found, json.loads(page.with_suffix(".json").read_text("utf-8")))


def mean(figures: Iterable[tuple[float, ...]]) -> tuple[float, ...]:
    """Return the means of figures of pages."""
    rows = list(figures)
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _block(block: dict[str, Any]) -> tuple[object, ...]:
    rows = json.dumps(block.get("rows"), ensure_ascii=False)
    return block["kind"], block["text"], block.get("level", 0), rows


def _links(blocks: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(link["text"], link["url"]) for block in blocks for link in block["links"]]


def _headings(blocks: list[dict[str, Any]]) -> list[tuple[int, str]]:
    kinds = ("title", "heading")
    return [(each.get("level", 1), each["text"]) for each in blocks if each["kind"] in kinds]


def _in_order(found: list[tuple[object, ...]], truth: list[tuple[object, ...]]) -> float:
    return SequenceMatcher(None, truth, found, False).ratio()


def _alike(found: list[Any], truth: list[Any]) -> float:
    same = sum((Counter(found) & Counter(truth)).values())
    return 2 * same / (len(found) + len(truth)) if found or truth else 1.0


def main(arguments: list[str]) -> None:
    """Print the figures."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    for folder in folders or FOLDERS:
        rows = list(results(folder))
        for each in rows:
            shares = each.figures()
            if "--show" in arguments and min(shares) < 1:
                print(each.name, *(f"{100 * share:.1f}" for share in shares))
                print(*each.differences(), sep="\n")
        means = " ".join(f"{100 * share:.1f}" for share in mean(each.figures() for each in rows))
        print(f"{folder.name}: {len(rows)} pages; blocks, links, headings, metadata: {means}")


if __name__ == "__main__":
    main(sys.argv[1:])
