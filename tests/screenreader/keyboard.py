"""A keyboard for a private display."""

import subprocess
from collections.abc import Iterator, Mapping
from itertools import groupby

# By name, xdotool adds Alt to these on some keyboards, and Alt+F4 closes the window.
_BY_NUMBER = {f"F{number}": str(66 + number) for number in range(1, 11)}
_ANSWER = "getdisplaygeometry"  # a line of two numbers; when it comes, all before it is done

_LATIN = ("us", "")
_BULGARIAN = ("bg", "")


class Keyboard:
    """Presses keys through one xdotool that stays: a process a key is slow on a busy machine."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self.layout_in_use = _LATIN
        self._xdotool: subprocess.Popen[str] | None = None

    def down(self, key: str) -> None:
        """Press a key and hold it."""
        self._do(f"keydown {_BY_NUMBER.get(key, key)}")

    def up(self, key: str) -> None:
        """Let go of a key."""
        self._do(f"keyup {_BY_NUMBER.get(key, key)}")

    def tap(self, key: str) -> None:
        """Press a key, such as "Down", and let go of it; a number is the key's own."""
        self._do(f"key {_BY_NUMBER.get(key, key)}")

    def type(self, text: str) -> None:
        """Type letters of the layout; others make xdotool change it, and some of them get lost."""
        argv = ["xdotool", "type", "--delay", "40", text]
        subprocess.run(argv, env=self._env, check=True, capture_output=True)

    def layout(self, name: str, variant: str) -> None:
        """Use a layout; xdotool knows the one only that it began with."""
        argv = ["setxkbmap", "-layout", name, "-variant", variant]
        subprocess.run(argv, env=self._env, check=True, capture_output=True)
        self.layout_in_use = (name, variant)
        self.close()

    def close(self) -> None:
        """Press no more keys."""
        if self._xdotool is not None:
            self._xdotool.kill()
            self._xdotool.communicate()
            self._xdotool = None

    def _do(self, command: str) -> None:
        if self._xdotool is None:
            self._xdotool = subprocess.Popen(
                ["stdbuf", "--output=L", "xdotool", "-"],
                env=self._env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        assert self._xdotool.stdin is not None
        assert self._xdotool.stdout is not None
        self._xdotool.stdin.write(f"{command}\n{_ANSWER}\n")
        self._xdotool.stdin.flush()
        answer = self._xdotool.stdout.readline()
        assert answer[:1].isdigit(), f"{command}: {answer}"


def by_layout(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the pieces of a text, each with a layout that has its letters."""

    def layout(letter: str) -> tuple[str, str]:
        return _LATIN if letter.isascii() else _BULGARIAN

    for name, letters in groupby(text, layout):
        yield name, "".join(letters)
