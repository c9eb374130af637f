import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from reader.gui.player.bar import PlayerBar
from reader.gui.player.buttons import Keys
from reader.gui.player.player import Player, PlayerState
from reader.gui.player.steps import Unit
from reader.gui.theme import LIGHT, application_style
from reader.i18n import Translator
from reader.model.position import START, Position
from reader.settings import TEXT_SIZES
from reader.speech.voices import Voice
from tests.gui.player_parts import Reciter, Sinks, said

NEWS = said("Едно две три.", "Четири пет.", "Шест.")
VOICES = (Voice("en", "English", ("en-gb",)), Voice("zls/bg", "Bulgarian", ("bg",)))


@pytest.fixture
def player(qtbot):
    player = Player(Reciter(), open_sink=Sinks().open)
    yield player
    player.close()


@pytest.fixture
def bar(qtbot, usual_letters, player):
    bar = PlayerBar(player, Translator("en"))
    qtbot.addWidget(bar)
    bar.resize(1280, 60)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


def button(bar, name):
    return bar.findChild(QPushButton, name)


def words(bar):
    return [button.text() for button in bar.findChildren(QPushButton)]


def press(qtbot, bar, name):
    qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A43", "Nothing by colour or icon alone")
def test_every_button_has_a_sign_and_a_word_that_is_its_name(bar):
    assert words(bar) == ["Previous", "Read", "Stop", "Next"]
    for control in bar.findChildren(QPushButton):
        assert control.accessibleName() == control.text()
        assert not control.icon().isNull()


def test_fields_are_named_by_their_labels(bar):
    labels = {label.buddy(): label.text() for label in bar.findChildren(QLabel) if label.buddy()}
    assert labels == {bar.findChild(QSpinBox): "Speed", bar.findChild(QComboBox): "Voice"}


def test_tool_tips_tell_what_for_and_by_which_key(bar):
    assert button(bar, "playerNext").toolTip() == "Next sentence"
    bar.set_keys(Keys(play="F5", stop="Shift+F5", previous="Ctrl+1", next="Ctrl+3"))
    assert [control.toolTip() for control in bar.findChildren(QPushButton)] == [
        "Previous sentence (Ctrl+1)",
        "Read aloud or pause (F5)",
        "Stop reading aloud (Shift+F5)",
        "Next sentence (Ctrl+3)",
    ]


def test_while_stopped_reading_is_asked_for(qtbot, bar):
    with qtbot.waitSignal(bar.play_requested):
        press(qtbot, bar, "playerPlay")


def test_the_play_button_says_what_it_will_do(qtbot, bar, player):
    player.load(NEWS)
    player.play_from(START)
    assert words(bar)[1] == "Pause"
    press(qtbot, bar, "playerPlay")
    assert player.state is PlayerState.PAUSED
    assert words(bar)[1] == button(bar, "playerPlay").accessibleName() == "Continue"
    press(qtbot, bar, "playerPlay")
    assert player.state is PlayerState.PLAYING


def test_the_buttons_move_and_stop(qtbot, bar, player):
    player.load(NEWS)
    player.play_from(START)
    bar.step_requested.connect(lambda by: player.step(Unit.SENTENCE, by))
    press(qtbot, bar, "playerNext")
    assert player.current is NEWS[1]
    press(qtbot, bar, "playerPrevious")
    assert player.current is NEWS[0]
    press(qtbot, bar, "playerStop")
    assert player.state is PlayerState.STOPPED


def test_what_cannot_be_done_is_greyed_out(bar, player):
    enabled = [control.isEnabled() for control in bar.findChildren(QPushButton)]
    assert enabled == [False, True, False, False]
    bar.set_playable(playable=False)
    assert not button(bar, "playerPlay").isEnabled()


