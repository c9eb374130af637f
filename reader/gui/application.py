"""Qt's application, which there is wherever there is a widget."""

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """Return the application that runs."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)  # noqa: S101  each widget needs one
    return running
