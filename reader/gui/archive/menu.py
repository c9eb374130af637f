"""The menu of archives, within that of the library."""

from reader.gui.command import Command
from reader.i18n import mark

_ARCHIVES = mark("Archi&ves")
ARCHIVES = (
    Command(
        "archive_make",
        mark("&Make an archive…"),
        ("Ctrl+Shift+Y",),
        submenu=_ARCHIVES,
        apart=True,
    ),
    Command("archive_copy", mark("C&opy into my library"), submenu=_ARCHIVES),
    Command("archive_take_in", mark("&Import the archive into my library"), submenu=_ARCHIVES),
    Command("archive_check", mark("Chec&k the archive"), submenu=_ARCHIVES),
    Command("move_out", mark("Move &everything to a file…"), submenu=_ARCHIVES),
    Command("move_in", mark("&Take everything from a file…"), submenu=_ARCHIVES),
    Command("archive_close", mark("&Close the archive"), submenu=_ARCHIVES),
)
