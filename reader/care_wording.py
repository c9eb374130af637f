"""The care for the library in a person's words: faults, backups, what was repaired and lost."""

from collections.abc import Iterable

from reader.i18n import Translator, date_in_words, mark
from reader.model.care import Backup, BackupKind, Fault, FaultKind, Hazard, HazardKind, Salvaged

_FAULTS = {
    FaultKind.FILE: mark("The library’s file is broken: {words}"),
    FaultKind.FILE_LOST: mark(
        "The library’s file is missing or empty, but files that articles came in, or backups, are "
        "there."
    ),
    FaultKind.ARTICLE: mark("The text of an article is not as it was kept: {title}"),
    FaultKind.VERSION: mark("An older version of an article is not as it was kept: {title}"),
    FaultKind.NOTE: mark("A note is not as it was written, in the article: {title}"),
    FaultKind.ORIGINAL_TEXT: mark("The original text of an article is not as it was kept: {title}"),
    FaultKind.PINS: mark("The mended pairs of an article are not as they were kept: {title}"),
    FaultKind.LINK_NOTES: mark(
        "What is known of an article’s links is not as it was kept: {title}"
    ),
    FaultKind.LINKS: mark("Something belongs to no article: {words}, number {identifier}"),
    FaultKind.SEARCH: mark("The search no longer agrees with the articles: {words}"),
    FaultKind.TITLE_ORDER: mark("The order by title no longer agrees with the articles."),
    FaultKind.ORIGINAL_MISSING: mark("The file that an article came in is missing: {title}"),
    FaultKind.ORIGINAL_CHANGED: mark("The file that an article came in has changed: {title}"),
    FaultKind.UNSEARCHED: mark("The search was not checked: {words} MB of free space are needed."),
}
_KINDS = {
    BackupKind.DAILY: mark("of the day"),
    BackupKind.ASKED: mark("made by hand"),
    BackupKind.MIGRATION: mark("before an update of the program"),
}
_TABLES = {
    "reading": mark("what was read and where reading stopped: {count}"),
    "correction": mark("corrections by hand: {count}"),
    "tag": mark("tags: {count}"),
    "tagged": mark("tags of articles: {count}"),
    "collection": mark("collections: {count}"),
    "collected": mark("articles in collections: {count}"),
    "annotation": mark("notes and highlights: {count}"),
    "original_text": mark("original texts: {count}"),
    "pin": mark("articles with mended pairs of sentences: {count}"),
    "link": mark("articles whose links were checked or corrected: {count}"),
    "version": mark("older versions: {count}"),
    "saved_search": mark("saved searches: {count}"),
    "feed": mark("feeds: {count}"),
    "feed_item": mark("news that feeds told of: {count}"),
    "feed_rule": mark("rules for new articles: {count}"),
    "article": mark("articles: {count}"),
}
_HAZARDS = {
    HazardKind.SYNCHRONISED: mark(
        "The library lies in a folder that {name} synchronises: {folder}. That can damage it, for "
        "its files are copied one at a time and older ones brought back. Close Chetivo and move "
        "the folder to one that is not synchronised; keep copies of the backups there if you like."
    ),
    HazardKind.NETWORK: mark(
        "The library lies on another computer ({name}): {folder}. Over a network it can be "
        "damaged. Close Chetivo and move the folder to a disk of this computer."
    ),
}
_MEGABYTE = 10**6


def fault_in_words(fault: Fault, _: Translator) -> str:
    """Return what is not as it was written."""
    return _(_FAULTS[fault.kind]).format(
        words=fault.words,
        identifier=fault.identifier,
        title=article_in_words(fault.identifier, fault.title, _),
    )


def article_in_words(identifier: int, title: str, _: Translator) -> str:
    """Return an article by its title, else by its number."""
    if title:
        return title
    if identifier:
        return _("number {number}, without a title").format(number=identifier)
    return _("without a title")


def backup_day_in_words(backup: Backup, _: Translator) -> str:
    """Return when a backup was made: several may be of one day."""
    day = date_in_words(backup.day, _)
    if backup.hour is None:
        return day
    return _("{day}, {hour}:{minute:02}").format(
        day=day, hour=backup.hour.hour, minute=backup.hour.minute
    )


def backup_in_words(backup: Backup, _: Translator) -> str:
    """Return a backup as a list says it: day and hour, number of articles, kind, size."""
    return f"{backup_day_in_words(backup, _)}, {backup_contents_in_words(backup, _)}"


def backup_contents_in_words(backup: Backup, _: Translator) -> str:
    """Return what a backup holds, why it was made, and its size."""
    if backup.articles is None:
        articles = _("damaged")
    elif not backup.articles:
        articles = _("without articles")
    else:
        articles = _.plural("{count} article", "{count} articles", backup.articles).format(
            count=backup.articles
        )
    return ", ".join((articles, _(_KINDS[backup.kind]), size_in_words(backup.size, _)))


def salvaged_in_words(salvaged: Salvaged, _: Translator) -> list[str]:
    """Return what came out of a repair: a first line with the outcome, then what was lost."""
    count = salvaged.articles
    lines = [
        _.plural("{count} article was saved.", "{count} articles were saved.", count).format(
            count=count
        )
    ]
    lines += anew_in_words(salvaged.anew, _)
    if salvaged.whole:
        lines.append(_("Nothing was lost."))
    for lost in salvaged.lost:
        title = article_in_words(lost.identifier, lost.title, _)
        lines.append(_("Lost: {title}").format(title=title))
    for table, number in salvaged.rows:
        what = _(_TABLES[table]).format(count=number) if table in _TABLES else f"{table}: {number}"
        lines.append(_("Lost of what belongs to articles – {what}").format(what=what))
    if salvaged.unknown:
        lines.append(
            _(
                "Some tables could not be read at all, and how much they held is not known: notes, "
                "tags or feeds may be missing. A backup may have them."
            )
        )
    return lines


def anew_in_words(titles: Iterable[str], _: Translator) -> list[str]:
    """Return which articles were repaired anew from their files, a line each."""
    words = _("Repaired anew from its file: {title}")
    return [words.format(title=article_in_words(0, title, _)) for title in titles]


def rows_in_words(table: str, count: int, _: Translator) -> str | None:
    """Return how many rows of a table there are, or None where nobody would ask."""
    return _(_TABLES[table]).format(count=count) if table in _TABLES else None


def hazard_in_words(hazard: Hazard, folder: str, _: Translator) -> str:
    """Return why the library is not safe where it lies, and what to do."""
    return _(_HAZARDS[hazard.kind]).format(name=hazard.name, folder=folder)


def size_in_words(size: int, _: Translator) -> str:
    """Return bytes in megabytes, rounded up."""
    return _("{size} MB").format(size=-(-size // _MEGABYTE))
