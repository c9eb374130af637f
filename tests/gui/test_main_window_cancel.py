"""Long files in the window: how far reading is, giving up, and files that crash the parser."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from reader.gui.progress import Moment, Progress
from reader.importers.apart import Apart
from reader.processes.attended import Patience
from tests.gui.window_parts import PASTED, dialogs, opened, wait_for_notice
from tests.unit.fake_reader import HASTE
from tests.unit.test_apart import FAKE

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def apart():
    with Apart(FAKE, Patience(start=60, progress=HASTE)) as apart:
        yield apart


@pytest.fixture
def file(tmp_path):
    """Makes a file that has the reading process do something."""

    def make(deed):
        path = tmp_path / f"{deed}.pdf"
        path.write_bytes(b"%PDF-" + deed.encode())
        return path

    return make


def cancel_button(window):
    return window.parts.notice.findChild(QPushButton, "noticeCancel")


@contextmanager
def reading(window, file, qtbot):
    """Begin to read a slow file; at the end nothing of it may have been kept."""
    before = window._means.reader.counts().total
    window.parts.intake.files([file("slow"), file("well")])
    wait_for_notice(window, qtbot, "page ")
    yield
    wait_for_notice(window, qtbot, "Cancelled. Nothing was kept.")
    assert window._means.reader.counts().total == before
    assert not cancel_button(window).isVisible()
    assert not window.menu_actions["cancel"].isEnabled()


@pytest.mark.check("A71", "Progress is told")
def test_the_notice_says_how_far_a_long_file_is(window, file, qtbot):
    with reading(window, file, qtbot):
        words = window.parts.notice.text
        assert words.startswith("Reading slow.pdf, page ")
        assert words.endswith(" of 40")
        window.parts.intake.cancel()


def test_escape_gives_up_wherever_the_focus_is(window, file, qtbot):
    with reading(window, file, qtbot):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_the_button_gives_up_and_the_focus_is_not_lost(window, file, qtbot):
    with reading(window, file, qtbot):
        assert cancel_button(window).isVisible()
        cancel_button(window).setFocus()
        qtbot.keyClick(cancel_button(window), Qt.Key.Key_Space)
    assert window.parts.notice.isAncestorOf(QApplication.focusWidget())


def test_what_came_before_is_kept_and_shown(window, file, tmp_path, qtbot):
    good = tmp_path / "добър.txt"
    good.write_text(PASTED, "utf-8")
    window.parts.intake.files([good, file("slow")])
    wait_for_notice(window, qtbot, "page ")
    window.parts.intake.cancel()
    wait_for_notice(window, qtbot, "Article added")
    assert opened(window, qtbot) == "Нови правила за достъпност"


def test_closing_the_window_does_not_wait_for_a_long_file(window, file, library, qtbot):
    window.parts.intake.files([file("slow")])
    wait_for_notice(window, qtbot, "page ")
    window.close()
    assert library.count().total == 3


@pytest.mark.parametrize(
    ("deed", "words"), [("crash", "broke off (SIGSEGV)"), ("hang", "went no further")]
)
def test_a_crash_or_a_hang_of_the_parser_is_told_and_the_next_file_opens(
    window, file, library, qtbot, deed, words
):
    window.parts.intake.files([file(deed), file("well")])
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert f"“{deed}.pdf”" in box.text()
    assert words in box.text()
    box.accept()
    assert library.count().total == 4


def test_progress_is_told_at_moments_that_a_person_can_stand(qtbot):
    now = 0.0
    progress = Progress(lambda: now)
    told = []
    progress.moment.connect(told.append)
    for page in range(1, 1001):
        now = page / 20  # fifty seconds
        progress.progress(page, 1000)
    assert told[0] == Moment(20, 1000, aloud=False)
    assert len(told) == 1 + (1000 - 20) // 5
    spoken = [moment.done for moment in told if moment.aloud]
    assert spoken == [250, 500, 750, 1000]


def test_a_screen_reader_is_left_in_peace_for_five_seconds(qtbot):
    now = 0.0
    progress = Progress(lambda: now)
    told = []
    progress.moment.connect(told.append)
    for page in range(1, 101):
        now = page / 10  # ten seconds
        progress.progress(page, 100)
    assert [moment.done for moment in told if moment.aloud] == [52]
