from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox, QSpinBox, QWidget

from reader import settings
from reader.errors import NoEngineError
from reader.gui.quiet_list import QuietList
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.settings.seeking import synonyms
from reader.gui.settings.voice import VoiceChoice
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.model.speaking import Highlight, Speaking, Telling
from reader.settings import TEXT_SIZES, Guide, Settings, Theme, Typography
from tests.gui.fitting import come_to_rest


@pytest.fixture
def keeper(tmp_path, qtbot):
    return SettingsKeeper(Settings(text_size=20), tmp_path)


@pytest.fixture
def dialog(keeper, qtbot):
    dialog = SettingsDialog(keeper, Translator("en"))
    qtbot.addWidget(dialog)
    return dialog


def choose(box: QComboBox, data):
    box.setCurrentIndex(box.findData(data))


def field(dialog: SettingsDialog, name: str):
    return dialog.findChild(QWidget, name)


@pytest.mark.check("A78", "Settings are changed and heard")
@pytest.mark.check("A28", "Colours of one's own choice")
def test_what_is_chosen_is_applied_and_kept(dialog, keeper, tmp_path, qtbot):
    choose(dialog.general.language, "en")
    choose(dialog.text.theme, Theme.DARK)
    dialog.text.text_size.setValue(24)
    dialog.voice.rate.setValue(210)
    with qtbot.waitSignal(keeper.changed):
        dialog.accept()
    expected = Settings(language="en", theme=Theme.DARK, text_size=24, rate=210)
    assert keeper.current == expected
    assert settings.load(tmp_path).settings == expected


@pytest.mark.check("A78", "Settings are changed and heard")
def test_what_is_changed_shows_at_once_and_cancel_takes_it_back(dialog, keeper, tmp_path, qtbot):
    with qtbot.waitSignal(keeper.changed):
        dialog.text.text_size.setValue(40)
    assert keeper.current.text_size == 40
    with qtbot.waitSignal(keeper.changed):
        field(dialog, "column").setValue(50)
    assert keeper.current.typography.column == 50
    with qtbot.waitSignal(keeper.changed):
        dialog.reject()
    assert keeper.current == Settings(text_size=20)
    assert not list(tmp_path.iterdir())


def test_cancel_before_it_shows_changes_nothing(dialog, keeper, qtbot):
    dialog.text.text_size.setValue(40)
    with qtbot.assertNotEmitted(keeper.changed, wait=150):
        dialog.reject()


@pytest.mark.check("A27", "Typeface")
@pytest.mark.check("A82", "Line, letter and paragraph spacing")
def test_how_articles_are_set_is_kept(dialog, keeper, tmp_path):
    for name, value in {
        "line_spacing": 200,
        "letter_spacing": 12,
        "paragraph_spacing": 200,
        "column": 40,
    }.items():
        field(dialog, name).setValue(value)
    choose(field(dialog, "face"), None)
    choose(field(dialog, "justified"), True)
    choose(field(dialog, "guide"), Guide.LINE)
    dialog.accept()
    expected = Typography(None, 200, 12, 200, 40, justified=True, guide=Guide.LINE)
    assert settings.load(tmp_path).settings.typography == expected


@pytest.mark.check("A27", "Typeface")
def test_the_programs_own_face_comes_first_and_a_chosen_one_is_never_lost(tmp_path, qtbot):
    keeper = SettingsKeeper(Settings(typography=Typography(face="Far Away")), tmp_path)
    dialog = SettingsDialog(keeper, Translator("en"))
    qtbot.addWidget(dialog)
    assert dialog.text.face.itemText(0) == "Sofia Sans (built in)"
    dialog.accept()
    assert keeper.current.typography.face == "Far Away"


def test_fields_for_own_colours_are_there_only_where_they_count(dialog):
    assert not dialog.text.ink.isVisibleTo(dialog.text)
    choose(dialog.text.theme, Theme.OWN)
    assert dialog.text.ink.isVisibleTo(dialog.text)


def test_own_colours_are_chosen_by_name_or_written(dialog, keeper):
    choose(dialog.text.theme, Theme.OWN)
    dialog.text.ink.setCurrentIndex(dialog.text.ink.findText("Yellow"))
    dialog.text.paper.setEditText("#00003a")
    dialog.accept()
    assert (keeper.current.ink, keeper.current.paper) == ("#FFEB3B", "#00003A")


def test_the_contrast_is_told_in_words_with_a_warning_where_it_is_little(dialog):
    choose(dialog.text.theme, Theme.OWN)
    dialog.text.ink.setEditText("#000000")
    dialog.text.paper.setEditText("#FFFFFF")
    assert dialog.text.contrast.text() == "Contrast 21.0 to 1: text can be read well."
    dialog.text.ink.setEditText("#777777")
    assert dialog.text.contrast.text().startswith("Warning: contrast 4.4 to 1.")
    assert dialog.text.ink.accessibleDescription() == dialog.text.contrast.text()


