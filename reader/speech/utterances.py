"""An article as what the voice says: leaf by leaf, sentence by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.position import Extent, Position
from reader.model.pronunciation import Pronunciations
from reader.model.speaking import Speaking, Telling
from reader.model.utterance import Cue, Part, Tone, Utterance
from reader.paths import resource
from reader.speech.announcing import Announcer, Frame
from reader.speech.changes import Change, changes, link_starts
from reader.speech.first_uses import Acronyms
from reader.speech.mapping import Manner, part, told
from reader.speech.own_notes import NotesToTell, Remarks
from reader.speech.spoken.own import Own
from reader.text.abbreviations import Rules, load_rules
from reader.text.name_languages import names
from reader.text.sentences import sentences

_USUAL = Speaking()
_LINE = re.compile(r"[^\n]+")
_Run = tuple[int, int, str]  # first letter, last letter, language


def utterances(
    article: Article,
    speaking: Speaking = _USUAL,
    own: Pronunciations = (),
    annotations: Iterable[Annotation] = (),
) -> Iterator[Utterance]:
    """Yield all that is to be said, a sentence each, in the order of reading.

    A stretch in another language is a part of its own. A table is said row by row. `own` are words
    that the person wants to be said otherwise; notes among `annotations` are told as the person
    wants, too.
    """
    mine = Own(own)
    rules = load_rules(resource("abbreviations_bg.json"))
    announcer = Announcer(article.language, speaking)
    found = (
        _Words.of(block, leaf, article.language, speaking, mine)
        for block, leaf in enumerate(leaves(article))
    )
    notes = NotesToTell(annotations, article.language, speaking.own_notes)
    acronyms = Acronyms(told=speaking.in_full and article.language.startswith("bg"))
    for before, words, after in _in_threes(words for words in found if words.are_said):
        frame = announcer.frame(before, words.leaf, after)
        yield from words.sentences(rules, frame, acronyms, notes)


@dataclass(frozen=True, slots=True)
class _Words:
    """A leaf on its way to what is said of it."""

    block: int
    leaf: Leaf
    text: str
    language: str
    speaking: Speaking
    changes: list[Change]
    links: tuple[int, ...]  # where a sound is heard
    places: tuple[int, ...]  # where each span of the leaf begins
    own: Own

    @staticmethod
    def of(block: int, leaf: Leaf, home: str, speaking: Speaking, own: Own) -> "_Words":
        found = changes(leaf, home, speaking)
        links = link_starts(leaf, found) if speaking.links is Telling.SOUND else ()
        starts = tuple(start for start, _ in links)
        places = tuple(accumulate((len(span.text) for span in leaf.spans), initial=0))
        return _Words(block, leaf, leaf.text, home, speaking, found, starts, places, own)

    @property
    def are_said(self) -> bool:
        """Whether anything is left to say."""
        return self._is_said(0, len(self.text))

    def sentences(
        self, rules: Rules, frame: Frame, acronyms: Acronyms, notes: NotesToTell
    ) -> Iterator[Utterance]:
        """Yield the leaf's sentences with what is told of it."""
        extents = [extent for extent in self._extents(rules) if self._is_said(*extent)]
        for number, (start, end) in enumerate(extents):
            mine = frame.part(is_first=number == 0, is_last=number == len(extents) - 1)
            tones = (
                *(Tone(cue, start) for cue in mine.opening),
                *(Tone(Cue.LINK, char) for char in self._links(start, end)),
                *(Tone(cue, end) for cue in mine.closing),
            )
            in_full = acronyms.first_uses(self.text, start, end)
            whole = Extent(self.block, start, end)
            behind = extents[number + 1][0] if number + 1 < len(extents) else len(self.text)
            remarks = notes.before(Position(self.block, behind), whole)
            said = partial(self._said, start, end, mine, in_full, remarks)
            yield Utterance(said, whole, self.leaf.kind, self.leaf.level, tones)

    def _links(self, start: int, end: int) -> tuple[int, ...]:
        return self.links[bisect_left(self.links, start) : bisect_left(self.links, end)]

    def _is_said(self, start: int, end: int) -> bool:
        """Tell whether any word of a stretch is left to say."""
        place = start
        for change in self._changes(start, end):
            if _has_words(self.text[place : change.start]):
                return True
            place = change.end
        return _has_words(self.text[place:end])

    def _said(
        self, start: int, end: int, frame: Frame, in_full: frozenset[int], remarks: Remarks
    ) -> tuple[Part, ...]:
        manner = Manner(self.language, self.speaking.addresses, in_full, self.own)
        own = self._parts(start, end, manner)
        return (*told(frame.before), *own, *told(frame.behind), *remarks())

    def _changes(self, start: int, end: int) -> list[Change]:
        """Return what of the changes concerns a stretch; those of no characters are before it."""
        first = bisect_right(self.changes, start, key=_end_of)
        while first and self.changes[first - 1].start == start:
            first -= 1
        last = bisect_left(self.changes, end, key=_start_of)
        return [one.within(start, end) for one in self.changes[first:last]]

    def _extents(self, rules: Rules) -> list[tuple[int, int]]:
        if self.leaf.kind is not Kind.TABLE:
            return sentences(self.text, rules)
        return [match.span() for match in _LINE.finditer(self.text)]

    def _parts(self, start: int, end: int, manner: Manner) -> Iterator[Part]:
        """Yield the parts of one sentence: one for each run of a language."""
        for first, last, language in self._runs(start, end):
            place, changed = Extent(self.block, first, last), self._changes(first, last)
            before = [one for one in changed if one.end == first and _is_foreign(one, language)]
            yield from told(Part(one.words.rstrip(), one.language) for one in before)
            own = [one for one in changed if one not in before]
            found = part(self.text, place, language, own, manner)
            if found is not None:
                yield found

    def _runs(self, start: int, end: int) -> list[_Run]:
        """Return the runs of languages of a sentence, without space at their ends.

        One begins, too, before what is told in another language: „връзка“ before a German name.
        """
        found = self._spoken_in(start, end)
        if self.speaking.names:
            found = [each for run in found for each in self._with_names(*run)]
        elif any(language == self.language for *_, language in found):
            found = [(start, end, self.language)]
        lent = self.own.lent(self.text, found)
        return [self._stripped(*piece) for run in lent for piece in self._cut(*run)]

    def _cut(self, start: int, end: int, language: str) -> Iterator[_Run]:
        for one in self._changes(start, end):
            if one.start > start and _is_foreign(one, language):
                yield start, one.start, language
                start = one.start
        yield start, end, language

    def _stripped(self, start: int, end: int, language: str) -> _Run:
        words, changed = self.text[start:end], self._changes(start, end)
        first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if changed:
            first, last = min(first, changed[0].start), max(last, changed[-1].end)
        return first, last, language

    def _with_names(self, start: int, end: int, language: str) -> Iterator[_Run]:
        """Yield a run with the names in it that another voice says better."""
        place = start
        if language == self.language:
            for first, last, other in names(self.text[start:end], language):
                if self.text[place : start + first].strip():
                    yield place, start + first, language
                yield start + first, start + last, other
                place = start + last
        if self.text[place:end].strip():
            yield place, end, language

    def _spoken_in(self, start: int, end: int) -> list[_Run]:
        """Return the runs of languages, whole.

        What has neither letters nor digits, such as a quotation mark, goes with what precedes it.
        """
        found: list[_Run] = []
        number = bisect_right(self.places, start) - 1
        for span, place in zip(self.leaf.spans[number:], self.places[number:], strict=False):
            first, last = max(place, start), min(place + len(span.text), end)
            if place >= end:
                break
            if first == last:
                continue
            language = span.language or self.language
            if found and (found[-1][2] == language or not _has_words(self.text[first:last])):
                found[-1] = (found[-1][0], last, found[-1][2])
            else:
                found.append((first, last, language))
        return found


def _in_threes(found: Iterator[_Words]) -> Iterator[tuple[Leaf | None, _Words, Leaf | None]]:
    """Yield each between its neighbours, no sooner than it is asked for: articles may be long."""
    before, now = None, next(found, None)
    while now is not None:
        after = next(found, None)
        yield before, now, after.leaf if after is not None else None
        before, now = now.leaf, after


def _is_foreign(change: Change, language: str) -> bool:
    """Tell whether words are told in another language than what follows is said in."""
    told_in, said_in = (name.partition("-")[0].lower() for name in (change.language, language))
    return change.start == change.end and told_in not in ("", said_in)


def _start_of(change: Change) -> int:
    return change.start


def _end_of(change: Change) -> int:
    return change.end


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
