"""Speech is written into a file of sound, and it is known where each sentence of it lies."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from io import FileIO
from pathlib import Path

import soundfile

from reader.errors import UnwritableTargetError
from reader.exporters import id3
from reader.exporters.tags import Tags
from reader.model.position import Extent
from reader.model.sound import SAMPLE_BYTES, Clip, Sound, SoundForm, Spoken

# What both MP3 and the voices know: 22,050 samples a second hold all of speech.
RATE = 22050
_OPUS_RATE = 24000
_AHEAD = 32  # sounds, some two minutes of speech

# Constant, so that the oldest players find a place by its time; 56 kbit a second for speech.
_MP3 = {"bitrate_mode": "CONSTANT", "compression_level": 0.7}
_FORMS = {
    SoundForm.MP3: ("MP3", "MPEG_LAYER_III", RATE),
    SoundForm.OPUS: ("OGG", "OPUS", _OPUS_RATE),
    SoundForm.WAV: ("WAV", "PCM_16", RATE),
}


class Recorder:
    """Writes sounds one after another; each is brought to one rate.

    They are packed in a thread of its own, while the next ones are spoken.
    """

    def __init__(self, rate: int, write: Callable[[bytes], object]) -> None:
        self._rate = rate
        self._given = 0
        self._lane = ThreadPoolExecutor(1, "recorder")
        self._write = write
        self._waiting: deque[Future[object]] = deque()

    @property
    def seconds(self) -> float:
        """How long the recording is by now."""
        return self._given / self._rate

    def write(self, sound: Sound) -> Clip:
        """Write a sound; return where it lies."""
        begin = self.seconds
        if sound.samples:
            samples = sound.at_rate(self._rate).samples
            self._given += len(samples) // SAMPLE_BYTES
            self._waiting.append(self._lane.submit(self._write, samples))
            self._settle(_AHEAD)
        return Clip(begin, self.seconds)

    def finish(self) -> None:
        """Wait until all is written; raises what went wrong."""
        self._settle(0)

    def close(self) -> None:
        """Write no more."""
        self._lane.shutdown(cancel_futures=True)

    def _settle(self, most: int) -> None:
        """Wait until no more than so many sounds wait to be written."""
        while len(self._waiting) > most:
            self._waiting.popleft().result()


def record(spoken: Spoken, path: Path, form: SoundForm) -> tuple[tuple[Extent, Clip], ...]:
    """Record sentences into a new file; return where each lies, with the silence after it.

    Raises `UnwritableTargetError`, and whatever the sentences raise.
    """
    clips: list[tuple[Extent, Clip]] = []
    with recorder(path, form) as recorded:
        for extent, sound in spoken:
            clip = recorded.write(sound)
            if extent is not None:
                clips.append((extent, clip))
            elif clips:
                before, start = clips[-1]
                clips[-1] = before, Clip(start.begin, clip.end)
    return tuple(clips)


@contextmanager
def recording(rate: int, write: Callable[[bytes], object]) -> Iterator[Recorder]:
    """Give what records by writing samples; it is whole at the end, or `write` has raised why."""
    made = Recorder(rate, write)
    try:
        yield made
        made.finish()
    finally:
        made.close()


@contextmanager
def recorder(
    path: Path, form: SoundForm, tags: Tags | None = None, rate: int | None = None
) -> Iterator[Recorder]:
    """Give what records into a new file, mono; raises `UnwritableTargetError`.

    `rate` is how many samples a second a WAV file has, where that matters.
    """
    container, coding, usual = _FORMS[form]
    more = _MP3 if form is SoundForm.MP3 else {}
    chosen = rate if rate and form is SoundForm.WAV else usual
    head = id3.tag(tags) if tags is not None and form is SoundForm.MP3 else b""
    try:
        with path.open("xb", buffering=0) as whole:  # so that no other call than a write can fail
            target = _Target(whole, head)
            try:
                with soundfile.SoundFile(
                    target,
                    "w",
                    samplerate=chosen,
                    channels=1,
                    format=container,
                    subtype=coding,
                    **more,
                ) as file:
                    if tags is not None and not head:
                        _tell(file, tags)
                    write = partial(file.buffer_write, dtype="int16")
                    with recording(chosen, write) as made:
                        yield made
            # soundfile asserts that all was written, where libsndfile has noticed nothing
            except (soundfile.LibsndfileError, AssertionError) as error:
                raise UnwritableTargetError(path, str(error)) from error
            finally:
                target.check()
    except OSError as error:
        raise UnwritableTargetError(path, error.strerror or str(error)) from error


class _Target:
    """A file as libsndfile writes it; what is put at its head is not seen.

    libsndfile cannot tell why nothing more can be written: the reason is kept.
    """

    def __init__(self, file: FileIO, head: bytes) -> None:
        self._file = file
        self._start = len(head)
        self._error: OSError | None = None
        self.write(head)

    def write(self, data: bytes) -> int:
        """Write data; return how much was written."""
        done = 0
        try:
            while done < len(data):
                done += self._file.write(data[done:])
        except OSError as error:
            self._error = error
        return done

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        self._file.seek(offset + (self._start if whence == os.SEEK_SET else 0), whence)
        return self.tell()

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell() - self._start

    def check(self) -> None:
        """Raise what went wrong."""
        if self._error is not None:
            raise self._error


def _tell(file: soundfile.SoundFile, tags: Tags) -> None:
    """Put the tags into the file, as far as its form knows them."""
    for name, text in tags.texts.items():
        setattr(file, name, text)
    if tags.track:
        file.tracknumber = tags.track.partition("/")[0]
