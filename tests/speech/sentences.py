"""Sentences to speak, without an article around them."""

from reader.model.position import Extent
from reader.model.utterance import Part, SpokenWord, Utterance
from reader.speech.timing import words_in


def said(text: str, block: int = 0, language: str = "bg") -> Utterance:
    words = tuple(SpokenWord(a, b, Extent(block, a, b)) for a, b in words_in(text))
    return Utterance((Part(text, language, words),), Extent(block, 0, len(text)))
