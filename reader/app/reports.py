"""Reports of bugs: what is needed to find them, and nothing of the person's own."""

import platform
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from reader.app.program import version
from reader.paths import write_whole
from reader.settings import Settings

_FOLDER = "reports"
EXIT_CODE = 70  # of a program that a bug has ended; as sysexits.h has it
_MOST = 20  # reports that are kept
# No others: the voice may be a path, a view a search, a typeface what somebody has installed.
_PUBLIC = (
    "language",
    "theme",
    "text_size",
    "rate",
    "rows",
    "order",
    "grouping",
    "plain",
    "beside",
    "same_sentence",
    "updates",
)


def report(trace: str, facts: Mapping[str, str], settings: Settings | None) -> str:
    """Return a report: the trace of a bug, versions, and the settings that tell nothing private.

    `facts` are what else is known, such as the version of Qt.
    """
    head = {
        "Chetivo": version(),
        "Python": platform.python_version(),
        "System": platform.platform(),
        **facts,
        "Time": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    lines = [f"{name}: {value}" for name, value in head.items()]
    public = _public(settings) if settings is not None else ()
    return "\n".join([*lines, "", trace, "", *public]) + "\n"


def keep(text: str, data: Path) -> Path | None:
    """Keep a report among those of a library, or in a new folder among the passing files.

    Of many in a library, the newest are kept. Returns None where it can be written nowhere.
    """
    name = f"report-{datetime.now().astimezone():%Y-%m-%d-%H%M%S-%f}.txt"
    folder = data / _FOLDER
    # A full disk must not hide the bug: not even a folder for passing files may be found then.
    with suppress(OSError):
        write_whole(folder / name, text.encode())
        _clear(folder)
        return folder / name
    with suppress(OSError):
        path = Path(tempfile.mkdtemp(prefix=f"chetivo-{_FOLDER}-")) / name
        write_whole(path, text.encode())
        return path
    return None


def _clear(folder: Path) -> None:
    """Remove all but the newest reports."""
    for old in sorted(folder.glob("report-*.txt"))[:-_MOST]:
        with suppress(OSError):  # as where another program has it open, on Windows
            old.unlink()


def _public(settings: Settings) -> Iterator[str]:
    yield "Settings:"
    for name in _PUBLIC:
        yield f"  {name} = {getattr(settings, name)}"
    yield f"  keys = {len(settings.keys)} changed"
    for name, value in (asdict(settings.typography) | asdict(settings.speaking)).items():
        if name != "face":
            yield f"  {name} = {value}"
