"""What a terminal says where the system refuses: a sentence and a status, never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import reader
from reader.__main__ import main

NOBODY = 65534
LONG = "а" * 300


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that must not be entered; the test goes on as a user whom that binds."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "a.txt").write_text("Новина\n\nТекст.\n", "utf-8")
    main(["add", "a.txt"])  # makes the library, as its owner
    root = os.geteuid() == 0
    for path in (*tmp_path.parents, tmp_path, *tmp_path.rglob("*")):
        if root and path.owner() == "root" and path.is_relative_to(tmp_path.parent):
            path.chmod(0o777)
    folder.chmod(0o000)
    if root:
        os.seteuid(NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)


def test_a_file_in_a_closed_folder_is_explained(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["clean", str(closed / "a.txt")]) == 1
    assert "Нямате право" in capsys.readouterr().err


def test_a_name_that_the_system_refuses_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", LONG]) == 1
    assert LONG in capsys.readouterr().err


def test_a_file_whose_name_is_no_utf_8_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "стар архив"
    folder.mkdir()
    (tmp_path / "a.txt").rename(folder / os.fsdecode(b"sur\xff.txt"))
    assert main(["add", str(folder)]) == 0
    assert "Добавена: 1." in capsys.readouterr().out


def test_an_empty_folder_is_said_to_be_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "празна").mkdir()
    assert main(["add", "празна"]) == 0
    assert "няма файлове" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ("show",),
        ("remove",),
        ("original",),
        ("archive", "create", "a.chetivo"),
        ("feeds", "pause"),
        ("feeds", "update"),
        ("feeds", "rules", "--remove"),
    ],
)
def test_a_number_beyond_all_libraries_is_refused(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*command, "9" * 19])
    assert caught.value.code == 2
    assert f"„{'9' * 19}“ не е номер." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "remove"])
def test_the_largest_number_that_may_be_typed_is_unknown(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "9" * 18]) == 1
    assert "9" * 18 in capsys.readouterr().err


@pytest.mark.parametrize("command", ["pause", "remove", "update"])
def test_a_number_beyond_all_feeds_is_unknown(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", command, "9" * 18]) == 1
    assert "Няма емисия" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [("archive", "create", "{}.chetivo"), ("export", "1", "2", "--format", "epub", "-o")],
)
def test_what_is_called_like_a_file_whose_name_is_no_utf_8_is_written(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert main(["add", "a.txt", "b.txt"]) == 0
    path = tmp_path / os.fsdecode(b"sur\xff")
    given = [each for each in arguments if "{}" not in each]
    assert main([*given, str(path)]) == 0
    assert path.stat().st_size


def test_a_terminal_gets_nothing_that_it_would_obey(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("", "utf-8")
    assert main(["add", "a\x1b[2J.txt"]) == 1
    assert "\x1b" in capsys.readouterr().err  # a log is what it is
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["add", "a\x1b[2J.txt"]) == 1
    said = capsys.readouterr().err
    assert "\x1b[2J" not in said
    assert "a\ufffd[2J.txt" in said


def test_a_full_disk_behind_standard_output_is_explained(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "clean", str(tmp_path / "a.txt")],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "/dev/stdout" in done.stderr


@contextmanager
def answering(**options: Callable[[], object]) -> Iterator[subprocess.Popen[str]]:
    """Run a command that has answered one line and waits for the next."""
    environment = {**os.environ, "PYTHONPATH": str(Path(reader.__file__).parents[1])}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = (sys.executable, "-m", "reader", "keys")
    with subprocess.Popen(command, env=environment, text=True, **pipes, **options) as program:
        assert answer(program)
        yield program


def answer(program: subprocess.Popen[str]) -> str:
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("вода\n")
    program.stdin.flush()
    return program.stdout.readline()


@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGHUP])
def test_what_the_system_ends_may_clear_up_and_says_nothing(blow: signal.Signals) -> None:
    with answering() as program:
        program.send_signal(blow)
        _out, errors = program.communicate()
    assert (program.returncode, errors) == (128 + blow, "")


def test_a_terminal_that_goes_may_be_ignored() -> None:
    with answering(preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as program:
        program.send_signal(signal.SIGHUP)
        assert answer(program)
        program.communicate()
    assert program.returncode == 0
