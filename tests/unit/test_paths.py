"""Where the person's own things lie."""

import os
import sys
from pathlib import Path

import pytest

from reader.paths import folders, model_folders, write_whole


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A person's home, with the system's usual places in it."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("appdirs.user_cache_dir", lambda *_names, **_more: str(tmp_path / ".cache"))
    return tmp_path


def test_pages_for_the_browser_lie_in_the_cache(home: Path) -> None:
    assert folders(environ={}).pages == home / ".cache" / "pages"


def test_they_are_not_hidden_where_browsers_may_read_no_hidden_folder(home: Path) -> None:
    (home / "snap").mkdir()
    assert folders(environ={}).pages == home / "chetivo-pages"


def test_one_folder_can_hold_all(tmp_path: Path) -> None:
    chosen = folders(environ={"CHETIVO_HOME": str(tmp_path)})
    assert (chosen.data, chosen.config, chosen.pages) == (tmp_path, tmp_path, tmp_path / "pages")


def test_the_library_can_lie_elsewhere(home: Path, tmp_path: Path) -> None:
    assert folders(Path("elsewhere"), {"CHETIVO_HOME": str(tmp_path)}).data == Path("elsewhere")


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of Linux")
@pytest.mark.parametrize("value", ["", "somewhere"])
def test_a_variable_that_names_no_whole_path_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, value)
    found = folders(environ={})
    assert found.data == tmp_path / ".local" / "share" / "chetivo"
    assert found.config == tmp_path / ".config" / "chetivo"
    assert found.pages == tmp_path / ".cache" / "chetivo" / "pages"
    assert all(folder.is_absolute() for folder in model_folders({}))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such variable")
def test_no_voices_are_looked_for_where_the_program_was_started() -> None:
    found = model_folders({"CHETIVO_HOME": "/data", "XDG_DATA_DIRS": "/opt/share::more:"})
    assert Path("/opt/share/piper") in found
    assert all(folder.is_absolute() for folder in found)


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", b"new")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"new"


def test_a_link_to_a_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "real.toml").write_bytes(b"old")
    link = tmp_path / "settings.toml"
    link.symlink_to(Path("kept", "real.toml"))
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "kept" / "real.toml").read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"
