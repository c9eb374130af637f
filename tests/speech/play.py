"""A program with a player and nothing else, driven by lines on standard input.

    play.py [WORKER COMMAND]

Commands: load TEXT|TEXT…, play N, within BLOCK CHAR BLOCK CHAR, pause, resume, stop, next,
previous, loop 0 or 1, rate N, volume PERCENT, pauses MS, sleep SECONDS, crash, hang, block MS,
watch, quit.
Each event is a line of JSON on standard output, with the time of `time.monotonic`.
"""

import json
import os
import signal
import sys
import time
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer

from reader.gui.player.player import Player, PlayerState
from reader.gui.player.sleep import SleepTimer
from reader.gui.player.steps import Unit
from reader.model.position import Position
from reader.model.speaking import Speaking
from reader.speech.engine import WORKER, Delivery, Engine, Patience
from tests.speech.sentences import said

_BEAT = 5  # milliseconds


class Driver:
    def __init__(self, app, command):
        self.app = app
        self.engine = Engine(command or WORKER, Patience(start=30, answer=5))
        self.player = Player(self.engine)
        self.player.sentence_started.connect(lambda heard: tell("sentence", heard.text))
        self.player.word_started.connect(lambda word: tell("word", [word.start, word.end]))
        self.player.state_changed.connect(lambda state: tell("state", state.name))
        self.player.failed.connect(lambda error: tell("failed", type(error).__name__))
        self.delivery = Delivery()
        self.timer = SleepTimer()
        self.ticks = QTimer(self.player)
        self.ticks.timeout.connect(self.tick)

    def obey(self, line):
        name, _, rest = line.partition(" ")
        tell("got", name)
        getattr(self, name)(*([rest] if rest else []))
        tell("done", name)

    def load(self, texts):
        self.player.load([said(text, n) for n, text in enumerate(texts.split("|"))])

    def play(self, block):
        self.player.play_from(Position(int(block), 0))

    def pause(self):
        self.player.pause()

    def resume(self):
        self.player.resume()

    def stop(self):
        self.player.stop()

    def next(self):
        self.player.step(Unit.SENTENCE, 1)

    def previous(self):
        self.player.step(Unit.SENTENCE, -1)

    def rate(self, rate):
        self.delivery = replace(self.delivery, rate=int(rate))
        self.player.set_delivery(self.delivery)

    def volume(self, percent):
        self.delivery = replace(self.delivery, volume=int(percent) / 100)
        self.player.set_delivery(self.delivery)

    def loop(self, on):
        self.player.loop(on=on == "1")

    def within(self, places):
        first, start, last, end = map(int, places.split())
        self.player.play_within(Position(first, start), Position(last, end))

    def sleep(self, seconds):
        self.timer.set_time(float(seconds))
        self.ticks.start(100)

    def tick(self):
        self.timer.read(0.1)
        self.player.fade(self.timer.loudness)
        if self.timer.is_over and self.player.state is not PlayerState.STOPPED:
            self.player.stop()

    def watch(self):
        """Tell from now on how many ms the window would have been blocked, when it was longest."""
        self.beats = QTimer(self.player)
        self.beats.setTimerType(Qt.TimerType.PreciseTimer)
        self.beat = time.monotonic()
        self.longest = 0.0
        self.beats.timeout.connect(self.note_beat)
        self.beats.start(_BEAT)

    def note_beat(self):
        now = time.monotonic()
        late = 1000 * (now - self.beat) - _BEAT
        self.beat = now
        if late > self.longest:
            self.longest = late
            tell("blocked", late)

    def pauses(self, milliseconds):
        self.player.set_speaking(Speaking(paragraph_pause=int(milliseconds)))

    def block(self, milliseconds):
        time.sleep(int(milliseconds) / 1000)

    def crash(self):
        if self.engine.process is not None:
            os.kill(self.engine.process, signal.SIGKILL)

    def hang(self):
        os.kill(self.engine.process, signal.SIGSTOP)

    def quit(self):
        self.player.close()
        self.app.quit()


def tell(event, value):
    print(json.dumps([event, value, time.monotonic()]), flush=True)


def main():
    app = QCoreApplication(sys.argv[:1])
    driver = Driver(app, sys.argv[1:])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    buffer = bytearray()

    def read():
        data = os.read(sys.stdin.fileno(), 65536)
        if not data:
            notifier.setEnabled(False)
            driver.quit()
        buffer.extend(data)
        while (end := buffer.find(b"\n")) >= 0:
            line = buffer[:end].decode()
            del buffer[: end + 1]
            driver.obey(line)

    notifier.activated.connect(read, Qt.ConnectionType.AutoConnection)
    tell("ready", None)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
