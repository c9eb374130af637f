"""The faces that an article can be set in: the program's own, and good ones that are there."""

from functools import cache

from PySide6.QtGui import QFontDatabase, QFontInfo

from reader.paths import resource
from reader.settings import OWN_FACE

# Faces with a complete Bulgarian Cyrillic that people have or get, those with serifs first.
_GOOD = (
    "Literata",
    "Noto Serif",
    "PT Serif",
    "Source Serif 4",
    "Georgia",
    "Vollkorn",
    "DejaVu Serif",
    "Noto Sans",
    "PT Sans",
    "Source Sans 3",
    "Segoe UI",
    "Verdana",
    "Tahoma",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
)


def page_faces(chosen: str | None) -> list[str]:
    """Return the families to set an article in, best first; None is the system's own face."""
    own = own_face()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    first = chosen or QFontInfo(system).family()  # "Sans Serif" is no face, but stands for one
    return [first, own] if first != own else [own]


def offered_faces() -> list[str]:
    """Return the families that a person can choose among: the program's, then the system's."""
    here = set(QFontDatabase.families())
    return [own_face(), *(face for face in _GOOD if face in here)]


@cache
def own_face() -> str:
    """Return the family that comes with the program; loaded once, when it is first needed."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return OWN_FACE
