"""The command `original`: an article and its links in the original language."""

import json
from argparse import Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.cli import web
from reader.cli.console import Console
from reader.cli.library import opened_reader
from reader.cli.progress import watching
from reader.i18n import Translator, mark
from reader.model.links import CheckedPair, LinkPair, Presence

if TYPE_CHECKING:
    from reader.app import Reader

_ASKING = mark("Asking for {file}, {done} of {total}")
_UNKNOWN = "-"


def original(options: Namespace, console: Console) -> int:
    """Print the addresses of an article and of its links, side by side; fetch what is asked for."""
    from reader.app.originals import pairs

    with opened_reader(console) as reader:
        article = reader.open(options.identifier).article
        if options.fetch or options.address:
            _fetch(options, reader, console)
        found = pairs(article, reader.originals.known(options.identifier))
        rows = tuple(found.values())
        if options.check:
            rows = _checked(article.title, found, options, console)
    if options.json:
        console.say(json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        console.say("\t".join(_line(row, console.translator)))
    return 0


def _fetch(options: Namespace, reader: "Reader", console: Console) -> None:
    fetcher = web.fetcher(options)
    with watching(str(options.identifier), console) as watch:
        found = reader.originals.fetch(options.identifier, fetcher, options.address, watch)
    sentence = console.translator("The original is kept: “{title}” ({address})")
    console.remark(sentence.format(title=found.title, address=found.source.address))


def _checked(
    title: str, found: Mapping[str, CheckedPair], options: Namespace, console: Console
) -> tuple[CheckedPair, ...]:
    from reader.app.originals import check_all

    fetcher = web.fetcher(options)
    with watching(title, console, console.translator(_ASKING)) as watch:
        return tuple(check_all(found, fetcher, watch).values())


def _line(row: CheckedPair, _: Translator) -> tuple[str, str, str]:
    """Return a link's words, its Bulgarian and its original address, with what is known of them."""
    pair = row.pair
    bulgarian, original = _addresses(pair)
    return (
        " ".join(pair.text.split()),
        _told(bulgarian, row.bulgarian, pair, _),
        _told(original, row.original, pair, _),
    )


def _addresses(pair: LinkPair) -> tuple[str | None, str | None]:
    """Return both addresses; one of which no rule knows the language stands first."""
    if pair.original is None and pair.bulgarian is None:
        return pair.address, None
    return pair.bulgarian, pair.original


def _told(address: str | None, presence: Presence, pair: LinkPair, _: Translator) -> str:
    if address is None:
        return _UNKNOWN
    told = {
        Presence.UNKNOWN: "",
        Presence.THERE: _("it is there"),
        Presence.MISSING: _("nothing is there"),
        Presence.NO_ANSWER: _("no answer"),
        Presence.PRIVATE: _("in your own network, not asked"),
    }[presence]
    if not told and address != pair.address and not pair.sureness.is_certain:
        told = _("probably")
    return f"{address} ({told})" if told else address


def _as_json(row: CheckedPair) -> dict[str, object]:
    pair = row.pair
    there = {Presence.THERE: True, Presence.MISSING: False}
    return {
        "text": pair.text,
        "url": pair.address,
        "bulgarian": pair.bulgarian,
        "original": pair.original,
        "sure": pair.sureness.is_certain,
        "bulgarian_exists": there.get(row.bulgarian),
        "original_exists": there.get(row.original),
    }
