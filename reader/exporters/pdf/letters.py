"""Which letters the glyphs of a PDF stand for: ISO 32000-1, 9.10.3, as Qt writes it."""

import re
from collections.abc import Mapping
from typing import cast

from pypdf.generic import DictionaryObject, StreamObject

_RANGE = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]+)>|\[([^\]]*)\])")
_SHOWN = re.compile(rb"/(F\d+) |<([0-9A-F]+)> Tj")
_TO_UNICODE = "/ToUnicode"
_TABULATOR, _SPACE = "<0009>", "<0020>"
_CODE = 4  # hexadecimal digits


class Letters:
    """Reads the letters of a page by its fonts."""

    def __init__(self, fonts: Mapping[str, DictionaryObject]) -> None:
        self._fonts = {name.lstrip("/"): _letters(font) for name, font in fonts.items()}

    def read(self, drawn: bytes) -> str:
        """Return the letters that are drawn, in the order of drawing."""
        letters: list[str] = []
        known: Mapping[str, str] = {}
        for font, shown in _SHOWN.findall(drawn):
            if font:
                known = self._fonts[font.decode()]
                continue
            codes = shown.decode()
            letters += (known.get(codes[at : at + _CODE], "") for at in range(0, len(codes), _CODE))
        return "".join(letters)


def mend_spaces(font: DictionaryObject) -> None:
    """Have a font call its space a space.

    One glyph serves for the tabulator and for both spaces, and Qt names it by the first of them.
    """
    stream = cast(StreamObject, font[_TO_UNICODE])
    stream.set_data(_RANGE.sub(_with_space, _told(font)).encode())


def _told(font: DictionaryObject) -> str:
    return cast(StreamObject, font[_TO_UNICODE]).get_data().decode()


def _with_space(found: re.Match[str]) -> str:
    first, last, one, several = found.groups()
    letters = f"[{several.replace(_TABULATOR, _SPACE)}]" if several else f"<{one}>"
    return f"<{first}> <{last}> {letters.replace(_TABULATOR, _SPACE)}"


def _letters(font: DictionaryObject) -> Mapping[str, str]:
    """Return the letters by the codes of their glyphs."""
    found: dict[str, str] = {}
    for first, last, one, several in _RANGE.findall(_told(font)):
        codes = range(int(first, 16), int(last, 16) + 1)
        named = (
            re.findall("<([0-9A-F]+)>", several)
            if several
            else [f"{int(one, 16) + at:04X}" for at in range(len(codes))]
        )
        for code, letter in zip(codes, named, strict=True):
            found[f"{code:04X}"] = bytes.fromhex(letter).decode("utf-16-be")
    return found
