"""The pages of the help with the keys and the commands as they are called now."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.app.manual import pages
from reader.gui.actions import MENUS
from reader.gui.command import Command, Menu
from reader.gui.key_names import plain, shown_all
from reader.gui.keymap.keymap import Keymap
from reader.i18n import Translator
from reader.paths import resource

_WANTED = re.compile(r"\{(key|menu):(\w+)\}")
_ALL_KEYS = "{keys}"
_SPECIAL = re.compile(r"([\\\[\]*_|`])")


@dataclass(frozen=True, slots=True)
class Contents:
    """Which pages there are, in the order of reading, and which tells about a place by its name.

    `anywhere` has what may be over any place, and tells about none of its own there.
    """

    order: tuple[str, ...]
    places: dict[str, str] = field(hash=False)
    anywhere: dict[str, str] = field(hash=False)

    @classmethod
    def load(cls) -> "Contents":
        """Read them from the resources."""
        data = json.loads(resource("help").joinpath("pages.json").read_text("utf-8"))
        return cls(tuple(data["order"]), data["places"], data["anywhere"])


def filled(keymap: Keymap, _: Translator) -> dict[str, str]:
    """Return the pages in the order of reading, as Markdown."""
    found, teller = pages(_.language), _Teller(keymap, _)
    return {name: teller.fill(found[name]) for name in Contents.load().order}


class _Teller:
    """Says how a person does something: by its key, or where it stands in the menus."""

    def __init__(self, keymap: Keymap, _: Translator) -> None:
        self._keymap = keymap
        self._ = _
        self._commands = {each.name: (menu, each) for menu, each in _commands()}

    def fill(self, text: str) -> str:
        """Return a page with its keys and commands."""
        text = _WANTED.sub(lambda found: self._said(found[1], found[2]), text)
        return text.replace(_ALL_KEYS, self._table())

    def _said(self, kind: str, name: str) -> str:
        keys = self._keys(name) if kind == "key" else ()
        return f"**{_literal(shown_all(keys[:1], self._))}**" if keys else self._way(name)

    def _keys(self, name: str) -> tuple[str, ...]:
        entry = self._keymap.find(name)
        return self._keymap.keys(entry) if entry else ()

    def _way(self, name: str) -> str:
        _ = self._
        menu, command = self._commands[name]
        texts = (menu.title, command.submenu, command.text)
        return " → ".join(_("“{name}”").format(name=plain(_(text))) for text in texts if text)

    def _table(self) -> str:
        _, keymap = self._, self._keymap
        rows = [[_("Where"), _("What it does"), _("Key")], ["---"] * 3]
        for entry in keymap.entries:
            if keys := keymap.keys(entry):
                texts = (plain(_(entry.where)), plain(_(entry.text)), shown_all(keys, _))
                rows.append(list(map(_literal, texts)))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _commands() -> Iterator[tuple[Menu, Command]]:
    return ((menu, command) for menu in MENUS for command in menu.commands)


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
