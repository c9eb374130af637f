"""Where reading stands, in words."""

from reader.i18n import Translator
from reader.model.article import Article
from reader.model.leaves import leaves
from reader.model.position import Position

_WHOLE = 100


def where(article: Article, position: Position, rate: int, _: Translator) -> str:
    """Return "Part 5 of 12, 40 % read, 2 minutes left"; `rate` is in words a minute."""
    texts = [leaf.text for leaf in leaves(article)]
    if not texts:
        return _("The article has no text.")
    before = sum(map(len, texts[: position.block])) + position.char
    whole = sum(map(len, texts))
    rest = "\n".join(texts[position.block :])[position.char :]
    minutes = -(-len(rest.split()) // rate)
    left = _.plural("{count} minute left", "{count} minutes left", minutes)
    sentence = _("Part {number} of {count}, {percent} % read, {left}")
    return sentence.format(
        number=position.block + 1,
        count=len(texts),
        percent=min(_WHOLE, _WHOLE * before // max(whole, 1)),
        left=left.format(count=minutes),
    )


def goes_on(article: Article, position: Position, _: Translator) -> str:
    """Return "Goes on from paragraph 5 of 12.": where reading had stopped another time."""
    words = _("Goes on from paragraph {number} of {count}.")
    return words.format(number=position.block + 1, count=len(leaves(article)))
