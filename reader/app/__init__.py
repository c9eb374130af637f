"""The use cases: what a person can ask of the program. Both edges call nothing else."""

from reader.app.care import Care, Restored
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
    "Care",
    "Cleaned",
    "Kept",
    "Opened",
    "Reader",
    "Recording",
    "Restored",
    "clean",
    "link_language",
    "link_pairs",
    "own_pair",
    "render",
    "sentences",
    "spoken",
]
