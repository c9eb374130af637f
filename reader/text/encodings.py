"""The text that bytes hold, in the encodings that Bulgarian and other European texts have."""

import codecs
import re
from collections.abc import Sequence
from itertools import islice

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
# What the web calls Latin-1 is the Western Windows encoding: WHATWG Encoding, 4.2.
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_BETWEEN_WORDS = re.compile(rb"[<>\s]+")
_SAMPLE_WORDS = 2000
# What is said of a text is believed where its words look nearly as good as they can.
_AS_LIKE = 0.8
# ASCII letters in two bytes have a zero each; a page is full of them.
_LEAST_ZEROS = 0.1
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
    text = marked(data)
    if text is not None or b"\0" in data:
        return text
    text = _as_utf8(data)
    if text is not None:
        return text
    best = max(_ENCODINGS, key=lambda name: _likeness(data[:_SAMPLE].decode(name, "replace")))
    if _likeness(data[:_SAMPLE].decode(best, "replace")) < _LEAST_LIKE:
        return None
    return data.decode(best, "replace")


def marked(data: bytes) -> str | None:
    """Return the text of bytes that begin with the mark of an encoding; None without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def decoded_as(data: bytes, names: Sequence[str]) -> str | None:
    """Return the text of bytes that are said to be in one of some encodings, the surest first.

    What is said counts unless the letters tell otherwise: no other text is UTF-8 by chance, and in
    a wrong encoding of one byte a letter the words look like none. Names that are not known are
    passed over.
    """
    text = marked(data) or _as_utf16(data)
    if text is not None:
        return text
    text = _as_utf8(data)
    if text is not None:
        return text
    # Pages carry whole kilobytes of ASCII in one word: what SharePoint notes of their state.
    foreign = (word for word in _BETWEEN_WORDS.split(data) if not word.isascii())
    sample = b" ".join(islice(foreign, _SAMPLE_WORDS))
    named = [
        _WEB_NAMES.get(name, name)
        for name in (codecs.lookup(each).name for each in filter(_is_known, names))
    ]
    # Of equals the first is taken, so what is said stands before what is guessed.
    likely = {
        name: _likeness(sample.decode(name, "replace"))
        for name in (*named, *_ENCODINGS)
        if not name.startswith("utf")
    }
    best = max(likely, key=lambda name: likely[name])
    said = next((name for name in named if name in likely), best)
    if likely[best] < _LEAST_LIKE and not named:
        return None
    chosen = said if likely[said] >= _AS_LIKE * likely[best] else best
    return data.decode(chosen, "replace")


def _is_known(name: str) -> bool:
    """Tell whether Python knows an encoding of letters by a name."""
    try:
        b" ".decode(name)
    except (LookupError, ValueError):
        return False
    return True


def _as_utf16(data: bytes) -> str | None:
    """Return the text of markup in two bytes a letter: half of its bytes are zero."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if even + odd < max(1, _LEAST_ZEROS * len(data[:_SAMPLE])):
        return None
    return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def _as_utf8(data: bytes) -> str | None:
    """Return the text of bytes in UTF-8, or None where too many letters would be broken."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # A file may be cut off in the middle of its last letter.
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
        return text if text.count("\ufffd") <= _MOST_BROKEN * _foreign(text) else None


def _foreign(text: str) -> int:
    """Return the number of letters beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def undone(text: str) -> str | None:
    """Return a Cyrillic text whose UTF-8 was taken for a Western encoding as it was, else None.

    "ÐÐ¾Ð²Ð¸" is "Нови"; a text in which that does not hold throughout is left alone.
    """
    leads = sum(map(text.count, _LEADS))
    if leads < max(_FEWEST_LEADS, _LEAST_LEADS * _foreign(text)):
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
    like = sum(map(text.count, _TYPOGRAPHIC))
    for word in _FOREIGN_WORD.findall(text):
        like += sum(letter > "\x7f" for letter in word) * _word_likeness(word)
    return like / max(1, _foreign(text))


def _word_likeness(word: str) -> float:
    """Return how much a word looks like one: of one script, of frequent letters, small ones."""
    if _LATIN_WORD.fullmatch(word):
        return _LATIN
    if not _CYRILLIC_WORD.fullmatch(word):
        return 0.0
    frequent = sum(_FREQUENT.get(letter, 0.0) for letter in word.lower()) / len(word)
    # In the wrong Cyrillic encoding small letters come out as capitals.
    return frequent * (1.0 if word[1:].islower() else _CAPITALS)
