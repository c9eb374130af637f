"""One window a library: a second start hands its files to the first."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 10_000  # milliseconds for the first window to answer: it may be coming up only now
_PAUSE = 50  # milliseconds between two tries where nobody can be asked
_ANSWER = b"taken\n"


class SingleInstance(QObject):
    """Knows whether this program is the first on a data folder, and takes files of later ones."""

    handed_over = Signal(
        object
    )  # list[Path | str], empty when the window is only asked to the front

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._name = _name(folder)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a lock counts as long as its program runs
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def hand_over(self, files: Sequence[Path | str]) -> bool:
        """Give files and addresses to the first window and return True, or become the first: False.

        A lock or a socket that a crash left behind is put aside.
        """
        with suppress(OSError):  # the library will tell why its folder cannot be made
            self._folder.mkdir(parents=True, exist_ok=True)
        end = QDeadlineTimer(_PATIENCE)
        while not self._lock.tryLock(0) and not end.hasExpired():
            if self._send(files, end):
                return True
            QThread.msleep(_PAUSE)  # it has the lock, and not the socket yet or any more
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return False

    def close(self) -> None:
        """Let another start become the first."""
        self._server.close()
        self._lock.unlock()

    def _send(self, files: Sequence[Path | str], end: QDeadlineTimer) -> bool:
        """Give files once: who answers late would take them in as often as they were given."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(end.remainingTime()):
            return False
        message = json.dumps([_written(each) for each in files])
        socket.write(message.encode() + b"\n")
        return socket.waitForReadyRead(end.remainingTime()) and socket.readAll().data() == _ANSWER

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        line = socket.readLine().data()
        socket.write(_ANSWER)
        socket.flush()
        self.handed_over.emit([_read(words) for words in json.loads(bytes(line))])


def _written(each: Path | str) -> str:
    return each if isinstance(each, str) else str(each.absolute())


def _read(words: str) -> Path | str:
    """Return a path, or what is none: an address, or a reference."""
    path = Path(words)
    return path if path.is_absolute() else words


def _name(folder: Path) -> str:
    """Return a name for the socket that is short and the same for each way to write the folder."""
    return "chetivo-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
