"""From a raw document to a clean article and the list of what was repaired."""

from reader.model.article import Article
from reader.model.raw import RawDocument, Repair
from reader.repair.assemble import assemble
from reader.repair.join import join_lines
from reader.repair.kinds import find_kinds
from reader.repair.knowledge import load
from reader.repair.letters import plain_letters
from reader.repair.notice import join_notice
from reader.repair.printed import take_addresses
from reader.repair.spaces import tidy_spaces
from reader.repair.stamps import drop_stamps
from reader.repair.step import Step
from reader.repair.text_columns import unfold_columns
from reader.repair.text_notes import name_notes
from reader.repair.text_tables import find_tables

STEPS: tuple[Step, ...] = (
    plain_letters,
    drop_stamps,
    unfold_columns,
    find_tables,
    name_notes,
    join_lines,
    take_addresses,
    tidy_spaces,
    join_notice,
    find_kinds,
)


def repaired(document: RawDocument) -> tuple[Article, tuple[Repair, ...]]:
    """Return the article that a document holds, and every change that was made on the way."""
    knowledge = load()
    repairs: tuple[Repair, ...] = ()
    for step in STEPS:
        document, made = step(document, knowledge)
        repairs += made
    return assemble(document, knowledge), repairs
