"""From what a person types to articles, best first.

All words must be found, in any form. „…“ or "…" keeps words together, a minus before a word or
phrase excludes it.
"""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from reader.library import codec
from reader.library.keys import leaf_texts
from reader.library.lists import conditions_of
from reader.library.records import entry_from
from reader.library.snippet import Term, snippet
from reader.library.statements import ENTRY_COLUMNS
from reader.model.entry import Hit
from reader.model.query import Part, Search
from reader.text.words import folded, search_key, words

_PART = re.compile(
    r"(?P<minus>(?<!\S)-)?"
    r"(?:[„“”\"«](?P<phrase>[^„“”\"«»]*)[“”\"»]?|(?P<word>[^\s„“”\"«»]+)|[“”»])"
)
# A word in the title weighs as much as several in the text.
_RANKED = """
    WITH ranked AS (
        SELECT {index}.rowid AS found, bm25({index}, 6.0, 1.0, 0.8, 2.0) AS badness
        FROM {index} JOIN reading ON reading.article = {index}.rowid {joins}
        WHERE {index} MATCH ? AND {conditions} ORDER BY badness, {index}.rowid DESC LIMIT ?
    )
    SELECT {columns}, blocks
    FROM ranked
    JOIN article ON article.id = found
    JOIN content ON content.article = found
    JOIN reading ON reading.article = found
    ORDER BY badness, article.id DESC
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What is wanted and what is not; `exact` asks for the very words."""

    wanted: tuple[Term, ...]
    excluded: tuple[Term, ...]
    exact: bool

    @property
    def key(self) -> Callable[[str], str]:
        """How a word of a text is compared with the terms."""
        return folded if self.exact else search_key


def parse(text: str, *, exact: bool) -> Query:
    """Read what a person typed; nothing they type is an error."""
    key = folded if exact else search_key
    wanted: list[Term] = []
    excluded: list[Term] = []
    for part in _PART.finditer(text):
        # „най-големите" is two words that stand together.
        if term := tuple(map(key, words(part["phrase"] or part["word"] or ""))):
            (excluded if part["minus"] else wanted).append(term)
    return Query(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(excluded)), exact)


def search(connection: sqlite3.Connection, wanted: Search, limit: int) -> list[Hit]:
    """Return at most `limit` articles that fit, best first, of equals the newest."""
    query = parse(wanted.words, exact=wanted.exact)
    if not query.wanted:
        return []
    joins, conditions, values = conditions_of(wanted.filter)
    statement = _RANKED.format(
        index="search_exact" if query.exact else "search",
        columns=ENTRY_COLUMNS,
        joins=" ".join(joins.values()),
        conditions=" AND ".join(conditions),
    )
    rows = connection.execute(statement, (_match(query, wanted.parts), *values, limit)).fetchall()
    return [_hit(row, query) for row in rows]


def _match(query: Query, parts: frozenset[Part]) -> str:
    """Return the query as FTS5 reads it, every term quoted."""
    columns = "{" + " ".join(sorted(parts)) + "}"
    wanted = " AND ".join(_quoted(term) for term in query.wanted)
    if not query.excluded:
        return f"{columns} : ({wanted})"
    excluded = " OR ".join(_quoted(term) for term in query.excluded)
    return f"{columns} : (({wanted}) NOT ({excluded}))"


def _quoted(term: Term) -> str:
    # Letters and digits only, see `tokens`: no quotation mark can stand in a term.
    return '"' + " ".join(term) + '"'


def _hit(row: sqlite3.Row, query: Query) -> Hit:
    texts = leaf_texts(codec.read_blocks(row["blocks"]))
    place = snippet(texts, row["title"], query.wanted, query.key)
    return Hit(entry_from(row), place.text, place.marks, place.position)
