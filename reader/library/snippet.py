"""The words around the place in an article that fits a search best.

Keys are made of few words only, for each new one costs as much as reading a page of the file: of
those that begin as a sought one does. Where that finds nothing, as „човек“ in a text of „хора“, all
words are looked at. Of the text round the place no more is read than is shown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from reader.model.position import Position
from reader.text.search_terms import Term
from reader.text.words import folded, has_key, search_key, tokens

_WIDTH = 12  # words
_LEAD = 3  # words before the first match
_LONG = 13  # letters; nearly always, words are shorter on the average
_TWO = 4  # letters of a key, from which on its second is that of nearly all words as well
# Not so here: бял – бели, дясно – десни, връх – върхове; nor where a stress may come between.
_CHANGING = re.compile("[аеиоуъюя]|.[еяъ]|..ъ")
# Letters of a key, from which on all words begin as it does, but for the last letters of the key:
# so did all of 136,000 forms of verbs, of the irregular words and of those of articles.
_SURE = 6
_END = 3
_STRESS = "[\u0300\u0301]?"
_STRESSED = {"е": "[еѐ]", "и": "[иѝ]"}
_ANY = "[^\\W_]"
_INSIDE = "[\\w\u0300-\u036f]"  # a word, see `reader.text.words`


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of an article, (start, end) of those that match, and where the first stands."""

    text: str
    marks: tuple[tuple[int, int], ...]
    position: Position


class _Text:
    """The texts of an article's leaves, to be looked through as one in small letters."""

    def __init__(self, leaves: Sequence[str]) -> None:
        self.leaves = leaves
        self.whole = _small("\n".join(leaves))
        self._starts = list(accumulate((len(leaf) + 1 for leaf in leaves), initial=0))

    def position(self, place: int) -> Position:
        """Return the leaf and the character of a place in the whole text."""
        block = bisect_right(self._starts, place) - 1
        return Position(block, place - self._starts[block])

    def leaf(self, place: int) -> str:
        """Return the leaf that a place is in."""
        return self.leaves[bisect_right(self._starts, place) - 1]

    def end_of_leaf(self, place: int) -> int:
        """Return where the leaf ends that a place is in."""
        return self._starts[bisect_right(self._starts, place)] - 1


def snippet(leaves: Sequence[str], title: str, terms: Sequence[Term]) -> Snippet:
    """Return the words around the place where most terms stand together.

    Of equal places the first below the title wins, since the title is shown anyway.
    """
    text = _Text(leaves)
    find = _first if len(terms) == 1 else _closest
    place = find(text, title, terms)
    return _opening(leaves) if place is None else _cut(text, place, terms)


def _first(text: _Text, title: str, terms: Sequence[Term]) -> int | None:
    """Return the first place of the only term."""
    (term,) = terms
    in_title: int | None = None
    for place in _places(text.whole, term):
        if text.leaf(place) != title:
            return place
        in_title = place if in_title is None else in_title
    return in_title


def _closest(text: _Text, title: str, terms: Sequence[Term]) -> int | None:
    """Return the first place where most terms begin in few words."""
    places = sorted(
        (place, number) for number, term in enumerate(terms) for place in _places(text.whole, term)
    )
    best: int | None = None
    most = (0, False)
    for index, (place, _) in enumerate(places):
        score = (_together(text, places, index), text.leaf(place) != title)
        if score > most:
            best, most = place, score
        if most == (len(terms), True):
            break
    return best


def _together(text: _Text, places: Sequence[tuple[int, int]], index: int) -> int:
    """Return how many terms begin at one of the places and soon after it, in the same leaf."""
    first, number = places[index]
    end = text.end_of_leaf(first)
    if index + 1 == len(places) or places[index + 1][0] > end:
        return 1
    ahead = (start for _, start, _ in tokens(text.whole, first))
    end = min(end, next(islice(ahead, _WIDTH - _LEAD, None), end))
    found = {number}
    for place, number in islice(places, index + 1, None):
        if place >= end:
            break
        found.add(number)
    return len(found)


def _places(text: str, term: Term) -> Iterator[int]:
    """Yield where a term begins."""
    likely = _begins(text, term, _words_with(_beginning(term)))
    first = next(likely, None)
    if first is None:
        yield from _begins(text, term, _words_with(""))
    else:
        yield first
        yield from likely


