"""On a small screen, in large print, no dialog is larger than it, and no word is cut off."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.gui.links.offers_dialog import OffersDialog
from reader.gui.main_window import MainWindow
from reader.gui.scrolling import Area
from reader.i18n import Translator
from reader.model.correction import Correction, Offer
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.test_feeds_large_print import DIALOGS as OF_FEEDS
from tests.gui.test_feeds_large_print import FEEDS, told_by_window
from tests.gui.test_large_print import DIALOGS as OTHERS
from tests.gui.test_links_fit import DIALOGS as OF_LINKS

pytest_plugins = ("tests.gui.feeds_fixtures",)


PHONE = QSize(450, 800)
NARROW = QSize(380, 800)
LOW = QSize(1280, 300)
SMALL = QSize(1024, 768)
DIALOGS = OTHERS | OF_LINKS | {name: told_by_window(made) for name, made in OF_FEEDS.items()}
MESSAGES = {"about", "told", "question"}  # of Qt, which asks the real screen
LARGE = 36  # pixels: twice the usual; above, the letters of dialogs are the same


@pytest.fixture
def on_screen(show, numbers, world, qtbot, monkeypatch):
    """Shows a dialog on a screen of a size, and returns it when it has come to rest."""
    for title, address in FEEDS.items():
        world.feeds.kept.add(address, title)

    def shown(name, size, language):
        monkeypatch.setattr(QWidget, "screen", lambda _widget: Screen(size))
        feeds = {"make_feeds": lambda _fetcher: world.feeds}
        window = show(language=language, width=size.width(), text_size=LARGE, **feeds)
        dialog = DIALOGS[name](window, Translator(language))
        qtbot.addWidget(dialog)  # some have no parent
        dialog.show()
        come_to_rest(dialog, qtbot)
        return dialog

    return shown


def in_sight(place, area):
    """Tell whether as much of a control shows as there is room for."""
    room = area.viewport().rect()
    seen = room & QRect(place.mapTo(area.viewport(), QPoint()), place.size())
    return seen.size() == place.size().boundedTo(room.size())


class Screen:
    """A screen of a size, as dialogs ask it."""

    def __init__(self, size: QSize) -> None:
        self._size = size

    def availableSize(self) -> QSize:  # noqa: N802  Qt's own name
        return self._size

    def availableGeometry(self) -> QRect:  # noqa: N802  Qt's own name
        return QRect(QPoint(), self._size)


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in MESSAGES])
@pytest.mark.parametrize(("size", "language"), [(PHONE, "bg"), (SMALL, "bg"), (PHONE, "en")])
def test_dialogs_fit_the_screen_and_no_words_are_cut_off(on_screen, name, size, language):
    dialog = on_screen(name, size, language)
    assert dialog.size().boundedTo(size) == dialog.size()
    # A row of tabs has arrows where it has too little room.
    assert [each for each in misfits(dialog) if not each.startswith("QTabBar")] == []


@pytest.mark.parametrize("size", [PHONE, NARROW])
@pytest.mark.parametrize("name", ["damaged", "a bug", "settings", "pronunciations"])
def test_what_is_too_large_scrolls_to_what_has_the_focus(on_screen, name, size):
    dialog = on_screen(name, size, "bg")
    area = dialog.findChild(Area)
    places = [
        each
        for each in area.widget().findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    room = area.viewport().rect()
    assert not room.contains(QRect(QPoint(), area.widget().size()))
    sideways = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert sideways == (area.widget().width() > room.width())
    for place in (*places, *reversed(places)):
        place.setFocus()
        assert in_sight(place, area)


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in MESSAGES])
@pytest.mark.parametrize("size", [PHONE, LOW])
def test_what_has_the_focus_is_in_sight_when_a_dialog_opens(on_screen, qtbot, name, size):
    dialog = on_screen(name, size, "bg")
    place = dialog.focusWidget()
    area = next((each for each in dialog.findChildren(Area) if each.isAncestorOf(place)), None)
    if area is not None:
        assert in_sight(place, area)


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("name", ["damaged", "first steps", "settings", "export", "no feeds"])
@pytest.mark.parametrize("size", [PHONE, NARROW])
def test_words_of_several_lines_end_where_the_screen_does(on_screen, name, size):
    dialog = on_screen(name, size, "bg")
    for area in dialog.findChildren(Area):
        area.horizontalScrollBar().setValue(0)
    lines = [each for each in dialog.findChildren(QLabel) if each.wordWrap() and each.isVisible()]
    assert lines
    for label in lines:
        assert label.mapTo(dialog, label.contentsRect().topRight()).x() < dialog.width()


def test_on_a_narrow_window_the_buttons_of_a_message_stand_below_its_words(show, qtbot):
    window = show(language="bg", width=PHONE.width(), text_size=LARGE)
    strip = window.parts.import_strip
    words, report = strip.findChild(QLabel), strip.findChild(QPushButton, "importReport")
    for width, below in ((PHONE.width(), True), (2000, False)):
        window.resize(width, PHONE.height())
        strip.tell_ended("Приемането завърши. 1 нова версия и 1 неприет файл.", aloud=False)
        come_to_rest(window, qtbot)
        assert (report.y() >= words.geometry().bottom()) == below
        assert below or strip.height() <= report.height() + 2 * report.y()
        assert [each for each in misfits(window) if "import" in each] == []


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("name", ["repairs", "changes", "report", "corrections offered"])
def test_a_list_takes_what_room_the_screen_has(on_screen, name):
    dialog = on_screen(name, PHONE, "bg")
    assert dialog.height() == PHONE.height()
    assert dialog.list.height() > PHONE.height() / 3


def test_the_window_begins_no_larger_than_the_screen(show, monkeypatch):
    monkeypatch.setattr(QWidget, "screen", lambda _widget: Screen(SMALL))
    sizes = []
    monkeypatch.setattr(MainWindow, "resize", lambda _window, *size: sizes.append(size))
    show()
    assert sizes[0] == (QSize(1024, 768),)


@pytest.mark.parametrize("name", ["add", "feeds of a page", "a rule", "feeds", "a choice"])
@pytest.mark.parametrize("language", ["bg", "en"])
def test_long_labels_and_choices_make_nothing_scroll_sideways(on_screen, name, language):
    dialog = on_screen(name, PHONE, language)
    for area in dialog.findChildren(Area):
        assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_hidden_button_takes_no_room(on_screen):
    dialog = on_screen("add", PHONE, "bg")
    before = dialog.buttons.minimumSizeHint().width()
    dialog.add.setText("Добавяне на всички емисии, които са отметнати")
    assert dialog.buttons.minimumSizeHint().width() == before
    dialog.add.show()
    assert dialog.buttons.minimumSizeHint().width() > PHONE.width()


@pytest.mark.parametrize("size", [PHONE, LOW])
@pytest.mark.parametrize("name", ["collections", "settings", "pronunciations"])
def test_a_bar_for_the_width_shows_only_where_the_screen_is_too_narrow(on_screen, name, size):
    dialog = on_screen(name, size, "bg")
    area = dialog.findChild(Area)
    narrow = area.widget().minimumSizeHint().width() > area.viewport().width()
    assert narrow == (area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    assert narrow == (size is PHONE)


def test_a_bar_comes_where_a_dialog_is_made_too_narrow(on_screen):
    dialog = on_screen("collections", LOW, "bg")
    area = dialog.findChild(Area)
    dialog.resize(area.widget().minimumSizeHint().width(), dialog.height())
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn


def test_the_focus_and_its_order_are_the_same_where_it_scrolls(on_screen):
    orders = []
    for size in (PHONE, QSize(1280, 1000)):
        dialog = on_screen("collections", size, "bg")
        assert dialog.isAncestorOf(dialog.focusWidget())
        order = [dialog.focusWidget()]
        while (following := order[-1].nextInFocusChain()) is not order[0]:
            order.append(following)
        orders.append([type(each) for each in order if each in (dialog.list, dialog.field)])
        assert dialog.list.hasFocus()
    assert orders[0] == orders[1]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_with_room_enough_the_buttons_stand_side_by_side(
    show, numbers, qtbot, monkeypatch, language
):
    monkeypatch.setattr(QWidget, "screen", lambda _widget: Screen(QSize(1280, 1000)))
    window = show(language=language)
    offer = Offer(Correction(("Пчелии",), ()), "Пчелии", "Пчели", 0)
    dialog = OffersDialog([offer], Translator(language), window)
    dialog.resize(400, 560)  # less than they take
    dialog.show()
    come_to_rest(dialog, qtbot)
    assert len({button.y() for button in dialog.buttons.buttons()}) == 1
    assert misfits(dialog) == []
