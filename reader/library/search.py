"""From what a person types to articles, best first; see `reader.text.search_terms`."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.library.leaf_texts import leaf_texts
from reader.library.lists import IN_BIN, conditions_of
from reader.library.records import entry_from
from reader.library.snippet import Snippet, snippet
from reader.library.statements import ENTRY_COLUMNS, is_searched, put_into_search
from reader.library.values import CodecError, to_json
from reader.model.entry import Hit
from reader.model.position import START, Position
from reader.model.query import ALL_PARTS, Filter, Part, Search
from reader.text.search_terms import Groups, Term, Wanted, parse

_KEYS, _WORDS = "search", "search_exact"
# A word in the title weighs as much as several in the text, and one's own notes are sought first.
_WEIGHTS = "6.0, 1.0, 0.8, 2.0"
# The newest are found first, and so only they are weighed where there are too many, see `_narrow`.
_RANKED = """
    WITH found AS (
        SELECT rowid AS number, {badness} AS badness FROM {table}
        WHERE {conditions} {order} LIMIT ?
    ), ranked AS (
        SELECT number, badness FROM found ORDER BY badness, number DESC LIMIT ?
    )
    SELECT {columns}, blocks
    FROM ranked
    JOIN article ON article.id = number
    JOIN content ON content.article = number
    JOIN reading ON reading.article = number
    ORDER BY badness, article.id DESC
