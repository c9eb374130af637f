"""What this program is, and what it is built on."""

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.app import version
from reader.app.licences import parts
from reader.gui.dialogs import open_dialog, tell
from reader.gui.help.licences import LicencesDialog
from reader.gui.theme import Palette
from reader.i18n import Translator


def about(parent: QWidget, _: Translator, palette: Palette) -> QMessageBox:
    """Tell what this program is; the licences of its parts are a button away."""
    words = _(
        "Chetivo {version}: a reader for accessible EU news in Bulgarian. Free software under "
        "the MIT licence. The voice is that of espeak-ng, where it is installed."
    )
    before = QApplication.focusWidget()
    box = tell(parent, words.format(version=version()), QMessageBox.Icon.Information)
    licences = box.addButton(_("&Licences"), QMessageBox.ButtonRole.ActionRole)

    def go_on() -> None:
        if box.clickedButton() is licences:
            open_dialog(LicencesDialog(parts(), _, palette, parent), before)

    box.finished.connect(go_on)
    return box
