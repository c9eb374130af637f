"""Feeds and what became of their news, in a person's words."""

from collections.abc import Iterator

from reader.i18n import Translator, mark
from reader.model.feed import Deed, Failure, KeptFeed, Rule, Updated
from reader.wording import explain

_DEEDS = {
    Deed.TAG: mark("tag “{tag}”"),
    Deed.STAR: mark("star"),
    Deed.READING_LIST: mark("reading list"),
}


def feed_in_words(feed: KeptFeed, _: Translator) -> str:
    """Return a feed as a line of a list: number, unread articles, title, address, state."""
    states = list(_states(feed, _))
    line = f"{feed.identifier}\t{feed.unread}\t{feed.title}\t{feed.address}"
    return f"{line}\t{', '.join(states)}" if states else line


def updated_in_words(updated: Updated, _: Translator) -> Iterator[str]:
    """Yield how asking a feed went: what came, and then each trouble."""
    count = len(updated.kept)
    words = _.plural("{title}: {count} new article", "{title}: {count} new articles", count)
    yield words.format(title=updated.feed.title, count=count)
    if updated.failure is not None:
        yield failure_in_words(updated.failure, _)
    for each in updated.lost:
        why = "" if each.failure is None else failure_in_words(each.failure, _)
        yield f"{each.item.title}: {why}"


def failure_in_words(failure: Failure, _: Translator) -> str:
    """Return what happened, why, and what to do."""
    from reader.app.failures import error_of  # with all that the program can do

    return explain(error_of(failure), _)


def rule_in_words(rule: Rule, _: Translator) -> str:
    """Return a rule as a line of a list: number, words, what is done, and for which feed."""
    deed = _(_DEEDS[rule.deed]).format(tag=rule.tag)
    line = f"{rule.identifier}\t{rule.words}\t{deed}"
    return line if rule.feed is None else f"{line}\t{_('feed {number}').format(number=rule.feed)}"


def _states(feed: KeptFeed, _: Translator) -> Iterator[str]:
    if feed.paused:
        yield _("paused")
    if feed.waiting:
        yield _("to be fetched: {count}").format(count=feed.waiting)
    if feed.lost:
        yield _("could not be fetched: {count}").format(count=feed.lost)
    if feed.failure is not None:
        yield failure_in_words(feed.failure, _)
