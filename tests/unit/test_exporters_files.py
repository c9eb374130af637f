"""A file is written whole or not at all, and never over another."""

import os
from pathlib import Path

import pytest

from reader.errors import TargetExistsError, UnwritableTargetError
from reader.exporters.files import write_new


def test_the_text_is_written_as_utf_8(tmp_path: Path) -> None:
    write_new(tmp_path / "новина.md", "Здравейте\n")
    assert (tmp_path / "новина.md").read_bytes() == "Здравейте\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["новина.md"]


def test_an_existing_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("старо", "utf-8")
    with pytest.raises(TargetExistsError):
        write_new(tmp_path / "x.md", "ново")
    assert (tmp_path / "x.md").read_text("utf-8") == "старо"
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]


def test_a_folder_in_the_place_of_the_file_is_left_too(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    with pytest.raises(TargetExistsError):
        write_new(tmp_path / "x.md", "ново")


def test_a_device_is_no_file_that_could_be_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    with pytest.raises(TargetExistsError):
        write_new(tmp_path / "x.md", "ново", replace=True)
    assert (tmp_path / "x.md").is_fifo()


def test_a_missing_folder_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(UnwritableTargetError) as caught:
        write_new(tmp_path / "none" / "x.md", "ново")
    assert caught.value.reason


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableTargetError):
        write_new(tmp_path / "x.md", "ново")
    assert list(tmp_path.iterdir()) == []


def without_links(_self: Path, _target: Path) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_drive_without_links_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", without_links)
    write_new(tmp_path / "x.md", "ново")
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]
    assert (tmp_path / "x.md").read_text("utf-8") == "ново"


def test_a_drive_without_links_keeps_the_existing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", without_links)
    (tmp_path / "x.md").write_text("старо", "utf-8")
    with pytest.raises(TargetExistsError):
        write_new(tmp_path / "x.md", "ново")
    assert (tmp_path / "x.md").read_text("utf-8") == "старо"


def test_a_drive_without_links_that_fails_keeps_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Another program looks at the file")

    monkeypatch.setattr(Path, "hardlink_to", without_links)
    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises(UnwritableTargetError):
        write_new(tmp_path / "x.md", "ново")
    assert list(tmp_path.iterdir()) == []
