"""The command that lists the voices."""

import json
from argparse import Namespace

from reader import voice_wording
from reader.cli.console import Console
from reader.errors import NoVoiceError
from reader.i18n import Translator
from reader.speech.voices import Voice, in_order

_HOME = "bg"


def voices(options: Namespace, console: Console) -> int:
    """Print identifier, name, language, quality and system of each voice, a voice a line."""
    from reader.speech.engine import Engine

    _ = console.translator
    with Engine() as engine:
        found = in_order(engine.voices())
    if options.json:
        rows = [_as_json(voice, _) for voice in found]
        console.say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        heads = (_("Identifier"), _("Name"), _("Language"), _("Quality"), _("System"))
        for row in (heads, *(_row(voice, _) for voice in found)):
            console.say("\t".join(row))
    if not any(voice.speaks(_HOME) for voice in found):
        console.fail(NoVoiceError(_HOME))
        return 1
    return 0


def _row(voice: Voice, _: Translator) -> tuple[str, ...]:
    language = voice_wording.voice_language(voice, _)
    quality = voice_wording.quality_name(voice.quality, _)
    return (voice.identifier, voice.name, language, quality, voice.system)


def _as_json(voice: Voice, _: Translator) -> dict[str, object]:
    return {
        "identifier": voice.identifier,
        "name": voice.name,
        "languages": voice.languages,
        "language": voice_wording.voice_language(voice, _),
        "quality": voice.quality,
        "system": voice.system,
    }
