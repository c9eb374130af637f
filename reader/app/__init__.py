"""The use cases: what a person can ask of the program. Both edges call nothing else."""

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
    "Cleaned",
    "Kept",
    "Opened",
    "Reader",
    "Recording",
    "Shelving",
    "clean",
    "link_language",
    "link_pairs",
    "own_pair",
    "render",
    "sentences",
    "spoken",
]
