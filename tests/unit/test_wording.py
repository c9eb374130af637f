"""Every error has a sentence of its own, in both languages."""

import errno
import os
import re
from datetime import date
from pathlib import Path

import pytest

from reader import errors
from reader.errors import ReaderError
from reader.i18n import Translator, date_in_words
from reader.speech.hearing import CUT_SHORT, MUTE
from reader.speech.process import HUNG
from reader.speech.voices import Quality, System, Voice
from reader.voice_wording import quality_name, voice_description, voice_name
from reader.wording import (
    SENTENCES,
    explain,
    language_name,
    publisher_name,
)

PLURAL = (errors.NoTextLayerError,)  # its sentence depends on a number
CYRILLIC = re.compile("[а-яА-Я]")
BG, EN = Translator("bg"), Translator("en")

PAGE = "https://ec.europa.eu/news"
EXAMPLES = [
    errors.CorrectionError(),
    errors.SplitError(),
    errors.JoinError(),
    errors.NothingToTakeBackError(),
    errors.StoppedError(),
    errors.SourceError(Path("новини/x.pdf")),
    errors.MissingFileError(Path("новини/x.pdf")),
    errors.NoAnnouncementError("https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_1"),
    errors.FolderError(Path("новини")),
    errors.ScriptedPageError(Path("x.html")),
    errors.ScriptedPageAtError(Path("x.html"), "https://ec.europa.eu/x_bg"),
    errors.NoPermissionError(Path("x.pdf")),
    errors.UnreadableFileError(Path("x.pdf"), "EIO"),
    errors.EmptyDocumentError(Path("x.txt")),
    errors.UnknownFormatError(Path("x.png")),
    errors.OtherFormatError(Path("x.odt"), ".odt"),
    errors.OtherFormatError(Path("x.zip"), ".zip"),
    errors.UnsafeFileError(Path("x.docx")),
    errors.ProtectedFileError(Path("x.epub")),
    errors.AddressError("https://ec.europa.eu/"),
    errors.ArchiveAmongFilesError(Path("новини/a.chetivo")),
    errors.DamagedFileError(Path("x.pdf")),
    errors.PasswordError(Path("x.pdf"), wrong=False),
    errors.PasswordError(Path("x.pdf"), wrong=True),
    errors.NoTextLayerError(Path("x.pdf"), 1),
    errors.NoTextLayerError(Path("x.pdf"), 3),
    errors.GarbledTextError(Path("x.pdf"), "?@548"),
    errors.CrashedFileError(Path("x.pdf"), "SIGSEGV"),
    errors.StuckFileError(Path("x.pdf"), 10.0),
    errors.HugeFileError(Path("x.pdf"), 256),
    errors.UnstartedError(Path("x.pdf"), "EAGAIN"),
    errors.LibraryError(Path("/lib")),
    errors.LibraryNewerError(Path("/lib")),
    errors.LibraryDamagedError(Path("/lib")),
    errors.LibraryUnwritableError(Path("/lib"), "ENOSPC"),
    errors.NameTakenError("новини"),
    errors.NamelessError(),
    errors.UnknownNameError("новини"),
    errors.ArchiveError(Path("/a.chetivo")),
    errors.NotAnArchiveError(Path("/a.chetivo")),
    errors.ArchiveNewerError(Path("/a.chetivo")),
    errors.ArchiveDamagedError(Path("/a.chetivo")),
    errors.ArchiveUnsafeError(Path("/a.chetivo")),
    errors.ArchiveClosedError(),
    errors.ReadOnlyArchiveError(7),
    errors.NoRoomError(Path("/a.chetivo"), 900, 12),
    errors.NothingToWriteError(Path("/a.chetivo")),
    errors.NoConverterError("ffmpeg"),
    errors.LibraryReadOnlyError(Path("/lib")),
    errors.LibraryGoneError(Path("/lib")),
    errors.LibraryBusyError(Path("/lib")),
    errors.LibraryFullError(Path("/lib"), 40, 7),
    errors.BackupError("1.sqlite"),
    errors.UnknownBackupError("1.sqlite"),
    errors.BackupDamagedError("1.sqlite"),
    errors.BackupNewerError("1.sqlite"),
    errors.UnknownArticleError(7),
    errors.UnknownAnnotationError(7),
    errors.NetworkError(PAGE),
    errors.UnknownOriginalError(),
    errors.NotTheOriginalError(PAGE),
    errors.MalformedAddressError("новини"),
    errors.SchemeError("file:///x", "file"),
    errors.RedirectError(PAGE, "file:///x"),
    errors.RedirectsError(PAGE, 10),
    errors.HostError(PAGE, "ec.europa.eu"),
    errors.PrivateAddressError("http://10.0.0.1/", "10.0.0.1"),
    errors.UnknownHostError(PAGE, "ec.europa.eu"),
    errors.UnreachableError(PAGE, "ec.europa.eu", "ECONNREFUSED"),
    errors.ProxyServerError(PAGE, "proxy", "407"),
    errors.SecureConnectionError(PAGE, "ec.europa.eu", "WRONG_VERSION"),
    errors.CertificateError(PAGE, "ec.europa.eu", "expired"),
    errors.SlowAnswerError(PAGE, 20.0),
    errors.BrokenAnswerError(PAGE, "gzip"),
    errors.HugeAnswerError(PAGE, 32),
    errors.StatusError(PAGE, 418),
    errors.ForbiddenError(PAGE, 403),
    errors.NotFoundError(PAGE, 404),
    errors.GoneError(PAGE, 410),
    errors.ServerFailedError(PAGE, 500),
    errors.BusyHostError(PAGE, 429, 60.0),
    errors.FeedError(PAGE),
    errors.NotAFeedError(PAGE, (PAGE,)),
    errors.UnsafeFeedError(PAGE),
    errors.KnownFeedError(PAGE),
    errors.UnknownFeedError(7),
    errors.UnknownRuleError(7),
    errors.NoFeedListError("новини.opml"),
    errors.SpeechError(),
    errors.NoEngineError("libespeak-ng.so.1"),
    errors.NoVoiceError("bg"),
    errors.NoSoundError(),
    errors.EngineFailedError("SIGSEGV"),
    errors.TargetError(Path("/out/x.md")),
    errors.TargetExistsError(Path("/out/x.md")),
    errors.ReplaceableTargetError(Path("/out/x.md")),
    errors.UnwritableTargetError(Path("/out/x.md"), "EROFS"),
    errors.SettingsError(Path("/s/settings.toml"), "EIO"),
    errors.SettingsBrokenError(Path("/s/settings.toml"), 3, Path("/s/settings-1.broken.toml")),
    errors.SettingsValuesError(Path("/s/settings.toml"), ("rate = 1 (80–450)",)),
    errors.SettingsUnknownError(Path("/s/settings.toml"), ("shade",)),
    errors.NotSettingsError(Path("/home/settings.toml")),
    errors.NoTomlError(Path("/home/settings.toml"), 3),
    errors.PronunciationsError(Path("/s/pronunciations.json"), "EIO"),
    errors.NotAListError(Path("/list.txt"), "no such line"),
]


