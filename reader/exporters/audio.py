"""An article's sound as a file."""

import wave
from collections.abc import Iterable
from pathlib import Path

from reader.exporters.files import new_file, new_path
from reader.model.sound import SAMPLE_BYTES, Sound, SoundForm

_USUAL_RATE = 22050


def write(sounds: Iterable[Sound], path: Path, form: SoundForm, *, replace: bool = False) -> float:
    """Write sounds one after another into a new file; return its length in seconds.

    Raises `TargetExistsError`, `UnwritableTargetError`, and whatever the sounds raise; then there
    is no file.
    """
    if form is SoundForm.WAV:
        return write_wav(sounds, path, replace=replace)
    from reader.exporters.recorder import recorder

    with new_path(path, replace=replace) as draft, recorder(draft, form) as recording:
        for sound in sounds:
            recording.write(sound)
        return recording.seconds


def write_wav(sounds: Iterable[Sound], path: Path, *, replace: bool = False) -> float:
    """Write sounds one after another into a new WAV file; return its length in seconds.

    The file has the rate of the first sound; others are brought to it. Raises
    `TargetExistsError`, `UnwritableTargetError`, and whatever the sounds raise; then there is
    no file.
    """
    with new_file(path, replace=replace) as target, wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(_USUAL_RATE)
        for sound in sounds:
            if sound.samples and not file.getnframes():
                file.setframerate(sound.rate)
            if sound.samples:
                file.writeframesraw(sound.at_rate(file.getframerate()).samples)
        file.writeframes(b"")
        return file.getnframes() / file.getframerate()
