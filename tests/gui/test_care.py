"""The care for the library in the window: what is damaged is asked about, what is due is done."""

import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from reader.app import Care
from reader.errors import LibraryGoneError
from reader.gui.care.backups_dialog import BackupsDialog
from reader.gui.care.damaged_dialog import DamagedDialog
from reader.gui.care.opening import Opening
from reader.gui.care.wish import Deed, Wish
from reader.gui.theme import palette_for
from reader.i18n import Translator
from reader.library import indexing
from reader.library.place import FILE
from reader.library.store import Library
from reader.settings import Settings
from tests.gui.window_parts import dialogs, make_window, trigger, wait_for_notice
from tests.unit.care_parts import damage

pytest_plugins = ("tests.gui.window_fixtures",)

PALETTE = palette_for(Settings(), system_dark=False, system_contrast=False)


@pytest.fixture
def care(library, apart):
    return Care(library.folder, apart)


@pytest.fixture
def cared(show, numbers, care):
    return show(care=care)


@pytest.fixture
def answer(qtbot):
    """Presses a button in each dialog that comes up without a window; returns their texts."""
    said, timer = [], QTimer()
    wanted = []

    def look():
        box = QApplication.activeModalWidget()
        if box is None or not box.isVisible():
            return
        for button in box.findChildren(QPushButton):
            if button.isVisible() and button.isEnabled() and button.text() in wanted:
                said.append(box.windowTitle())
                button.click()
                return

    timer.timeout.connect(look)
    timer.start(20)

    def answered(*words):
        wanted[:] = [*words, "OK", "&OK"]
        return said

    yield answered
    timer.stop()


def test_the_check_says_that_the_library_is_whole(cared, qtbot):
    trigger(cared, "check_library")
    wait_for_notice(cared, qtbot, "The library is whole")


def test_what_is_found_is_named_and_can_be_repaired(cared, care, qtbot, library):
    damage_text(library)
    trigger(cared, "check_library")
    qtbot.waitUntil(lambda: bool(dialogs(cared, DamagedDialog)))
    (dialog,) = dialogs(cared, DamagedDialog)
    assert "Мерки за опазване на пчелите" in dialog.findChild(QLabel, "damagedText").text()
    qtbot.waitUntil(dialog.repairing.hasFocus)
    dialog.repairing.click()
    assert cared.parts.caring.wish == Wish(Deed.REPAIR)
    assert not cared.isVisible()


@pytest.mark.parametrize("kept", [True, False])
def test_what_each_way_out_of_damage_does_is_shown_and_heard(qtbot, care, cared, kept):
    if kept:
        care.back_up()
    dialog = DamagedDialog("Повредена.", care.backups(), Translator("bg"), PALETTE)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    ways = {dialog.repairing, dialog.reading} | ({dialog.restoring} if kept else set())
    assert {way.accessibleDescription() for way in ways} == shown - {"Повредена."}
    assert all(way.isVisible() for way in ways)
    assert dialog.restoring.isVisible() == kept


def damage_text(library):
    """Change a letter of the third article."""
    with library._connections.lent() as connection:
        connection.execute("UPDATE content SET blocks = replace(blocks, 'ивици', 'ивеци')")


