"""A voice for Orca that writes what it is given to a file, a JSON object a line.

Neither a sound card nor a synthesizer is needed. $ORCA_SPEECH_LOG names the file. A line has
`kind` ("speak", "char", "key" or "sayall"), `text`, `language`, the one that Orca asked for, and
`when` on the clock of `time.monotonic`.
Orca 43 calls its voice by camelCase names, Orca 48 and later by snake_case ones.
"""

import json
import os
import time
from pathlib import Path

from gi.repository import GLib
from orca import speechserver
from orca.speechserver import SayAllContext, VoiceFamily

LOG = Path(os.environ["ORCA_SPEECH_LOG"])
LANGUAGES = ("bg", "en")
STEP = 40  # milliseconds that a sentence takes when everything is read


def note(kind, text, voice=None):
    family = (voice or {}).get("family") or {}
    entry = {"kind": kind, "text": text, "language": family.get("lang") or ""}
    entry["when"] = time.monotonic()
    with LOG.open("a", encoding="utf-8") as log:
        log.write(json.dumps(entry, ensure_ascii=False) + "\n")


class SpeechServer(speechserver.SpeechServer):
    _server = None

    def __init__(self, server_id="capture"):
        try:
            super().__init__(server_id)
        except TypeError:  # Orca 43 takes no argument
            super().__init__()
        self._turn = 0

    @staticmethod
    def get_factory_name():
        return "Capture"

    @classmethod
    def get_speech_server(cls, info=None):
        if cls._server is None:
            cls._server = cls()
        return cls._server

    @classmethod
    def get_speech_servers(cls):
        return [cls.get_speech_server()]

    @classmethod
    def shutdown_active_servers(cls):
        cls._server = None

    def get_info(self):
        return ["Capture", "capture"]

    def get_voice_families(self):
        return [VoiceFamily({"name": name, "lang": name, "dialect": ""}) for name in LANGUAGES]

    def get_voice_families_for_language(self, language, dialect="", variant=None, maximum=None):
        return [(name, name, None) for name in LANGUAGES if name == language]

    def list_output_modules(self):
        return ("capture",)

    def get_output_module(self):
        return "capture"

    def speak(self, text=None, acss=None, interrupt=True):
        # The real voice too goes on reading all: Orca says "list with 3 items" in between.
        if text:
            note("speak", text, acss)

    def speak_character(self, character, acss=None, cap_style=None):
        note("char", character, acss)

    def speak_key_event(self, event, acss=None):
        ask = getattr(event, "get_key_name", None) or event.getKeyName
        note("key", ask(), acss)

    def say_all(self, utterances, progress):
        self._turn += 1
        turn = self._turn

        def start():
            if turn != self._turn:
                return False
            context, voice = next(utterances, (None, None))
            if context is None:
                return False
            note("sayall", context.utterance, voice)
            move(context, "start")
            progress(context.copy(), SayAllContext.PROGRESS)
            GLib.timeout_add(STEP, end, context)
            return False

        def end(context):
            if turn != self._turn:
                progress(context.copy(), SayAllContext.INTERRUPTED)
                return False
            move(context, "end")
            progress(context.copy(), SayAllContext.COMPLETED)
            GLib.idle_add(start)
            return False

        GLib.idle_add(start)

    def stop(self):
        self._turn += 1

    def shutdown(self):
        SpeechServer._server = None

    def reset(self, text=None, acss=None):
        pass

    getFactoryName = get_factory_name  # noqa: N815  Orca 43's names, here and below
    getSpeechServer = get_speech_server  # noqa: N815
    getSpeechServers = get_speech_servers  # noqa: N815
    shutdownActiveServers = shutdown_active_servers  # noqa: N815
    getInfo = get_info  # noqa: N815
    getVoiceFamilies = get_voice_families  # noqa: N815
    speakCharacter = speak_character  # noqa: N815
    speakKeyEvent = speak_key_event  # noqa: N815
    sayAll = say_all  # noqa: N815


def move(context, side):
    if hasattr(context, "start_offset"):
        context.current_offset = getattr(context, f"{side}_offset")
    else:
        context.currentOffset = getattr(context, f"{side}Offset")
