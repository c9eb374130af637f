"""The voice and the system's media controls go together."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, Qt, Signal

from reader.gui.media_keys.shown import (
    USUAL_RATE,
    Connect,
    Controls,
    Press,
    Request,
    SeekTo,
    SetSpeed,
    SetVolume,
    Shown,
)
from reader.gui.player.player import Player, PlayerState
from reader.gui.player.steps import Unit
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.settings import PERCENTS
from reader.wording import publisher_name


def system_controls() -> Connect | None:
    """Return what connects to the media controls of this system; None where nothing can yet.

    On Windows and macOS media keys reach the window while it is in front.
    """
    return _mpris if sys.platform == "linux" else None


def read_in_controls() -> None:
    """Read in what the media controls of this system need, so that connecting takes no time."""
    if sys.platform == "linux":
        import_module("reader.gui.media_keys.bus")


def _mpris(shown: Shown, asked: Callable[[Request], None]) -> Controls:
    from reader.gui.media_keys.bus import MprisControls

    return MprisControls(shown, asked)


class MediaKeys(QObject):
    """Shows the voice in the system's media controls and does what is asked for there."""

    window_wanted = Signal()
    end_wanted = Signal()
    _asked = Signal(object)  # Request, from the thread of the controls

    def __init__(
        self,
        player: Player,
        aloud: ReadingAloud,
        reading: Reading,
        keeper: SettingsKeeper,
        translator: Translator,
    ) -> None:
        super().__init__()
        self._player = player
        self._aloud = aloud
        self._reading = reading
        self._keeper = keeper
        self._ = translator
        self._controls: Controls | None = None
        self._shown = Shown(translator("Chetivo"))
        self._number = 0  # of the sentence
        self._jumps = 0
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        player.state_changed.connect(self._show_state)
        player.sentence_started.connect(self._follow)
        player.loaded.connect(self._show_sentence)
        keeper.changed.connect(self._show_now)

    def connect_to(self, controls: Connect | None) -> None:
        """Show the voice in these controls from now on."""
        if controls is not None:
            self._controls = controls(self._shown, self._asked.emit)

    def close(self) -> None:
        """Leave the controls."""
        if self._controls is not None:
            self._controls.close()
            self._controls = None

    def _follow(self) -> None:
        number = self._player.progress.number if self._player.progress else 0
        self._jumps += number != self._number + 1
        self._number = number
        self._show_sentence()

    def _show_sentence(self) -> None:
        self._show_at(self._sentence_begins())

    def _show_state(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED:
            self._show_sentence()
        else:
            self._show_now()

    def _show_now(self) -> None:
        self._show_at(self._shown.position_at(time.monotonic()))

    def _show_at(self, position: float) -> None:
        self._shown = replace(
            self._what(), position=position, since=time.monotonic(), length=self._length()
        )
        if self._controls is not None:
            self._controls.show(self._shown)

    def _what(self) -> Shown:
        """Return what is read, and how."""
        now, article, said = self._keeper.current, self._reading.article, self._player.current
        return Shown(
            program=self._("Chetivo"),
            state=self._player.state,
            article=self._reading.identifier if self._player.progress else None,
            title=article.title if article else "",
            publisher=publisher_name(article.source.publisher, self._) if article else "",
            sentence=said.text if said else "",
            speed=self._speed(),
            volume=now.speaking.volume / PERCENTS[-1],
            jumps=self._jumps,
        )

    def _speed(self) -> float:
        return self._keeper.current.rate / USUAL_RATE

    def _length(self) -> float:
        progress = self._player.progress
        return progress.seconds * self._speed() if progress else 0.0

    def _sentence_begins(self) -> float:
        progress = self._player.progress
        return (progress.seconds - progress.seconds_left) * self._speed() if progress else 0.0

    def _do(self, request: Request) -> None:
        if self._controls is None:  # asked for as the window was closed
            return
        match request:
            case Press():
                self._press(request)
            case SeekTo():
                self._player.seek(request.seconds / self._speed())
            case SetSpeed():
                self._keeper.change(rate=round(request.speed * USUAL_RATE))
            case SetVolume():
                volume = round(request.volume * PERCENTS[-1])
                speaking = replace(self._keeper.current.speaking, volume=volume)
                self._keeper.change(speaking=speaking)

    def _press(self, button: Press) -> None:
        plays = self._player.state is PlayerState.PLAYING
        match button:
            case Press.TOGGLE:
                self._aloud.toggle()
            case Press.PLAY if not plays:
                self._aloud.toggle()
            case Press.PAUSE if plays:
                self._aloud.toggle()
            case Press.PLAY | Press.PAUSE:
                pass
            case _:
                self._buttons()[button]()

    def _buttons(self) -> dict[Press, Callable[[], object]]:
        return {
            Press.STOP: self._aloud.stop,
            Press.NEXT: partial(self._aloud.step, Unit.SENTENCE, 1),
            Press.PREVIOUS: partial(self._aloud.step, Unit.SENTENCE, -1),
            Press.RAISE: self.window_wanted.emit,
            Press.QUIT: self.end_wanted.emit,
        }
