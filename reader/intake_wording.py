"""How an import went, in a person's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import PasswordError
from reader.i18n import Translator
from reader.model.intake import Failed, Outcome, Report, Taken
from reader.wording import explain

# In the order in which a report tells them: what there is to do comes first.
_ORDER = (Outcome.VERSION, Outcome.KNOWN, Outcome.RESTORED, Outcome.NEW)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of a file: what became of it, and its article's title or what to do.

    `outcome` is None where it was not taken in; `locked` tells that it needs a password.
    """

    path: Path
    outcome: Outcome | None
    head: str
    words: str
    article: int | None = None
    locked: bool = False


def outcome_words(outcome: Outcome, _: Translator) -> str:
    """Return what became of a file, with places for {identifier} and {title}."""
    match outcome:
        case Outcome.NEW:
            return _("Added: {identifier}. {title}")
        case Outcome.KNOWN:
            return _("Already kept: {identifier}. {title}")
        case Outcome.RESTORED:
            return _("Taken out of the bin: {identifier}. {title}")
        case Outcome.VERSION:
            return _("A new version: {identifier}. {title}")


def bulk_report(report: Report, _: Translator) -> str:
    """Return how many files of an import came to what, as a sentence in one line."""
    counts = [(_counted(each, len(report.of(each)), _), len(report.of(each))) for each in Outcome]
    earlier, failed = len(report.earlier), len(report.failed)
    words = _.plural("{count} file taken in before", "{count} files taken in before", earlier)
    counts.append((words, earlier))
    words = _.plural("{count} file not taken in", "{count} files not taken in", failed)
    counts.append((words, failed))
    said = [words.format(count=count) for words, count in counts if count] or [_("No files")]
    listed = [", ".join(said[:-1])] if said[:-1] else []
    return _(" and ").join((*listed, said[-1])) + "."


def _counted(outcome: Outcome, count: int, _: Translator) -> str:
    """Return what became of so many files, with a place for {count}."""
    match outcome:
        case Outcome.NEW:
            return _.plural("{count} file added", "{count} files added", count)
        case Outcome.VERSION:
            return _.plural("{count} new version", "{count} new versions", count)
        case Outcome.KNOWN:
            return _.plural("{count} file kept already", "{count} files kept already", count)
        case Outcome.RESTORED:
            return _.plural(
                "{count} file taken out of the bin", "{count} files taken out of the bin", count
            )


def kind_words(outcome: Outcome | None, _: Translator) -> str:
    """Return what became of files, as the name of a group of them; None are those that failed."""
    match outcome:
        case Outcome.NEW:
            return _("Added")
        case Outcome.KNOWN:
            return _("In the library already")
        case Outcome.RESTORED:
            return _("Taken out of the bin")
        case Outcome.VERSION:
            return _("New version")
        case None:
            return _("Not taken in")


def report_rows(report: Report, _: Translator) -> Iterator[Told]:
    """Yield what a report tells, file by file: first what was not taken in and why."""
    for each in report.failed:
        yield _failed(report, each, _)
    taken = (*report.earlier, *report.taken)
    for outcome in _ORDER:
        for one in taken:
            if one.outcome is outcome:
                yield _taken(report, one, _)


def report_text(report: Report, _: Translator) -> str:
    """Return a report as a text to keep."""
    roots = [str(root) for root in report.roots]
    head = [bulk_report(report, _), *roots, ""]
    rows = [f"{row.head}\n\t{row.words}" for row in report_rows(report, _)]
    return "\n".join((*head, *rows, ""))


def _failed(report: Report, each: Failed, _: Translator) -> Told:
    head = f"{kind_words(None, _)}: {report.name(each.path)}"
    locked = isinstance(each.error, PasswordError)
    return Told(each.path, None, head, explain(each.error, _), locked=locked)


def _taken(report: Report, each: Taken, _: Translator) -> Told:
    head = f"{kind_words(each.outcome, _)}: {report.name(each.path)}"
    return Told(each.path, each.outcome, head, each.title or _("Untitled"), each.article)
