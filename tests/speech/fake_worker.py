"""A speaking process that misbehaves as told by its first argument.

It speaks the real protocol; the second argument is a folder where it counts its starts.
"""

import os
import signal
import sys
import time
from pathlib import Path

from reader.processes.frames import READY, Frame, read_frame, write_frame
from reader.speech.protocol import SPEAK, VOICES

BULGARIAN = {"identifier": "bg", "name": "Bulgarian", "languages": ["bg"]}
ENGLISH = {"identifier": "en", "name": "English", "languages": ["en-gb"]}
VOICES_OF = {"no-voice": [], "english": [ENGLISH], "both": [BULGARIAN, ENGLISH]}


def main(manner: str, folder: Path) -> None:
    starts = len(list(folder.iterdir()))
    (folder / str(starts)).touch()
    out = os.fdopen(os.dup(1), "wb")
    if manner == "dies-at-start" or (manner == "dies-at-first-start" and starts == 0):
        os.kill(os.getpid(), signal.SIGKILL)
    write_frame(out, Frame(READY))
    while (request := read_frame(sys.stdin.buffer)) is not None:
        if request.kind == VOICES:
            write_frame(out, Frame(VOICES, {"voices": VOICES_OF.get(manner, [BULGARIAN])}))
        else:
            speak(out, manner, starts, request)


def speak(out, manner: str, starts: int, request: Frame) -> None:
    if manner == "crashes" or (manner == "crashes-twice" and starts < 2):
        os.kill(os.getpid(), signal.SIGSEGV)
    if manner == "hangs":
        time.sleep(60)
    if manner == "raises":
        raise RuntimeError("the voice is broken")
    if manner == "chatters":
        out.write(b"Audio saved to speech.wav\n")
        out.flush()
    samples = request.facts["voice"].encode().ljust(4, b"\0")
    write_frame(out, Frame(SPEAK, {"rate": 22050, "words": []}, samples))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
