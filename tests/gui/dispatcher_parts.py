"""A stand-in for Speech Dispatcher: it speaks the protocol, as version 0.11 was heard to do."""

from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket


class SpeechDispatcher:
    """Somebody speaks through it while `busy`; `asked` counts the questions."""

    def __init__(self, folder: Path) -> None:
        self.busy = False
        self.asked = 0
        self.path = str(folder / "speechd.sock")
        self._texts: list[bytes] | None = None  # of the message being sent
        self._server = QLocalServer()
        self._server.newConnection.connect(self._take)
        assert self._server.listen(self.path), self._server.errorString()

    def close(self) -> None:
        self._server.close()

    def _take(self) -> None:
        client = self._server.nextPendingConnection()
        client.readyRead.connect(lambda: self._read(client))

    def _read(self, client: QLocalSocket) -> None:
        while client.canReadLine():
            line = client.readLine().data().rstrip(b"\r\n")
            if self._texts is None:
                self._obey(client, line)
            elif line == b".":
                assert self._texts == [b"<speak></speak>"], "something would be heard"
                self._texts = None
                self._say(client)
            else:
                self._texts.append(line)

    def _obey(self, client: QLocalSocket, line: bytes) -> None:
        if line == b"SPEAK":
            self._texts = []
            client.write(b"230 OK RECEIVING DATA\r\n")
        else:
            assert line.startswith(b"SET SELF "), line
            client.write(b"220 OK\r\n")

    def _say(self, client: QLocalSocket) -> None:
        self.asked += 1
        client.write(b"225-7\r\n225 OK MESSAGE QUEUED\r\n")
        events = (("703", "CANCELED"),) if self.busy else (("701", "BEGIN"), ("702", "END"))
        for number, word in events:
            client.write(f"{number}-7\r\n{number}-2\r\n{number} {word}\r\n".encode())
