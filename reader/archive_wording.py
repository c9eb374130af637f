"""What became of archives, in a person's words, for both edges."""

from pathlib import Path

from reader.i18n import Translator
from reader.model.archive import About, Checked, Made, Merged


def terms(_: Translator) -> str:
    """Return the line of rights that stands in each new archive."""
    return _(
        "Each article belongs to its publisher and may be handed on by the terms that are kept "
        "with it."
    )


def made(path: Path, outcome: Made, _: Translator) -> str:
    """Tell what went into a new archive and what did not."""
    written = _.plural(
        "“{file}” is written: {count} article.",
        "“{file}” is written: {count} articles.",
        outcome.articles,
    ).format(file=path.name, count=outcome.articles)
    return " ".join((written, *_left_out(len(outcome.left_out), _), *_lost(outcome, _)))


def checked(about: About, outcome: Checked, _: Translator) -> str:
    """Tell whether an archive is whole, and what is not."""
    if outcome.whole:
        return _.plural(
            "The archive “{name}” is whole: {count} article, every hash is right.",
            "The archive “{name}” is whole: {count} articles, every hash is right.",
            outcome.articles,
        ).format(name=about.name, count=outcome.articles)
    parts = [_("The archive “{name}” is damaged.").format(name=about.name)]
    if outcome.damaged:
        words = _.plural(
            "{count} article of {total} is not as it was written.",
            "{count} articles of {total} are not as they were written.",
            len(outcome.damaged),
        )
        parts.append(words.format(count=len(outcome.damaged), total=about.articles))
    if outcome.rows:
        parts.append(_("Something in it is missing, was added or changed."))
    if outcome.search:
        parts.append(
            _("Its search does not work as it should; the articles can still be taken in.")
        )
    return " ".join(parts)


def merged(about: About, outcome: Merged, _: Translator) -> str:
    """Tell what the library took from an archive."""
    parts = [_("From the archive “{name}”:").format(name=about.name)]
    if outcome.new:
        words = _.plural("{count} new article.", "{count} new articles.", outcome.new)
        parts.append(words.format(count=outcome.new))
    known = len(outcome.known)
    if known or not (outcome.new or outcome.damaged):
        words = _.plural(
            "{count} was in the library already.", "{count} were in the library already.", known
        )
        parts.append(words.format(count=known))
    if outcome.notes:
        words = _.plural("{count} new note.", "{count} new notes.", outcome.notes)
        parts.append(words.format(count=outcome.notes))
    return " ".join((*parts, *_left_out(len(outcome.damaged), _), *_lost(outcome, _)))


def _left_out(count: int, _: Translator) -> tuple[str, ...]:
    words = _.plural(
        "{count} article is damaged and was left out.",
        "{count} articles are damaged and were left out.",
        count,
    )
    return (words.format(count=count),) if count else ()


def _lost(outcome: Made | Merged, _: Translator) -> tuple[str, ...]:
    count = len(outcome.without_file)
    words = _.plural(
        "{count} article is without its original file, which is damaged or missing.",
        "{count} articles are without their original files, which are damaged or missing.",
        count,
    )
    return (words.format(count=count),) if count else ()
