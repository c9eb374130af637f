"""Pictures of every window and dialog, in both languages and three themes, into docs/pictures/.

Run: make screenshots
"""

import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from reader.paths import resource
from reader.settings import Theme
from tests.screenreader.desk import Desk, Shown
from tests.screenreader.desk_files import USUAL, program, write_files
from tests.screenreader.openers import ESCAPE, FOLDED, OPENERS, Opener, gone, waited
from tests.screenreader.session import Session

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
THEMES = (Theme.LIGHT, Theme.DARK, Theme.WHITE_ON_BLACK)
LANGUAGES = ("bg", "en")
LARGE = 40  # pixels
OF_MACHINE = {"a bug"}  # what tells of the machine that the pictures are made on
SAMPLE = "sample.pdf"

SHOWN = tuple(each for each in OPENERS if each.name not in OF_MACHINE)


def hand_sample(desk: Desk) -> None:
    """Have the program open the sample article."""
    sample = next(resource("samples").glob("*.pdf"))
    (desk.folder / SAMPLE).write_bytes(sample.read_bytes())
    desk.hand(SAMPLE)


WINDOW = Opener(
    "window", (hand_sample, gone("noticeCancel"), waited("noticeHide"), *ESCAPE), "linksList", ()
)


def pictures(session: Session, language: str, theme: Theme) -> None:
    """Make all pictures in a language and a theme."""
    folder = PICTURES / language / theme.value
    folder.mkdir(parents=True, exist_ok=True)
    for older in folder.glob("*.png"):
        older.unlink()
    for size, openers in ((USUAL.text_size, (*SHOWN, WINDOW)), (LARGE, FOLDED)):
        with tempfile.TemporaryDirectory() as files:
            write_files(Path(files))
            chosen = replace(USUAL, theme=theme, text_size=size)
            with program(session, Path(files), language, chosen) as desk:
                for opener in openers:
                    _picture(desk, opener, folder)


def _picture(desk: Desk, opener: Opener, folder: Path) -> None:
    for step in opener.opens:
        step(desk)
    desk.wait_for(opener.shows)
    desk.session.wait(lambda: _is_ready(desk.shown()), 30, f"focus in {opener.name}")
    desk.picture(folder / f"{re.sub('[^a-z0-9]+', '-', opener.name.lower())}.png")
    for step in opener.closes:
        step(desk)
    desk.wait_for("MainWindow")


def _is_ready(shown: Shown) -> bool:
    """Tell whether the top window has the focus, and so draws its ring; menus never have it."""
    return shown.has_focus or "QMenu" in shown.kinds


def main() -> None:
    """Make the pictures anew; languages and themes may be named."""
    wanted = set(sys.argv[1:])
    with Session(orca=False) as session:
        for language in LANGUAGES:
            for theme in THEMES:
                if wanted <= {language, theme.value}:
                    pictures(session, language, theme)


if __name__ == "__main__":
    main()
