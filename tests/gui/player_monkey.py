"""Random commands to a player, and what must be true of all that was heard meanwhile."""

import random
from array import array
from collections.abc import Callable
from itertools import groupby, pairwise

from PySide6.QtCore import QCoreApplication

from reader.gui.player.player import Player, PlayerState
from reader.gui.player.steps import Unit
from reader.model.leaves import Kind
from reader.model.position import Extent, Position
from reader.model.sound import Sound
from reader.model.speaking import Speaking
from reader.model.utterance import Part, Utterance
from reader.speech.engine import Delivery
from tests.gui.player_parts import RATE, HandSink

LENGTH = 500  # samples of each sentence, so that half a second is one
PARAGRAPH = 3  # sentences


def story(count: int) -> tuple[Utterance, ...]:
    """Return sentences in paragraphs of three, every third paragraph a heading."""
    return tuple(
        Utterance(
            (Part(f"Изречение {number + 1}.", "bg"),),
            Extent(number // PARAGRAPH, number % PARAGRAPH * 20, number % PARAGRAPH * 20 + 15),
            Kind.PARAGRAPH if number // PARAGRAPH % 3 else Kind.HEADING,
        )
        for number in range(count)
    )


def place(number: int) -> Position:
    return Position(number // PARAGRAPH, number % PARAGRAPH * 20)


def number_of(utterance: Utterance) -> int:
    return int(utterance.text.split()[1].rstrip(".")) - 1


def marked(utterance: Utterance) -> Sound:
    """Return a sound whose every sample tells which sentence it is of."""
    return Sound(RATE, array("h", [number_of(utterance) + 1] * LENGTH).tobytes())


class Tape(HandSink):
    """A sink that keeps what it gets."""

    def __init__(self, rate: int) -> None:
        super().__init__(rate)
        self.samples = bytearray()

    def write(self, samples: bytes) -> int:
        taken = super().write(samples)
        self.samples += samples[:taken]
        return taken


class Monkey:
    """Presses keys at random and checks each stretch between two jumps.

    In such a stretch, every sentence from the first one on is heard once and whole, the last one
    as far as it has come; only one that is repeated is heard more often.
    """

    def __init__(self, seed: int, player: Player, sentences: int, harm: Callable[[], None]) -> None:
        self.random = random.Random(seed)
        self.player = player
        self.count = sentences
        self.harm = harm
        self.tapes: list[Tape] = []
        self.told: list[int] = []
        self.first = 0
        self.has_looped = False
        self.words = 80
        self.has_ended = False
        self.checked = 0
        player.sentence_started.connect(lambda said: self.told.append(number_of(said)))
        player.ended.connect(self._note_end)
        self.commands = (
            *(self.play, self.pause, self.resume, self.toggle, self.stop),
            *9 * (self.listen,),
            *(self.step, self.step, self.loop, self.rate, self.volume, self.pauses),
            *(self.paragraph, self.harm),
        )

    def open(self, rate: int) -> Tape:
        self.tapes.append(Tape(rate))
        return self.tapes[-1]

    def press(self) -> None:
        self.random.choice(self.commands)()
        self.settle()

    def settle(self) -> None:
        """Let the voice be rendered, and the player tell what has been heard."""
        for _ in range(self.random.randrange(1, 4)):
            QCoreApplication.processEvents()
            self.player._tick()

    def is_heard(self) -> bool:
        """Tell whether there is sound, or no reason for any."""
        self.player._tick()
        plays = self.player.state is PlayerState.PLAYING
        return not plays or (bool(self.tapes) and not self.tapes[-1].closed)

    # What can be pressed

    def play(self) -> None:
        number = self.random.randrange(self.count)
        self.jump(number, lambda: self.player.play_from(place(number)))
        assert self.player.state is PlayerState.PLAYING

    def pause(self) -> None:
        before = self.player.state
        self.player.pause()
        stopped = before is PlayerState.STOPPED
        assert self.player.state is (PlayerState.STOPPED if stopped else PlayerState.PAUSED)
        assert stopped or not self.tapes or self.tapes[-1].closed or self.tapes[-1].paused

    def resume(self) -> None:
        stopped, self.has_ended = self.player.state is PlayerState.STOPPED, False
        self.player.resume()
        assert stopped or self.has_ended or self.player.state is PlayerState.PLAYING

    def toggle(self) -> None:
        if self.player.state is PlayerState.STOPPED:
            self.play()
        elif self.player.state is PlayerState.PAUSED:
            self.resume()
        else:
            self.pause()

    def stop(self) -> None:
        self.jump(self.heard(), self.player.stop)
        assert self.player.state is PlayerState.STOPPED
        assert not self.player.loops
        assert all(tape.closed for tape in self.tapes)

    def step(self) -> None:
        unit, by = self.random.choice(list(Unit)), self.random.choice((1, -1))
        before, state, since = self.heard(), self.player.state, self.now()
        self.check()
        if self.player.step(unit, by):
            self.begin(self.heard(), since)
            assert (self.heard() - before) * by > 0 or self.heard() == 0
        assert self.player.state is state

    def loop(self) -> None:
        wanted = not self.player.loops
        if wanted:
            self.jump(self.heard(), lambda: self.player.loop(on=True))
            self.has_looped = True
        else:
            self.player.loop(on=False)
        assert self.player.loops is wanted

    def rate(self) -> None:
        self.words += 1  # never the same twice: that would be no change
        self.jump(self.heard(), lambda: self.player.set_delivery(Delivery(rate=self.words)))

    def volume(self) -> None:
        self.player.fade(self.random.random())

    def pauses(self) -> None:
        longest = self.random.randrange(900)
        self.player.set_speaking(Speaking(sentence_pause=longest, paragraph_pause=longest // 2))

    def paragraph(self) -> None:
        self.player.end_with_paragraph(wanted=self.random.random() < 0.5)

    def listen(self) -> None:
        if self.tapes and not self.tapes[-1].closed:
            self.tapes[-1].play(self.random.randrange(1, 900))

    # What is checked

    def heard(self) -> int:
        return self.player.progress.number - 1

    def jump(self, number: int, command: Callable[[], None]) -> None:
        self.check()
        since, running = self.now(), self.player.state is not PlayerState.STOPPED
        command()
        if running or self.player.state is not PlayerState.STOPPED:
            self.begin(number, since)

    def now(self) -> tuple[int, int]:
        return len(self.tapes), len(self.told)

    def begin(self, number: int, since: tuple[int, int]) -> None:
        """Count anew from a jump on: it may have been heard already before it is over."""
        self.first = number
        self.tapes, self.told = self.tapes[since[0] :], self.told[since[1] :]
        self.has_looped = self.player.loops

    def runs(self) -> list[tuple[int, int]]:
        """Return (sentence, samples) of what has been heard since the last jump."""
        played = b"".join(bytes(tape.samples[: tape.played]) for tape in self.tapes)
        spoken = (value for value in array("h", played) if value)  # the rest is silence
        return [(value - 1, len(list(run))) for value, run in groupby(spoken)]

    def check(self) -> None:
        runs = self.runs()
        if runs:
            self.checked += 1
            assert runs[0][0] == self.first
        for (number, samples), (following, _) in pairwise(runs):
            assert following == number + 1
            assert samples == LENGTH or (self.has_looped and samples % LENGTH == 0)
        numbers = sorted(set(self.told))
        assert numbers == list(range(self.first, self.first + len(numbers)))
        assert self.told == sorted(self.told)

    def _note_end(self) -> None:
        """By itself the voice ends with a whole sentence, the last one or that of a paragraph."""
        self.has_ended = True
        self.check()
        last, samples = self.runs()[-1]
        assert samples % LENGTH == 0
        assert last == self.count - 1 or last % PARAGRAPH == PARAGRAPH - 1
