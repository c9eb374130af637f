"""`open` shows the window, or does the same work in the terminal."""

from pathlib import Path

import pytest

from reader.__main__ import has_display, main
from reader.app.exporting import Exporting
from reader.errors import NoEngineError


@pytest.mark.usefixtures("voice")
def test_open_does_the_whole_work_in_the_terminal(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    assert main(["open", "a.txt"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Няма екран")
    assert "Заглавие: Нова програма за библиотеките в Европа\n" in printed
    assert "1 връзка" in printed
    assert "Запазена в библиотеката под номер 1." in printed
    assert f"Отворен файл: {tmp_path / 'a.txt'}\n" in printed
    assert "Търсенето на „Инициативата“ намира „инициатива“: " in printed
    (recording,) = (home / "speech").iterdir()
    assert f"Звукозапис: {recording} (1\N{NO-BREAK SPACE}сек.)\n" in printed


@pytest.mark.usefixtures("voice")
def test_a_second_time_all_is_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    main(["open", "a.txt"])
    capsys.readouterr()
    assert main(["open", "a.txt"]) == 0
    printed = capsys.readouterr().out
    assert "Вече е запазена в библиотеката под номер 1." in printed
    assert "Вече има звукозапис: " in printed


def test_without_a_voice_the_rest_is_done_and_the_remedy_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> float:
        raise NoEngineError("libespeak-ng.so.1")

    monkeypatch.setattr(Exporting, "write", refuse)
    assert main(["open", "a.txt"]) == 1
    captured = capsys.readouterr()
    assert "Търсенето на" in captured.out
    assert "sudo apt install espeak-ng" in captured.err


@pytest.mark.usefixtures("voice")
def test_one_bad_file_does_not_stop_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["open", "http://127.0.0.1:9/", "empty.txt", "b.txt"]) == 1
    captured = capsys.readouterr()
    assert "Заглавие: Помощ за училищата" in captured.out
    assert len(captured.err.splitlines()) == 2


@pytest.mark.parametrize("arguments", [[], ["open"]])
def test_with_nothing_to_open_it_says_what_can_be_done(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 1
    assert "chetivo --help" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_what_the_system_says(
    environ: dict[str, str], platform: str, shown: bool
) -> None:
    assert has_display(environ, platform) is shown


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """What the window was asked to open."""
    from reader.gui import start

    asked: list[list[Path]] = []

    def run(files: list[Path], *_rest: object) -> int:
        asked.append(files)
        return 0

    monkeypatch.setattr(start, "run", run)
    monkeypatch.setenv("DISPLAY", ":0")
    return asked


def test_the_window_opens_with_and_without_files(opened: list[list[Path]], tmp_path: Path) -> None:
    assert main([]) == 0
    assert main(["open", "a.txt", "none.pdf"]) == 0
    assert opened == [[], [tmp_path / "a.txt", tmp_path / "none.pdf"]]


def test_the_window_opens_with_addresses_and_references(
    opened: list[list[Path | str]], tmp_path: Path
) -> None:
    assert main(["open", "https://ec.europa.eu/", "a.txt", "IP/25/467"]) == 0
    assert opened == [["https://ec.europa.eu/", tmp_path / "a.txt", "IP/25/467"]]


def test_a_file_that_is_called_like_a_reference_is_a_file(
    opened: list[list[Path | str]], tmp_path: Path
) -> None:
    (tmp_path / "32024R1689").write_text("Новина", "utf-8")
    assert main(["open", "32024R1689"]) == 0
    assert opened == [[tmp_path / "32024R1689"]]


@pytest.mark.parametrize("arguments", [[], ["open"]])
def test_with_a_display_the_window_alone_is_started_by_itself_and_by_a_menu(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    shown: list[object] = []
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr("reader.__main__._show_window", lambda *words: shown.append(words) or 0)
    monkeypatch.setattr("reader.cli.parser.parse", lambda *_words: pytest.fail("not needed"))
    assert main(arguments) == 0
    ((given, _places),) = shown
    assert given == []
