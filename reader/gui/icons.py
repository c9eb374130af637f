"""The signs beside the entries of the menus, in the colour and the size of their words."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from reader.paths import resource

_INK = b"#000000"  # of the files, one a command


@lru_cache(maxsize=256)
def icon(command: str, colour: str, side: int, ratio: float) -> QIcon | None:
    """Return the sign of a command, None where it has none.

    `side` is in pixels of the window, of which the screen has `ratio` each way.
    """
    path = resource("icons") / "menu" / f"{command}.svg"
    if not path.exists():
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(path.read_bytes().replace(_INK, colour.encode())))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(side * ratio), round(side * ratio)))
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(ratio)
    return QIcon(drawn)
