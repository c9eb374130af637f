"""Stretches of a text in another language, where that is sure enough to say it aloud so.

Names, brands and acronyms are no language: InvestAI, CERN, Ursula von der Leyen. A stretch needs
two words and more, in another script or in quotation marks, and small words that tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reader.text.languages import Language, foreign_language, languages, particles, script

Stretch: TypeAlias = tuple[int, int, str]

_TOKEN = re.compile(
    r"(?P<stop>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[(){}\[\],:;/|«»„“”\"\n]|[.!?…](?=\s))|(?P<word>[^\W\d_]+)"
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[„“«\"](?P<said>[^„“”«»\"]{12,})[“”»\"]")
_FEWEST = 2
# In running text this share of the words are known, at least.
_RUNNING = 0.4
_NAMED = 1 / 3


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words of one script between two stops; `words` are in small letters."""

    start: int
    end: int
    words: tuple[str, ...]
    script: str


def stretches(text: str, home: str) -> list[Stretch]:
    """Return (start, end, language) of what is surely not in the language `home`, in order."""
    if whole := foreign_language(_QUOTED.sub(" ", text), home):
        return [(0, len(text), whole)]
    own = next((each.script for each in languages() if each.code == home), "Grek")
    found = [stretch for run in _runs(text, own) for stretch in _in_run(run)]
    return _joined(found or list(_quoted(text, home)), text)


def _quoted(text: str, home: str) -> Iterator[Stretch]:
    """Yield the quotations in the script of `home` that are in another language."""
    for match in _QUOTED.finditer(text):
        if language := foreign_language(match["said"], home):
            yield *match.span("said"), language


def _runs(text: str, own: str) -> Iterator[list[_Clause]]:
    """Yield the clauses in other scripts that stand together with no word of one's own between."""
    run: list[_Clause] = []
    words: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        word = token["word"]
        written = script(word) if word else ""
        if words and written != script(words[0]["word"]):
            run.append(_clause(words))
            words = []
        if word and written != own:
            words.append(token)
        elif word and run:
            yield run
            run = []
    if words:
        run.append(_clause(words))
    if run:
        yield run


def _clause(words: list[re.Match[str]]) -> _Clause:
    texts = [match["word"] for match in words]
    shouted = all(text.isupper() for text in texts) and len(texts) > _FEWEST
    telling = tuple(text.lower() for text in texts if shouted or not _is_acronym(text))
    return _Clause(words[0].start(), words[-1].end(), telling, script(texts[0]))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and any(letter.isupper() for letter in word[1:])


def _in_run(run: list[_Clause]) -> Iterator[Stretch]:
    """Yield the clauses whose language is sure, by themselves or by the others of their run."""
    every = tuple(word for clause in run for word in clause.words)
    common = _sure(every, run[0].script, _RUNNING) if len(run) > 1 else None
    for clause in run:
        language = _sure(clause.words, clause.script, _NAMED) or common
        if clause.words and language and (language == common or len(clause.words) >= _FEWEST):
            yield clause.start, clause.end, language


def _sure(words: tuple[str, ...], written: str, share: float) -> str | None:
    """Return the language that knows most of the words, where no other knows as many."""
    if len(words) < _FEWEST:
        return None
    if written == "Grek":
        return "el"
    scores = sorted(
        ((_told(words, each), each.code) for each in languages() if each.script == written),
        reverse=True,
    )
    if len(scores) < _FEWEST or scores[0][0] == scores[1][0]:
        return None
    best, code = scores[0]
    return code if best >= max(_FEWEST, share * len(words)) else None


def _told(words: tuple[str, ...], language: Language) -> int:
    """Return how many words speak for a language; small ones of names only beside others."""
    if not any(
        word in language.topics or (word in language.words and word not in particles())
        for word in words
    ):
        return 0
    return language.score(words, names=True)


def _joined(found: list[Stretch], text: str) -> list[Stretch]:
    """Make one of neighbours in one language with nothing but signs and acronyms between them."""
    joined: list[Stretch] = []
    for start, end, language in found:
        if joined and joined[-1][2] == language:
            between = _WORD.findall(text[joined[-1][1] : start])
            if all(map(_is_acronym, between)):
                joined[-1] = (joined[-1][0], end, language)
                continue
        joined.append((start, end, language))
    return joined
