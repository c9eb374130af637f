"""An article's sound as a file."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reader.exporters.files import new_path
from reader.model.sound import Sound, SoundForm

if TYPE_CHECKING:
    from reader.exporters.tags import Tags


def write(
    sounds: Iterable[Sound],
    path: Path,
    form: SoundForm,
    tags: "Tags | None" = None,
    *,
    replace: bool = False,
) -> float:
    """Write sounds one after another into a new file; return its length in seconds.

    A WAV file has the rate of the first sound; others are brought to it. Raises
    `TargetExistsError`, `UnwritableTargetError`, and whatever the sounds raise; then there is no
    file.
    """
    from reader.exporters.recorder import recorder

    with new_path(path, replace=replace) as draft:
        coming = iter(sounds)
        first = next((sound for sound in coming if sound.samples), None)
        heard = chain([first], coming) if first is not None else ()
        rate = first.rate if first is not None else None
        with recorder(draft, form, tags, rate) as recorded:
            for sound in heard:
                recorded.write(sound)
            return recorded.seconds
