"""A private desktop with a real screen reader, for tests.

Starts an X server without a screen, a window manager, D-Bus, the accessibility bus and Orca,
all of them private, and writes down what Orca says. No sound card is needed. X11 only.

    with Session() as session:
        session.launch([sys.executable, "-m", "reader"])
        session.wait_window("Четиво")
        assert "heading level 1" in session.key("Down")
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.screenreader.accessible import Accessible, parsed

_HERE = Path(__file__).resolve().parent
_SYSTEM_PYTHON = "/usr/bin/python3"
_BUSES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "orca", "xdotool", "xprop", "setxkbmap")
_STRANGERS = (
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "NO_AT_BRIDGE",
    "QT_QPA_PLATFORM",
)
# By name, xdotool adds Alt to these on some keyboards, and Alt+F4 closes the window.
_BY_NUMBER = {f"F{number}": str(66 + number) for number in range(1, 11)}
# Openbox's own keys would take Alt+Shift with the arrows, as no common desktop does.
_WINDOW_MANAGER = """<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
<keybind key="A-Tab"><action name="NextWindow"/></keybind>
</keyboard></openbox_config>"""
_HOLD = 0.25  # seconds; Orca looks at the last key event, so a person's slowness is needed


class MissingPackagesError(Exception):
    """The machine lacks what the screen-reader tests need."""


class Said(str):
    """What Orca said, as one string; `lines` are the single utterances."""

    lines: tuple[str, ...]

    def __new__(cls, lines: Sequence[str]) -> Self:
        made = super().__new__(cls, " | ".join(lines))
        made.lines = tuple(lines)
        return made


def missing_packages() -> list[str]:
    """Return the programs and modules that are not installed."""
    missing = [name for name in _PROGRAMS if not shutil.which(name)]
    if not any(Path(bus).exists() for bus in _BUSES):
        missing.append("at-spi-bus-launcher")
    probe = [_SYSTEM_PYTHON, "-c", "import pyatspi, gi; gi.require_version('Gtk', '3.0')"]
    if (
        not Path(_SYSTEM_PYTHON).exists()
        or subprocess.run(probe, capture_output=True, check=False).returncode
    ):
        missing.append("pyatspi")
    return missing


class Session:
    """The desktop; a context manager. Without Orca nothing is heard, and it starts at once."""

    def __init__(self, env: Mapping[str, str] | None = None, *, orca: bool = True) -> None:
        self._orca = orca
        self._folder = Path(tempfile.mkdtemp(prefix="chetivo-screenreader-"))
        self._speech = self._folder / "speech.jsonl"
        self._speech.touch()
        self._read = 0  # bytes of the speech file that have been heard
        self._processes: list[tuple[str, subprocess.Popen[bytes]]] = []
        self.env = self._environment(env or {})

    def __enter__(self) -> Self:
        if missing := missing_packages():
            names = ", ".join(missing)
            raise MissingPackagesError(f"missing: {names}; run packaging/install-system-packages")
        try:
            self._start_display()
            if self._orca:
                self._start_orca()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End everything that was started, the last first."""
        for _, process in reversed(self._processes):
            _end(process)
        shutil.rmtree(self._folder, ignore_errors=True)

    # What tests do

    def launch(
        self, argv: Sequence[str], env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program on the desktop; its output is in `log("program")`."""
        return self._spawn("program", argv, {**self.env, **(env or {})})

    def wait_window(self, title: str, timeout: float = 30) -> str:
        """Wait for a window with the words in its title, activate it and return its number."""
        found: list[str] = []

        def visible() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        self.wait(visible, timeout, f"a window {title!r}")
        self._xdotool("windowactivate", "--sync", found[0])
        return found[0]

    def key(self, *keys: str, until: str = "", settle: float = 0.4) -> Said:
        """Press keys one after the other, such as "Down" or "ctrl+Right"; return what is heard.

        A number is the key's own number, whatever it types. `until` and `settle` as in `heard`.
        """
        self.heard(settle=0)  # what came before belongs to earlier keys
        self.press(*keys)
        return self.heard(until=until, settle=settle)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, whatever is said."""
        for key in keys:
            self._press(key)

    def type(self, text: str) -> None:
        """Type letters of any script, as a keyboard that has them would."""
        if not text.isascii():
            # xdotool lends a key to a letter that has none, and takes it back too soon under load.
            self.layout("us,bg", ",phonetic")
        self._xdotool("type", "--delay", "40", text)

    def heard(self, until: str = "", settle: float = 0.4, timeout: float = 8) -> Said:
        """Return what Orca has said since the last time.

        Waits until the words `until` have been said, then until it has been silent for `settle`
        seconds.
        """
        end = time.monotonic() + timeout
        last, size, text = time.monotonic(), -1, ""
        while time.monotonic() < end:
            now = self._speech.stat().st_size
            if now != size:
                last, size, text = time.monotonic(), now, " | ".join(self._unheard()[0])
            elif until in text and time.monotonic() - last >= settle:
                break
            time.sleep(0.02)
        lines, self._read = self._unheard()
        return Said(lines)

    def layout(self, name: str, variant: str = "") -> None:
        """Use a keyboard layout, such as "bg" with the variant "phonetic"."""
        argv = ["setxkbmap", "-layout", name, "-variant", variant]
        subprocess.run(argv, env=self.env, check=True, capture_output=True)

    def tree(self, program: str) -> Accessible:
        """Return the accessible tree of a running program."""
        found = self._trees(program)
        assert found, f"{program!r} is not on the accessibility bus\n{self.log('read_tree')}"
        return found[0]

    def window(self, program: str) -> Accessible:
        """Return what shows of the window that is active, once one is."""
        found: list[Accessible] = []

        def active() -> bool:
            found[:] = self._trees(program, "active")
            return bool(found)

        self.wait(active, 20, f"active window of {program!r}")
        return found[0]

    def log(self, name: str) -> str:
        """Return what a process ("program", "orca" …) has written."""
        path = self._folder / f"{name}.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def wait(self, ready: Callable[[], bool], timeout: float, what: str) -> None:
        """Wait for something to happen; fails with the logs if it does not."""
        end = time.monotonic() + timeout
        while not ready():
            for name, process in self._processes:
                alive = name == "program" or process.poll() is None
                assert alive, f"{name} ended:\n{self.log(name)}"
            assert time.monotonic() < end, f"no {what} in {timeout} s\n{self.log('program')}"
            time.sleep(0.05)

    # How it is made

    def _trees(self, *words: str) -> list[Accessible]:
        argv = [_SYSTEM_PYTHON, str(_HERE / "read_tree.py"), *words]
        done = subprocess.run(
            argv, env=self.env, capture_output=True, text=True, timeout=60, check=False
        )
        (self._folder / "read_tree.log").write_text(done.stderr, "utf-8")
        return parsed(done.stdout) if done.returncode == 0 else []

    def _environment(self, extra: Mapping[str, str]) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if name not in _STRANGERS}
        for name in ("RUNTIME_DIR", "CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME"):
            folder = self._folder / name.lower()
            folder.mkdir(mode=0o700)
            env[f"XDG_{name}"] = str(folder)
        env |= {
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "keyfile",
            "GTK_A11Y": "none",
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONUNBUFFERED": "1",
            "ORCA_SPEECH_LOG": str(self._speech),
        }
        return env | extra

    def _start_display(self) -> None:
        screen = ["Xvfb", "-displayfd", "{pipe}", "-screen", "0", "1280x900x24", "-noreset"]
        self.env["DISPLAY"] = ":" + self._spawn_told("xvfb", [*screen, "-nolisten", "tcp"])
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={pipe}"]
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._spawn_told("dbus", bus)
        config = self._folder / "openbox.xml"
        config.write_text(_WINDOW_MANAGER, encoding="utf-8")
        self._spawn("openbox", ["openbox", "--config-file", str(config)], self.env)
        launcher = next(bus for bus in _BUSES if Path(bus).exists())
        self._spawn("at-spi", [launcher, "--launch-immediately"], self.env)
        probe = ["xprop", "-root", "AT_SPI_BUS"]

        def published() -> bool:
            done = subprocess.run(probe, env=self.env, capture_output=True, check=False)
            return b"STRING" in done.stdout

        self.wait(published, 10, "accessibility bus")

    def _start_orca(self) -> None:
        prefs = Path(self.env["XDG_DATA_HOME"]) / "orca"
        shutil.copytree(_HERE / "orca_prefs", prefs)
        (prefs / "orca_customizations.py").rename(prefs / "orca-customizations.py")
        self._spawn("orca", [_SYSTEM_PYTHON, str(prefs / "launch_orca.py")], self.env)
        self.wait(lambda: self._speech.stat().st_size > 0, 40, "word from Orca")
        self.heard()

    def _spawn(
        self, name: str, argv: Sequence[str], env: Mapping[str, str], pipe: int | None = None
    ) -> subprocess.Popen[bytes]:
        with (self._folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                argv,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=() if pipe is None else (pipe,),
            )
        self._processes.append((name, process))
        return process

    def _spawn_told(self, name: str, argv: Sequence[str]) -> str:
        """Start a process that tells a line through a pipe; return the line."""
        reading, writing = os.pipe()
        self._spawn(name, [word.format(pipe=writing) for word in argv], self.env, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            line = told.readline().strip()
        assert line, f"{name} did not start:\n{self.log(name)}"
        return line

    def _xdotool(self, *words: str) -> str:
        argv = ["xdotool", *words]
        done = subprocess.run(argv, env=self.env, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def _press(self, key: str) -> None:
        *modifiers, last = key.split("+")
        for modifier in modifiers:
            self._xdotool("keydown", modifier)
        self._xdotool("key", _BY_NUMBER.get(last, last))
        if modifiers and self._orca:
            time.sleep(_HOLD)
        for modifier in reversed(modifiers):
            self._xdotool("keyup", modifier)

    def _unheard(self) -> tuple[list[str], int]:
        """Return what has not been heard yet, and how far it goes in the file."""
        with self._speech.open("rb") as speech:
            speech.seek(self._read)
            data = speech.read()
        whole = data[: data.rfind(b"\n") + 1]
        entries = [json.loads(line) for line in whole.decode().splitlines()]
        texts = [entry["text"] for entry in entries if entry["kind"] != "key"]
        return texts, self._read + len(whole)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
