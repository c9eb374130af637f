"""What is being done in the background and can be given up, each by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.asking import Question, ask_choice
from reader.i18n import Translator


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is being done, in words, and what gives it up."""

    words: str
    cancel: Callable[[], None]


class UnderWay(QObject):
    """Knows all that can be given up now."""

    changed = Signal(bool)  # whether there is anything

    def __init__(self) -> None:
        super().__init__()
        self._works: dict[object, Work] = {}

    def begin(self, who: object, work: Work) -> Work:
        """Note what somebody does from now on; one thing at a time."""
        self._works[who] = work
        self.changed.emit(True)  # noqa: FBT003  a signal
        return work

    def end(self, who: object) -> None:
        """Note that somebody does nothing any more."""
        self._works.pop(who, None)
        self.changed.emit(bool(self._works))

    def cancel_all(self) -> None:
        """Give up everything."""
        for work in tuple(self._works.values()):
            work.cancel()

    def cancel(self, window: QWidget, _: Translator) -> None:
        """Give up what is under way; of several things ask which."""
        works = tuple(self._works.values())
        if len(works) <= 1:
            self.cancel_all()
            return
        everything = Work(_("Everything"), self.cancel_all)
        ways = {each.words: each.cancel for each in (*works, everything)}
        question = Question(
            _("Cancel"), _("What is to be cancelled?"), _("Cancel it"), _("Let it go on")
        )
        ask_choice(window, question, list(ways), lambda words: ways[words]())
