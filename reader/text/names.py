"""Names for files made of titles."""

import re
import unicodedata

_FORBIDDEN = '\\/:*?"<>|'  # on Windows
_LONGEST = 60
_MOST_BYTES = 180  # of the 255 that a name may have on most systems
# Windows takes these for its devices, whatever follows the first full stop.
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)


def file_name(title: str) -> str:
    """Return a name without ending that every system allows; "" where nothing is left."""
    composed = unicodedata.normalize("NFC", title)
    kept = "".join(
        " " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in composed
    )
    short = " ".join(kept.split()).lstrip(" .")[:_LONGEST]  # a name that begins so is hidden
    whole = short.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(" .")
    return f"_{whole}" if _DEVICE.match(whole) else whole


def as_text(name: str) -> str:
    """Return the name of a file as a text: old archives leave names behind that are no UTF-8."""
    return name.encode("utf-8", "replace").decode()
