"""Settings go to another computer in a file, with keys and pronunciations, and come from one."""

import tomllib

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.model.pronunciation import Pronunciation
from reader.model.query import Order
from reader.model.speaking import Speaking
from reader.settings import Settings, Theme, Typography

CHOSEN = Settings(
    theme=Theme.DARK,
    text_size=40,
    window="AAA",
    keys=(("join", ("Ctrl+K",)),),
    order=Order.TITLE,
    typography=Typography(column=50),
    speaking=Speaking(pitch=10),
)
WORDS = (Pronunciation("ЕЦБ", "е це бе"), Pronunciation("Eurostat", "евростат", language="en"))


@pytest.fixture
def make(tmp_path, qtbot):
    """Make the settings of one computer."""

    def made(name, settings, words=()):
        folder = tmp_path / name
        folder.mkdir()
        own = OwnWords(folder)
        own.change(words)
        dialog = SettingsDialog(SettingsKeeper(settings, folder), Translator("en"), own=own)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def told(dialog):
    (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    text = box.text()
    box.accept()
    return text


@pytest.fixture
def file(make, tmp_path):
    path = tmp_path / "мои.toml"
    make("first", CHOSEN, WORDS).export(path)
    return path


def test_the_file_holds_all_but_what_belongs_to_the_machine(file):
    table = tomllib.loads(file.read_text("utf-8"))
    assert table["theme"] == "dark"
    assert table["keys"] == {"join": ["Ctrl+K"]}
    assert [row["written"] for row in table["pronunciations"]] == ["ЕЦБ", "Eurostat"]
    assert not {"window", "panes"} & table.keys()


def test_what_another_computer_takes_in_is_told_shown_and_kept_by_ok(file, make):
    dialog = make("second", Settings(window="BBB", keys=(("play", ("F8",)),)), WORDS[:1])
    dialog.take_over(file)
    lines = told(dialog).splitlines()
    assert "Colours: Dark (was As in the system)" in lines
    assert "Text size: 40 px (was 18 px)" in lines
    assert {"How the library is listed", "1 key", "1 new pronunciation"} <= set(lines)
    assert len(lines) == 8
    keeper, own = dialog._keeper, dialog._own
    assert keeper.current.theme is Theme.DARK  # shown at once
    assert own.current == WORDS[:1]
    dialog.accept()
    assert keeper.current.keys == (("play", ("F8",)), ("join", ("Ctrl+K",)))
    assert (keeper.current.window, keeper.current.order) == ("BBB", Order.TITLE)
    assert keeper.current.speaking == CHOSEN.speaking
    assert set(own.current) == set(WORDS)


def test_cancel_leaves_everything_as_it_was(file, make):
    dialog = make("second", Settings())
    dialog.take_over(file)
    told(dialog)
    dialog.reject()
    assert dialog._keeper.current == Settings()
    assert dialog._own.current == ()


def test_where_all_is_the_same_that_is_told(file, make):
    dialog = make("second", CHOSEN, WORDS)
    dialog.take_over(file)
    assert told(dialog) == "All is as in this file already; nothing changes."


def test_what_of_a_file_cannot_be_used_is_named_and_the_rest_taken_in(make, tmp_path):
    path = tmp_path / "newer.toml"
    path.write_text("chetivo = 2\nrate = 300\ntext_size = 500\nglow = true", "utf-8")
    dialog = make("second", Settings(theme=Theme.DARK))
    dialog.take_over(path)
    text = told(dialog)
    assert "Rate: 300 words a minute (was 175 words a minute)" in text
    assert "Values that cannot be used: text_size = 500 (12–72)" in text
    assert "Names that this version does not know: glow" in text
    dialog.accept()
    assert dialog._keeper.current == Settings(theme=Theme.DARK, rate=300, text_size=72)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[project]\nname = 'x'\n", "holds no settings of Chetivo"),
        (b"", "holds no settings of Chetivo"),
        (b"chetivo = 1\nrate = \n", "is broken at line 2"),
        (b"\xff\xfe\x00", "is broken at line 1"),
        (b"chetivo = 1\npronunciations = [{written = 5}]", "holds no settings of Chetivo"),
    ],
)
def test_a_foreign_or_broken_file_is_refused_and_nothing_is_lost(make, tmp_path, content, words):
    path = tmp_path / "foreign.toml"
    path.write_bytes(content)
    dialog = make("second", CHOSEN, WORDS)
    dialog.take_over(path)
    text = told(dialog)
    assert words in text
    assert "nothing has been changed" in text
    dialog.accept()
    assert dialog._keeper.current == CHOSEN
    assert set(dialog._own.current) == set(WORDS)


def test_a_file_that_cannot_be_written_is_told(make, tmp_path):
    dialog = make("second", CHOSEN)
    (tmp_path / "file").touch()
    dialog.export(tmp_path / "file" / "x.toml")
    assert "cannot be" in told(dialog)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "second"}
