"""Voices that cannot speak."""

from reader.errors.base import ReaderError


class SpeechError(ReaderError):
    """Reading aloud is not possible now."""


class NoEngineError(SpeechError):
    """No speech engine starts on this machine; `reason` is the engine's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoVoiceError(SpeechError):
    """The engine has no voice for `language`."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class NoSoundError(SpeechError):
    """The machine has no sound output."""


class EngineFailedError(SpeechError):
    """The speech engine crashed or hung again and again; `reason` tells how."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
