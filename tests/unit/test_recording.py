"""An article is recorded as it is read aloud."""

from pathlib import Path

from reader.app import Export, Reader, Voice
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.exportform import ExportForm
from reader.model.position import START, Position
from reader.model.pronunciation import Pronunciation
from reader.model.sound import Sound
from reader.model.speaking import OwnNotes, Speaking
from reader.text.anchors import Stretch

TRAINS = Article(
    title="По-бързи влакове до морето",
    language="bg",
    blocks=(
        Heading(1, (Span("По-бързи влакове до морето"),)),
        Paragraph((Span("Парламентът прие правила за нощните влакове."),)),
    ),
    source=Source("text"),
)


class Recorder:
    """A voice that only notes what it is to say."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def tell_unsaid(self, unsaid):
        self.unsaid = unsaid

    def speak_all(self, utterances, delivery):
        for utterance in utterances:
            self.said.append(utterance.text)
            self.unsaid("☠")
            yield Sound(8000, bytes(160))


def test_a_recording_has_the_person_s_own_words_and_tells_what_has_no_sound(tmp_path: Path) -> None:
    voice = Recorder()
    unsaid: list[str] = []
    own = (Pronunciation("влакове", "вла кове"),)
    with Library(tmp_path / "library") as library, Apart() as apart:
        number = library.add(TRAINS, (), b"").entry.identifier
        reader = Reader(library, apart, lambda: voice)
        told = Voice(own=own, unsaid=unsaid.append)
        export = Export([number], ExportForm.WAV, tmp_path / "a.wav", voice=told)
        assert reader.exporting.write(export, Translator("bg")).seconds > 0
    assert unsaid == ["☠", "☠"]
    assert voice.said == [
        "По-бързи вла кове до морето",
        "Парламентът прие правила за нощните вла кове.",
    ]


def test_a_recording_is_for_anybody_and_has_no_notes_of_the_person_s_own(tmp_path: Path) -> None:
    voice = Recorder()
    with Library(tmp_path / "library") as library, Apart() as apart:
        number = library.add(TRAINS, (), b"").entry.identifier
        reader = Reader(library, apart, lambda: voice)
        reader.annotating.note(number, Stretch(START, Position(0, 26)), "Само за мен.")
        speaking = Speaking(own_notes=OwnNotes.WHOLE)
        told = Voice(speaking=speaking)
        export = Export([number], ExportForm.WAV, tmp_path / "a.wav", voice=told)
        reader.exporting.write(export, Translator("bg"))
    assert voice.said[0] == "По-бързи влакове до морето"
