"""The person's choices survive a restart; a broken file is named, not swallowed."""

import json
from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.model.speaking import Speaking, Telling
from reader.settings import (
    COLUMNS,
    LINE_SPACINGS,
    RATES,
    TEXT_SIZES,
    Guide,
    RowReading,
    Settings,
    Theme,
    Typography,
    load,
    save,
)


def write(folder: Path, content: object) -> None:
    (folder / "settings.json").write_text(json.dumps(content), "utf-8")


def test_without_a_file_the_usual_settings_apply(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    keys = (("join", ("Ctrl+K",)), ("play", ("F8", "Ctrl+2")))
    page = Typography(None, 200, 12, 150, 40, justified=True, guide=Guide.LINE)
    chosen = Settings(
        language="en",
        theme=Theme.OWN,
        text_size=24,
        rate=200,
        voice="bg",
        rows=RowReading.CELLS,
        window="AAAA",
        panes="BBBB",
        keys=keys,
        ink="#FFFF00",
        paper="#000000",
        typography=page,
        speaking=Speaking(pitch=20, item_pause=90, links=Telling.SOUND, marks=True, follow=False),
        plain=True,
    )
    save(chosen, tmp_path / "new" / "folder")
    assert load(tmp_path / "new" / "folder") == chosen


def test_saving_leaves_no_draft_behind(tmp_path: Path) -> None:
    save(Settings(), tmp_path)
    save(Settings(text_size=20), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_numbers_out_of_range_become_the_nearest_allowed(tmp_path: Path) -> None:
    write(tmp_path, {"text_size": 1, "rate": 100_000})
    assert load(tmp_path) == Settings(text_size=TEXT_SIZES[0], rate=RATES[-1])


def test_spacings_out_of_range_become_the_nearest_allowed(tmp_path: Path) -> None:
    write(tmp_path, {"typography": {"line_spacing": 1000, "column": -1, "letter_spacing": -5}})
    expected = Typography(line_spacing=LINE_SPACINGS[-1], column=COLUMNS[0], letter_spacing=0)
    assert load(tmp_path) == Settings(typography=expected)


def test_at_the_first_start_the_caller_says_what_is_usual(tmp_path: Path) -> None:
    assert load(tmp_path, Settings(text_size=30)) == Settings(text_size=30)
    write(tmp_path, {"theme": "dark"})
    assert load(tmp_path, Settings(text_size=30)) == Settings(theme=Theme.DARK)


def test_unknown_names_are_ignored(tmp_path: Path) -> None:
    write(tmp_path, {"theme": "dark", "from_a_newer_version": [1]})
    assert load(tmp_path) == Settings(theme=Theme.DARK)


@pytest.mark.parametrize(
    "content",
    [
        {"theme": "purple"},
        {"theme": 1},
        {"rows": "halves"},
        {"text_size": "18"},
        {"text_size": 18.5},
        {"rate": True},
        {"language": 5},
        {"window": None},
        {"keys": {"join": "Ctrl+K"}},
        {"keys": [["join", "Ctrl+K"]]},
        {"keys": [["join", [5]]]},
        {"keys": [["join"]]},
        {"plain": "yes"},
        {"ink": "black"},
        {"paper": "#FFF"},
        {"typography": []},
        {"typography": {"guide": "ruler"}},
        {"typography": {"column": "68"}},
        {"typography": {"justified": 1}},
        {"typography": {"face": 3}},
        ["a", "list"],
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error(tmp_path: Path, content: object) -> None:
    write(tmp_path, content)
    with pytest.raises(SettingsError) as caught:
        load(tmp_path)
    assert caught.value.path == tmp_path / "settings.json"


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{}"])
def test_a_broken_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    with pytest.raises(SettingsError):
        load(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError):
        save(Settings(), tmp_path / "file" / "folder")


def test_a_settings_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(SettingsError):
        load(tmp_path)
