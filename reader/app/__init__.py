"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.archives import Archives, check, is_archive
from reader.app.bulk import Bulk, files_in
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
    sentences,
    spoken,
)
from reader.app.reader import Kept, Opened, Reader
from reader.app.shelving import Shelving

__all__ = [
    "Archives",
    "Bulk",
    "Care",
    "Cleaned",
    "Kept",
    "Opened",
    "Reader",
    "Recording",
    "Restored",
    "Shelving",
    "changes",
    "check",
    "clean",
    "files_in",
    "is_archive",
    "link_language",
    "link_pairs",
    "own_pair",
    "render",
    "sentences",
    "spoken",
]
