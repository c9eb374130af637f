"""Where the person's own things lie."""

from pathlib import Path

import pytest

from reader.paths import folders


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
