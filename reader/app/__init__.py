"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.annotating import Annotating, Noted, sentence_at
from reader.app.archives import Archives, check, is_archive, titles_in
from reader.app.bulk import Bulk
from reader.app.care import Care, Restored
from reader.app.changes import changes
from reader.app.documents import (
    Cleaned,
    Export,
    Exported,
    Voice,
    clean,
    copied,
    link_language,
    link_pairs,
    own_pair,
    render,
    save_text,
    sentences,
    spoken,
)
from reader.app.folders import files_in, is_bulk
from reader.app.opened import Kept, Opened
from reader.app.originals import Originals
from reader.app.pairing import Paired, beads_of, pair, pin
from reader.app.program import get_ready, version
from reader.app.reader import Reader
from reader.app.shelving import Shelving

__all__ = [
    "Annotating",
    "Archives",
    "Bulk",
    "Care",
    "Cleaned",
    "Export",
    "Exported",
    "Kept",
    "Noted",
    "Opened",
    "Originals",
    "Paired",
    "Reader",
    "Restored",
    "Shelving",
    "Voice",
    "beads_of",
    "changes",
    "check",
    "clean",
    "copied",
    "files_in",
    "get_ready",
    "is_archive",
    "is_bulk",
    "link_language",
    "link_pairs",
    "own_pair",
    "pair",
    "pin",
    "render",
    "save_text",
    "sentence_at",
    "sentences",
    "spoken",
    "titles_in",
    "version",
]
