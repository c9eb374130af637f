"""The real program on a private desktop, for the audit: keys go in, what shows comes out."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reader.library.store import Library
from reader.model.article import Article, Paragraph, Source, Span
from tests.gui.beside.parts import ENGLISH
from tests.screenreader.accessible import Accessible
from tests.screenreader.session import Session

ARRIVED = "Нови правила"  # the title of what comes through a pipe
# What 10.txt is a translation of, but for its sums.
ORIGINAL = (
    "New money for the rivers of Europe",
    "The Member States will receive EUR 250 billion for the protection of their rivers.",
    "The network will be open to everybody from the next year.",
)
_ROOT = Path(__file__).parents[2]
_PROBE = Path(__file__).with_name("probe.py")
_PROGRAM = "chetivo"
_MOST_STOPS = 60


@dataclass(frozen=True, slots=True)
class Seen:
    """A visible control: its class, the words it shows, and its name for screen readers."""

    kind: str
    labels: tuple[str, ...]
    name: str
    object_name: str
    is_button: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The top window: the classes it is of, its controls, and what has the focus.

    `focus` is its address on the bus, `focus_name` its object name; `has_focus` tells whether that
    is in the window. `pressed` counts the keys that the program has been given.
    """

    kinds: tuple[str, ...]
    widgets: tuple[Seen, ...]
    focus: str
    focus_name: str
    has_focus: bool
    pressed: int

    def has(self, word: str) -> bool:
        """Tell whether the window is of a class, or a control of an object name is in it."""
        return word in self.kinds or word in {each.object_name for each in self.widgets}


class Desk:
    """The program; a context manager that ends it."""

    def __init__(self, session: Session, home: Path, language: str) -> None:
        self.session = session
        self.folder = home
        self._socket = home / "probe"
        self._env = {
            **session.env,
            "CHETIVO_HOME": str(home / "library"),
            "LANGUAGE": language,
            "PROBE_SOCKET": str(self._socket),
            "PYTHONPATH": str(_ROOT),
        }
        argv = [sys.executable, str(_PROBE)]
        self._process = session.launch(argv, self._env)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.session.press(*keys)

    def rest(self) -> None:
        """Wait until the program has nothing more to do."""
        self.session.heard()

    def type(self, text: str) -> None:
        """Type letters."""
        self.session.type(text)

    def hand(self, name: str) -> None:
        """Have the program open a file, as a file manager would."""
        self._command("open", str(self.folder / name))

    def write_into(self, name: str) -> None:
        """Let the program come to the end of a file that it waits for."""
        with os.fdopen(os.open(self.folder / name, os.O_WRONLY), "w", encoding="utf-8") as pipe:
            pipe.write(f"{ARRIVED}\n\nТекстът пристигна.\n")

    def spoil_originals(self) -> None:
        """Change the files that the articles came in, as a failing disk would."""
        for path in self._originals():
            path.write_bytes(path.read_bytes() + b"!")

    def mend_originals(self) -> None:
        """Make them again what they were."""
        for path in self._originals():
            path.write_bytes(path.read_bytes()[:-1])

    def set_trap(self) -> None:
        """Have the program fail by a bug when it is asked for something the next time."""
        (self.folder / "trap").touch()

    def keep_original(self) -> None:
        """Keep an original with the article that is open."""
        self._keep(ENGLISH)

    def keep_rivers(self) -> None:
        """Keep an original with the open article that is its translation, but for the sums."""
        blocks = tuple(Paragraph((Span(each),)) for each in ORIGINAL)
        self._keep(Article(ORIGINAL[0], "en", blocks, Source("html")))

    def keep_feed(self) -> None:
        """Let the library have a feed of this very computer, which nobody answers for."""
        path = self.folder / "feeds.opml"
        outline = "<outline text='2028' xmlUrl='http://127.0.0.1:1/rss'/>"
        path.write_text(f"<opml><body>{outline}</body></opml>", "utf-8")
        self._command("feeds", "opml", "import", str(path))

    def back_up(self) -> None:
        """Let the library have a backup: the first of its own comes only after a while."""
        self._command("library", "backup")

    def picture(self, path: Path) -> None:
        """Save a picture of the top window."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(f"{self._socket}.pictures")
            connection.sendall(f"{path}\n".encode())
            assert connection.recv(1), path

    def _command(self, *words: str) -> None:
        argv = [sys.executable, "-m", "reader", *words]
        subprocess.run(argv, env=self._env, check=True, timeout=60)

    def _keep(self, original: Article) -> None:
        with Library(self.folder / "library") as library:
            number = library.last_opened()
            assert number is not None
            library.original_texts.keep(number, original, b"")

    def _originals(self) -> list[Path]:
        return list((self.folder / "library" / "originals").glob("??/*"))

    def wait_for(self, word: str) -> Shown:
        """Wait until the top window is of a class, or shows a control of an object name."""
        return self._shown_when(lambda shown: shown.has(word), word)

    def wait_for_focus(self, word: str) -> Shown:
        """Wait until a window is on top and has the focus, so that the next key is for it."""
        return self._shown_when(lambda shown: shown.has(word) and shown.has_focus, word)

    def wait_until_gone(self, word: str) -> None:
        """Wait until neither the top window nor one of its controls is called so."""
        self._shown_when(lambda shown: not shown.has(word), f"end of {word}")

    def shown(self) -> Shown:
        """Return what the top window shows."""
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(str(self._socket))
            except (FileNotFoundError, ConnectionRefusedError):  # the program is starting still
                return Shown((), (), "", "", has_focus=False, pressed=0)
            with connection.makefile("rb") as stream:
                data = json.load(stream)
        widgets = [Seen(**{**each, "labels": tuple(each["labels"])}) for each in data["widgets"]]
        where = (data["focus"], data["focus_name"], data["has_focus"], data["pressed"])
        return Shown(tuple(data["kinds"]), tuple(widgets), *where)

    def tree(self) -> Accessible:
        """Return what screen readers find in the active window."""
        return self.session.window(_PROGRAM)

    def tab_round(self) -> frozenset[str]:
        """Press Tab until it comes round; return the addresses of all that had the focus."""
        shown, seen = self.shown(), set[str]()
        for _stop in range(_MOST_STOPS):
            seen.add(shown.focus)
            shown = self._shown_after("Tab", shown)
            if shown.focus in seen:
                return frozenset(seen)
        raise AssertionError(f"Tab does not come round: {seen}")

    def tab_to(self, object_name: str) -> None:
        """Press Tab until a control has the focus."""
        shown = self.shown()
        for _stop in range(_MOST_STOPS):
            if shown.focus_name == object_name:
                return
            shown = self._shown_after("Tab", shown)
        raise AssertionError(f"Tab does not come to {object_name}")

    def pane_round(self, most: int = 8) -> frozenset[str]:
        """Press F6 so often that it comes round; return the addresses of what had the focus."""
        shown, seen = self.shown(), set[str]()
        for _pane in range(most):
            shown = self._shown_after("F6", shown)
            seen.add(shown.focus)
        return frozenset(seen)

    def _shown_after(self, key: str, before: Shown) -> Shown:
        """Press a key and return what shows when the program has been given it."""
        self.press(key)
        return self._shown_when(lambda shown: shown.pressed > before.pressed, f"key {key}")

    def _shown_when(self, ready: Callable[[Shown], bool], what: str) -> Shown:
        found: list[Shown] = []

        def look() -> bool:
            found[:] = [self.shown()]
            return ready(found[0])

        self.session.wait(look, 60, what)
        return found[0]
