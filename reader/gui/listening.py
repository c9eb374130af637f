"""Whether a screen reader listens, and on Linux whether it knows announcements.

Orca 43 does not know them, Orca 48 does.
"""

import sys

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
from PySide6.QtGui import QAccessible

_NAME = "chetivo-accessibility"
_PATIENCE = 200  # milliseconds
_ADDRESS = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
_EVENTS = (
    "org.a11y.atspi.Registry",
    "/org/a11y/atspi/registry",
    "org.a11y.atspi.Registry",
    "GetRegisteredEvents",
)


def screen_reader_listens() -> bool:
    """Tell whether there is a screen reader: on Linux, whether somebody waits for descriptions.

    Magnifiers and keyboards on the screen ask for the focus and the caret, but not for these.
    """
    if sys.platform != "linux":
        return QAccessible.isActive()
    return _is_waited_for("Object:PropertyChange:AccessibleDescription")


def hears_announcements() -> bool:
    """Tell whether anybody on Linux waits for announcements."""
    return _is_waited_for("Object:Announcement")


def _is_waited_for(event: str) -> bool:
    """Ask the accessibility registry whether anybody waits for an event."""
    if not QAccessible.isActive():
        return False  # nobody listens, and asking would start the registry
    bus = QDBusConnection(_NAME)
    if not bus.isConnected():
        QDBusConnection.disconnectFromBus(_NAME)  # a name that failed stays taken
        address = _asked(QDBusConnection.sessionBus(), _ADDRESS).arguments()
        bus = QDBusConnection.connectToBus(str(address[0]) if address else "", _NAME)
    # PySide can show an array of structures, but not take it apart.
    return f'"{event}' in repr(_asked(bus, _EVENTS))


def _asked(bus: QDBusConnection, method: tuple[str, str, str, str]) -> QDBusMessage:
    return bus.call(QDBusMessage.createMethodCall(*method), QDBus.CallMode.Block, _PATIENCE)
