"""What an entry of a menu is."""

from dataclasses import dataclass

from reader.gui.keymap.entry import Scope


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of a menu; the first of its keys is the one shown there.

    `media` are keys that keyboards have for sound, which nobody changes. `needs_article` greys it
    out while no article is open; entries of one `choice` exclude each other; `apart` draws a line
    above.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    media: tuple[str, ...] = ()
    needs_article: bool = False
    checkable: bool = False
    choice: str = ""
    submenu: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of the menu bar."""

    title: str
    commands: tuple[Command, ...]
