"""Settings to and from a file for elsewhere: asking for it, and telling what it changes."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reader.app.handing_on import TakenIn
from reader.gui.dialogs import file_dialog, open_dialog
from reader.i18n import Translator
from reader.model.pronunciation import Pronunciations
from reader.settings import Settings

_FILE = "chetivo.toml"


def ask_where_to_save(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for the name of a file for the settings."""
    dialog = file_dialog(parent, _("Export the settings"), _("Settings (*.toml)"), _)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(_FILE)
    dialog.setDefaultSuffix("toml")
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)


def ask_for_file(parent: QWidget, _: Translator, done: Callable[[Path], None]) -> None:
    """Ask for a file with settings."""
    kinds = (_("Settings (*.toml)"), _("All files (*)"))
    dialog = file_dialog(parent, _("Import settings"), ";;".join(kinds), _)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    open_dialog(dialog)


def changes_in_words(
    before: Mapping[str, str], after: Mapping[str, str], _: Translator
) -> Iterator[str]:
    """Yield a line for each field that shows something else than before."""
    for label, now in after.items():
        if (old := before.get(label, "")) != now:
            yield _("{setting}: {now} (was {old})").format(setting=label, now=now, old=old or "–")


def summary(
    lines: list[str], now: Settings, own: Pronunciations, taken: TakenIn, _: Translator
) -> str:
    """Return what a file changes, and what of it cannot be used."""
    keys = sum(pair not in now.keys for pair in taken.settings.keys)
    words = len(taken.pronunciations) - len(own)
    lists = any(
        getattr(now, name) != getattr(taken.settings, name)
        for name in ("order", "grouping", "view")
    )
    told = [*lines, *([_("How the library is listed")] if lists else [])]
    if keys:
        told.append(_.plural("{count} key", "{count} keys", keys).format(count=keys))
    if words:
        new = _.plural("{count} new pronunciation", "{count} new pronunciations", words)
        told.append(new.format(count=words))
    head = _("This changes; OK keeps it, and Cancel leaves everything as it was:")
    parts = [head, *told] if told else [_("All is as in this file already; nothing changes.")]
    if taken.faults:
        parts.append(_("Values that cannot be used: {named}").format(named="; ".join(taken.faults)))
    if taken.unknown:
        parts.append(
            _("Names that this version does not know: {named}").format(
                named="; ".join(taken.unknown)
            )
        )
    return "\n".join(parts)
