"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.annotating import Annotating, Noted, sentence_at
from reader.app.archives import Archives, check, is_archive, titles_in
from reader.app.bulk import Bulk, files_in, is_bulk
from reader.app.care import Care, Restored
from reader.app.changes import changes
from reader.app.documents import (
    Cleaned,
    Recording,
    Voice,
    clean,
    link_language,
    link_pairs,
    own_pair,
    render,
    save_text,
    sentences,
    spoken,
)
from reader.app.opened import Kept, Opened
from reader.app.originals import Originals
from reader.app.pairing import Paired, beads_of, pair
from reader.app.program import get_ready, version
from reader.app.reader import Reader
from reader.app.shelving import Shelving

__all__ = [
    "Annotating",
    "Archives",
    "Bulk",
    "Care",
    "Cleaned",
    "Kept",
    "Noted",
    "Opened",
    "Originals",
    "Paired",
    "Reader",
    "Recording",
    "Restored",
    "Shelving",
    "Voice",
    "beads_of",
    "changes",
    "check",
    "clean",
    "files_in",
    "get_ready",
    "is_archive",
    "is_bulk",
    "link_language",
    "link_pairs",
    "own_pair",
    "pair",
    "render",
    "save_text",
    "sentence_at",
    "sentences",
    "spoken",
    "titles_in",
    "version",
]
