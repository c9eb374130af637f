"""The entries of the menu of the help; what does their work is read in when first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.actions import Actions
from reader.gui.adjusting import Adjusting
from reader.gui.article.styles import Look as Shown
from reader.gui.dialogs import open_dialog
from reader.gui.helping import Helping
from reader.gui.key_names import plain
from reader.gui.tools import Tools
from reader.paths import resource

if TYPE_CHECKING:
    from reader.gui.help.first_steps import FirstSteps


class HelpCommands(QObject):
    """Opens the help, the first steps, the keys, the sample and what program this is."""

    def __init__(self, tools: Tools, adjusting: Adjusting) -> None:
        super().__init__(tools.panes)
        self._means, self._parts = tools.means, tools.parts
        self._look, self._bindings = tools.look, tools.bindings
        self._adjusting = adjusting
        self._helping = Helping(tools)
        self._steps: FirstSteps | None = None
        welcome = tools.parts.middle.welcome
        welcome.steps_wanted.connect(self.show_first_steps)
        welcome.sample_wanted.connect(self.open_sample)
        tools.look.also(self._draw)

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work."""
        for name, slot in (
            ("help", self._helping.show),
            ("first_steps", self.show_first_steps),
            ("keys", self.show_keys),
            ("sample", self.open_sample),
            ("about", self.show_about),
        ):
            actions.on(name, slot)

    def open_sample(self) -> None:
        """Take in the article that comes with the program."""
        samples = sorted(resource("samples").glob("*.pdf"))
        self._parts.intake.files(samples[:1])

    def show_keys(self) -> None:
        """Show all keys, and let the person change them."""
        from reader.gui.help.keys import KeysDialog

        dialog = KeysDialog(
            self._bindings.keymap, self._means.translator, self._parts.middle.window()
        )
        dialog.changed.connect(self._bindings.change)
        open_dialog(dialog)

    def show_about(self) -> None:
        """Show what program this is."""
        from reader.gui.help.about import about

        about(self._parts.middle.window(), self._means.translator, self._look.palette)

    def show_first_steps(self) -> None:
        """Lead through the voice, the size of the text, the keys and a first article."""
        from reader.gui.help.first_steps import KEYS, FirstSteps
        from reader.gui.settings.text import THEMES

        _, keymap = self._means.translator, self._bindings.keymap
        entries = [entry for name in KEYS if (entry := keymap.find(name)) is not None]
        keys = [(plain(_(each.text)), self._bindings.key(each.name)) for each in entries]
        themes = [(_(words), theme) for theme, words in THEMES.items()]
        now = self._means.keeper.current.theme
        window = self._parts.middle.window()
        dialog = FirstSteps([each for each in keys if each[1]], themes, now, _, window)
        dialog.hear.connect(self._hear)
        dialog.rate_wanted.connect(self._adjusting.faster)
        dialog.size_wanted.connect(self._resize)
        dialog.theme_wanted.connect(self._adjusting.colour)
        dialog.sample_wanted.connect(self.open_sample)
        dialog.finished.connect(self._end_steps)
        self._steps = dialog
        dialog.set_palette(self._look.palette)
        open_dialog(dialog)

    def _hear(self) -> None:
        trial, _ = self._parts.trial, self._means.translator
        words = _("Hello! I am the voice of Chetivo, and I read the news to you.")
        trial.say((trial.intro(words),))

    def _resize(self, step: int) -> None:
        if step > 0:
            self._adjusting.larger()
        else:
            self._adjusting.smaller()

    def _end_steps(self) -> None:
        self._steps = None
        self._parts.trial.stop()

    def _draw(self, look: Shown) -> None:
        if self._steps is not None:
            self._steps.set_palette(look.palette)
