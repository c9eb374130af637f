"""The person's choices survive a restart; a broken file is named, not swallowed."""

import json
from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.settings import RATES, TEXT_SIZES, RowReading, Settings, Theme, load, save


def write(folder: Path, content: object) -> None:
    (folder / "settings.json").write_text(json.dumps(content), "utf-8")


def test_without_a_file_the_usual_settings_apply(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings("en", Theme.DARK, 24, 200, "bg", "AAAA", "BBBB", RowReading.CELLS)
    save(chosen, tmp_path / "new" / "folder")
    assert load(tmp_path / "new" / "folder") == chosen


def test_saving_leaves_no_draft_behind(tmp_path: Path) -> None:
    save(Settings(), tmp_path)
    save(Settings(text_size=20), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_numbers_out_of_range_become_the_nearest_allowed(tmp_path: Path) -> None:
    write(tmp_path, {"text_size": 1, "rate": 100_000})
    assert load(tmp_path) == Settings(text_size=TEXT_SIZES[0], rate=RATES[-1])


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
