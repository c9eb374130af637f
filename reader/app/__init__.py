"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.annotating import Annotating, Noted, sentence_at
from reader.app.archives import Archives, check, is_archive, titles_in
from reader.app.bulk import Bulk, files_in, is_bulk
from reader.app.care import Care, Restored
from reader.app.changes import changes
from reader.app.documents import (
    Cleaned,
    Recording,
    clean,
    link_language,
    link_pairs,
    own_pair,
    render,
    save_text,
    sentences,
    spoken,
)
from reader.app.originals import Originals, pairs
from reader.app.originals import check as check_pair
from reader.app.pairing import Paired, beads_of, pair
from reader.app.program import get_ready, version
from reader.app.reader import Kept, Opened, Reader
from reader.app.shelving import Shelving
from reader.app.truth import accept, offers
from reader.app.web import Fetches, fetched, is_named

__all__ = [
    "Annotating",
    "Archives",
    "Bulk",
    "Care",
    "Cleaned",
    "Fetches",
    "Kept",
    "Noted",
    "Opened",
    "Originals",
    "Paired",
    "Reader",
    "Recording",
    "Restored",
    "Shelving",
    "accept",
    "beads_of",
    "changes",
    "check",
    "check_pair",
    "clean",
    "fetched",
    "files_in",
    "get_ready",
    "is_archive",
    "is_bulk",
    "is_named",
    "link_language",
    "link_pairs",
    "offers",
    "own_pair",
    "pair",
    "pairs",
    "render",
    "save_text",
    "sentence_at",
    "sentences",
    "spoken",
    "titles_in",
    "version",
]
