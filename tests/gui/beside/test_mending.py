"""Mending a pair of sentences: chosen, kept, undone, forgotten."""

from PySide6.QtCore import Qt

from reader.gui.beside.mend_dialog import MendDialog
from reader.model.bilingual import Pin
from tests.gui.beside.parts import ENGLISH, FREE, FREE_EN, ROOMS, ROOMS_EN, marked, place_of, second
from tests.gui.window_parts import dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


def asked(window, qtbot, words="читални"):
    """Return the dialog for the sentence with these words."""
    window.parts.view.go(place_of(window.parts.view, words))
    trigger(window, "mend_pair")
    qtbot.waitUntil(lambda: dialogs(window, MendDialog) != [])
    (dialog,) = dialogs(window, MendDialog)
    return dialog


def rows(dialog):
    return [row.texts[0] for row in dialog.list.rows.rows]


def stand_on(dialog, words):
    dialog.list.setCurrentIndex(dialog.list.rows.index(rows(dialog).index(words)))


def paired(window, words):
    window.parts.view.go(place_of(window.parts.view, words))
    return marked(second(window))


def test_the_dialog_stands_on_what_the_sentence_is_paired_with(both, qtbot):
    dialog = asked(both, qtbot)
    assert dialog.sentence.toPlainText() == ROOMS
    assert len(rows(dialog)) == 8
    assert [rows(dialog)[number] for number in dialog.chosen] == [ROOMS_EN]
    index = dialog.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{ROOMS_EN} Paired now"
    qtbot.waitUntil(dialog.list.hasFocus)
    assert not dialog.undo.isEnabled()


def test_another_sentence_is_chosen_kept_and_marked_at_once(both, library, number, qtbot):
    dialog = asked(both, qtbot)
    stand_on(dialog, FREE_EN)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    wait_for_notice(both, qtbot, "The pair is mended.")
    assert library.pins.of(number) == (Pin((ROOMS,), (FREE_EN,)),)
    qtbot.waitUntil(lambda: marked(second(both)) == [FREE_EN])
    assert both.parts.view.hasFocus()


def test_several_that_follow_each_other_can_be_chosen(both, library, number, qtbot):
    dialog = asked(both, qtbot)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    dialog.belong.click()
    wait_for_notice(both, qtbot, "The pair is mended.")
    assert library.pins.of(number) == (Pin((ROOMS,), (ROOMS_EN, FREE_EN)),)


def test_a_sentence_may_have_no_counterpart(both, qtbot):
    asked(both, qtbot).none.click()
    wait_for_notice(both, qtbot, "The sentence stands alone.")
    qtbot.waitUntil(lambda: paired(both, "читални") == [])
    assert asked(both, qtbot).chosen != ()


def test_the_last_one_is_undone_and_all_are_forgotten(both, library, number, qtbot):
    asked(both, qtbot).none.click()
    asked(both, qtbot, "Входът").none.click()
    assert len(library.pins.of(number)) == 2
    asked(both, qtbot).undo.click()
    wait_for_notice(both, qtbot, "The last mended pair is taken back.")
    assert library.pins.of(number) == (Pin((ROOMS,), ()),)
    qtbot.waitUntil(lambda: paired(both, "Входът") == [FREE_EN])
    asked(both, qtbot).forget.click()
    wait_for_notice(both, qtbot, "All mended pairs of this article are forgotten.")
    assert library.pins.of(number) == ()
    qtbot.waitUntil(lambda: paired(both, "читални") == [ROOMS_EN])


def test_from_the_original_a_sentence_of_the_article_is_chosen(both, library, number, qtbot):
    original = second(both)
    original.setFocus()
    original.go(place_of(original, "Admission"))
    trigger(both, "mend_pair")
    qtbot.waitUntil(lambda: dialogs(both, MendDialog) != [])
    (dialog,) = dialogs(both, MendDialog)
    assert dialog.sentence.toPlainText() == FREE_EN
    stand_on(dialog, ROOMS)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    wait_for_notice(both, qtbot, "The pair is mended.")
    assert library.pins.of(number) == (Pin((ROOMS,), (FREE_EN,)),)
    assert original.hasFocus()


def test_it_needs_no_original_on_show(both, library, number, qtbot):
    trigger(both, "side_by_side")
    asked(both, qtbot).none.click()
    assert library.pins.of(number) == (Pin((ROOMS,), ()),)


def test_both_texts_in_one_are_made_anew(both, qtbot):
    trigger(both, "alternating")
    shown = second(both)
    qtbot.waitUntil(lambda: shown.page().article != ENGLISH)
    texts = [leaf.text for leaf in shown.outline().leaves]
    assert texts[texts.index(ROOMS) + 1] == ROOMS_EN
    shown.go(place_of(shown, FREE))
    trigger(both, "mend_pair")
    qtbot.waitUntil(lambda: dialogs(both, MendDialog) != [])
    (dialog,) = dialogs(both, MendDialog)
    stand_on(dialog, ROOMS_EN)
    dialog.belong.click()

    def under_it():
        texts = [leaf.text for leaf in shown.outline().leaves]
        return texts[texts.index(FREE) + 1]

    qtbot.waitUntil(lambda: under_it() == ROOMS_EN)
    assert shown.position() == place_of(shown, FREE)
