"""A window on a small library, with a voice that says nothing, for the tests of the window."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.app import Bulk, Reader
from reader.gui.main_window import MainWindow
from reader.gui.parts import Means
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.start import write_pdf
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.sound import Sound
from reader.model.utterance import Utterance
from reader.settings import Settings
from reader.speech.engine import Delivery
from reader.speech.voices import Voice
from tests.gui.player_parts import UNPAUSED

PRESS = "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"
PRESS_EN = "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
ELSEWHERE = "https://example.org/otchet"
ORIGINAL = "https://digital-strategy.ec.europa.eu/en/news/new-libraries"
BULGARIAN = "https://digital-strategy.ec.europa.eu/bg/news/new-libraries"

LIBRARIES = Article(
    title="Нови библиотеки за незрящи читатели",
    language="bg",
    blocks=(
        Heading(1, (Span("Нови библиотеки за незрящи читатели"),)),
        Paragraph(
            (
                Span("Комисията обяви инвестиции в достъпни книги. Вижте "),
                Span("съобщението за медиите", link=PRESS),
                Span(" и "),
                Span("отчета", link=ELSEWHERE),
                Span("."),
            )
        ),
        Paragraph((Span("Първите читални отварят врати през есента. Входът е свободен."),)),
    ),
    source=Source("pdf", "biblioteki.pdf", publisher="ec"),
    published=date(2025, 2, 11),
    original=ORIGINAL,
    machine_translated=True,
)
TRAINS = Article(
    title="По-бързи влакове до морето",
    language="bg",
    blocks=(
        Heading(1, (Span("По-бързи влакове до морето"),)),
        Paragraph((Span("Парламентът прие правила за нощните влакове."),)),
    ),
    source=Source("text", publisher="ep"),
    published=date(2025, 2, 10),
)
BEES = Article(
    title="Мерки за опазване на пчелите",
    language="bg",
    blocks=(
        Heading(1, (Span("Мерки за опазване на пчелите"),)),
        Paragraph((Span("Инвестициите в цъфтящи ивици се удвояват."),)),
    ),
    source=Source("text"),
)
ALL = (LIBRARIES, TRAINS, BEES)
PASTED = (
    "Нови правила за достъпност\n\nЕвропейската комисия прие днес нови правила, с които\n"
    "уебсайтовете на училищата стават достъпни за незрящи\nученици.\n"
)


class SilentEngine:
    """Has two voices and says every sentence as a tenth of a second of silence."""

    def voices(self) -> tuple[Voice, ...]:
        return (Voice("en-gb", "English", ("en-gb",)), Voice("bg", "Bulgarian", ("bg",)))

    def speak(self, utterance: Utterance, delivery: Delivery) -> Sound:
        return Sound(22050, bytes(4410), ((utterance.source, 0),))

    def close(self) -> None:
        pass


class Browser:
    """Opens nothing and remembers what it was to open."""

    def __init__(self) -> None:
        self.there = True
        self.addresses: list[str] = []

    def __call__(self, address: str) -> bool:
        self.addresses.append(address)
        return self.there


def fill(library: Library, articles=ALL) -> list[int]:
    """Put articles into a library and return their numbers."""
    return [
        library.add(article, (), article.title.encode()).entry.identifier for article in articles
    ]


def make_window(
    folder: Path,
    library: Library,
    apart: Apart,
    language: str = "en",
    text_size: int = Settings().text_size,
    **means: object,
) -> MainWindow:
    """Return a window on the library, not shown yet."""
    keeper = SettingsKeeper(Settings(speaking=UNPAUSED, text_size=text_size), folder)
    reader = Reader(library, apart, make_pdf=partial(write_pdf, keeper))
    usual = Means(
        reader,
        Bulk(reader, apart, library.folder),
        keeper,
        SilentEngine(),
        Translator(language),
        folder / "pages",
        browse=Browser(),
        **means,
    )
    return MainWindow(usual)


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any alphabet; `qtbot.keyClicks` aborts on Cyrillic ones."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press_place(widget: QWidget, text: str, scan_code: int) -> None:
    """Press the key at a place of the keyboard, which types `text` on the layout in use."""
    event = QKeyEvent(
        QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, text
    )
    QApplication.sendEvent(widget, event)


def titles(window):
    model = window.parts.shelf.model
    return [model.row(number).entry.title for number in range(model.rowCount())]


def list_of(window):
    return window.parts.shelf.panel.list


def trigger(window, name):
    window.menu_actions[name].trigger()


def opened(window, qtbot, identifier=None):
    """Wait until an article is open."""
    reading = window.parts.reading
    wanted = identifier or reading.identifier
    qtbot.waitUntil(lambda: reading.identifier is not None and reading.identifier == wanted)
    return reading.article.title


def wait_for_notice(window, qtbot, words):
    qtbot.waitUntil(lambda: words in window.parts.notice.text)


def search(window, qtbot, words):
    trigger(window, "search")
    type_text(window.parts.shelf.panel.field, words)
    qtbot.keyClick(window.parts.shelf.panel.field, Qt.Key.Key_Return)


def dialogs(window, kind=QMessageBox):
    return [box for box in window.findChildren(kind) if box.isVisible()]


def paste(window, text):
    QGuiApplication.clipboard().setText(text)
    trigger(window, "paste")
