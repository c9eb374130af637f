"""Close the window in good order when the system or a terminal asks the program to end."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ENDING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows knows the first two
    if (number := getattr(signal, name, None)) is not None
)


class SystemSignals(QObject):
    """Calls `end` on a signal to end, which Python alone would notice only at the next event.

    What somebody else lets the program ignore, as `nohup` does, it still ignores.
    """

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._end = end
        self._reader, self._writer = socket.socketpair()
        self._writer.settimeout(0)
        signal.set_wakeup_fd(self._writer.fileno())
        self._before = {
            number: signal.signal(number, lambda _number, _frame: None)
            for number in _ENDING
            if signal.getsignal(number) is not signal.SIG_IGN
        }
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def close(self) -> None:
        """Leave signals to those who had them before."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler or signal.SIG_DFL)  # None where Python did not set it
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _wake(self) -> None:
        self._reader.recv(16)
        self._end()
