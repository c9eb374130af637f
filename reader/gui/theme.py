"""Colours, typefaces and the style of the window.

Contrast of each pair of colours that meet is checked in the tests: text 5.5 : 1 or better,
edges and the focus ring 3 : 1 or better.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

from reader.paths import resource
from reader.settings import Theme

# Faces with a complete Bulgarian Cyrillic, the best first; Georgia is what Windows and macOS have.
PAGE_FACES = (
    "Literata",
    "Noto Serif",
    "PT Serif",
    "Georgia",
    "Vollkorn",
    "DejaVu Serif",
    "serif",
)
LINE_HEIGHT = 1.55  # of the text size
_WINDOW_TEXT = 15 / 18  # the window's text beside the page's
_WINDOW_TEXT_MOST = 26  # above, only the page grows: menus and buttons would leave it no room


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as "#RRGGBB".

    `tone` is "light" or "dark". `sentence` and `word` lie behind what is being spoken,
    `selection` behind selected text and rows, `hover` behind what the mouse is on. `edge` is for
    what must be seen to be used, such as the border of a field, `line` for what only divides.
    """

    tone: str
    page: str
    panel: str
    text: str
    muted: str
    link: str
    focus: str
    sentence: str
    word: str
    word_text: str
    edge: str
    selection: str
    hover: str
    line: str


LIGHT = Palette(
    tone="light",
    page="#FCFBF8",
    panel="#F1EFEA",
    text="#1B1F24",
    muted="#566070",
    link="#0B4A8F",
    focus="#9A3B00",
    sentence="#FFE9A8",
    word="#FFC94D",
    word_text="#1B1F24",
    edge="#838892",
    selection="#D6E4F5",
    hover="#F7F5F1",
    line="#DCD8CF",
)
DARK = Palette(
    tone="dark",
    page="#16181C",
    panel="#1F2228",
    text="#E8E6E1",
    muted="#A9AFB9",
    link="#8CC2FF",
    focus="#FFB26B",
    sentence="#3D3517",
    word="#FFD35C",
    word_text="#16181C",
    edge="#7B828D",
    selection="#26405E",
    hover="#2A2E36",
    line="#333842",
)


def palette_for(theme: Theme, *, system_dark: bool) -> Palette:
    """Return the colours for the person's choice; the system decides where they left it to it."""
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and system_dark)
    return DARK if dark else LIGHT


def application_palette(palette: Palette) -> QPalette:
    """Return the colours for what a style sheet does not reach, such as hints in empty fields."""
    roles = {
        QPalette.ColorRole.Window: palette.panel,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.page,
        QPalette.ColorRole.AlternateBase: palette.panel,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Button: palette.panel,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.Highlight: palette.selection,
        QPalette.ColorRole.HighlightedText: palette.text,
        QPalette.ColorRole.Link: palette.link,
        QPalette.ColorRole.LinkVisited: palette.link,
        QPalette.ColorRole.ToolTipBase: palette.page,
        QPalette.ColorRole.ToolTipText: palette.text,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return made


def application_style(palette: Palette, text_size: int) -> str:
    """Return the style sheet of the whole window; `text_size` is the page's, in pixels."""
    size = min(round(text_size * _WINDOW_TEXT), _WINDOW_TEXT_MOST)
    template = Template(resource("window.qss").read_text(encoding="utf-8"))
    icons = (resource("icons") / palette.tone).as_posix()
    sizes = {
        "size": size,
        "large": round(size * 1.3),
        "huge": round(size * 1.8),
        "row": round(size * 1.35),
        "mark": 2 * round(size * 0.55),
        "half": round(size * 0.55) + 2,
    }
    return template.substitute(asdict(palette) | sizes, icons=icons)
