"""Having an original fetched that is not kept yet."""

from reader.gui.actions import Actions, commands
from reader.gui.dialogs import ask
from reader.gui.notice import Notice
from reader.i18n import Translator

_FETCH = "fetch_original"


class Fetching:
    """Tells that there is no original, and offers to fetch it: the network waits to be asked."""

    def __init__(self, notice: Notice, actions: Actions, translator: Translator) -> None:
        self._notice = notice
        self._actions = actions
        self._ = translator

    def offer(self) -> None:
        """Ask whether to fetch the original of the open article."""
        _ = self._
        if not any(command.name == _FETCH for command in commands()):
            self._notice.say(_("No original of this article is kept."))
            return
        ask(
            self._notice.window(),
            _("No original of this article is kept. Fetch it from its page?"),
            _("&Fetch"),
            _("&Not now"),
            self._actions[_FETCH].trigger,
        )
