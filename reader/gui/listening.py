"""Whether a screen reader on Linux knows announcements: Orca 43 does not, Orca 48 does."""

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


def hears_announcements() -> bool:
    """Ask the accessibility registry whether anybody waits for announcements."""
    if not QAccessible.isActive():
        return False  # nobody listens, and asking would start the registry
    bus = QDBusConnection(_NAME)
    if not bus.isConnected():
        QDBusConnection.disconnectFromBus(_NAME)  # a name that failed stays taken
        address = _asked(QDBusConnection.sessionBus(), _ADDRESS).arguments()
        bus = QDBusConnection.connectToBus(str(address[0]) if address else "", _NAME)
    # PySide can show an array of structures, but not take it apart.
    return '"Object:Announcement' in repr(_asked(bus, _EVENTS))


def _asked(bus: QDBusConnection, method: tuple[str, str, str, str]) -> QDBusMessage:
    return bus.call(QDBusMessage.createMethodCall(*method), QDBus.CallMode.Block, _PATIENCE)
