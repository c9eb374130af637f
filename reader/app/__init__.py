"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.annotating import Annotating, Noted, sentence_at
from reader.app.bulk import Bulk, files_in
from reader.app.changes import changes
from reader.app.documents import (
    Cleaned,
    Recording,
    clean,
    link_language,
    link_pairs,
    own_pair,
    render,
    sentences,
    spoken,
)
from reader.app.reader import Kept, Opened, Reader

__all__ = [
    "Annotating",
    "Bulk",
    "Cleaned",
    "Kept",
    "Noted",
    "Opened",
    "Reader",
    "Recording",
    "changes",
    "clean",
    "files_in",
    "link_language",
    "link_pairs",
    "own_pair",
    "render",
    "sentence_at",
    "sentences",
    "spoken",
]