def _beginning(term: Term) -> str:
    """Return how nearly all words begin that can be a term's first; all, where it is longer."""
    first = term.keys[0]
    if term.of_words or len(first) < _TWO:
        return first[:1]
    if len(first) >= _SURE:
        return first[:-_END]
    return first[:1] if _CHANGING.match(first) else first[:2]


def _begins(text: str, term: Term, some_words: re.Pattern[str]) -> Iterator[int]:
    """Yield where a term begins at one of some words."""
    count = len(term.keys)
    for match in some_words.finditer(text):
        if _can_be_first(match.group(), term) and (
            count == 1 or term.places(_words_from(text, match.start(), count))
        ):
            yield match.start()


def _can_be_first(word: str, term: Term) -> bool:
    """Tell whether a word is the first of a term, or all of it."""
    first, *others = term.keys
    if not term.of_words:
        return has_key(word, first)
    plain = folded(word)
    return plain == first or (term.prefix and not others and plain.startswith(first))


def _words_from(text: str, start: int, count: int) -> list[str]:
    return [word for word, _, _ in islice(tokens(text, start), count)]


@lru_cache(maxsize=500)  # a kilobyte each
def _words_with(letters: str) -> re.Pattern[str]:
    """Return what finds words in small letters, all or those that begin so, stressed or not."""
    more = "".join(f"{_STRESS}{_STRESSED.get(each) or re.escape(each)}" for each in letters[1:])
    return re.compile(f"{re.escape(letters[:1]) or _ANY}(?<!{_INSIDE}.){more}{_INSIDE}*")


def _small(text: str) -> str:
    """Return a text in small letters, each in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)  # „İ“


def _cut(text: _Text, place: int, terms: Sequence[Term]) -> Snippet:
    position = text.position(place)
    leaf = text.leaves[position.block]
    # Phrases may reach beyond what is shown.
    more = max(len(term.keys) for term in terms)
    char = position.char
    after = list(islice(tokens(leaf, char), _WIDTH + more))
    short = len(after) < _WIDTH - _LEAD
    before = _tokens_before(leaf, char, more + (_WIDTH if short else _LEAD))
    found = before + after
    last = min(len(found), max(len(before) - _LEAD, 0) + _WIDTH)
    first = max(0, last - _WIDTH)
    start = found[first][1] if first else 0
    end = found[last - 1][2] if last < len(found) else len(leaf)
    lead, tail = ("… " if first else ""), ("…" if last < len(found) else "")
    near = max(0, first - more)
    marked = (near + each for each in _marked([word for word, _, _ in found[near:]], terms))
    extents = [found[each][1:] for each in marked if first <= each < last]
    shift = len(lead) - start
    return Snippet(
        lead + leaf[start:end].replace("\n", " ") + tail,
        tuple((begin + shift, finish + shift) for begin, finish in extents),
        Position(position.block, extents[0][0] if extents else char),
    )


def _tokens_before(leaf: str, char: int, count: int) -> list[tuple[str, int, int]]:
    """Return the last words before a place, `count` of them or all that there are."""
    start = max(0, char - count * _LONG)
    found = list(tokens(leaf[:char], start))
    if start == 0:
        return found[-count:]
    whole = found[1:]  # the first may be the end of a word
    return whole[-count:] if len(whole) >= count else list(tokens(leaf[:char]))[-count:]


def _marked(found: Sequence[str], terms: Sequence[Term]) -> list[int]:
    """Return which words belong to a term."""
    return sorted(
        {
            place + number
            for term in terms
            for place in _standing(term, found)
            for number in range(len(term.keys))
        }
    )


def _standing(term: Term, found: Sequence[str]) -> list[int]:
    """Return at which of some words a term begins, as `Term.places` does with more keys made."""
    first = term.keys[0]
    if len(term.keys) > 1 or term.of_words:
        return term.places(found)
    if len(first) < _SURE:
        return [place for place, word in enumerate(found) if has_key(word, first)]
    letters = _beginning(term)
    likely, initial = _words_with(letters), letters[0]
    return [
        place
        for place, word in enumerate(found)
        if word[0].lower() == initial and likely.match(_small(word)) and search_key(word) == first
    ]


def _opening(leaves: Sequence[str]) -> Snippet:
    """Return how the article begins: only a title that stands outside of its text matches."""
    block, text = next(((b, t) for b, t in enumerate(leaves) if t), (0, ""))
    ends = [end for _, _, end in tokens(text)]
    cut = len(ends) > _WIDTH
    words = (text[: ends[_WIDTH - 1]] + "…") if cut else text
    return Snippet(words.replace("\n", " "), (), Position(block, 0))
