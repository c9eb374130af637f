"""Whether something is being spoken through Speech Dispatcher, as Orca's speech is.

It tells nobody what others say. But it drops a message of the least weight at once while another
one is spoken, and says it else: so an empty one finds out, and nobody hears it.
"""

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

_EVERY = 150  # milliseconds
_GREETING = (
    "SET SELF CLIENT_NAME nobody:chetivo:silence",
    "SET SELF NOTIFICATION ALL ON",
    "SET SELF SSML_MODE ON",
    "SET SELF PRIORITY NOTIFICATION",
)
_QUESTION = ("SPEAK", "<speak></speak>", ".")
_SAID, _DROPPED = b"702 ", b"703 "


class Dispatcher(QObject):
    """Asks again and again while it is wanted; where there is no answer, it tells nothing."""

    heard = Signal(bool)  # whether somebody speaks: the answer to each question

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._read)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(_EVERY)
        self._next.timeout.connect(self._ask)

    def start(self) -> None:
        """Begin to ask, if that has not begun."""
        if self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(address(os.environ))

    def stop(self) -> None:
        """Ask no more."""
        self._next.stop()
        self._socket.abort()

    def _greet(self) -> None:
        self._send(_GREETING)
        self._ask()

    def _ask(self) -> None:
        self._send(_QUESTION)

    def _send(self, lines: tuple[str, ...]) -> None:
        self._socket.write("".join(f"{line}\r\n" for line in lines).encode())

    def _read(self) -> None:
        while self._socket.canReadLine():
            line = bytes(self._socket.readLine().data())
            if line.startswith((_SAID, _DROPPED)):
                self._next.start()
                self.heard.emit(line.startswith(_DROPPED))


def address(environ: Mapping[str, str]) -> str:
    """Return the path of the socket; "" where there can be none."""
    kind, _, path = environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and path:
        return path
    folder = environ.get("XDG_RUNTIME_DIR")
    return f"{folder}/speech-dispatcher/speechd.sock" if folder else ""