def subclasses(kind: type[ReaderError]) -> set[type[ReaderError]]:
    return {kind}.union(*(subclasses(below) for below in kind.__subclasses__())) - {ReaderError}


@pytest.mark.check("A50", "Errors are named with a remedy")
def test_every_kind_of_error_has_a_sentence_of_its_own() -> None:
    assert subclasses(ReaderError) == {*SENTENCES, *PLURAL}
    assert len(set(SENTENCES.values())) == len(SENTENCES)


def test_every_kind_of_error_is_among_the_examples() -> None:
    assert {type(error) for error in EXAMPLES} == subclasses(ReaderError)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.check("A85", "Everything speaks the language of the interface")
def test_a_sentence_is_whole_in_both_languages(error: ReaderError) -> None:
    bulgarian, english = explain(error, BG), explain(error, EN)
    assert CYRILLIC.search(bulgarian)
    assert not CYRILLIC.search(english.replace("новини", ""))
    for sentence in (bulgarian, english):
        assert sentence.endswith(".")
        assert not {"{", "}"} & set(sentence)
        for fact in ("pages", "reason", "sample", "identifier", "kind"):
            assert str(getattr(error, fact, "")) in sentence


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (os.strerror(errno.ENOSPC), "на диска няма свободно място"),
        (os.strerror(errno.EACCES), "няма разрешение за достъп"),
        ("database is locked", "друга програма го използва"),
        ("something rare", "something rare"),
    ],
)
def test_what_the_system_says_is_said_in_the_persons_language(reason: str, words: str) -> None:
    error = errors.UnwritableTargetError(Path("/out/x.md"), reason)
    assert f"({words})" in explain(error, BG)


def test_a_scanned_file_is_explained() -> None:
    assert explain(errors.NoTextLayerError(Path("a/x.pdf"), 3), BG) == (
        "Файлът „x.pdf“ съдържа само изображения на 3 страници, без текст за четене. Обработете го "
        "с програма за разпознаване на текст (OCR) и опитайте отново."
    )
    assert "изображение на 1 страница" in explain(errors.NoTextLayerError(Path("x.pdf"), 1), BG)


def test_a_wrong_password_is_told_from_a_missing_one() -> None:
    missing = explain(errors.PasswordError(Path("x.pdf"), wrong=False), BG)
    wrong = explain(errors.PasswordError(Path("x.pdf"), wrong=True), BG)
    assert "заключен" in missing
    assert "не е вярна" in wrong


