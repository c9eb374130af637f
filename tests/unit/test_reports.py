"""A report of a bug tells where the program failed, and nothing of the person's own."""

import faulthandler
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.app import reports, traces
from reader.app.traces import trace_of, trace_of_signal
from reader.errors import MissingFileError
from reader.paths import folders
from reader.settings import Settings, Theme, Typography
from reader.speech.engine import Delivery

USER = "maria.petrova"
TITLE = "Тайната среща в Пловдив – Secret meeting in Plovdiv"
HOSTILE = (
    ValueError(TITLE),
    KeyError(f"/home/{USER}/Документи/{TITLE}.pdf"),
    KeyError(TITLE, USER),
    TypeError(f"expected str, not {TITLE!r}"),
    OSError(28, "No space left on device", f"/home/{USER}/{TITLE}.epub", None, TITLE),
    FileNotFoundError(2, TITLE, f"C:\\Users\\{USER}\\{TITLE}"),
    UnicodeDecodeError("utf-8", TITLE.encode(), 0, 1, USER),
    UnicodeEncodeError("ascii", TITLE, 0, 1, USER),
    SyntaxError(TITLE, (f"/home/{USER}/x.py", 1, 1, TITLE)),
    MissingFileError(f"{USER}/{TITLE}"),
    AssertionError(f"https://example.org/{USER}?q={TITLE}"),
    ExceptionGroup(TITLE, [ValueError(TITLE), OSError(5, USER)]),
    type("Петрова", (Exception,), {})(TITLE),
    StopIteration(TITLE),
    ImportError(TITLE, name=USER, path=f"/home/{USER}"),
)
PRIVATE = ("Тайната", "Пловдив", "Plovdiv", "Secret", "meeting", "maria", "petrova", "Документи")


def raised(error: BaseException) -> BaseException:
    """Return an error as it comes out of a few calls, with a secret in every local name."""
    with pytest.raises(type(error)) as caught:
        _fail(error, TITLE)
    return caught.value


def _fail(error: BaseException, _secret: str) -> None:
    raise error


def shown(text: str) -> list[str]:
    return [word for word in PRIVATE if word.casefold() in text.casefold()]


@pytest.mark.parametrize("error", HOSTILE, ids=lambda error: type(error).__name__)
def test_nothing_private_of_a_message_gets_into_a_report(error: Exception) -> None:
    error.add_note(TITLE)
    outer = LookupError(USER)
    outer.__cause__ = raised(error)
    trace = trace_of(raised(outer))
    assert not shown(trace)
    assert "LookupError" in trace
    if type(error).__module__ != __name__:
        assert type(error).__name__ in trace


def test_a_name_that_code_of_a_person_has_is_not_told(tmp_path: Path) -> None:
    own = tmp_path / f"{USER}.py"
    own.write_text("def Пловдив():\n    raise LookupError('Secret in Пловдив')\n", "utf-8")
    names: dict[str, object] = {}
    exec(compile(own.read_text("utf-8"), str(own), "exec"), names)
    with pytest.raises(LookupError) as caught:
        names["Пловдив"]()  # type: ignore[operator]
    trace = trace_of(caught.value)
    assert not shown(trace)
    assert str(tmp_path) not in trace
    assert "(elsewhere)" in trace


def test_our_own_places_and_those_of_python_are_told() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("{")
    assert "  python/json/decoder.py:" in trace_of(caught.value)
    with pytest.raises(AttributeError) as failed:
        Delivery.of(5, None, None)  # type: ignore[arg-type]
    trace = trace_of(failed.value)
    assert trace.startswith("AttributeError: 'NoneType' object has no attribute '")
    assert "  reader/speech/engine.py:" in trace


def test_the_places_of_a_packaged_program_are_told() -> None:
    code = compile("def deep():\n    raise LookupError", "reader/gui/deep.py", "exec")
    names: dict[str, object] = {}
    exec(code, names)
    with pytest.raises(LookupError) as caught:
        names["deep"]()  # type: ignore[operator]
    assert "  reader/gui/deep.py:2 in deep" in trace_of(caught.value)


def test_python_own_words_help_to_find_the_bug() -> None:
    with pytest.raises(TypeError) as caught:
        len(5)  # type: ignore[arg-type]
    assert trace_of(caught.value).startswith("TypeError: object of type 'int' has no len()")


def test_of_a_file_the_code_of_the_error_is_told() -> None:
    assert trace_of(OSError(28, "No space left", TITLE)) == "OSError: ENOSPC"


