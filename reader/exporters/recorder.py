"""Speech is written into a file of sound, and it is known where each sentence of it lies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import soundfile

from reader.errors import UnwritableTargetError
from reader.model.position import Extent
from reader.model.sound import SAMPLE_BYTES, Clip, Sound, SoundForm, Spoken

# What both MP3 and the voices know: 22,050 samples a second hold all of speech.
RATE = 22050
_OPUS_RATE = 24000


# Constant, so that the oldest players find a place by its time; 56 kbit a second for speech.
_MP3 = {"bitrate_mode": "CONSTANT", "compression_level": 0.7}
_FORMS = {
    SoundForm.MP3: ("MP3", "MPEG_LAYER_III", RATE),
    SoundForm.OPUS: ("OGG", "OPUS", _OPUS_RATE),
    SoundForm.WAV: ("WAV", "PCM_16", RATE),
}


class Recorder:
    """Writes sounds one after another; each is brought to the rate of the file."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file
        self._written = 0

    @property
    def seconds(self) -> float:
        """How long the recording is by now."""
        return self._written / float(self._file.samplerate)

    def write(self, sound: Sound) -> Clip:
        """Write a sound; return where it lies."""
        begin = self.seconds
        if sound.samples:
            samples = sound.at_rate(self._file.samplerate).samples
            self._file.buffer_write(samples, dtype="int16")
            self._written += len(samples) // SAMPLE_BYTES
        return Clip(begin, self.seconds)


def record(spoken: Spoken, path: Path, form: SoundForm) -> tuple[tuple[Extent, Clip], ...]:
    """Record sentences into a new file; return where each lies, with the silence after it.

    Raises `UnwritableTargetError`, and whatever the sentences raise.
    """
    clips: list[tuple[Extent, Clip]] = []
    with recorder(path, form) as recording:
        for extent, sound in spoken:
            clip = recording.write(sound)
            if extent is not None:
                clips.append((extent, clip))
            elif clips:
                before, start = clips[-1]
                clips[-1] = before, Clip(start.begin, clip.end)
    return tuple(clips)


@contextmanager
def recorder(path: Path, form: SoundForm) -> Iterator[Recorder]:
    """Give what records into a new file, mono; raises `UnwritableTargetError`."""
    container, coding, rate = _FORMS[form]
    more = _MP3 if form is SoundForm.MP3 else {}
    try:
        with soundfile.SoundFile(
            path, "w", samplerate=rate, channels=1, format=container, subtype=coding, **more
        ) as file:
            yield Recorder(file)
    except soundfile.LibsndfileError as error:
        raise UnwritableTargetError(path, str(error)) from error