"""
_MOST_RANKED = 25_000  # a microsecond each, and more
_ANY_ORDER = ""  # where fewer are found: the index is then read faster
_ORIGINAL = "SELECT title, blocks FROM original_text WHERE article = ?"
_NOTES = "SELECT text, block, char FROM annotation WHERE article = ? ORDER BY block, char"
_NEWEST = 500  # weighed always
_IN_TITLES = 4_000  # weighed besides, of those with a word in the title or in one's notes
_ENOUGH = 2  # times as many of those as are wanted
_NTH = "SELECT rowid FROM {index} WHERE {conditions} ORDER BY rowid DESC LIMIT 1 OFFSET ?"
_WITH_TITLES = "SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
_FOUND = "SELECT rowid FROM {index} WHERE {index} MATCH ?"


def search(connection: sqlite3.Connection, wanted: Search, limit: int) -> list[Hit]:
    """Return at most `limit` articles that fit, best first, of equals the newest.

    Where there are no words to be found, only a filter or words to be left out, the newest fit
    best.
    """
    asked = parse(wanted.words, exact=wanted.exact, within=wanted.filter)
    question = _question(asked, wanted)
    if question is None:
        return []
    if _is_plain(asked, wanted):
        question.narrow(connection, asked.terms, limit)
    values = (*question.values, _MOST_RANKED, limit)
    rows = connection.execute(question.statement(), values).fetchall()
    return [_hit(connection, row, asked) for row in rows]


def identifiers(
    connection: sqlite3.Connection, wanted: Search, only: int | None = None
) -> "array[int]":
    """Return all articles that fit, or this one if it does, in the order in which they came in."""
    question = _question(parse(wanted.words, exact=wanted.exact, within=wanted.filter), wanted)
    if question is None:
        return array("q")
    if only is not None:
        question.ask_of(only)
    rows = connection.execute(question.of_identifiers(), question.values)
    return array("q", (row[0] for row in rows))


def fits(connection: sqlite3.Connection, article: int, wanted: Search) -> bool:
    """Tell whether an article is found, even if the search is being built and is not there yet."""
    if is_searched(connection, article):
        return article in identifiers(connection, wanted, article)
    connection.execute("BEGIN IMMEDIATE")
    try:
        put_into_search(connection, article)
        return article in identifiers(connection, wanted, article)
    finally:
        connection.execute("ROLLBACK")


def _question(asked: Wanted, wanted: Search) -> "_Question | None":
    """Return what SQLite is to be asked; None where there is nothing to be found."""
    if not (asked.groups or asked.excluded) and asked.filter == wanted.filter:
        return None
    question = _Question(wanted.parts)
    question.ask_for(asked.groups)
    question.ask_without(asked.excluded)
    question.ask_within(asked.filter)
    return question


def _is_plain(asked: Wanted, wanted: Search) -> bool:
    """Tell whether a single word is sought, wherever it stands; such are quickly counted."""
    alone = len(asked.groups) == 1 and not asked.excluded
    anywhere = asked.filter == Filter() and wanted.parts == ALL_PARTS
    return (
        alone
        and anywhere
        and all(
            len(term.keys) == 1 and not term.prefix and term.part is None for term in asked.terms
        )
    )


class _Question:
    """A question to SQLite as it grows: conditions, and the values that they ask for.

    What is found is ranked by the index that the first words are looked up in, or not at all.
    """

    def __init__(self, parts: frozenset[Part]) -> None:
        self._parts = parts
        self._ranking: str | None = None
        self._conditions: list[str] = []
        self._order = "ORDER BY rowid DESC"
        self.values: list[str | int] = []

    def statement(self) -> str:
        """Return the whole question; after its values come how many to rank and to return."""
        index = self._ranking
        return _RANKED.format(
            table=index or "article",
            badness=f"bm25({index}, {_WEIGHTS})" if index else "0",
            columns=ENTRY_COLUMNS,
            conditions=" AND ".join(self._conditions),
            order=self._order,
        )

    def of_identifiers(self) -> str:
        """Return the question for the identifiers alone, in their order."""
        conditions = " AND ".join(self._conditions)
        return f"SELECT rowid FROM {self._ranking or 'article'} WHERE {conditions} ORDER BY rowid"

    def narrow(self, connection: sqlite3.Connection, terms: Sequence[Term], limit: int) -> None:
        """Have no more weighed than can come first, where very many are found.

        A word in the title outweighs several in the text. So where enough have one there, only
        these and the newest are weighed: the same come first as of all, but for words that stand
        in every other article.
        """
        index = self._ranking
        if index is None:
            return
        conditions = " AND ".join(self._conditions)
        query = _NTH.format(index=index, conditions=conditions)
        newest = connection.execute(query, (*self.values, _NEWEST)).fetchone()
        if newest is None:
            self._order = _ANY_ORDER
            return
        match = f"{{{Part.TITLE} {Part.NOTES}}} : ({self._any_of(terms)})"
        rows = connection.execute(_WITH_TITLES.format(index=index), (match, _IN_TITLES))
        in_titles = [row[0] for row in rows]
        if len(in_titles) >= _ENOUGH * limit:
            chosen = "+rowid IN (SELECT value FROM json_each(?))"
            # Before the other conditions, which fewer then have to be asked for.
            self._conditions[:0] = ["rowid >= ?", f"(+rowid >= ? OR {chosen})"]
            oldest = min(newest[0], in_titles[-1])
            self.values[:0] = [oldest, newest[0], to_json(in_titles)]
            self._order = _ANY_ORDER

    def ask_for(self, groups: Groups) -> None:
        """Ask for one term of each group."""
        kinds = {group: {term.of_words for term in group} for group in groups}
        for index, of_words in ((_KEYS, False), (_WORDS, True)):
            alike = [group for group in groups if kinds[group] == {of_words}]
            if not alike:
                continue
            match = " AND ".join(f"({self._any_of(group)})" for group in alike)
            if self._ranking is None:
                self._ranking = index
                self._need(f"{index} MATCH ?", match)
            else:
                self._need(f"+rowid IN ({_FOUND.format(index=index)})", match)
        for group in groups:
            if len(kinds[group]) > 1:
                self._need(*self._in_either(group))

    def ask_without(self, terms: Iterable[Term]) -> None:
        """Ask that none of the terms be there."""
        if terms := tuple(terms):
            condition, *matches = self._in_either(terms)
            self._need(f"NOT {condition}", *matches)

    def ask_within(self, chosen: Filter) -> None:
        """Ask for what a filter lets through."""
        if chosen == Filter():  # the usual case, made quick: few are in the bin
            self._need(f"+rowid NOT IN ({IN_BIN})")
            return
        joins, conditions, values = conditions_of(chosen)
        within = f"SELECT reading.article FROM reading {' '.join(joins.values())}"
        self._need(f"+rowid IN ({within} WHERE {' AND '.join(conditions)})", *values)

    def ask_of(self, article: int) -> None:
        """Ask whether this article is found."""
        self._need("rowid = ?", article)

    def _need(self, condition: str, *values: str | int) -> None:
        self._conditions.append(condition)
        self.values.extend(values)

    def _in_either(self, terms: Iterable[Term]) -> tuple[str, ...]:
        """Return the condition that a term is there, and what it asks each index for."""
        asked: dict[str, list[Term]] = {}
        for term in terms:
            asked.setdefault(_WORDS if term.of_words else _KEYS, []).append(term)
        found = " UNION ".join(_FOUND.format(index=index) for index in asked)
        return f"+rowid IN ({found})", *map(self._any_of, asked.values())

    def _any_of(self, terms: Iterable[Term]) -> str:
        return " OR ".join(map(self._quoted, terms))

    def _quoted(self, term: Term) -> str:
        # Letters and digits only, see `words.tokens`: no quotation mark can stand in a term.
        words = '"' + " ".join(term.keys) + '"' + ("*" if term.prefix else "")
        parts = self._parts if term.part is None else {term.part}
        return words if parts == ALL_PARTS else f"{{{' '.join(sorted(parts))}}} : {words}"


def _hit(connection: sqlite3.Connection, row: sqlite3.Row, asked: Wanted) -> Hit:
    """Return a found article; one whose text is damaged is found without its words.

    Whoever opens it is told, and the others are not held back by it.
    """
    entry = entry_from(row)
    place = _place(row, asked)
    if place is None:
        return Hit(entry, "", (), START)
    if not place.marks and asked.terms:
        if (noted := _noted(connection, entry.identifier, asked)) is not None:
            return Hit(entry, noted.text, noted.marks, noted.position)
        original = connection.execute(_ORIGINAL, (entry.identifier,)).fetchone()
        there = _place(original, asked) if original else None
        if there is not None and there.marks:
            return Hit(entry, there.text, there.marks, there.position, in_original=True)
    return Hit(entry, place.text, place.marks, place.position)


def _noted(connection: sqlite3.Connection, identifier: int, asked: Wanted) -> Snippet | None:
    """Return the words of the person's note that fit best, and where the note stands."""
    notes = connection.execute(_NOTES, (identifier,)).fetchall()
    texts = tuple(note["text"].replace("\n", " ") for note in notes)
    found = snippet(texts, "", asked.terms)
    if not found.marks:
        return None
    note = notes[found.position.block]
    return replace(found, position=Position(note["block"], note["char"]))


def _place(row: sqlite3.Row, asked: Wanted) -> Snippet | None:
    """Return the place in a text that fits best; None where the text is damaged."""
    try:
        return snippet(leaf_texts(row["blocks"]), row["title"], asked.terms)
    except CodecError:
        return None
