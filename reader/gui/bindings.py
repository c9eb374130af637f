"""The keys in use in a window: kept, served and shown wherever they are named."""

from PySide6.QtCore import QObject, Signal

from reader.gui.actions import Actions
from reader.gui.all_keys import OF_LINKS, reading_letters, usual_keys
from reader.gui.key_names import plain, shown
from reader.gui.keymap.entry import Scope
from reader.gui.keymap.keymap import Keymap
from reader.gui.letter_keys import LetterKeys
from reader.gui.parts import Parts
from reader.gui.player.buttons import Keys
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.settings import Settings


class Bindings(QObject):
    """Gives every part of the window its keys, those of the settings over the usual ones."""

    changed = Signal()

    def __init__(
        self, keeper: SettingsKeeper, actions: Actions, parts: Parts, translator: Translator
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._actions = actions
        self._parts = parts
        self._ = translator
        self._usual = usual_keys(plain=parts.view.is_plain)
        self._letters = LetterKeys(parts.view, actions.of(Scope.ARTICLE))
        self.keymap = self._usual.with_kept(keeper.current.keys)
        self._serve()
        keeper.changed.connect(self._follow)

    def change(self, keymap: Keymap) -> None:
        """Use other keys from now on, and keep them; raises `SettingsError`."""
        self._keeper.change(keys=keymap.own)

    def key(self, name: str) -> str:
        """Return the main key of a command as a person reads it, or "" where it has none."""
        keys = self.keys(name)
        return shown(keys[0]) if keys else ""

    def way(self, name: str) -> str:
        """Return the start of a sentence that tells what a command does: its key, or its name."""
        _, key = self._, self.key(name)
        if not key:
            entry = self.keymap.find(name)
            text = plain(_(entry.text)) if entry else name
            return _("The command “{name}”").format(name=text)
        return _("The key {key}").format(key=key) if len(key) == 1 else key

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of a command, the main one first."""
        entry = self.keymap.find(name)
        return self.keymap.keys(entry) if entry else ()

    def _follow(self, settings: Settings) -> None:
        keymap = self._usual.with_kept(settings.keys)
        if keymap != self.keymap:
            self.keymap = keymap
            self._serve()
            self.changed.emit()

    def _serve(self) -> None:
        parts, key = self._parts, self.key
        self._actions.set_keys(self.keymap)
        self._letters.read_keys()
        parts.view.set_reading_keys(reading_letters(self.keymap))
        parts.links.set_keys(key("copy"), {name: self.keys(name) for name in OF_LINKS})
        player = ("play", "stop", "previous_sentence", "next_sentence")
        parts.bar.set_keys(Keys(*map(key, player)))
        parts.middle.welcome.set_keys(key("open"), key("paste"), key("feeds"))
        parts.intake.set_ways(self.way("repairs"), self.way("changes"))
        parts.importing.set_ways(self.way("continue_import"), self.way("import_report"))
        parts.following.set_way_to_report(self.way("update_report"))
        parts.correcting.set_way_back(self.way("take_back"))
        parts.noting.set_way_back(self.way("restore_mark"))
        parts.binning.set_way_back(self.way("take_back"))
