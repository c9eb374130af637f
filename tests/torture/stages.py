"""What a program is busy with, in memory that outlives it, so that it is known where it died."""

import mmap
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import Any

from reader.app import Care, documents, journal, merging
from reader.exporters import files
from reader.library import adding, aside, backups, indexing, salvage, schema
from reader.library.adding import Adding
from reader.library.archive import everything, making
from reader.library.archive.draft import Draft
from reader.library.archive.merging import Merging
from reader.library.archive.restoring import Restoring
from reader.library.originals import Originals
from reader.library.store import Library

BETWEEN = "between"
# Where a program is busy with what; an inner one counts while it lasts.
_PLACES: tuple[tuple[Any, str, str], ...] = (
    (Library, "_open", "opening"),
    (Adding, "within", "adding"),
    (adding, "prepare", "preparing"),
    (adding, "_add_all", "rows"),
    (Adding, "_settle", "settling"),
    (Originals, "mark", "marking"),
    (Originals, "drop", "dropping"),
    (Originals, "unmark", "unmarking"),
    (schema, "migrate", "migrating"),
    (indexing, "_build_slice", "search"),
    (backups, "verify", "proving"),
    (backups, "_copy", "copying"),
    (backups, "_prove", "proving"),
    (backups.Backups, "_let_go", "letting go"),
    (aside, "sync_file", "syncing"),
    (aside, "_move", "exchanging"),
    (aside, "_close", "exchanging"),
    (salvage, "copy_to_read", "copying"),
    (salvage._Salvage, "_take_over", "salvaging"),
    (salvage._Salvage, "_find_the_rest", "finding"),
    (making.Making, "room", "measuring"),
    (making._Taking, "take", "articles"),
    (everything, "write", "everything"),
    (Draft, "finish", "sealing"),
    (files, "clear_drafts", "clearing"),
    (merging.Merging, "_arrival", "unpacking"),
    (Merging, "keep", "belongings"),
    (Restoring, "_take", "restoring"),
    (journal.Journal, "_write", "journal"),
    (documents, "clean", "cleaning"),
    (Care, "recover", "recovering"),
)
# What is entered and left; the leaving counts.
_ENDS: tuple[tuple[Any, str, str], ...] = (
    (schema, "transaction", "committing"),
    (Originals, "putting", "files"),
    (files, "new_path", "publishing"),
    (journal.Journal, "held", "letting go"),
)
NAMES = tuple(dict.fromkeys((BETWEEN, *(name for _, _, name in (*_PLACES, *_ENDS)))))


class Stages:
    """A byte that the program and its children share: the number of the stage in `NAMES`."""

    def __init__(self) -> None:
        self._byte = mmap.mmap(-1, 1)

    @property
    def name(self) -> str:
        """The stage that was entered last."""
        return NAMES[self._byte[0]]

    def clear(self) -> None:
        """Be at no stage."""
        self._byte[0] = 0

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Be at a stage meanwhile."""
        before = self._byte[0]
        self._byte[0] = NAMES.index(name)
        try:
            yield
        finally:
            self._byte[0] = before

    def watch(self) -> None:
        """Have the program's own functions tell."""
        for owner, function, name in _PLACES:
            setattr(owner, function, self._telling(getattr(owner, function), name))
        for owner, function, name in _ENDS:
            setattr(owner, function, self._telling_of_end(getattr(owner, function), name))

    def _telling(self, work: Callable[..., Any], name: str) -> Callable[..., Any]:
        @wraps(work)
        def tell(*args: Any, **known: Any) -> Any:
            with self.at(name):
                return work(*args, **known)

        return tell

    def _telling_of_end(
        self, enter: Callable[..., AbstractContextManager[Any]], name: str
    ) -> Callable[..., AbstractContextManager[Any]]:
        @contextmanager
        def tell(*args: Any, **known: Any) -> Iterator[Any]:
            before = self._byte[0]
            with enter(*args, **known) as lent:
                yield lent
                self._byte[0] = NAMES.index(name)
            self._byte[0] = before

        return tell
