"""Start the window: language, single instance, library, reports of bugs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QFontInfo, QIcon
from PySide6.QtWidgets import QApplication

from reader import settings
from reader.app import Bulk, Care, Reader, get_ready
from reader.errors import SettingsError
from reader.gui import quick
from reader.gui.care.opening import Opening
from reader.gui.care.wish import Wish
from reader.gui.crash import CrashReporter, LastRun
from reader.gui.grips import call_grips_lines
from reader.gui.look import Look
from reader.gui.main_window import MainWindow
from reader.gui.media_keys.media_keys import read_in_controls, system_controls
from reader.gui.parts import Means
from reader.gui.player.unsaid import Unsaid
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.signals import SystemSignals
from reader.gui.single_instance import SingleInstance
from reader.gui.theme import page_size
from reader.i18n import Translator, choose_language
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article
from reader.paths import Folders, resource
from reader.settings import TEXT_SIZES, Settings
from reader.speech.engine import Engine

if TYPE_CHECKING:
    from reader.app.feeds import Feeds
    from reader.exporters.pdf.contents import Together
    from reader.sources.fetch import Fetcher

_ID = "org.chetivo.Chetivo"
_READY_TO_READ = 300  # milliseconds after the start: nobody has chosen a file yet


def run(files: Sequence[Path | str], folders: Folders, password: str | None = None) -> int:
    """Show the window until it is closed; return 0, or 1 where the library cannot be used.

    What is no path is an address, or a reference. Where a window is open on the same library
    already, it gets them all.
    """
    application = _application()
    usual = _first_settings(application)
    loaded = settings.load(folders.config, usual)
    translator = Translator(choose_language(loaded.settings.language))
    keeper = SettingsKeeper(loaded.settings, folders.config, usual=usual, trusted=loaded.trusted)
    bugs = CrashReporter(folders.data, lambda: keeper.current, translator)
    bugs.install()
    first = SingleInstance(folders.data)
    if first.hand_over(files):
        return 0
    last = LastRun(folders.data)
    with _qt_speaking(application, translator), Engine() as engine, Apart() as apart:
        start = _Start(
            folders,
            keeper,
            engine,
            apart,
            translator,
            first,
            tuple(files),
            password,
            loaded.troubles,
            bugs,
            last.dump,
        )
        status = start.run()
    last.close()
    first.close()
    return status


@dataclass(slots=True)
class _Start:
    """The window, once, and again after what the person wanted done with the closed library."""

    folders: Folders
    keeper: SettingsKeeper
    engine: Engine
    apart: Apart
    translator: Translator
    first: SingleInstance
    files: tuple[Path | str, ...]
    password: str | None
    troubles: tuple[SettingsError, ...]
    bugs: CrashReporter
    ended_by: str  # what was written of a signal that ended the last run, or ""

    def run(self) -> int:
        """Show windows until one is closed for good; return 0, or 1 where none can be shown."""
        care, wish = Care(self.folders.data, self.apart), None
        while True:
            look = Look(self.keeper, ())
            look.apply()
            opening = Opening(care, self.translator, look.palette)
            try:
                with self._files_kept():
                    library = opening.library(wish)
                if library is None:
                    return 1
                status, wish = self._show(library, care)
            finally:
                opening.close()
            if wish is None:
                return status

    @contextmanager
    def _files_kept(self) -> Iterator[None]:
        """Keep what another start hands over meanwhile for the window that is to come."""

        def keep(files: Sequence[Path | str]) -> None:
            self.files = (*self.files, *files)

        keeping = self.first.handed_over.connect(keep)
        try:
            yield
        finally:
            self.first.handed_over.disconnect(keeping)

    def _show(self, library: Library, care: Care) -> tuple[int, Wish | None]:
        application = _application()
        reader = Reader(library, self.apart, make_pdf=partial(write_pdf, self.keeper))
        controls = system_controls()
        window = MainWindow(
            Means(
                reader,
                Bulk(reader, self.apart, self.folders.data),
                self.keeper,
                self.engine,
                self.translator,
                self.folders.pages,
                media_controls=controls,
                care=care,
                make_feeds=partial(_feeds, reader, self.apart),
            )
        )
        self.engine.tell_unsaid(Unsaid(window.parts.notice, self.translator))
        self.bugs.attach(window, window.explain, window.parts.reading.keep_place)
        taking = self.first.handed_over.connect(window.take)
        window.show()
        # Where there is nothing to read yet, the window itself comes first.
        QTimer.singleShot(_READY_TO_READ, window, partial(self._get_ready, window, reader))
        window.start(self.files, self.password)
        self.files = ()  # a window that follows has them in its library
        self._tell_of_start(window)
        signals = SystemSignals(window.close)
        status = application.exec()
        signals.close()
        self.bugs.detach()
        self.first.handed_over.disconnect(taking)
        reader.archives.close_all()
        # Else another window's settings, focus and timers would have it ask the closed library.
        self.keeper.changed.disconnect()
        window.deleteLater()
        return status, window.parts.caring.wish

    def _tell_of_start(self, window: MainWindow) -> None:
        """Tell, once, what is wrong with the settings, and how the last run ended."""
        for trouble in self.troubles:
            window.explain(trouble)
        if self.ended_by:
            self.bugs.tell_of_signal(self.ended_by)
        self.troubles, self.ended_by = (), ""

    def _get_ready(self, window: MainWindow, reader: Reader) -> None:
        if window.isVisible():  # it may have been closed at once
            window.parts.recording.run(
                partial(self._read_in, reader),
                done=lambda _none: window.get_ready(),
                failed=window.explain,
            )

    def _read_in(self, reader: Reader) -> None:
        self.apart.warm()
        get_ready()
        reader.warm_up()
        read_in_controls()
        quick.read_in_dialogs()


def _application() -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["chetivo"])
    application.setApplicationName("chetivo")
    application.setOrganizationName("Chetivo")
    application.setDesktopFileName(_ID)
    application.setWindowIcon(QIcon.fromTheme(_ID, QIcon(str(resource("icons") / "chetivo.svg"))))
    application.setStyle("Fusion")
    call_grips_lines()
    application.setCursorFlashTime(0)  # nothing blinks, and nothing moves by itself
    for effect in Qt.UIEffect:
        application.setEffectEnabled(effect, False)  # noqa: FBT003  Qt's own signature
    return application


def _first_settings(application: QApplication) -> Settings:
    """Return the settings of the first start: no smaller letters than the system's."""
    usual = Settings()
    size = page_size(QFontInfo(application.font()).pixelSize())
    return replace(usual, text_size=min(max(usual.text_size, size), TEXT_SIZES[-1]))


@contextmanager
def _qt_speaking(application: QApplication, _: Translator) -> Iterator[None]:
    """Have Qt's own buttons and dialogs speak the person's language meanwhile."""
    application.setApplicationDisplayName(_("Chetivo"))
    before, locale = QLocale(), QLocale(_.language)
    QLocale.setDefault(locale)
    catalogue = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if catalogue.load(locale, "qtbase", "_", folder):
        application.installTranslator(catalogue)
    yield  # after a bug it stays: the dialog that tells of it needs it, too
    application.removeTranslator(catalogue)
    QLocale.setDefault(before)


def _feeds(reader: Reader, apart: Apart, make_fetcher: Callable[[], "Fetcher"]) -> "Feeds":
    """Return the feeds of a library; only now is the network loaded."""
    from reader.app.feeds import Feeds

    return Feeds(reader, apart, make_fetcher())


def write_pdf(keeper: SettingsKeeper, what: "Article | Together", path: Path) -> None:
    """Write articles as the person has them on paper; only now is loaded what draws them."""
    from reader.gui.printing.pdf import write

    write(what, keeper.current, path)
