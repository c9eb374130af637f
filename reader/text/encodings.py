"""The text that bytes hold, in the encodings that Bulgarian and other European texts have."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One byte a letter.
_ENCODINGS = ("cp1251", "koi8-r", "iso8859-5", "cp866", "cp1252")
_SAMPLE = 20_000
_LEAST_LIKE = 0.3
# The more frequent a letter is in Bulgarian, the nearer to 1.
_FREQUENT = {letter: 1 - rank / 15 for rank, letter in enumerate("аиоетнрсвлкдпмз")}
_CAPITALS = 0.8
_LATIN = 0.7
_TYPOGRAPHIC = "„“”«»–—…№§°’\u00a0"
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_CYRILLIC_WORD = re.compile("[А-Яа-яѝЍ]+")
_LATIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]*[a-z][A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]*")
# A text with this share of its letters beyond ASCII broken is UTF-8 still.
_MOST_BROKEN = 0.05
# Letters that the bytes of Cyrillic in UTF-8 begin with, where each byte was taken for a letter.
_LEADS = "ÐÑ"
_LEAST_LEADS = 0.3
_FEWEST_LEADS = 8


def decoded(data: bytes) -> str | None:
    """Return the text, or None where the bytes are none.

    Without a mark it is UTF-8, else the encoding in which most words look like words.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return None
    # A file may be cut off in the middle of its last letter.
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    if text.count("\ufffd") <= _MOST_BROKEN * sum(letter > "\x7f" for letter in text):
        return text
    best = max(_ENCODINGS, key=lambda name: _likeness(data[:_SAMPLE].decode(name, "replace")))
    if _likeness(data[:_SAMPLE].decode(best, "replace")) < _LEAST_LIKE:
        return None
    return data.decode(best, "replace")


def undone(text: str) -> str | None:
    """Return a Cyrillic text whose UTF-8 was taken for a Western encoding as it was, else None.

    "ÐÐ¾Ð²Ð¸" is "Нови"; a text in which that does not hold throughout is left alone.
    """
    foreign = sum(letter > "\x7f" for letter in text)
    leads = sum(map(text.count, _LEADS))
    if leads < max(_FEWEST_LEADS, _LEAST_LEADS * foreign):
        return None
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return None


def _byte(letter: str) -> bytes:
    """Return what a letter stands for in the Western Windows encoding, or in Latin-1."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _likeness(text: str) -> float:
    """Return how much a text looks like one, from 0 to 1, by its letters beyond ASCII."""
    foreign = sum(letter > "\x7f" for letter in text)
    like = sum(map(text.count, _TYPOGRAPHIC))
    for word in _FOREIGN_WORD.findall(text):
        like += sum(letter > "\x7f" for letter in word) * _word_likeness(word)
    return like / max(1, foreign)


def _word_likeness(word: str) -> float:
    """Return how much a word looks like one: of one script, of frequent letters, small ones."""
    if _LATIN_WORD.fullmatch(word):
        return _LATIN
    if not _CYRILLIC_WORD.fullmatch(word):
        return 0.0
    frequent = sum(_FREQUENT.get(letter, 0.0) for letter in word.lower()) / len(word)
    # In the wrong Cyrillic encoding small letters come out as capitals.
    return frequent * (1.0 if word[1:].islower() else _CAPITALS)
