"""Colours, typefaces and the style of the window.

Contrast of each pair of colours that meet is checked in the tests: text 5.5 : 1 or better,
edges and the focus ring 3 : 1 or better; in high contrast 7 : 1 and 4.5 : 1.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

from reader.gui.colours import contrast, is_light_on_dark, legible, mixed, tinted
from reader.paths import resource
from reader.settings import OWN_FACE, Settings, Theme

_WINDOW_TEXT = 15 / 18  # the window's text beside the page's
_WINDOW_TEXT_MOST = 30  # twice the usual; above, only the page grows: else there is no room


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
BLACK_ON_WHITE = Palette(
    tone="light",
    page="#FFFFFF",
    panel="#FFFFFF",
    text="#000000",
    muted="#4A4A4A",
    link="#0000A8",
    focus="#A80000",
    sentence="#FFF27A",
    word="#000000",
    word_text="#FFFFFF",
    edge="#000000",
    selection="#CFE6FF",
    hover="#F0F0F0",
    line="#000000",
)
WHITE_ON_BLACK = Palette(
    tone="dark",
    page="#000000",
    panel="#000000",
    text="#FFFFFF",
    muted="#B8B8B8",
    link="#FFE94D",
    focus="#00E5FF",
    sentence="#00306B",
    word="#FFFFFF",
    word_text="#000000",
    edge="#FFFFFF",
    selection="#263F66",
    hover="#1A1A1A",
    line="#FFFFFF",
)
_FIXED = {
    Theme.LIGHT: LIGHT,
    Theme.DARK: DARK,
    Theme.BLACK_ON_WHITE: BLACK_ON_WHITE,
    Theme.WHITE_ON_BLACK: WHITE_ON_BLACK,
}
_TEXT_GOAL = 5.5
_TEXT_LEAST = 4.5
_EDGE_GOAL = 3.2  # mixing rounds
_KEPT = 0.9  # what a ground may leave of the contrast that the person chose


def palette_for(chosen: Settings, *, system_dark: bool, system_contrast: bool) -> Palette:
    """Return the colours for the person's choice; the system decides where they left it to it."""
    if chosen.theme is Theme.OWN:
        return own(chosen.ink, chosen.paper)
    if chosen.theme is Theme.SYSTEM:
        if system_contrast:
            return WHITE_ON_BLACK if system_dark else BLACK_ON_WHITE
        return DARK if system_dark else LIGHT
    return _FIXED[chosen.theme]


def own(ink: str, paper: str) -> Palette:
    """Return colours around the person's own for text and page.

    Whatever else is drawn has as much contrast as ours, or as the person's two colours allow.
    """
    model = DARK if is_light_on_dark(ink, paper) else LIGHT
    ratio = contrast(ink, paper)
    least = min(_TEXT_GOAL, max(_KEPT * ratio, min(_TEXT_LEAST, ratio)))
    panel = tinted(paper, ink, 0.06, ink, least)
    hover = tinted(paper, ink, 0.1, ink, least)
    selection = tinted(paper, model.link, 0.3, ink, least)
    sentence = tinted(paper, model.word, 0.4, ink, least)
    plain, lit = (paper, panel, hover), (selection, sentence)
    return Palette(
        tone=model.tone,
        page=paper,
        panel=panel,
        text=ink,
        muted=legible(mixed(ink, paper, 0.25), plain, least),
        link=legible(model.link, (*plain, *lit), _TEXT_GOAL),
        focus=legible(model.focus, (*plain, selection), _EDGE_GOAL),
        sentence=sentence,
        word=ink,
        word_text=paper,
        edge=legible(mixed(ink, paper, 0.45), plain, _EDGE_GOAL),
        selection=selection,
        hover=hover,
        line=mixed(paper, ink, 0.2),
    )


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


def page_size(window_size: int) -> int:
    """Return the page's text size that goes with a size of the window's letters, in pixels."""
    return round(window_size / _WINDOW_TEXT)


def _window_size(text_size: int) -> int:
    return min(round(text_size * _WINDOW_TEXT), _WINDOW_TEXT_MOST)


def sign_side(text_size: int) -> int:
    """Return the side of a sign beside words, in pixels; `text_size` is the page's."""
    return 2 * round(_window_size(text_size) * 0.55)


def application_style(palette: Palette, text_size: int) -> str:
    """Return the style sheet of the whole window; `text_size` is the page's, in pixels."""
    size = _window_size(text_size)
    template = Template(resource("window.qss").read_text(encoding="utf-8"))
    icons = (resource("icons") / palette.tone).as_posix()
    sizes = {
        "size": size,
        "large": round(size * 1.3),
        "huge": round(size * 1.8),
        "row": round(size * 1.35),
        "mark": sign_side(text_size),
        "half": round(size * 0.55) + 2,
        "beside_half": round(size * 0.55) + 18,
    }
    return template.substitute(asdict(palette) | sizes, icons=icons, face=OWN_FACE)
