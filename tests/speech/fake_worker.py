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

PLAIN = {"system": "espeak-ng", "quality": "machine"}
BULGARIAN = {"identifier": "bg", "name": "Bulgarian", "languages": ["bg"], **PLAIN}
ENGLISH = {"identifier": "en", "name": "English", "languages": ["en-gb"], **PLAIN}
RATE = 8000
POISONS = "☠⚗"  # what the manner "poisoned" crashes at
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
    text = request.facts["text"]
    crashes = manner == "crashes" or (manner == "crashes-twice" and starts < 2)
    if crashes or (manner == "poisoned" and set(POISONS) & set(text)):
        os.kill(os.getpid(), signal.SIGSEGV)
    if manner == "hangs":
        time.sleep(60)
    if manner == "raises":
        raise RuntimeError("the voice is broken")
    if manner == "chatters":
        out.write(b"Audio saved to speech.wav\n")
        out.flush()
    write_frame(out, Frame(SPEAK, {"rate": RATE, "words": []}, samples(manner, starts, request)))


def samples(manner: str, starts: int, request: Frame) -> bytes:
    """Return a tenth of a second a word, made of the voice's name; or what is no speech."""
    whole = request.facts["voice"].encode().ljust(4, b"\0") * (RATE // 20)
    whole *= len(request.facts["text"].split())
    match manner:
        case "mute":
            return b""
        case "mute-once" if starts == 0:
            return b""
        case "zeros":
            return bytes(len(whole))
        case "cut-short":
            return whole[:40]
        case _:
            return whole


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
