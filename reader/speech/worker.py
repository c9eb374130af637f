"""The process that speaks: requests on standard input, samples on standard output.

It owns the speech engines, so that their crash or hang costs a restart, not the window. It ends
when its input ends, even while an engine hangs, so it never outlives the program.
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import BinaryIO

from reader.processes.frames import READY, Frame, claimed_output, read_frame, write_frame
from reader.speech.protocol import LOADING, SPEAK, VOICES, Wish
from reader.speech.speakers import Speaker
from reader.speech.speakers.piper_models import found_on_this_machine


def main(arguments: Sequence[str]) -> None:
    """Answer requests until the input ends; "--stock" takes pyttsx3's own driver everywhere."""
    out = claimed_output()
    speakers = _speakers(lambda: write_frame(out, Frame(LOADING)), stock="--stock" in arguments)
    write_frame(out, Frame(READY))
    _serve(speakers, out)


def _serve(speakers: Sequence[Speaker], out: BinaryIO) -> None:
    requests: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    # Not sys.stdin: Python aborts where a thread is reading that while an error ends the process.
    source = os.fdopen(os.dup(0), "rb")

    def take() -> None:
        while (request := read_frame(source)) is not None:
            requests.put(request)
        for speaker in speakers:
            speaker.close()
        os._exit(0)  # the engine may be hanging, and nobody is left to wait for it

    threading.Thread(target=take, name="requests", daemon=True).start()
    while True:
        write_frame(out, _answer(speakers, requests.get()))


def _speakers(loading: Callable[[], None], *, stock: bool) -> list[Speaker]:
    """Return all ways to speak there are; raises `SystemExit` where there is none."""
    speakers = [*_piper(loading), *_onecore(sys.platform)]
    try:
        speakers.append(_usual(stock=stock))
    except (ImportError, OSError, RuntimeError) as error:
        if not speakers:
            raise SystemExit(str(error)) from error
    return speakers


# Each brings libraries along that cost time at the start, so they are imported where they speak.
def _piper(loading: Callable[[], None]) -> Iterator[Speaker]:
    program, models = found_on_this_machine()
    if program is not None:
        from reader.speech.speakers.piper import PiperSpeaker

        yield PiperSpeaker(program, models, loading)


def _onecore(platform: str) -> Iterator[Speaker]:
    if platform == "win32":
        from reader.speech.speakers import onecore

        speaker = onecore.find()
        if speaker is not None:
            yield speaker


def _usual(*, stock: bool) -> Speaker:
    """Return what every system has; it comes last, for its voices carry no mark."""
    from reader.speech.speakers.stock import FileSpeaker, MemorySpeaker

    in_memory = sys.platform.startswith("linux") and not stock
    return MemorySpeaker() if in_memory else FileSpeaker()


def _answer(speakers: Sequence[Speaker], request: Frame) -> Frame:
    match request.kind:
        case "voices":
            voices = [asdict(voice) for speaker in speakers for voice in speaker.voices()]
            return Frame(VOICES, {"voices": voices})
        case "speak":
            return _spoken(speakers, Wish(**request.facts))
        case _:
            raise ValueError(request.kind)


def _spoken(speakers: Sequence[Speaker], wish: Wish) -> Frame:
    speaker = next(speaker for speaker in speakers if wish.voice.startswith(speaker.mark))
    rendered = speaker.render(wish)
    return Frame(SPEAK, {"rate": rendered.rate, "words": list(rendered.words)}, rendered.samples)
