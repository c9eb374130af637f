"""A person at a terminal, with two articles and an empty file."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import app
from reader.app.exporting import Exporting
from reader.exporters.audio import write
from reader.i18n import Translator
from reader.model.sound import Sound, SoundForm
from reader.model.watch import UNWATCHED, Watch
from reader.sources.fetch import pace

ARTICLE = """Нова програма за библиотеките в Европа

Европейската комисия представи днес нова инициатива за библиотеките в малките градове.

Инициативата предвижда средства за достъпни книги. Повече има в съобщението \
(https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_999) на Комисията.

Това е машинен превод, предоставен от услугата eTranslation на Европейската комисия.
"""
OTHER = """Помощ за училищата

Училищата в граничните райони ще получат помощ за нови учебници през есента.

Учебниците ще бъдат и в електронен вид.
"""


@pytest.fixture
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a host be asked at once again, and by no proxy."""
    monkeypatch.setattr(pace, "_BETWEEN", 0.0)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person with Bulgarian locale, empty folders and no display."""
    folder = tmp_path / "home"
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("LANG", "bg_BG.UTF-8")
    monkeypatch.setenv("CHETIVO_HOME", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    return folder


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a text on standard input."""

    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return put


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> list[app.Export]:
    """Speech without an engine: one second of silence; returns what has been recorded."""
    recorded: list[app.Export] = []

    def write_silence(
        _exporting: Exporting, export: app.Export, _: Translator, _watch: Watch = UNWATCHED
    ) -> app.Exported:
        recorded.append(export)
        second = [Sound(8000, bytes(16000))]
        seconds = write(second, export.path, SoundForm.WAV, replace=export.replace)
        return app.Exported(export.path, seconds)

    monkeypatch.setattr(Exporting, "write", write_silence)
    return recorded