def test_pasted_text_is_not_called_a_file() -> None:
    assert explain(errors.EmptyDocumentError(""), BG) == (
        "Тук няма текст. Първо копирайте текста на статията."
    )
    assert "„поставен текст“" in explain(errors.DamagedFileError(""), BG)


def test_braces_in_a_name_do_no_harm() -> None:
    assert "{x}.pdf" in explain(errors.DamagedFileError(Path("{x}.pdf")), BG)


def test_the_missing_voice_is_named_by_its_language() -> None:
    assert "български" in explain(errors.NoVoiceError("bg"), BG)
    assert language_name("uk", BG) == "украински"
    assert language_name("qya", BG) == "qya"


@pytest.mark.parametrize(
    ("platform", "engine", "voice"),
    [
        ("linux", "sudo apt install espeak-ng", "sudo dnf install espeak-ng"),
        ("win32", "Windows", "„Говор“"),
        ("darwin", "macOS", "„Spoken Content“"),
    ],
)
def test_what_to_install_for_a_voice_depends_on_the_system(
    platform: str, engine: str, voice: str
) -> None:
    errors_of_voices = (errors.NoEngineError("libespeak-ng"), errors.NoVoiceError("bg"))
    no_engine, no_voice = (explain(error, BG, platform) for error in errors_of_voices)
    assert engine in no_engine
    assert "libespeak-ng" in no_engine
    assert voice in no_voice
    assert "български" in no_voice
    for sentence in (no_engine, no_voice):
        assert "всичко останало работи" in sentence
    for error in errors_of_voices:
        assert "everything else works" in explain(error, EN, platform)
        assert not CYRILLIC.search(explain(error, EN, platform))


@pytest.mark.parametrize("reason", [MUTE, CUT_SHORT, HUNG])
def test_why_a_voice_failed_is_told_in_the_persons_language(reason: str) -> None:
    assert reason in explain(errors.EngineFailedError(reason), EN)
    assert reason not in explain(errors.EngineFailedError(reason), BG)
    assert "SIGSEGV" in explain(errors.EngineFailedError("SIGSEGV"), BG)


BULGARIAN = Voice("zls/bg", "Bulgarian", ("bg",))
BRITISH = Voice("gmw/en", "English (Great Britain)", ("en-gb",))
FRENCH = Voice("roa/fr", "French (France)", ("fr-fr",))
LANCASTER = Voice("gmw/en-gb-x-gbclan", "English (Lancaster)", ("en-gb-x-gbclan",))
QUENYA = Voice("art/qya", "Quenya", ("qya",))
DIMITAR = Voice("piper:dimitar", "Dimitar", ("bg-bg",), System.PIPER, Quality.NATURAL)
ZIRA = Voice("zira", "Microsoft Zira", ("en-us",), System.ONECORE, Quality.STANDARD)


@pytest.mark.parametrize(
    ("voice", "name", "description"),
    [
        (BULGARIAN, "Български, espeak-ng", "Български, машинен глас, espeak-ng"),
        (DIMITAR, "Dimitar, Piper", "Dimitar, български, естествен глас, Piper"),
        (FRENCH, "Френски, espeak-ng", "Френски, машинен глас, espeak-ng"),
        (
            BRITISH,
            "Английски (Обединеното кралство), espeak-ng",
            "Английски (Обединеното кралство), машинен глас, espeak-ng",
        ),
        (
            LANCASTER,
            "Английски (Lancaster), espeak-ng",
            "Английски (Lancaster), машинен глас, espeak-ng",
        ),
        (QUENYA, "Quenya, espeak-ng", "Quenya, машинен глас, espeak-ng"),
        (
            ZIRA,
            "Microsoft Zira, английски (Съединени щати), OneCore",
            "Microsoft Zira, английски (Съединени щати), обикновен глас, OneCore",
        ),
    ],
)
def test_voices_are_named_by_what_helps_to_choose_them(
    voice: Voice, name: str, description: str
) -> None:
    assert voice_name(voice, BG) == name
    assert voice_description(voice, BG) == description


def test_voices_have_english_names_in_english() -> None:
    assert voice_name(BULGARIAN, EN) == "Bulgarian, espeak-ng"
    assert voice_description(DIMITAR, EN) == "Dimitar, Bulgarian, natural voice, Piper"
    assert {quality_name(quality, EN) for quality in Quality} == {
        *("machine-like voice", "ordinary voice", "natural voice", "very natural voice")
    }


def test_days_are_written_as_people_write_them() -> None:
    day = date(2025, 2, 11)
    assert date_in_words(day, BG) == "11 февруари 2025 г."
    assert date_in_words(day, EN) == "11 February 2025"


def test_publishers_are_named_in_the_language_of_the_interface() -> None:
    assert publisher_name("ec", BG) == "Европейска комисия"
    assert publisher_name("ec", EN) == "European Commission"
    assert publisher_name(None, BG) == ""