def test_a_backup_is_made_listed_and_chosen_by_keyboard(cared, care, qtbot):
    trigger(cared, "backups")
    (dialog,) = dialogs(cared, BackupsDialog)
    assert dialog.none.isVisible()
    qtbot.waitUntil(dialog.making.hasFocus)
    qtbot.keyClick(dialog.making, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.list.current is not None)
    assert dialog.list.current.articles == 3
    qtbot.waitUntil(dialog.making.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (question,) = dialogs(dialog, QMessageBox)
    assert "3 articles" in question.text()
    next(b for b in question.buttons() if b.text() == "Restore").click()
    assert cared.parts.caring.wish == Wish(Deed.RESTORE, care.backups()[0].name)


def test_a_backup_is_made_although_its_dialog_is_closed(cared, care, qtbot):
    trigger(cared, "backups")
    (dialog,) = dialogs(cared, BackupsDialog)
    dialog.making.click()
    dialog.reject()
    trigger(cared, "check_library")  # comes after it in the same lane
    wait_for_notice(cared, qtbot, "The library is whole")
    assert len(care.backups()) == 1


def test_each_time_it_is_told_why_what_was_asked_for_did_not_work(
    cared, care, qtbot, library, monkeypatch
):
    def fail(*_):
        raise LibraryGoneError(library.folder)

    for deed in ("back_up", "check_all"):
        monkeypatch.setattr(Care, deed, fail)
    trigger(cared, "backups")
    (dialog,) = dialogs(cared, BackupsDialog)
    for _time in range(2):
        dialog.making.click()
        qtbot.waitUntil(lambda: bool(dialogs(dialog)))
        dialogs(dialog)[0].accept()
        assert dialog.making.isEnabled()
    dialog.reject()
    for _time in range(2):
        trigger(cared, "check_library")
        qtbot.waitUntil(lambda: bool(dialogs(cared)))
        assert not cared.parts.notice.isVisible()
        dialogs(cared)[0].accept()


def test_what_is_due_is_done_after_the_start(cared, care, qtbot, library):
    cared.parts.caring._look()
    qtbot.waitUntil(lambda: len(care.backups()) == 1)
    qtbot.waitUntil(lambda: library.diary.checked() is not None)
    assert not dialogs(cared, DamagedDialog)


def test_a_library_for_reading_only_says_so_and_keeps_nothing(
    qtbot, library, numbers, apart, tmp_path
):
    library.close()
    with Library(library.folder, read_only=True) as readable:
        window = make_window(tmp_path, readable, apart)
        qtbot.addWidget(window)
        window.show()
        window.start(())
        window.get_ready()
        banner = window.findChild(QLabel, "readOnly")
        assert banner.isVisible()
        assert "for reading only" in banner.accessibleName()
        window.parts.reading.open(numbers[0])
        assert window.parts.reading.article.title == "Нови библиотеки за незрящи читатели"
        assert not dialogs(window)
        assert not readable.entry(numbers[0]).read
        window.close()


@pytest.mark.parametrize(
    ("button", "read_only"), [("Re&pair the library", False), ("Open for r&eading only", True)]
)
def test_at_the_start_a_damaged_library_is_asked_about(
    library, numbers, care, translator, answer, button, read_only
):
    library.close()
    damage(library.folder, "header", random.Random(4))
    said = answer(button)
    opening = Opening(care, translator, PALETTE)
    opened = opening.library()
    assert opened.read_only is read_only
    assert len(opened.entries()) == 3
    opening.close()
    assert said[0].startswith("The library is damaged")
    if not read_only:
        assert "3 articles were saved." in said[1]


@pytest.mark.parametrize("kind", ["header", "emptied", "removed"])
def test_at_the_start_a_backup_can_be_restored_instead(
    library, numbers, care, translator, answer, kind
):
    library.labels.star(numbers, starred=True)
    care.back_up()
    library.close()
    if kind == "header":
        damage(library.folder, kind, random.Random(4))
    else:
        (library.folder / FILE).unlink()
        if kind == "emptied":
            (library.folder / FILE).touch()
    said = answer("&Restore the chosen backup")
    opening = Opening(care, translator, PALETTE)
    opened = opening.library()
    assert opened.labels.are_starred([entry.identifier for entry in opened.entries()])
    assert len(opened.entries()) == 3
    opening.close()
    assert "Restored: " in said[1]


def test_at_the_start_one_can_leave_it_as_it_is(library, numbers, care, translator, answer):
    library.close()
    damage(library.folder, "header", random.Random(4))
    answer("&Quit")
    assert Opening(care, translator, PALETTE).library() is None


def test_what_the_window_left_to_do_is_done_before_the_next(
    library, numbers, care, translator, answer
):
    backup = care.back_up()
    library.close()
    answer()
    opening = Opening(care, translator, PALETTE)
    assert len(opening.library(Wish(Deed.RESTORE, backup.name)).entries()) == 3
    opening.close()


def test_a_search_that_is_not_whole_is_told_until_it_is(cared, care, qtbot, library):
    with library._connections.writing() as connection:
        indexing.empty(connection)
    messages = []
    cared.parts.notice.say = messages.append
    cared.parts.caring._build_search()
    qtbot.waitUntil(lambda: bool(messages))
    qtbot.waitUntil(lambda: len(messages) == 2)
    assert messages == [
        "The search is being prepared anew: 3 articles are not found yet.",
        "The search is whole again.",
    ]
    assert library.left_to_search() == 0
