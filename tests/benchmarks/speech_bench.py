"""How fast the voice answers: from a command to what a private sound server plays.

    python tests/benchmarks/speech_bench.py [TIMES]      5 unless told otherwise

Needs pulseaudio and parec. Times of sound include what the recorder needs, some 5 ms.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication

from reader.gui.player.player import Player
from reader.model.position import START
from reader.model.sound import SAMPLE_BYTES
from reader.model.utterance import Utterance
from reader.speech.engine import Delivery, Engine
from tests.speech.driving import Program
from tests.speech.sentences import said
from tests.speech.sound_server import Recording, SoundServer, Take, missing_programs

# Begins with sound, not with silence; long enough to be stopped in the middle.
_SENTENCE = "Европа, Азия, Африка, Америка и Австралия са големи континенти."
_SENTENCES = [f"{_SENTENCE} Номер {number}." for number in range(40)]
_WARM_SECONDS = 0.6
_COMMANDS = 300
_IN_AN_HOUR = 600  # sentences
_SETTLED = 200  # sentences, after which everything has been loaded


class Bench:
    """Measures with one program that plays, each time from silence."""

    def __init__(self, server: SoundServer) -> None:
        self._server = server
        self._program = Program(server.environ)
        self._sentence = 0
        self._program.send(f"load {'|'.join(_SENTENCES)}")

    def close(self) -> None:
        """End the program."""
        self._program.close()

    def first(self) -> float:
        """Return ms from the first play of all to sound; the engine has not started yet."""
        return self._to_sound("play 0")

    def fetched(self) -> float:
        """Return ms from play to sound for a sentence that is rendered already."""
        time.sleep(_WARM_SECONDS)
        return self._to_sound(f"play {self._sentence}")

    def not_fetched(self) -> float:
        """Return ms from play to sound for another sentence."""
        self._sentence = (self._sentence + 7) % len(_SENTENCES)
        return self._to_sound(f"play {self._sentence}")

    def rate(self) -> float:
        """Return ms from another rate to the sentence at that rate."""
        take = self._playing()
        asked = self._do("rate 200")
        time.sleep(0.5)
        recording = take.stop()
        self._do("stop")
        self._do("rate 175")
        # The old sound ends before the new one begins: what comes after the gap is new.
        return 1000 * (_after_gap(recording, asked) - asked)

    def volume(self) -> float:
        """Return ms from another volume to sound of that volume."""
        take = self._playing()
        asked = self._do("volume 10")
        time.sleep(0.6)
        recording = take.stop()
        self._do("stop")
        self._do("volume 100")
        usual = recording.level(asked - 0.6, asked)
        place = asked
        while recording.level(place, place + 0.02) > usual / 4:
            place += 0.01
        return 1000 * (place - asked)

    def silence(self, command: str) -> float:
        """Return ms from stop or pause to the last sound."""
        take = self._playing()
        asked = self._do(command)
        time.sleep(0.3)
        recording = take.stop()
        self._do("stop")
        last = recording.last()
        return max(0.0, 1000 * ((last or asked) - asked))

    def resume(self) -> float:
        """Return ms from resume to sound."""
        self._playing()
        self._do("pause")
        time.sleep(0.3)
        take = self._server.record()
        asked = self._do("resume")
        time.sleep(0.3)
        recording = take.stop()
        self._do("stop")
        return max(0.0, 1000 * ((recording.first(asked) or asked) - asked))

    def _to_sound(self, command: str) -> float:
        take = self._server.record()
        asked = self._do(command)
        time.sleep(0.4)
        recording = take.stop()
        self._do("stop")
        return 1000 * ((recording.first(asked) or asked) - asked)

    def _playing(self) -> Take:
        take = self._server.record()
        self._do(f"play {self._sentence}")
        time.sleep(0.8)
        return take

    def _do(self, command: str) -> float:
        self._program.send(command)
        return self._program.all("got")[-1][1]


def _after_gap(recording: Recording, asked: float) -> float:
    """Return when sound begins again after the silence that follows a command."""
    place = asked
    while recording.loud(place, place + 0.01) > 0:
        place += 0.01
    return recording.first(place) or place


def rendering() -> str:
    """Return how fast sentences are rendered, as a line to print."""
    sentences = [said(text) for text in 5 * _SENTENCES]
    with Engine() as engine:
        engine.voices()
        start = time.perf_counter()
        spoken = sum(sound.seconds for sound in engine.speak_all(sentences, Delivery()))
        took = time.perf_counter() - start
    each = 1000 * took / len(sentences)
    return f"  rendering: {spoken / took:.0f} x real time, {each:.1f} ms a sentence"


def blocked(server: SoundServer) -> float:
    """Return the longest time in ms that the window would not have answered.

    Meanwhile commands come at random and the voice is killed again and again.
    """
    chance = random.Random(1)
    commands = ("pause", "resume", "stop", "next", "previous", "loop 1", "loop 0", "crash")
    program = Program(server.environ)
    program.send(f"load {'|'.join(_SENTENCES)}")
    program.send("play 0")
    program.await_event("sentence")
    program.send("watch")
    for _ in range(_COMMANDS):
        number = chance.randrange(len(_SENTENCES))
        rate = f"rate {chance.randrange(150, 450)}"
        program.send(chance.choice((*commands, f"play {number}", f"play {number}", rate)))
        time.sleep(chance.random() / 20)
    program.close()
    return max(map(float, program.values("blocked")))


class Deaf:
    """A sink that has played all it gets at once: an hour of reading takes a minute."""

    seconds = 0.0

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._written = 0

    def room(self) -> int:
        """Return the room for a second."""
        return self._rate * SAMPLE_BYTES

    def write(self, samples: bytes) -> int:
        """Take all."""
        self._written += len(samples)
        Deaf.seconds += len(samples) / SAMPLE_BYTES / self._rate
        return len(samples)

    def heard(self) -> int:
        """Return how many bytes there have been."""
        return self._written

    def is_drained(self) -> bool:
        """Tell whether there has been anything."""
        return self._written > 0

    def is_lost(self) -> bool:
        """Never be."""
        return False

    def pause(self) -> None:
        """Need nothing."""

    resume = close = pause

    def set_volume(self, volume: float) -> None:
        """Need none."""


def growth() -> str:
    """Return how the player and the speaking process grow in an hour of reading."""
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    engine = Engine()
    player = Player(engine, open_sink=Deaf)
    player.load([said(f"{_SENTENCE} {number}", number) for number in range(_IN_AN_HOUR)])
    own, voice = [], []

    def note(_heard: Utterance) -> None:
        own.append(_kilobytes(os.getpid()))
        voice.append(_kilobytes(engine.process))

    player.sentence_started.connect(note)
    player.ended.connect(app.quit)
    player.play_from(START)
    app.exec()
    player.close()
    grown = ", ".join(
        f"{name} {sizes[-1]} kB ({sizes[-1] - sizes[_SETTLED]:+d} since sentence {_SETTLED})"
        for name, sizes in (("player", own), ("voice", voice))
    )
    return f"  {Deaf.seconds / 60:.0f} minutes of reading, {len(own)} sentences: {grown}"


def _kilobytes(process: int | None) -> int:
    """Return the memory that a process holds (Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def starting() -> float:
    """Return ms from nothing to the sound of a sentence in memory."""
    start = time.perf_counter()
    with Engine() as engine:
        engine.speak(said(_SENTENCE), Delivery())
        return 1000 * (time.perf_counter() - start)


def main(times: int) -> int:
    """Print the figures; return 1 where nothing can be recorded."""
    missing = missing_programs()
    if missing:
        print(f"  not measured: no {', '.join(missing)}", file=sys.stderr)
        return 1
    print(rendering())
    print(growth())
    print(f"  engine from nothing: {median(starting() for _ in range(5)):.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        server = SoundServer(Path(folder))
        server.record()
        bench = Bench(server)
        print(f"  play to sound, the very first: {bench.first():.0f} ms")
        for name, measure in (
            ("play to sound, fetched ahead", bench.fetched),
            ("play to sound, not fetched", bench.not_fetched),
            ("another rate to sound", bench.rate),
            ("another volume to its sound", bench.volume),
            ("stop to silence", lambda: bench.silence("stop")),
            ("pause to silence", lambda: bench.silence("pause")),
            ("resume to sound", bench.resume),
        ):
            found = sorted(measure() for _ in range(times))
            print(f"  {name}: median {median(found):.0f} ms, worst {found[-1]:.0f} ms", flush=True)
        bench.close()
        print(f"  window blocked at most: {blocked(server):.0f} ms in {_COMMANDS} commands")
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
