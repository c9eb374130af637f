"""Why a search may have found nothing, in a person's words."""

from collections.abc import Iterator

from reader.i18n import Translator
from reader.text.search_terms import misread, parse


def doubts(words: str, _: Translator) -> Iterator[str]:
    """Yield a sentence for each part of a search that was hardly meant as it was read."""
    for piece in misread(words):
        sentence = _(
            "“{piece}” was sought as words, for what follows the colon is not known: the help on "
            "searching tells what may stand there."
        )
        yield sentence.format(piece=piece)
    chosen = parse(words).filter
    if chosen.since and chosen.until and chosen.since > chosen.until:
        yield _("The first day is after the last: exchange them.")
