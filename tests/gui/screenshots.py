"""Pictures of the window for docs/: light and dark, with the sample article.

Run: make screenshots
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Bulk, Reader
from reader.gui.main_window import MainWindow
from reader.gui.parts import Means
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.importers.incoming import from_file
from reader.library.store import Library
from reader.paths import resource
from reader.settings import Settings, Theme
from reader.speech.engine import Engine

DOCS = Path(__file__).parents[2] / "docs"
SIZE = (1280, 800)
SETTLE = 500  # milliseconds


def picture(theme, path):
    """Save a picture of the window with the sample article in a theme."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder)) as library,
        Apart() as apart,
    ):
        reader = Reader(library, apart)
        sample = from_file(resource("samples/dostapni-biblioteki.pdf"))
        library.set_last_opened(reader.keep(sample).entry.identifier)
        keeper = SettingsKeeper(Settings(theme=theme), Path(folder), trusted=True)
        with Engine() as engine:
            bulk, words = Bulk(reader, apart, Path(folder)), Translator("bg")
            window = MainWindow(Means(reader, bulk, keeper, engine, words, Path(folder)))
            window.resize(*SIZE)
            window.show()
            window.start([])
            window.get_ready()
            QTest.qWait(SETTLE)
            window.grab().save(str(path))
            window.close()


def main():
    """Make the pictures anew."""
    application = QApplication(sys.argv)
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale("bg"))  # faces that have them show Bulgarian letter forms
    DOCS.mkdir(exist_ok=True)
    for theme in (Theme.LIGHT, Theme.DARK):
        picture(theme, DOCS / f"window-{theme.value}.png")


if __name__ == "__main__":
    main()