def test_the_focus_stays_on_the_bar_when_stop_greys_out(qtbot, bar, player):
    player.load(NEWS)
    player.play_from(START)
    button(bar, "playerStop").setFocus()
    qtbot.keyClick(button(bar, "playerStop"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is button(bar, "playerPlay")


def test_the_bar_hands_the_focus_to_its_play_button(bar):
    bar.home.setFocus()
    assert QApplication.focusWidget() is button(bar, "playerPlay")


@pytest.mark.check("A77", "The player tells its place and pace")
def test_the_place_is_told_in_sentences_and_minutes(qtbot, bar, player):
    place = bar.findChild(QLabel, "playerPlace")
    assert not place.isVisible()
    player.load(said(*("Дълго изречение за проба, " * 20 for _ in range(10))))
    player.play_from(Position(3, 0))
    assert place.text().startswith("Sentence 4 of 10 · ")
    assert place.text().endswith("\u00a0min left")
    player.load(said("Кратко."))
    assert place.text() == "Sentence 1 of 1 · 1\u00a0min left"


def place_of(bar):
    return bar.findChild(QLabel, "playerPlace")


def test_what_goes_on_is_shown_beside_the_place(qtbot, bar, player):
    player.load(NEWS)
    bar.show_beside("sleep", "silent in 30 min")
    bar.show_beside("list", "article 2 of 5")
    assert place_of(bar).text().endswith("silent in 30 min · article 2 of 5")
    assert place_of(bar).toolTip().startswith("Sentence 1 of 3 · 1\u00a0min left · silent")
    bar.show_beside("sleep", "silent in 29 min")
    bar.show_beside("list", "")
    assert place_of(bar).text().endswith("silent in 29 min")
    bar.show_beside("sleep", "")
    assert place_of(bar).text() == "Sentence 1 of 3 · 1\u00a0min left"


def test_a_sentence_that_is_repeated_is_shown_as_such(bar, player):
    player.load(NEWS)
    player.play_from(START)
    player.loop(on=True)
    assert place_of(bar).text().endswith(" · repeated")
    player.stop()
    assert "repeated" not in place_of(bar).text()


def test_where_there_is_no_room_the_place_gives_way(bar, player):
    player.load(NEWS)
    bar.show_beside("sleep", "silent in 30 min")
    for width in (1280, 900, 700, 500, bar.minimumSizeHint().width()):
        bar.resize(width, 200)
        label = place_of(bar)
        assert "silent in 30 min" in label.text()
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_before_anything_is_open_the_timer_is_shown_all_the_same(bar):
    bar.show_beside("sleep", "silent in 30 min")
    assert place_of(bar).isVisible()
    assert place_of(bar).text() == "silent in 30 min"


def test_a_new_rate_is_told_once_it_is_complete(qtbot, bar):
    rates = []
    bar.rate_changed.connect(rates.append)
    field = bar.findChild(QSpinBox)
    field.selectAll()
    qtbot.keyClicks(field, "300")
    assert rates == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert rates == [300]


def test_showing_the_settings_tells_nothing(bar):
    told = []
    bar.rate_changed.connect(told.append)
    bar.voice_changed.connect(told.append)
    bar.set_rate(250)
    bar.set_voices(VOICES, "zls/bg")
    assert bar.findChild(QSpinBox).value() == 250
    assert told == []


def test_bulgarian_voices_are_offered_and_the_one_in_use_shown(bar):
    bar.set_voices(VOICES, "zls/bg")
    field = bar.findChild(QComboBox)
    assert [field.itemText(n) for n in range(field.count())] == [
        "Automatic",
        "Bulgarian, espeak-ng",
    ]
    assert field.currentText() == "Bulgarian, espeak-ng"
    bar.set_voice("gone")
    assert field.currentText() == "Automatic"


def test_without_a_bulgarian_voice_all_are_offered(bar):
    bar.set_voices(VOICES[:1], None)
    field = bar.findChild(QComboBox)
    names = [field.itemText(n) for n in range(field.count())]
    assert names == ["Automatic", "English (United Kingdom), espeak-ng"]


@pytest.mark.check("A35", "Read aloud: voice")
def test_a_chosen_voice_is_told_by_its_identifier(qtbot, bar):
    bar.set_voices(VOICES, None)
    told = []
    bar.voice_changed.connect(told.append)
    field = bar.findChild(QComboBox)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert told == ["zls/bg", ""]


def test_in_a_narrow_window_the_parts_stand_in_rows(qtbot, bar):
    high = bar.sizeHint().height()
    narrow = bar.minimumSizeHint().width()
    assert narrow < 640
    bar.resize(narrow, 200)
    assert bar.minimumSizeHint().height() > high
    assert not bar.findChild(QComboBox).isVisible()  # the settings have it, too
    for control in bar.findChildren(QPushButton):
        assert bar.rect().contains(control.geometry().translated(control.parentWidget().pos()))
    bar.resize(1280, 60)
    assert bar.minimumSizeHint().height() == high


@pytest.fixture
def bulgarian(qtbot, usual_letters, player):
    bar = PlayerBar(player, Translator("bg"))
    qtbot.addWidget(bar)
    bar.resize(1280, 60)
    bar.show()
    return bar


def geometries(bar):
    return {part: part.geometry() for part in bar.findChildren(QWidget) if part.isVisible()}


def test_nothing_moves_as_an_article_opens_is_read_and_closes(bulgarian, player):
    bulgarian.setStyleSheet(application_style(LIGHT, 18))
    before, high = geometries(bulgarian), bulgarian.minimumSizeHint().height()
    player.load(said(*("Дълго изречение. " * 9 for _ in range(35))))
    player.play_from(START)
    player.pause()
    player.loop(on=True)
    for number in range(9):
        bulgarian.show_beside(str(number), "тишина след 30 мин")
    now = geometries(bulgarian)
    assert {part: now[part] for part in before} == before
    assert bulgarian.minimumSizeHint().height() == high
    for number in range(9):
        bulgarian.show_beside(str(number), "")
    player.load(())
    assert geometries(bulgarian) == before


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("size", [36, TEXT_SIZES[-1]])
def test_in_large_print_no_row_is_empty_while_nothing_is_open(bulgarian, player, size):
    bulgarian.setStyleSheet(application_style(LIGHT, size))
    one = button(bulgarian, "playerPlay").sizeHint().height()
    assert 2 * one < bulgarian.minimumSizeHint().height() < 2.5 * one
    player.load(NEWS)
    place = place_of(bulgarian)
    assert place.text().startswith("Изречение 1 от 3")
    assert place.fontMetrics().horizontalAdvance(place.text()) <= place.width()
    assert bulgarian.minimumSizeHint().height() > 2.5 * one


@pytest.mark.check("A30", "The interface is magnified")
def test_the_largest_print_leaves_a_narrow_window_its_bar(bulgarian, player):
    bulgarian.setStyleSheet(application_style(LIGHT, TEXT_SIZES[-1]))
    player.load(NEWS)
    assert bulgarian.minimumSizeHint().width() < 680
    bulgarian.resize(bulgarian.minimumSizeHint().width(), 300)
    for control in bulgarian.findChildren(QPushButton):
        place = control.geometry().translated(control.parentWidget().pos())
        assert bulgarian.rect().contains(place)
        assert control.iconSize().height() >= 20
    assert not bulgarian.findChild(QComboBox).isVisible()
    bulgarian.resize(1280, 300)
    assert bulgarian.findChild(QComboBox).isVisible()
