"""Feeds and what became of their news, in a person's words."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from reader.i18n import Translator, date_in_words, mark
from reader.model.feed import Deed, Failure, KeptFeed, Rule, Updated
from reader.wording import explain

_DEEDS = {
    Deed.TAG: mark("tag “{tag}”"),
    Deed.STAR: mark("star"),
    Deed.READING_LIST: mark("reading list"),
}


def feed_in_words(feed: KeptFeed, _: Translator) -> str:
    """Return a feed as a line of a list: number, unread articles, title, address, state."""
    states = [*_states(feed, _)]
    if feed.failure is not None:
        states.append(failure_in_words(feed.failure, _))
    line = f"{feed.identifier}\t{feed.unread}\t{feed.title}\t{feed.address}"
    return f"{line}\t{', '.join(states)}" if states else line


def unread_in_words(count: int, _: Translator) -> str:
    """Return how many articles of a feed are not read."""
    if not count:
        return _("nothing unread")
    return _.plural("{count} unread", "{count} unread", count).format(count=count)


def state_in_words(feed: KeptFeed, _: Translator, now: datetime) -> str:
    """Return how much of a feed is unread, when its news came last, and what keeps them away."""
    states = [unread_in_words(feed.unread, _), *_states(feed, _)]
    if feed.failure is None and not feed.paused:
        came = _("not updated yet") if feed.succeeded is None else _came(feed.succeeded, _, now)
        states.insert(1, came)
    told = ", ".join(states)
    return f"{told}. {failure_in_words(feed.failure, _)}" if feed.failure else told


def updates_in_words(updates: Sequence[Updated], _: Translator) -> str:
    """Return in a sentence what came from all the feeds that were asked, and what did not."""
    came = len({article for each in updates for article in each.kept})
    told = [_("No new articles")]
    if came:
        articles = _.plural("{count} new article", "{count} new articles", came)
        sources = sum(1 for each in updates if each.kept)
        feeds = _.plural("from {count} feed", "from {count} feeds", sources)
        told = [f"{articles.format(count=came)} {feeds.format(count=sources)}"]
    if failed := sum(1 for each in updates if each.failure is not None):
        words = _.plural(
            "{count} feed could not be updated", "{count} feeds could not be updated", failed
        )
        told.append(words.format(count=failed))
    if lost := sum(len(each.lost) for each in updates):
        words = _.plural(
            "{count} piece of news could not be fetched",
            "{count} pieces of news could not be fetched",
            lost,
        )
        told.append(words.format(count=lost))
    return f"{'; '.join(told)}."


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
    line = f"{rule.identifier}\t{rule.words}\t{deed_in_words(rule, _)}"
    return line if rule.feed is None else f"{line}\t{_('feed {number}').format(number=rule.feed)}"


def deed_in_words(rule: Rule, _: Translator) -> str:
    """Return what a rule does with an article."""
    return _(_DEEDS[rule.deed]).format(tag=rule.tag)


def _came(moment: datetime, _: Translator, now: datetime) -> str:
    """Return when news came, by the clock of the person."""
    here = moment.astimezone(now.tzinfo)
    time = f"{here.hour}:{here.minute:02}"
    if here.date() == now.date():
        return _("updated today at {time}").format(time=time)
    if here.date() == now.date() - timedelta(days=1):
        return _("updated yesterday at {time}").format(time=time)
    return _("updated on {day}").format(day=date_in_words(here.date(), _))


def _states(feed: KeptFeed, _: Translator) -> Iterator[str]:
    if feed.paused:
        yield _("paused")
    if feed.waiting:
        yield _("to be fetched: {count}").format(count=feed.waiting)
    if feed.lost:
        yield _("could not be fetched: {count}").format(count=feed.lost)
