"""From a raw document to a clean article and the list of what was repaired."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.errors import StoppedError
from reader.model.article import Article
from reader.model.correction import Correction
from reader.model.raw import RawDocument, RawLine, Repair
from reader.model.watch import UNWATCHED, Watch
from reader.repair.assemble import assemble
from reader.repair.cells import fill_rows
from reader.repair.corrections import correct
from reader.repair.holes import fill_holes
from reader.repair.join import join_lines
from reader.repair.kinds import find_kinds
from reader.repair.knowledge import load
from reader.repair.leaders import drop_leaders
from reader.repair.letters import plain_letters
from reader.repair.notice import join_notice
from reader.repair.printed import take_addresses
from reader.repair.spaces import close_addresses, tidy_spaces
from reader.repair.stamps import drop_stamps
from reader.repair.step import Step
from reader.repair.text_columns import unfold_columns
from reader.repair.text_notes import name_notes
from reader.repair.text_tables import find_tables
from reader.repair.trace import Origins, located, origins

STEPS: tuple[Step, ...] = (
    plain_letters,
    fill_holes,
    drop_stamps,
    unfold_columns,
    find_tables,
    name_notes,
    join_lines,
    drop_leaders,
    close_addresses,
    take_addresses,
    tidy_spaces,
    join_notice,
    find_kinds,
)
# Where a format names the parts of its text itself there is nothing to join or to guess.
STEPS_OF_MARKUP: tuple[Step, ...] = (plain_letters, join_notice, fill_rows)


@dataclass(frozen=True, slots=True)
class Proof:
    """An article with all that shows how it was made.

    `blocks` are the repaired blocks before they were put together; `origins` are, for each leaf
    of the article, the indices of the lines of the document that it was printed in.
    """

    article: Article
    repairs: tuple[Repair, ...]
    blocks: tuple[RawLine, ...]
    origins: Origins


def repaired(
    document: RawDocument, corrections: Sequence[Correction] = (), watch: Watch = UNWATCHED
) -> tuple[Article, tuple[Repair, ...]]:
    """Return the article that a document holds, and every change that was made on the way.

    Raises `StoppedError` where `watch` says so.
    """
    proof = proved(document, corrections, watch)
    return proof.article, proof.repairs


def proved(
    document: RawDocument, corrections: Sequence[Correction] = (), watch: Watch = UNWATCHED
) -> Proof:
    """Repair a document, make the corrections again, and tell where everything came from.

    Raises `StoppedError` where `watch` says so.
    """
    knowledge = load()
    found = document
    numbered = (replace(line, sources=(index,)) for index, line in enumerate(document.lines))
    document = replace(document, lines=tuple(numbered))
    repairs = document.repairs
    for step in STEPS_OF_MARKUP if document.marked_up else STEPS:
        _give_way(watch)
        document, made = step(document, knowledge)
        repairs += made
    _give_way(watch)
    document, made = correct(document, corrections)
    article = assemble(document, knowledge, found)
    _give_way(watch)
    origin = origins(document.lines)
    return Proof(article, located(repairs + made, found, article, origin), document.lines, origin)


def _give_way(watch: Watch) -> None:
    if watch.stopped():
        raise StoppedError
