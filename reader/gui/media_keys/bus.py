"""The media controls of Linux desktops: a service on the session bus, in a thread of its own.

PySide can serve an object of the bus as well, but it sends a small number as 32 bits, where the
convention asks for 64.
"""

import os
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from reader.gui.media_keys.mpris import (
    NAME,
    PATH,
    PLAYER,
    PROPERTIES,
    Call,
    RefusalError,
    answer,
    changes,
)
from reader.gui.media_keys.shown import Request, Shown

_PATIENCE = 5.0  # seconds
_QUEUE_NOT = 4  # DBUS_NAME_FLAG_DO_NOT_QUEUE
_OURS = 1  # DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER


class MprisControls:
    """Shows the voice on the session bus, and passes on what is asked there.

    Where there is no bus, or it is lost, nothing happens any more.
    """

    def __init__(self, shown: Shown, asked: Callable[[Request], None]) -> None:
        self._asked = asked
        self._shown = shown
        self._told = shown
        self._closed = False
        self._ear, self._bell = socket.socketpair()
        self._bell.settimeout(0)
        self._thread = threading.Thread(target=self._serve, name="media keys", daemon=True)
        self._thread.start()

    def show(self, shown: Shown) -> None:
        """Show this from now on."""
        self._shown = shown
        self._ring()

    def close(self) -> None:
        """Leave the bus."""
        self._closed = True
        self._ring()
        self._thread.join(_PATIENCE)
        self._bell.close()

    def _ring(self) -> None:
        with suppress(OSError):  # full: it rings already; closed: nobody is there any more
            self._bell.send(b"!")

    def _serve(self) -> None:
        bus = _connected()
        with self._ear, bus or nullcontext(), suppress(OSError):  # it may be lost at any time
            while bus is not None and not self._closed:
                # First, for a call may have come in together with the name.
                for message in _received(bus):
                    self._take(bus, message)
                self._tell(bus)
                self._wait(bus)

    def _wait(self, bus: DBusConnection) -> None:
        with selectors.DefaultSelector() as waiting:
            waiting.register(bus.sock, selectors.EVENT_READ)
            waiting.register(self._ear, selectors.EVENT_READ)
            for key, _events in waiting.select():
                if key.fileobj is self._ear:
                    self._ear.recv(4096)

    def _take(self, bus: DBusConnection, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        self._tell(bus)  # so that nobody gets an answer that is newer than the news
        request = None
        try:
            found = answer(_call(message), self._told, time.monotonic())
        except RefusalError as error:
            reply = new_error(message, error.name, "s", (error.words,))
        else:
            reply = new_method_return(message, found.signature or None, found.body)
            request = found.request
        if not message.header.flags & MessageFlag.no_reply_expected:
            bus.send(reply)
        if request is not None:
            self._asked(request)

    def _tell(self, bus: DBusConnection) -> None:
        before, after = self._told, self._shown
        if before is after:
            return
        self._told = after
        if changed := changes(before, after):
            news: tuple[Any, ...] = (PLAYER, changed, [])
            bus.send(new_signal(_from(PROPERTIES), "PropertiesChanged", "sa{sv}as", news))
        if after.jumps != before.jumps:
            place = int(after.position * 1e6)
            bus.send(new_signal(_from(PLAYER), "Seeked", "x", (place,)))


def _from(interface: str) -> DBusAddress:
    return DBusAddress(PATH, interface=interface)


def _connected() -> DBusConnection | None:
    """Return a connection with our name, or None where there is no bus to be had."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    # An address of no known kind or form, nobody there, or somebody who does not let us in.
    with suppress(RuntimeError, ValueError, OSError):
        bus = open_dbus_connection(named or f"unix:path={folder}/bus")
        try:
            _take_name(bus)
        except OSError:
            bus.close()
            raise
        return bus
    return None


def _take_name(bus: DBusConnection) -> None:
    """Be found by name; where another window has it, by a name that tells them apart."""
    for name in (NAME, f"{NAME}.instance{os.getpid()}"):
        asked = message_bus.RequestName(name, _QUEUE_NOT)
        if bus.send_and_get_reply(asked, timeout=_PATIENCE).body[0] == _OURS:
            return


def _received(bus: DBusConnection) -> Iterator[Message]:
    """Yield what has come in by now."""
    with suppress(TimeoutError):
        while True:
            yield bus.receive(timeout=0)


def _call(message: Message) -> Call:
    fields = message.header.fields
    return Call(
        fields[HeaderFields.path],
        fields.get(HeaderFields.interface, ""),
        fields[HeaderFields.member],
        fields.get(HeaderFields.signature, ""),
        message.body,
    )
