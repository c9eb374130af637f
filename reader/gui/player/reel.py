"""The way of sentences from the voice to the sound card."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.errors import ReaderError
from reader.gui.player.course import Course
from reader.gui.player.pace import Pace, Progress
from reader.gui.player.playback import Playback
from reader.gui.player.prepared import Prepared
from reader.gui.player.sink import Sink
from reader.gui.player.steps import Unit, beside
from reader.model.sound import Sound
from reader.model.speaking import Speaking
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery
from reader.speech.silence import pause


class Reel:
    """Has the sentences of a course rendered as they are needed, and hands their sound on."""

    def __init__(self, prepared: Prepared, open_sink: Callable[[int], Sink]) -> None:
        self.course = Course()
        self.playback = Playback(open_sink, self._pause_after)
        self._speaking = Speaking()
        self._prepared = prepared
        self._delivery = Delivery()
        self._volume, self._fade = self._delivery.volume, 1.0
        self._pace = Pace(self._delivery)
        self._silence = 0.0  # seconds, before the sentence that is fed next

    @property
    def is_over(self) -> bool:
        """Whether all has been heard."""
        return self.playback.is_silent and self.course.is_all_fed

    @property
    def progress(self) -> Progress | None:
        """How far reading has come; None where there is nothing to read."""
        return self._pace.progress(self.course.utterances, self.course.heard)

    def load(self, utterances: Sequence[Utterance]) -> None:
        """Take other sentences, to be read in the same manner."""
        before, self.course = self.course, Course(utterances)
        self.course.loops, self.course.ends_leaf = before.loops, before.ends_leaf
        self._prepared.load(utterances, self._delivery)

    def turn_to(self, utterances: Sequence[Utterance]) -> bool:
        """Go by these sentences; tell whether they are others than now."""
        if utterances is self.course.utterances:
            return False
        self.load(utterances)
        return True

    def begin(self, index: int, silence: float) -> None:
        """Go on with a sentence after some seconds; what failed before is tried again."""
        self.playback.drop()
        self._silence = silence
        self.course.begin(index)
        self._prepared.forgive()
        self.prepare()

    def prepare(self) -> None:
        """Have the sentence that is fed next and those after it rendered."""
        self._prepared.want(self.course.next)

    def beside(self, unit: Unit, by: int) -> int | None:
        """Return the next (1) or the previous (-1) sentence that begins a unit, as far as known."""
        return beside(self.course.utterances, self.course.heard, unit, by)

    def index_after(self, seconds: float) -> int:
        """Return the sentence that is said so long after the beginning."""
        return self._pace.index_at(self.course.utterances, seconds)

    def fill(self) -> None:
        """Append what is ready, and hand it over.

        The error of a sentence is raised when all before it has been heard.
        """
        course, playback = self.course, self.playback
        while playback.wants_more and not course.is_all_fed:
            result = self._prepared.get(course.next)
            if isinstance(result, ReaderError) and playback.is_silent:
                raise result
            if result is None:
                self.prepare()  # it may not have been known yet when it was wanted
            if not isinstance(result, Sound) or not playback.accepts(result):
                break
            self._pace.learn(course.utterances[course.next], result)
            playback.add(course.next, result, after=self._silence)
            self._silence = 0.0
            course.fed(silent=not result.samples)
            self.prepare()
        playback.write()

    def loop(self, *, on: bool) -> None:
        """Repeat the sentence, or go on behind it; nothing else is fed any more."""
        self.playback.take_back()
        self.course.go_round(loops=on)

    def end_with_leaf(self, *, wanted: bool) -> None:
        """Feed to the end of the paragraph only; of one that has been begun already, to its end."""
        self.course.ends_leaf = wanted
        if wanted and not self.course.loops:
            self.course.take_back(self.playback.take_back())
            self.prepare()  # what was taken back is needed again

    def speak_as(self, delivery: Delivery) -> bool:
        """Speak otherwise; return whether the sentence has to begin anew for that.

        How loud it is is a matter of the sink, so that it is heard at once.
        """
        self._volume = delivery.volume
        self.fade(self._fade)
        delivery = replace(delivery, volume=1.0)
        if delivery == self._delivery:
            return False
        self._delivery = delivery
        self._pace = Pace(delivery)
        self._prepared.load(self.course.utterances, delivery)
        return True

    def set_speaking(self, speaking: Speaking) -> None:
        """Take other pauses; they count for all that the sink has not got yet."""
        self._speaking = speaking

    def fade(self, part: float) -> None:
        """Be as loud as this part of the usual."""
        self._fade = part
        self.playback.set_volume(self._volume * part)

    def _pause_after(self, index: int) -> int:
        """Return the milliseconds of silence after a sentence."""
        said = self.course.utterances
        following = index if self.course.loops else index + 1
        after = said[following] if following < len(said) else None
        return pause(said[index], after, self._speaking, self._delivery.rate)
