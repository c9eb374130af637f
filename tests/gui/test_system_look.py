"""The window follows the system's contrast and its dark colours as they change."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from reader.gui import look
from reader.gui.theme import BLACK_ON_WHITE, DARK, LIGHT, WHITE_ON_BLACK
from reader.settings import Theme

pytest_plugins = ("tests.gui.window_fixtures",)


class Contrast(QObject):
    """What the system says of contrast."""

    contrastPreferenceChanged = Signal(object)  # noqa: N815  named by Qt

    def __init__(self) -> None:
        super().__init__()
        self.now = Qt.ContrastPreference.NoPreference

    def contrastPreference(self):  # noqa: N802  named by Qt
        return self.now

    def become(self, preference):
        self.now = preference
        self.contrastPreferenceChanged.emit(preference)


class System(QObject):
    """What the system says of its look; it stands in for the system's own hints."""

    colorSchemeChanged = Signal(object)  # noqa: N815  named by Qt

    def __init__(self) -> None:
        super().__init__()
        self.contrast = Contrast()
        self.scheme = Qt.ColorScheme.Light

    def accessibility(self):
        return self.contrast

    def colorScheme(self):  # noqa: N802  named by Qt
        return self.scheme

    def become(self, scheme):
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class Gui:
    """What the look asks for the system's hints."""

    def __init__(self, system: System) -> None:
        self._system = system

    def styleHints(self):  # noqa: N802  named by Qt
        return self._system


@pytest.fixture
def system(monkeypatch):
    """The system, whose looks the test changes; the window comes up after this."""
    system = System()
    monkeypatch.setattr(look, "QGuiApplication", Gui(system))
    return system


@pytest.fixture
def shown(system, show, numbers, qapp):
    """Tells whether the window, its article and the program's palette have the colours."""
    window = show()
    window.parts.reading.open(numbers[0])

    def has(palette):
        page = window.parts.view.viewport().grab().toImage().pixelColor(1, 1)
        base = qapp.palette().color(QPalette.ColorRole.Base)
        return window.look.palette == palette and page == base == QColor(palette.page)

    return has


@pytest.mark.check("A29", "High contrast of the system")
def test_more_contrast_in_the_system_is_more_contrast_here_at_once(system, shown):
    assert shown(LIGHT)
    system.contrast.become(Qt.ContrastPreference.HighContrast)
    assert shown(BLACK_ON_WHITE)
    system.become(Qt.ColorScheme.Dark)
    assert shown(WHITE_ON_BLACK)
    system.contrast.become(Qt.ContrastPreference.NoPreference)
    assert shown(DARK)


@pytest.mark.check("A29", "High contrast of the system")
def test_what_a_person_has_chosen_stays_when_the_system_changes(system, show):
    window = show()
    window.look.choose(Theme.DARK)
    system.contrast.become(Qt.ContrastPreference.HighContrast)
    assert window.look.palette == DARK
