"""A page put together: where its article is, and the lines that this has."""

from collections.abc import Iterator
from dataclasses import replace

from reader.importers.html import (
    about,
    bold,
    bylines,
    columns,
    notes,
    pruning,
    roots,
    rules,
    titles,
)
from reader.importers.html.around import Known, Parts, parts_of
from reader.importers.html.blocks import Walker
from reader.importers.html.elements import Element
from reader.importers.html.links import Addresses, saved_from
from reader.importers.html.parsing import parsed
from reader.importers.html.reading import Page
from reader.importers.html.tongues import tongues
from reader.importers.html.tree import Row
from reader.model.raw import RawDocument


def document(
    markup: str, address: str | None, form: str, *, whole: bool = False
) -> RawDocument | None:
    """Return the article of a page, or None where nothing can be parsed.

    `form` names the importer; `whole` tells that there is nothing but the article.
    """
    known = address or saved_from(markup)
    root = parsed(markup)
    if root is None:
        return None
    told = about.read(root, Addresses(known, about.base(root)))
    own = known or told.address
    addresses = Addresses(own, about.base(root))
    names = rules.load()
    titles.join_lines(root, names)
    row = Row(root, names)
    found = notes.find(row, addresses, names, whole=whole)
    parts = _whole(row, names) if whole else _parts(row, names, told, found)
    page = Page(
        row, addresses, found.marks, found.bodies, parts, tongues(row, parts.dropped), whole
    )
    lines = Walker(page, names).lines()
    return RawDocument(
        form,
        tuple(lines) if whole else bold.with_headings(lines),
        title=told.titles[0] if told.titles else "",
        language=told.language,
        address=own,
        marked_up=True,
        published=told.published,
        author=told.author or bylines.author(row, names),
        versions=told.versions,
        other_days=() if whole else parts.other_days,
        machine_translated=told.translated,
    )


def _whole(row: Row, names: rules.Rules) -> Parts:
    title, body = (next(iter(row.tagged(tag)), None) for tag in ("h1", "body"))
    return parts_of(row, names, set(), Known(title, body or 0))


def _parts(row: Row, names: rules.Rules, told: about.About, found: notes.Notes) -> Parts:
    title = titles.title(row, names, told.titles)
    column = columns.column(row)
    if column is not None:
        title = columns.title(row, names, column, title, told.titles)
    round_it = set() if column is None else set(columns.outside(row, column, title))
    dropped = pruning.dropped(row, names, title, found.bodies, told.author) | round_it
    text = roots.Text(row, dropped)
    if text.is_poor() and title is not None:
        # Themes name the text itself after what stands in it or beside it: "with-sidebar".
        held = roots.Text(row, set()).doubtful(names, text.before_text(title))
        fewer = pruning.dropped(row, names, title, {*found.bodies, *held}, told.author) | round_it
        more = roots.Text(row, fewer)
        if more.outweighs(text):
            dropped, text = fewer, more
    body = text.root(names)
    late = title is not None and text.is_late(body, title)
    parts = parts_of(row, names, dropped, Known(title, body, late, told.of_event))
    tops = {*parts.tops, *_notes_beside(row, parts, found)}
    return replace(parts, tops=tuple(sorted(tops, key=row.place.__getitem__)))


def _notes_beside(row: Row, parts: Parts, found: notes.Notes) -> Iterator[Element]:
    """Yield the notes outside of an article whose marks stand in it."""
    tops = {row.place[top] for top in parts.tops}
    marks = found.marks.items()
    marked = {label for mark, label in marks if label and row.is_within(row.place[mark], tops)}
    told = tops | parts.dropped
    for note in sorted(found.bodies, key=row.place.__getitem__):
        if found.bodies[note] in marked and not row.is_within(row.place[note], told):
            told.add(row.place[note])
            yield note
