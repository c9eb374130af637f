"""The functions of pdfium that are called for each letter or object of a page, in half the time.

Most of the time of such a call is ctypes looking at each argument. These look at none: pass them
ctypes objects, `byref` of them, and whole numbers that fit an int, nothing else.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]


def _unchecked(name: str, result: type[Any]) -> Call:
    """Return a function of pdfium; an object comes back as its address, or None."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result)(address or 0)


unicode_of = _unchecked("FPDFText_GetUnicode", ctypes.c_uint)
is_unmapped = _unchecked("FPDFText_HasUnicodeMapError", ctypes.c_int)
is_generated = _unchecked("FPDFText_IsGenerated", ctypes.c_int)
loose_box = _unchecked("FPDFText_GetLooseCharBox", ctypes.c_int)
origin = _unchecked("FPDFText_GetCharOrigin", ctypes.c_int)
text_object = _unchecked("FPDFText_GetTextObject", ctypes.c_void_p)
matrix = _unchecked("FPDFText_GetMatrix", ctypes.c_int)
font_size = _unchecked("FPDFText_GetFontSize", ctypes.c_double)
fill_colour = _unchecked("FPDFPageObj_GetFillColor", ctypes.c_int)
render_mode = _unchecked("FPDFTextObj_GetTextRenderMode", ctypes.c_int)
marked_content = _unchecked("FPDFPageObj_GetMarkedContentID", ctypes.c_int)
font = _unchecked("FPDFTextObj_GetFont", ctypes.c_void_p)
page_object = _unchecked("FPDFPage_GetObject", ctypes.c_void_p)
kind_of = _unchecked("FPDFPageObj_GetType", ctypes.c_int)
