"""The command that lists the voices."""

from argparse import Namespace

from reader.cli.console import Console


def voices(_options: Namespace, console: Console) -> int:
    """Print identifier, name and languages of each voice, a voice a line."""
    from reader.speech.engine import Engine

    with Engine() as engine:
        for voice in engine.voices():
            console.say("\t".join((voice.identifier, voice.name, ", ".join(voice.languages))))
    return 0
