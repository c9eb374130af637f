"""Commands that keep the library whole: library check, repair, backup, restore, stats."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.care_wording import (
    anew_in_words,
    backup_in_words,
    fault_in_words,
    hazard_in_words,
    rows_in_words,
    salvaged_in_words,
    size_in_words,
)
from reader.cli.console import Console
from reader.model.care import FaultKind

if TYPE_CHECKING:
    from reader.app import Care


def library(options: Namespace, console: Console) -> int:
    """Run a command of the care; return 0 done and whole, 1 something is damaged or lost."""
    with _care(console) as care:
        return _COMMANDS[options.action](options, care, console)


def _check(options: Namespace, care: "Care", console: Console) -> int:
    """Say what is not as it was written."""
    from reader.library.store import Library

    _ = console.translator
    if options.deep:
        with Library(console.folders.data) as library:
            faults = care.check_all(library)
    else:
        faults = care.check()
    for fault in faults:
        console.remark(fault_in_words(fault, _))
    if hazard := care.hazard():
        console.remark(hazard_in_words(hazard, str(care.folder), _))
    if not faults:
        console.say(_("The library is whole."))
    elif all(fault.kind is FaultKind.UNSEARCHED for fault in faults):
        console.say(_("What was checked of the library is whole."))
    else:
        console.say(_("The library is damaged."))
    return int(bool(faults))


def _repair(_options: Namespace, care: "Care", console: Console) -> int:
    """Put together a whole library from all that can be read."""
    salvaged = care.repair()
    first, *rest = salvaged_in_words(salvaged, console.translator)
    console.say(first)
    for line in rest:
        console.remark(line)
    aside = console.translator("The damaged file was put aside: {path}")
    console.say(aside.format(path=salvaged.aside))
    return int(not salvaged.whole)


def _backup(_options: Namespace, care: "Care", console: Console) -> int:
    """Make a backup now."""
    made = care.back_up()
    console.say(f"{made.name}\t{backup_in_words(made, console.translator)}")
    return 0


def _restore(options: Namespace, care: "Care", console: Console) -> int:
    """Put a backup in the library's place, or say which there are."""
    _ = console.translator
    if options.name is None:
        for each in care.backups():
            console.say(f"{each.name}\t{backup_in_words(each, _)}")
        if not care.backups():
            console.remark(_("There are no backups yet. Make one: chetivo library backup"))
        return 0
    restored = care.restore(options.name)
    console.say(_("Restored: {backup}").format(backup=backup_in_words(restored.backup, _)))
    for line in anew_in_words(restored.anew, _):
        console.remark(line)
    if restored.lost:
        words = _.plural(
            "{count} file of a later article could not be read again; it is still there.",
            "{count} files of later articles could not be read again; they are still there.",
            restored.lost,
        )
        console.remark(words.format(count=restored.lost))
    console.say(_("The file as it was before: {path}").format(path=restored.aside))
    return int(bool(restored.lost))


def _stats(_options: Namespace, care: "Care", console: Console) -> int:
    """Say how much there is."""
    from reader.library.store import Library

    _ = console.translator
    with Library(console.folders.data) as library:
        stats = library.stats()
    for table, count in stats.rows:
        if words := rows_in_words(table, count, _):
            console.say(words)
    console.say(_("the library’s file: {size}").format(size=size_in_words(stats.file_size, _)))
    files = _("files that articles came in: {count}, {size}")
    console.say(files.format(count=stats.originals, size=size_in_words(stats.originals_size, _)))
    console.say(_("backups: {count}").format(count=len(care.backups())))
    return 0


_COMMANDS: dict[str, Callable[[Namespace, "Care", Console], int]] = {
    "check": _check,
    "repair": _repair,
    "backup": _backup,
    "restore": _restore,
    "stats": _stats,
}


@contextmanager
def _care(console: Console) -> "Iterator[Care]":
    from reader.app import Care
    from reader.importers.apart import Apart

    with Apart() as apart:
        yield Care(console.folders.data, apart)
