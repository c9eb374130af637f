"""Plain text: a .txt file, or what a person pasted."""

import codecs
import re

from reader.errors import GarbledTextError
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument, RawLine, Run
from reader.text.normal import looks_garbled, normal

FORMAT = "text"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# pdfium's mark of a hyphen at a line's end, in text copied out of a browser.
_LINE_END_HYPHENS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n"})
# A tab parts the cells of a table, so that these stand below each other; none is wider than this.
_WIDEST_CELL = 60
_GAP = re.compile(r"( {2,})")
# So many of the lines end with a soft hyphen only where each of these ends a line.
_MOST_SOFT = 0.4
_SHOWN = 60
_MOST_CONTROLS = 0.01
# Encodings of one byte a letter that Bulgarian and other European texts are kept in.
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


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are text: hardly any control characters."""
    text = _decoded(data)
    if text is None:
        return False
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x02" for letter in text)
    return controls <= _MOST_CONTROLS * len(text)


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a text; empty lines are counted on the line after them.

    Raises `GarbledTextError` where the letters are rubbish.
    """
    text = _decoded(incoming.data) or ""
    if looks_garbled(text):
        raise GarbledTextError(incoming.where, " ".join(text.split())[:_SHOWN])
    lines: list[RawLine] = []
    blank = 0
    tab = _tab_width(text)
    for page, page_text in enumerate(_lines_marked(text).split("\f")):
        for printed in page_text.split("\n"):
            if normal(printed).strip():
                shown = _aligned(printed.rstrip().expandtabs(tab))
                lines.append(RawLine((Run(shown),), page, blank_before=blank))
                blank = 0
            else:
                blank += 1
    return RawDocument(FORMAT, tuple(lines))


def _lines_marked(text: str) -> str:
    """Return the text with one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = re.sub("[\x85\u2028\u2029]", "\n", text)
    text = text.replace("\x02\n", "\x02").replace("\ufffe\n", "\ufffe")
    return _syllables_joined(text.translate(_LINE_END_HYPHENS))


def _tab_width(text: str) -> int:
    """Return how far tabs must stand apart so that the cells between them fit."""
    cells = [cell for line in text.split("\n") if "\t" in line for cell in line.split("\t")]
    return 2 + min(_WIDEST_CELL, max(map(len, cells), default=0))


def _aligned(line: str) -> str:
    """Return a line with the soft hyphens inside its pieces put into the gaps after these.

    They take no room on paper, but a copy with layout counts them: columns stay below each other.
    """
    *pieces, last = _GAP.split(line)
    aligned = ""
    for words, gap in zip(pieces[::2], pieces[1::2], strict=True):
        inner = words[:-1].replace("\u00ad", "") + words[-1:]
        aligned += inner + " " * (len(words) - len(inner)) + gap
    return aligned + last


def _syllables_joined(text: str) -> str:
    """Return the text without the line ends that some programs write after each soft hyphen.

    Where the hyphen does show, it stands on a line of its own: "доку", "\u2010", "мент".
    """
    ends = text.count("\n")
    if text.count("\u00ad\n") < _MOST_SOFT * ends:
        return text
    return text.replace("\u00ad\n\u2010\n", "\u2010\n").replace("\u00ad\n", "")


def _decoded(data: bytes) -> str | None:
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
