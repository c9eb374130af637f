"""What this program is."""

from PySide6.QtWidgets import QMessageBox, QWidget

from reader.app import version
from reader.gui.dialogs import tell
from reader.i18n import Translator


def about(parent: QWidget, _: Translator) -> QMessageBox:
    """Tell what this program is."""
    words = _(
        "Chetivo {version}: a reader for accessible EU news in Bulgarian. Free software under "
        "the MIT licence. The voice is that of espeak-ng, where it is installed."
    )
    return tell(parent, words.format(version=version()), QMessageBox.Icon.Information)
