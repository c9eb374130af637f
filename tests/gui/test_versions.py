"""What changed in an announcement that came again is shown, said and led to."""

import threading

import pytest
from PySide6.QtCore import Qt

from reader.gui.versions.dialog import ChangesDialog
from tests.gui.window_parts import dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)

OLD = """Нови правила за водите в Европа

Комисията предлага нови правила за водите, които ще важат от следващата година.

Бюджетът е 100 милиона евро за три години.

Държавите членки имат срок до края на октомври, за да изпратят своите планове.
"""
NEW = OLD.replace("100 милиона", "120 милиона") + "\nСъветът ще гласува през май.\n"


@pytest.fixture
def renewed(window, qtbot):
    """Return a window with the newer version of an article open."""
    window.parts.intake.text(OLD)
    wait_for_notice(window, qtbot, "Article added")
    window.parts.intake.text(NEW)
    wait_for_notice(window, qtbot, "A new version of the article")
    return window


def test_a_newer_version_takes_the_place_of_the_older_one(renewed):
    assert "Ctrl+Shift+V shows what changed" in renewed.parts.notice.text
    assert renewed.parts.reading.entry.versions == 1
    _, under = renewed.parts.view.described()
    assert "New version (Ctrl+Shift+V: what changed)" in under


def compared(window, qtbot):
    """Return the dialog that shows what changed."""
    trigger(window, "changes")
    qtbot.waitUntil(lambda: dialogs(window, ChangesDialog) != [])
    (dialog,) = dialogs(window, ChangesDialog)
    return dialog


def test_each_change_is_said_and_leads_to_its_place(renewed, qtbot):
    dialog = compared(renewed, qtbot)
    said = [row.said for row in dialog.model.rows]
    assert [words.partition(".")[0] for words in said] == ["“100” became “120”", "New"]
    assert "Before: Бюджетът е 100 милиона евро" in said[0]
    assert "Now: Бюджетът е 120 милиона евро" in said[0]
    assert said[1] == "New. Съветът ще гласува през май."
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    view = renewed.parts.view
    qtbot.waitUntil(view.hasFocus)
    place = view.position()
    text = renewed.parts.reading.article.blocks[place.block].spans[0].text
    assert text[place.char :].startswith("120 милиона")


def test_any_older_version_can_be_compared(renewed, qtbot):
    renewed.parts.intake.text(NEW.replace("май", "юни"))
    qtbot.waitUntil(lambda: renewed.parts.reading.entry.versions == 2)
    dialog = compared(renewed, qtbot)
    assert [dialog.since.itemData(row) for row in range(dialog.since.count())] == [2, 1]
    assert len(dialog.model.rows) == 1
    dialog.since.setCurrentIndex(1)
    assert [row.said for row in dialog.model.rows] == ["The versions are being compared…"]
    assert not dialog.show_it.isEnabled()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 2)
    assert dialog.show_it.isEnabled()


def test_of_versions_chosen_one_after_the_other_the_last_is_shown(renewed, qtbot):
    renewed.parts.intake.text(NEW.replace("май", "юни"))
    qtbot.waitUntil(lambda: renewed.parts.reading.entry.versions == 2)
    dialog = compared(renewed, qtbot)
    for row in (1, 0, 1, 0):
        dialog.since.setCurrentIndex(row)
    qtbot.waitUntil(dialog.show_it.isEnabled)
    assert len(dialog.model.rows) == 1
    dialog.since.setCurrentIndex(1)
    dialog.reject()
    trigger(renewed, "changes")
    trigger(renewed, "changes")
    qtbot.waitUntil(lambda: dialogs(renewed, ChangesDialog) != [])
    qtbot.wait(50)
    assert len(dialogs(renewed, ChangesDialog)) == 1


def test_a_long_comparison_is_told_of_and_holds_nothing_up(renewed, qtbot, monkeypatch):
    go_on = threading.Event()

    def wait(*_asked):
        go_on.wait(60)
        return ()

    monkeypatch.setattr("reader.gui.versions.comparing.changes", wait)
    trigger(renewed, "changes")
    wait_for_notice(renewed, qtbot, "The versions are being compared…")
    assert dialogs(renewed, ChangesDialog) == []
    go_on.set()
    qtbot.waitUntil(lambda: dialogs(renewed, ChangesDialog) != [])
    (dialog,) = dialogs(renewed, ChangesDialog)
    assert [row.said for row in dialog.model.rows] == ["No words differ, only signs and spaces."]
    assert renewed.parts.notice.text == ""


def test_without_an_older_version_the_person_is_told(window, qtbot):
    window.parts.intake.text(OLD)
    wait_for_notice(window, qtbot, "Article added")
    trigger(window, "changes")
    wait_for_notice(window, qtbot, "There is no older version of this article.")
    assert dialogs(window, ChangesDialog) == []
