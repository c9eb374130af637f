"""A private session bus, and what other programs ask and hear on it."""

import os
import subprocess
import threading
from pathlib import Path

from tests.screenreader.processes import Processes

NAME = "org.mpris.MediaPlayer2.chetivo"
PATH = "/org/mpris/MediaPlayer2"
PROGRAM = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Bus:
    """The bus of a session, with another program on it: `dbus-send` for each question."""

    def __init__(self, folder: Path) -> None:
        self._processes = Processes(folder)
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={pipe}"]
        self.address = self._processes.start_told("dbus", command, os.environ)

    def end(self) -> None:
        self._processes.end()

    def asks(self, member: str, *arguments: str, name: str = NAME) -> "Question":
        """Have another program call a method, such as "Interface.Method"; it waits in a thread."""
        return Question(self._env(), name, member, arguments)

    def listens(self) -> "Listener":
        """Have another program listen for the signals of the player."""
        return Listener(self._env())

    def _env(self) -> dict[str, str]:
        return os.environ | {"DBUS_SESSION_BUS_ADDRESS": self.address}


class Question:
    """A call under way; `reply` and `error` are what came back."""

    def __init__(self, env, name, member, arguments) -> None:
        self.reply = self.error = ""
        argv = ["dbus-send", "--session", "--print-reply", f"--dest={name}", PATH, member]
        self._argv, self._env = [*argv, *arguments], env
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def is_answered(self) -> bool:
        return not self._thread.is_alive()

    def _run(self) -> None:
        done = subprocess.run(
            self._argv, env=self._env, capture_output=True, text=True, check=False, timeout=60
        )
        self.reply, self.error = done.stdout, done.stderr


class Listener:
    """What `dbus-monitor` has heard so far, in `heard`."""

    def __init__(self, env) -> None:
        self.heard = ""
        self._process = subprocess.Popen(
            ["dbus-monitor", "--session", f"type='signal',path='{PATH}'"],
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join()
        self._process.stdout.close()

    def _read(self) -> None:
        for line in self._process.stdout:
            self.heard += line
