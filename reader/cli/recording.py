"""How articles are recorded at the terminal: as the person hears them in the window."""

from functools import partial
from typing import TYPE_CHECKING

from reader import voice_wording
from reader.cli.console import Console
from reader.errors import PronunciationsError

if TYPE_CHECKING:
    from reader.app import Voice
    from reader.model.pronunciation import Pronunciations


def own_voice(console: Console) -> "Voice":
    """Return the person's own voice, with the pauses and words that were set."""
    from reader.app import Voice
    from reader.settings import load
    from reader.speech.engine import Delivery

    chosen = load(console.folders.config).settings  # what is wrong was told at the start
    return Voice(
        Delivery.of(chosen.rate, chosen.voice, chosen.speaking),
        chosen.speaking,
        _own(console),
        unsaid=partial(_tell, console),
    )


def _own(console: Console) -> "Pronunciations":
    from reader.pronunciations import load

    try:
        return load(console.folders.config)
    except PronunciationsError as error:
        console.fail(error)
        return ()


def _tell(console: Console, word: str) -> None:
    console.remark(voice_wording.unsaid(word, console.translator))
