"""Nothing moves, blinks or vanishes by itself; the first start follows the system's letters."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QProgressBar, QPushButton

from reader.gui import notice, start
from reader.settings import TEXT_SIZES, Settings

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def application(qapp):
    """The application as the start makes it."""
    font, flash = qapp.font(), qapp.cursorFlashTime()
    yield start._application()
    qapp.setFont(font)
    qapp.setCursorFlashTime(flash)


@pytest.mark.check("A52", "Reduced motion of the system is respected")
def test_no_effect_of_the_system_moves_anything(application):
    assert [effect for effect in Qt.UIEffect if application.isEffectEnabled(effect)] == []
    assert application.cursorFlashTime() == 0


@pytest.mark.check("A52", "Reduced motion of the system is respected")
def test_nothing_in_the_window_moves(application, window, numbers):
    window.parts.reading.open(numbers[0])
    animations = window.findChildren(QAbstractAnimation)
    assert [each for each in animations if each.totalDuration()] == []
    assert window.findChildren(QProgressBar) == []  # one without an end would run to and fro


@pytest.mark.check("A51", "The font of the system is respected")
@pytest.mark.parametrize(("system", "page"), [(12, 18), (15, 18), (20, 24), (30, 36), (90, 72)])
def test_the_first_start_has_no_smaller_letters_than_the_system(application, system, page):
    font = QFont(application.font())
    font.setPixelSize(system)
    application.setFont(font)
    assert start._first_settings(application) == Settings(text_size=page)
    assert page in TEXT_SIZES


@pytest.mark.check("A86", "Enough time: nothing vanishes by itself")
def test_a_message_stays_until_it_is_put_away(window, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(notice, "announce", lambda _widget, message: said.append(message))
    window.parts.notice.say("Article added")
    qtbot.waitUntil(lambda: said == ["Article added"])
    assert window.parts.notice.isVisible()
    waiting = window.parts.notice.findChildren(QTimer)
    assert [timer for timer in waiting if timer.isActive()] == []  # nothing will take it away
    qtbot.mouseClick(
        window.parts.notice.findChild(QPushButton, "noticeHide"), Qt.MouseButton.LeftButton
    )
    assert not window.parts.notice.isVisible()
