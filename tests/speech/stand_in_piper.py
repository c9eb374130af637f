"""A program that takes Piper's command line and answers as Piper does, with tones for speech.

    stand_in_piper.py DIALECT MANNER FOLDER [PIPER'S OPTIONS]

The dialect is "first" (rhasspy/piper, in C++: the file's name goes to standard output before the
file is whole) or "second" (OHF-Voice/piper1-gpl, in Python: a line of the log, afterwards). Both
are stricter than the real ones: an unknown option ends them. The manner is how it misbehaves;
FOLDER keeps a note of each start: its number and its options.
"""

import argparse
import json
import math
import os
import signal
import struct
import sys
import time
from array import array
from pathlib import Path

LETTERS_A_SECOND = 15.5  # at a length scale of 1
POISON = "отрова"


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("piper", allow_abbrev=False)
    parser.add_argument("-m", "--model", required=True, type=Path)
    parser.add_argument("-c", "--config", type=Path)
    parser.add_argument("-f", "--output_file", "--output-file")
    parser.add_argument("-d", "--output_dir", type=Path)
    parser.add_argument("--output_raw", "--output-raw", action="store_true")
    parser.add_argument("-s", "--speaker", type=int)
    parser.add_argument("--noise_scale", "--noise-scale", type=float)
    parser.add_argument("--length_scale", "--length-scale", type=float, default=1.0)
    parser.add_argument("--noise_w", "--noise-w", type=float)
    parser.add_argument("--sentence_silence", "--sentence-silence", type=float, default=0.2)
    parser.add_argument("--debug", action="store_true")
    return parser.parse_args(arguments)


def main(dialect: str, manner: str, folder: Path, arguments: list[str]) -> None:
    chosen = options(arguments)
    starts = len(list(folder.iterdir()))
    draft = folder.with_suffix(".draft")
    draft.write_text(json.dumps([os.getpid(), *arguments]))
    draft.rename(folder / str(starts))
    if not chosen.model.is_file():
        raise SystemExit("Model file doesn't exist")
    config = json.loads((chosen.config or Path(f"{chosen.model}.json")).read_text("utf-8"))
    if manner == "slow":
        time.sleep(1.5)
    if dialect == "first":
        log("[2026-11-26 10:00:00.000] [piper] [info] Loaded voice in 0.3 second(s)")
    for line in sys.stdin.buffer:
        text = line.decode().strip()
        if text:
            misbehave(manner, starts, text)
            rate = config["audio"]["sample_rate"]
            speak(dialect, chosen, rate, samples(manner, text, rate, chosen.length_scale))


def misbehave(manner: str, starts: int, text: str) -> None:
    if (manner == "crashes-once" and not starts) or (manner == "poisoned" and POISON in text):
        os.kill(os.getpid(), signal.SIGSEGV)
    if manner == "hangs" or (manner == "hangs-once" and not starts):
        time.sleep(60)
    if manner == "fails":
        raise SystemExit("onnxruntime: Protobuf parsing failed")


def samples(manner: str, text: str, rate: int, scale: float) -> bytes:
    if manner == "mute":
        return b""
    letters = sum(letter.isalnum() for letter in text)
    count = round(rate * scale * letters / LETTERS_A_SECOND)
    tone = (round(20000 * math.sin(2 * math.pi * 200 * n / rate)) for n in range(count))
    return array("h", tone).tobytes()


def speak(dialect: str, chosen: argparse.Namespace, rate: int, sound: bytes) -> None:
    if chosen.output_raw:
        sys.stdout.buffer.write(sound)
        sys.stdout.buffer.flush()
        return
    path = chosen.output_dir / f"{time.monotonic_ns()}.wav"
    head = struct.pack(
        "<4sI4s4sIHHIIHH",
        *(b"RIFF", 36 + len(sound), b"WAVE", b"fmt "),
        16,
        1,
        1,
        *(rate, 2 * rate, 2, 16),
    ) + struct.pack("<4sI", b"data", len(sound))
    with path.open("wb", buffering=0) as file:
        file.write(head)
        if dialect == "first":
            print(path, flush=True)
            time.sleep(0.02)
        file.write(sound)
    if dialect == "first":
        log("[2026-11-26 10:00:00.000] [piper] [info] Real-time factor: 0.05 (infer=0.1 sec)")
    else:
        log(f"INFO:__main__:Wrote {path}")


def log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
