"""A private desktop with a real screen reader, for tests.

Starts an X server without a screen, a window manager, D-Bus, the accessibility bus and Orca,
all of them private, and writes down what Orca says. No sound card is needed. X11 only.

    with Session() as session:
        session.launch([sys.executable, "-m", "reader"])
        session.wait_window("Четиво")
        assert "heading level 1" in session.key("Down", until="level 1")
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.screenreader.accessible import Accessible, parsed
from tests.screenreader.display import environment, folders, missing_packages, start_display
from tests.screenreader.keyboard import Keyboard, by_layout
from tests.screenreader.orcas import PYTHON, chosen
from tests.screenreader.processes import Processes
from tests.screenreader.speech import Said, SpeechLog

_HERE = Path(__file__).resolve().parent
# Seconds. Those of silence are counted in looks, and only while nobody is busy: on a machine that
# has other things to do, time flies without anything having been done.
_LOOK = 0.02
_SETTLE = 0.2  # longer than the article waits to tell its place again
_BETWEEN_KEYS = 0.1  # two keys in a hurry may be told as one
_HOLD = 0.1  # Orca looks at the last key event, so a person's slowness is needed
_LONGEST_HOLD = 3
_LONGEST_SETTLE = 5  # a program that plays or draws all the time is never idle
_PATIENCE = 60


class MissingPackagesError(Exception):
    """The machine lacks what the screen-reader tests need."""


class Session:
    """The desktop; a context manager. Without Orca nothing is heard, and it starts at once."""

    def __init__(self, env: Mapping[str, str] | None = None, *, orca: bool = True) -> None:
        self._listened_to = orca
        self._folder = Path(tempfile.mkdtemp(prefix="chetivo-screenreader-", dir="/tmp"))
        self._speech = SpeechLog(self._folder / "speech.jsonl")
        self._processes = Processes(self._folder)
        self._own_env = environment(self._folder, self._speech.path) | dict(env or {})
        self.env = self._own_env  # that of programs
        self._keyboard = Keyboard(self._own_env)

    def __enter__(self) -> Self:
        if missing := missing_packages():
            names = ", ".join(missing)
            raise MissingPackagesError(f"missing: {names}; run packaging/install-system-packages")
        try:
            start_display(self._processes, self._own_env, self._folder)
            if self._listened_to:
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
        """End everything that was started."""
        self._keyboard.close()
        self._processes.end()
        shutil.rmtree(self._folder, ignore_errors=True)

    # What tests do

    def launch(
        self, argv: Sequence[str], env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program on the desktop; its output is in `log("program")`."""
        return self._processes.start("program", argv, {**self.env, **(env or {})})

    def fresh(self, env: Mapping[str, str] | None = None) -> Self:
        """Make the desktop as it was at first, with other variables for the programs to come."""
        self._processes.end("program")
        assert not self._processes.ended(), self._processes.ended()
        homes = Path(tempfile.mkdtemp(dir=self._folder))
        self.env = {**self._own_env, **folders(homes), **(env or {})}
        self.layout("us")
        self.heard()
        return self

    def wait_window(self, title: str, timeout: float = 60) -> str:
        """Wait for a window with the words in its title, activate it and return its number."""
        found: list[str] = []

        def active() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--name", title).split()
            if not found:
                return False
            now = self._xdotool("getactivewindow")
            if now in found:
                found[:] = [now]
                return True
            self._xdotool("windowactivate", found[0])
            return False

        self.wait(active, timeout, f"a window {title!r}")
        return found[0]

    def key(self, *keys: str, until: str = "", settle: float = _SETTLE) -> Said:
        """Press keys one after the other, such as "Down" or "ctrl+Right"; return what is heard.

        A number is the key's own number, whatever it types. `until` and `settle` as in `heard`.
        """
        self._speech.take()  # what came before belongs to earlier keys
        self.press(*keys, until=until)
        return self.heard(until=until, settle=settle)

    def press(self, *keys: str, until: str = "") -> None:
        """Press keys one after the other, the last until the words are said."""
        for key in keys[:-1]:
            self._press(key, "")
            self._settle(_BETWEEN_KEYS)
        self._press(keys[-1], until)

    def type(self, text: str) -> None:
        """Type Latin and Bulgarian letters, each on a keyboard that has them."""
        before = self._keyboard.layout_in_use
        for layout, letters in by_layout(text):
            self._change_layout(*layout)
            self._keyboard.type(letters)
        self._change_layout(*before)

    def heard(self, until: str = "", settle: float = _SETTLE, timeout: float = _PATIENCE) -> Said:
        """Return what Orca has said since the last time.

        Waits until the words `until` have been said, then until it has been silent for `settle`
        seconds.
        """
        assert self._said(until, timeout), (
            f"{until!r} was not said in {timeout} s, but: {self._speech.take()}\n"
            f"{self.log('program')}"
        )
        self._settle(settle)
        return self._speech.take()

    def layout(self, name: str, variant: str = "") -> None:
        """Use a keyboard layout, such as "bg" with the variant "phonetic"."""
        self._change_layout(name, variant)

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

        self.wait(active, 60, f"active window of {program!r}")
        return found[0]

    def log(self, name: str) -> str:
        """Return what a process ("program", "orca" …) has written."""
        return self._processes.log(name)

    def wait(self, ready: Callable[[], bool], timeout: float, what: str) -> None:
        """Wait for something to happen; fails with the logs if it does not."""
        self._processes.wait(ready, timeout, what)

    # How it is made

    def _trees(self, *words: str) -> list[Accessible]:
        argv = [PYTHON, str(_HERE / "read_tree.py"), *words]
        done = subprocess.run(
            argv, env=self._own_env, capture_output=True, text=True, timeout=60, check=False
        )
        (self._folder / "read_tree.log").write_text(done.stderr, "utf-8")
        return parsed(done.stdout) if done.returncode == 0 else []

    def _start_orca(self) -> None:
        homes = (Path(self._own_env[name]) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"))
        self._processes.start("orca", chosen().prepare(*homes), self._own_env)
        self.wait(lambda: self._speech.size() > 0, 60, "word from Orca")
        self.heard()

    def _xdotool(self, *words: str) -> str:
        argv = ["xdotool", *words]
        done = subprocess.run(
            argv, env=self._own_env, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout.strip()

    def _change_layout(self, name: str, variant: str) -> None:
        """Change the layout once all keys have been taken: programs read it with the next key."""
        if (name, variant) != self._keyboard.layout_in_use:
            self._settle(_BETWEEN_KEYS)
            self._keyboard.layout(name, variant)
            self._settle(_BETWEEN_KEYS)

    def _press(self, key: str, until: str) -> None:
        """Press a key; with others held, let go of them only when the answer has been heard."""
        *modifiers, last = key.split("+")
        for modifier in modifiers:
            self._keyboard.down(modifier)
        self._keyboard.tap(last)
        if modifiers and self._listened_to:
            self._said(until, _LONGEST_HOLD)
            self._settle(_HOLD)
        for modifier in reversed(modifiers):
            self._keyboard.up(modifier)

    def _said(self, words: str, timeout: float) -> bool:
        """Wait until the words have been said; return whether they were."""
        end, size, said = time.monotonic() + timeout, -1, words == ""
        while not said and time.monotonic() < end:
            if self._speech.size() == size:
                time.sleep(_LOOK)
            size = self._speech.size()
            said = words in self._speech.unheard()
        return said

    def _settle(self, seconds: float) -> None:
        """Wait until Orca has been silent, and everyone idle, for so long.

        Where a program never rests, this gives up without a word: what the tests ask for is said
        by then or not, and that is what they fail on. A voice that reads on is no fault.
        """
        end, size, silent = time.monotonic() + _LONGEST_SETTLE, self._speech.size(), 0.0
        while silent < seconds and time.monotonic() < end:
            time.sleep(_LOOK)
            if self._speech.size() != size:
                size, silent = self._speech.size(), 0.0
            elif not self._processes.busy():
                silent += _LOOK
