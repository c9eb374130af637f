"""A program with a player and nothing else, driven by lines on standard input.

    play.py [WORKER COMMAND]

Commands: load TEXT|TEXT…, play N, pause, resume, stop, next, previous, rate N, pauses N, block N,
crash, hang, quit.
Each event is a line of JSON on standard output, with the time of `time.monotonic`.
"""

import json
import os
import signal
import sys
import time

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt

from reader.gui.player.player import Player
from reader.model.position import Position
from reader.model.speaking import Speaking
from reader.speech.engine import WORKER, Delivery, Engine, Patience
from tests.speech.sentences import said


class Driver:
    def __init__(self, app, command):
        self.app = app
        self.engine = Engine(command or WORKER, Patience(start=10, answer=1))
        self.player = Player(self.engine)
        self.player.sentence_started.connect(lambda heard: tell("sentence", heard.text))
        self.player.word_started.connect(lambda word: tell("word", [word.start, word.end]))
        self.player.state_changed.connect(lambda state: tell("state", state.name))
        self.player.failed.connect(lambda error: tell("failed", type(error).__name__))

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
        self.player.next_sentence()

    def previous(self):
        self.player.previous_sentence()

    def rate(self, rate):
        self.player.set_delivery(Delivery(rate=int(rate)))

    def pauses(self, milliseconds):
        self.player.set_speaking(Speaking(paragraph_pause=int(milliseconds)))

    def block(self, milliseconds):
        time.sleep(int(milliseconds) / 1000)

    def crash(self):
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