def test_what_is_no_colour_is_told_and_the_old_one_stays(dialog, keeper):
    choose(dialog.text.theme, Theme.OWN)
    dialog.text.ink.setEditText("#12")
    assert dialog.text.contrast.text().startswith("This is no colour")
    dialog.accept()
    assert keeper.current.ink == Settings().ink


def test_ctrl_tab_and_letters_lead_to_the_pages(dialog, qtbot):
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.general.language.hasFocus)
    qtbot.keyClick(dialog.general.language, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.theme.hasFocus()
    qtbot.keyClick(dialog.text.theme, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert dialog.voice.voice.hasFocus()
    assert not dialog.text.isVisible()


def test_voices_can_be_chosen_when_they_are_known(dialog, keeper):
    dialog.offer_voices([VoiceChoice("bg", "Bulgarian (bg)")])
    choose(dialog.voice.voice, "bg")
    dialog.accept()
    assert keeper.current.voice == "bg"


def test_a_chosen_voice_survives_while_the_voices_are_not_known(tmp_path, qtbot):
    keeper = SettingsKeeper(Settings(voice="bg"), tmp_path)
    dialog = SettingsDialog(keeper, Translator("en"))
    qtbot.addWidget(dialog)
    dialog.accept()
    assert keeper.current.voice == "bg"


@pytest.mark.check("A37", "Read aloud: pauses by structure")
@pytest.mark.check("A78", "Settings are changed and heard")
def test_how_it_is_read_aloud_is_kept(dialog, keeper, tmp_path):
    numbers = {
        "pitch": 60,
        "volume": 80,
        "sentence_pause": 100,
        "item_pause": 150,
        "paragraph_pause": 300,
        "heading_pause": 1200,
    }
    choices = {
        "headings": Telling.SOUND,
        "quotes": Telling.OFF,
        "lists": Telling.WORD,
        "links": Telling.SOUND,
        "notes": Telling.OFF,
        "pictures": Telling.SOUND,
        "tables": Telling.SOUND,
        "addresses": True,
        "marks": True,
        "names": False,
        "highlight": Highlight.SENTENCE,
        "follow": False,
        "yields": False,
    }
    for name, value in numbers.items():
        field(dialog, name).setValue(value)
    for name, value in choices.items():
        choose(field(dialog, name), value)
    dialog.accept()
    expected = Speaking(**numbers, **choices)
    assert keeper.current.speaking == expected
    assert settings.load(tmp_path).settings.speaking == expected


def test_every_choice_of_the_voice_has_a_field(dialog):
    assert all(field(dialog, one.name) for one in fields(Speaking))


def test_it_says_how_pauses_go_with_the_rate(dialog):
    assert "shrink" in field(dialog, "heading_pause").accessibleDescription()


def test_without_an_engine_the_dialog_says_why_there_are_no_voices(dialog):
    dialog.tell_no_voices(NoEngineError("espeak"))
    notes = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(note.startswith("No speech engine") for note in notes)
    assert dialog.voice.voice.accessibleDescription().startswith("No speech engine")


@pytest.mark.check("A39", "Every control has a name")
def test_every_field_has_a_label_that_leads_to_it(dialog):
    buddies = {label.buddy() for label in dialog.findChildren(QLabel)}
    for field in (*dialog.findChildren(QComboBox), *dialog.findChildren(QSpinBox)):
        assert field in buddies
        assert field.accessibleName()


def test_it_says_when_another_language_applies(dialog):
    assert "next start" in dialog.general.language.accessibleDescription()


def test_a_file_that_could_not_be_read_is_left_alone_until_something_is_chosen(tmp_path, qtbot):
    unread = tmp_path / "settings.toml"
    unread.write_text("rate = 100", "utf-8")
    keeper = SettingsKeeper(Settings(), tmp_path, trusted=False)
    keeper.note_window("AAA", "BBB")
    assert unread.read_text("utf-8") == "rate = 100"
    keeper.change(text_size=30)
    assert settings.load(tmp_path).settings == Settings(text_size=30)


def test_a_field_that_is_gone_to_by_its_letter_comes_into_view(dialog, qtbot):
    dialog.setStyleSheet(application_style(LIGHT, TEXT_SIZES[-1]))
    dialog.resize(600, 400)
    dialog.show()
    dialog.activateWindow()
    dialog.pages.tabs.setCurrentIndex(1)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.resize(600, 400)
    qtbot.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    guide = field(dialog, "guide")
    qtbot.waitUntil(guide.hasFocus)
    viewport = dialog.pages.area.viewport()
    assert viewport.rect().contains(guide.mapTo(viewport, guide.rect().center()))


@pytest.mark.check("A26", "Text size")
def test_notes_are_whole_in_the_largest_print(dialog, qtbot):
    dialog.setStyleSheet(application_style(LIGHT, TEXT_SIZES[-1]))
    dialog.show()
    dialog.tell_no_voices(NoEngineError("espeak-ng"))
    come_to_rest(dialog, qtbot)
    for note in dialog.findChildren(QLabel):
        assert note.height() >= note.heightForWidth(note.width())


def test_numbers_begin_where_the_words_of_the_lists_do(dialog):
    dialog.setStyleSheet(application_style(LIGHT, 18))
    dialog.show()
    for field in dialog.findChildren(QSpinBox):
        assert field.alignment() & Qt.AlignmentFlag.AlignLeft
        assert field.lineEdit().textMargins().left() == 10


def test_fields_are_of_one_height_and_their_labels_stand_level_with_them(dialog, qtbot):
    dialog.setStyleSheet(application_style(LIGHT, 18))
    dialog.show()
    dialog.pages.tabs.setCurrentIndex(2)
    qtbot.waitUntil(dialog.voice.isVisible)
    labels = {one.buddy(): one for one in dialog.voice.findChildren(QLabel) if one.buddy()}
    assert {one.height() for one in labels} == {dialog.voice.rate.height()}
    for one, label in labels.items():
        assert abs(label.geometry().center().y() - one.geometry().center().y()) <= 1


def test_a_page_has_the_same_parts_for_a_screen_reader_whether_it_scrolls_or_not(dialog, qtbot):
    dialog.show()
    area, parts = dialog.pages.area, {}
    dialog.pages.tabs.setCurrentIndex(1)
    for height, scrolls in ((300, True), (1200, False)):
        dialog.resize(1000, height)
        qtbot.waitUntil(lambda wanted=scrolls: area.verticalScrollBar().isEnabled() is wanted)
        parts[scrolls] = QAccessible.queryAccessibleInterface(area).childCount()
    assert parts == {True: 2, False: 2}


def test_its_lists_tell_of_what_is_chosen_only_while_they_have_the_focus(dialog):
    boxes = dialog.findChildren(QComboBox)
    assert len(boxes) > 20
    assert all(isinstance(box.view(), QuietList) for box in boxes)


NOT_IN_THE_DIALOG = {
    "window": "noted by the window itself: where it stood",
    "panes": "noted by the window itself: how wide its panes were",
    "keys": "changed in the dialog of keys",
    "view": "chosen above the list of the library",
    "order": "chosen in the menu of the library",
    "grouping": "chosen in the menu of the library",
    "print_size": "chosen in the dialogs of printing and of exports",
    "export_form": "remembered by the dialog of exports",
    "export_folder": "remembered by the dialog of exports",
    "typography": "its fields are there",
    "speaking": "its fields are there",
}


def test_everything_that_can_be_set_is_in_the_dialog_or_named_with_a_reason(dialog):
    every = {one.name for kind in (Settings, Typography, Speaking) for one in fields(kind)}
    here = {name for name in every if field(dialog, name) is not None}
    assert here | NOT_IN_THE_DIALOG.keys() == every
    assert not here & NOT_IN_THE_DIALOG.keys()


def test_every_setting_has_words_to_look_for_it_in_both_languages(dialog):
    every = {one.objectName() for page in dialog.pages._pages for one in page._fields}
    for language in ("bg", "en"):
        words = synonyms(language)
        assert words.keys() == every
        assert all(words.values())


def found(dialog) -> list[str]:
    return [one.objectName() for page in dialog.pages._pages for one in page.found]


def shown(dialog) -> list[str]:
    every = [one for page in dialog.pages._pages for one in page._fields]
    return [one.objectName() for one in every if one.isVisible()]


@pytest.fixture
def bulgarian(keeper, qtbot):
    dialog = SettingsDialog(keeper, Translator("bg"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("sought", "first", "among"),
    [
        ("шрифта", "text_size", "face"),
        ("едри букви", "text_size", "text_size"),
        ("тъмна", "theme", "theme"),
        ("скоростта", "rate", "rate"),
        ("паузите", "sentence_pause", "heading_pause"),
        ("изречения", "same_sentence", "sentence_pause"),
        ("екранни четци", "rows", "yields"),
        ("ОРКА", None, None),
        ("orca", "plain", "yields"),
        ("под лин", "notes", "marks"),  # not yet written to the end
        ("fonts", "text_size", "face"),  # the words of the other language
        ("voice speakers", "voice", "voice"),
        ("updating", "updates", "updates"),
        ("\U0001f600", None, None),
        ("…", None, None),
    ],
)
def test_settings_are_found_by_any_form_of_their_words(bulgarian, sought, first, among):
    bulgarian.seek.field.setText(sought)
    assert (found(bulgarian) or [None])[0] == first
    assert among is None or among in found(bulgarian)
    assert shown(bulgarian) == found(bulgarian)
    assert not bulgarian.pages.tabs.isVisible()


def is_squeezed(field):
    return field.isVisible() and field.height() < field.sizeHint().height()


def lay_out():
    for _turn in range(3):  # Qt asks what it lays out, and may have to do it again
        QApplication.processEvents()


@pytest.mark.parametrize("sought", ["orca", "пауза"])
def test_neither_what_is_found_nor_a_page_shown_again_is_squeezed(bulgarian, sought):
    bulgarian.setStyleSheet(application_style(LIGHT, 18))
    lay_out()
    bulgarian.resize(860, 900)
    every = [one for page in bulgarian.pages._pages for one in page._fields]
    for letters in (sought[:2], sought, ""):
        bulgarian.seek.field.setText(letters)
        lay_out()
        assert not [one for one in every if is_squeezed(one)]


def test_how_many_are_found_is_shown_and_nothing_is_told_as_well(bulgarian):
    bulgarian.seek.field.setText("паузи")
    assert bulgarian.seek.counted.text() == f"Намерени са {len(found(bulgarian))} настройки"
    bulgarian.seek.field.setText("ютия")
    assert bulgarian.seek.counted.text().startswith("Няма такава настройка")
    assert shown(bulgarian) == []


def test_when_the_field_is_emptied_all_is_as_before(dialog, qtbot):
    dialog.show()
    dialog.pages.tabs.setCurrentIndex(2)
    before = shown(dialog)
    dialog.seek.field.setFocus()
    dialog.seek.field.setText("colour")
    assert shown(dialog) != before
    assert not dialog.resetting.isEnabled()  # no page is on show
    qtbot.keyClick(dialog.seek.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert shown(dialog) == before
    assert dialog.pages.tabs.isVisible()
    assert dialog.resetting.isEnabled()
    qtbot.keyClick(dialog.seek.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_go_to_the_first_that_is_found(dialog, qtbot, key):
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.seek.field.hasFocus)
    qtbot.keyClicks(dialog.seek.field, "speed")
    qtbot.keyClick(dialog.seek.field, key)
    assert dialog.voice.rate.hasFocus()
    assert dialog.isVisible()


def test_own_colours_that_do_not_count_are_not_found(dialog):
    dialog.show()
    dialog.seek.field.setText("contrast")
    assert found(dialog) == ["theme"]
    choose(dialog.text.theme, Theme.OWN)
    assert found(dialog) == ["theme", "ink", "paper"]
    assert dialog.text.contrast.isVisible()


def agree(parent):
    """Choose "yes" in the question that stands over the dialog."""
    (box,) = [box for box in parent.findChildren(QMessageBox) if box.isVisible()]
    assert box.defaultButton() is not box.buttons()[0]
    (yes,) = [one for one in box.buttons() if box.buttonRole(one) == ROLE.AcceptRole]
    yes.click()


ROLE = QMessageBox.ButtonRole


def test_one_page_is_put_back_after_a_question_and_this_can_be_undone(keeper, qtbot):
    keeper.change(rate=300, text_size=40)
    dialog = SettingsDialog(keeper, Translator("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pages.tabs.setCurrentIndex(2)
    dialog.resetting.click()
    assert dialog.voice.rate.value() == 300
    agree(dialog)
    assert (dialog.voice.rate.value(), dialog.text.text_size.value()) == (175, 40)
    assert keeper.current.rate == 175  # shown at once
    dialog.undoing.click()
    assert dialog.voice.rate.value() == 300
    assert keeper.current.rate == 300
    assert not dialog.undoing.isVisible()


def test_everything_is_put_back_to_what_is_usual_here_and_cancel_takes_that_back(tmp_path, qtbot):
    chosen = Settings(
        language="en",
        theme=Theme.OWN,
        ink="#123456",
        rate=300,
        voice="far away",
        typography=Typography(face="Far Away", column=50),
        speaking=Speaking(pitch=10, links=Telling.SOUND, marks=True),
        keys=(("join", ("Ctrl+K",)),),
    )
    usual = Settings(text_size=30)  # where the system's letters are large
    keeper = SettingsKeeper(chosen, tmp_path, usual=usual)
    dialog = SettingsDialog(keeper, Translator("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reset_all()
    agree(dialog)
    assert keeper.current == Settings(text_size=30, keys=chosen.keys)
    dialog.undo_reset()
    assert keeper.current == chosen
    dialog.reset_all()
    agree(dialog)
    dialog.reject()
    assert keeper.current == chosen
