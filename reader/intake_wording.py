"""How an import went, in a person's words."""

from reader.i18n import Translator
from reader.model.intake import Outcome, Report


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
    """Return how many files of an import came to what, in one line."""
    counts = (
        (_("added {count}"), len(report.of(Outcome.NEW))),
        (_("new versions {count}"), len(report.of(Outcome.VERSION))),
        (_("already kept {count}"), len(report.of(Outcome.KNOWN))),
        (_("taken out of the bin {count}"), len(report.of(Outcome.RESTORED))),
        (_("taken in before {count}"), report.before),
        (_("not taken in {count}"), len(report.failed)),
    )
    said = [words.format(count=count) for words, count in counts if count]
    return _("Files: {counts}.").format(counts=", ".join(said))
