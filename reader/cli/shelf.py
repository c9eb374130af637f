"""Commands on the library: show, search, notes."""

import json
from argparse import Namespace

from reader.cli.console import Console
from reader.cli.library import opened_reader
from reader.model.entry import Hit
from reader.model.query import Search
from reader.search_wording import doubts


def show(options: Namespace, console: Console) -> int:
    """Print an article as text."""
    from reader.exporters import text

    with opened_reader(console, only_to_read=True) as reader:
        console.write(text.render(reader.library.article(options.identifier)))
    return 0


def search(options: Namespace, console: Console) -> int:
    """Print the articles that hold the words, and the words around the first place."""
    _ = console.translator
    with opened_reader(console, only_to_read=True) as reader:
        words = " ".join(options.words)
        hits = reader.search(Search(words, exact=options.exact))
        left = reader.library.left_to_search()
    if left:
        unready = _.plural(
            "The search is being prepared anew: {count} article is not found yet.",
            "The search is being prepared anew: {count} articles are not found yet.",
            left,
        )
        console.remark(unready.format(count=left))
    if options.json:
        console.say(json.dumps([_as_json(hit) for hit in hits], ensure_ascii=False, indent=1))
    elif not hits:
        console.remark(" ".join([_("Nothing was found."), *doubts(words, _)]))
    else:
        for hit in hits:
            console.say(f"{hit.entry.identifier}\t{hit.entry.title}\n\t{hit.snippet}")
    return 0


def notes(options: Namespace, console: Console) -> int:
    """Print the notes of an article, or of all, as Markdown, or write them to a file."""
    with opened_reader(console, only_to_read=True) as reader:
        document = reader.annotating.document(options.identifier)
        if not document:
            console.remark(console.translator("There are no notes."))
        elif options.output is None:
            console.write(document)
        else:
            reader.annotating.write(options.output, options.identifier)
            console.say(str(options.output))
    return 0


def _as_json(hit: Hit) -> dict[str, object]:
    published = hit.entry.published
    return {
        "id": hit.entry.identifier,
        "title": hit.entry.title,
        "published": published.isoformat() if published else None,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "block": hit.position.block,
        "char": hit.position.char,
    }