def test_endless_calls_are_told_at_both_ends() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    trace = trace_of(caught.value)
    assert "RecursionError: maximum recursion depth exceeded" in trace
    assert " more\n" in trace
    assert len(trace.splitlines()) < 60


def test_what_led_to_a_bug_is_told_and_a_ring_of_causes_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    trace = trace_of(first)
    assert trace.startswith("ValueError\nbecause of:\nKeyError\nbecause of:")


def test_of_a_signal_only_known_lines_are_told() -> None:
    dump = (
        "Fatal Python error: Aborted\n\n"
        f"Thread 0x00007f3c [{USER}] (most recent call first):\n"
        f'  File "/home/{USER}/{TITLE}.py", line 3 in Пловдив\n'
        f'  File "{reports.__file__}", line 20 in keep\n'
        f"Extension modules: {USER} (total: 1)\n{TITLE}\n"
    )
    assert trace_of_signal(dump).splitlines() == [
        "Aborted",
        "Thread",
        "  (elsewhere)",
        "  reader/app/reports.py:20 in keep",
    ]


def test_what_windows_calls_a_fault_is_told() -> None:
    dump = "Windows fatal exception: access violation\n\nCurrent thread 0x00001a2c (most recent):\n"
    assert trace_of_signal(dump).splitlines() == ["access violation", "Current thread"]


def test_a_dump_that_is_itself_damaged_tells_nothing() -> None:
    lines = (f'  File "{file}", line 3 in f' for file in ("/", "", ".", f"reader.{USER}/x.py"))
    assert set(trace_of_signal("\n".join(lines)).splitlines()) == {"  (elsewhere)"}


def test_our_own_places_are_told_of_a_signal_in_a_folder_with_any_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "Чичо Énio" / "reader"
    monkeypatch.setattr(traces, "_OURS", ours)
    traces._roots.cache_clear()
    names: dict[str, Callable[[object], None]] = {"faulthandler": faulthandler}  # type: ignore[dict-item]
    code = "def deep(file):\n    faulthandler.dump_traceback(file)"
    exec(compile(code, str(ours / "gui" / "deep.py"), "exec"), names)
    with (tmp_path / "dump.txt").open("w+", encoding="ascii") as dump:
        names["deep"](dump)
        dump.seek(0)
        trace = trace_of_signal(dump.read())
    traces._roots.cache_clear()
    assert "  reader/gui/deep.py:2 in deep" in trace.splitlines()
    assert "nio" not in trace


def test_settings_that_could_tell_of_a_person_stay_out() -> None:
    chosen = Settings(
        theme=Theme.DARK,
        voice=f"/home/{USER}/voices/x.onnx",
        view=f"search:{TITLE}",
        keys=(("join", ("Ctrl+K",)),),
        typography=Typography(face=f"{USER} Hand"),
    )
    text = reports.report("ValueError", {"Qt": "6.11.0"}, chosen)
    assert not shown(text)
    for line in ("Qt: 6.11.0", "  theme = dark", "  keys = 1 changed", "  column = 68"):
        assert line in text.splitlines()


def test_a_home_folder_never_gets_into_a_report() -> None:
    text = reports.report(trace_of(raised(OSError(13, "x", folders().data))), {}, Settings())
    assert str(Path.home()) not in text


def test_reports_do_not_pile_up(tmp_path: Path) -> None:
    paths = [reports.keep(f"{number}", tmp_path) for number in range(25)]
    left = sorted((tmp_path / "reports").iterdir())
    assert len(left) == 20
    assert left == paths[-20:]


def test_where_the_library_cannot_be_written_a_report_goes_to_passing_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = reports.keep("text", blocked)
    assert path is not None
    assert path.parent.parent == tmp_path
    assert path.parent.name.startswith("chetivo-reports-")
    assert path.read_text("utf-8") == "text"
    if os.name == "posix":  # others at this computer may not look into it, nor lay a trap there
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_has_no_folder_for_passing_files_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", full)
    monkeypatch.setattr("tempfile.mkdtemp", full)
    path = reports.keep("text", tmp_path)
    assert path is not None
    assert path.read_text("utf-8") == "text"
    (tmp_path / "blocked").touch()
    assert reports.keep("text", tmp_path / "blocked") is None


def test_an_old_report_that_cannot_be_removed_does_not_hide_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "unlink", refuse)
    paths = [reports.keep(f"{number}", tmp_path) for number in range(22)]
    assert [path and path.parent for path in paths] == [tmp_path / "reports"] * 22
