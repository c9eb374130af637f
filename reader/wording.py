"""The sentences that both edges share: errors, publishers, languages."""

import sys
from pathlib import Path

from reader import errors
from reader.errors import ReaderError
from reader.i18n import Translator, mark
from reader.library_wording import LIBRARY
from reader.network_wording import NETWORK
from reader.system_wording import system_words
from reader.text import institutions, language_names

# What happened, why, and what to do. The names in braces are the error's facts.
SENTENCES: dict[type[ReaderError], str] = {
    **NETWORK,
    **LIBRARY,
    errors.SourceError: mark("“{where}” could not be read. Check the file and try again."),
    errors.MissingFileError: mark("There is no file “{where}”. Check its name and folder."),
    errors.FolderError: mark("“{where}” is a folder. Choose a file in it."),
    errors.NoPermissionError: mark(
        "You are not allowed to read “{where}”. Ask its owner or the administrator for permission."
    ),
    errors.UnreadableFileError: mark(
        "The system could not read “{where}” ({reason}). Check the disk or the connection and "
        "try again."
    ),
    errors.EmptyDocumentError: mark(
        "The file “{where}” is empty. Choose another, or get a new copy of it."
    ),
    errors.NoAnnouncementError: mark(
        "The press corner of the Commission has no text at “{where}”: it may be there in another "
        "language only, or not yet. Open it in a browser to see."
    ),
    errors.ScriptedPageError: mark(
        "The page “{where}” loads its text by script, so the saved file holds none of it. Open its "
        "address instead, or save the page as PDF."
    ),
    errors.ScriptedPageAtError: mark(
        "The page “{where}” loads its text by script, so the saved file holds none of it. Open its "
        "address {address} instead."
    ),
    errors.UnknownFormatError: mark(
        "The file “{where}” is of a kind that Chetivo cannot read. Save the document as a PDF, as "
        "a web page or as a Word document (.docx) and open that."
    ),
    errors.OtherFormatError: mark(
        "The file “{where}” is in the format {kind}, which Chetivo does not read. Open it in Word, "
        "LibreOffice or the program it was made with, save it as .docx, .html or .pdf, and open "
        "that."
    ),
    errors.UnsafeFileError: mark(
        "The file “{where}” holds what is only there to harm a computer, so it was not read. Do "
        "not use it, and ask whoever gave it to you for a new copy."
    ),
    errors.ProtectedFileError: mark(
        "The text in “{where}” is encrypted, by a shop’s copy protection or by a password of "
        "another program, so Chetivo cannot read it. Ask the publisher for an unprotected copy, or "
        "save it without a password in the program that opens it."
    ),
    errors.ArchiveAmongFilesError: mark(
        "“{where}” is an archive of Chetivo and was left alone. Choose “Take everything from a "
        "file” from the Library menu to take it in, or use “chetivo archive import”."
    ),
    errors.AddressError: mark(
        "“{where}” is an address; this version reads files and pasted text only. Save the page "
        "as a PDF or copy its text, then open or paste it."
    ),
    errors.DamagedFileError: mark(
        "The file “{where}” is damaged and cannot be read. Download or print it anew."
    ),
    errors.PasswordError: mark("The file “{where}” is locked. Give its password to open it."),
    errors.GarbledTextError: mark(
        "The letters in “{where}” are encoded wrongly, so its text comes out as rubbish "
        "(“{sample}”). Print the page to PDF anew, or use text recognition (OCR)."
    ),
    errors.CrashedFileError: mark(
        "Reading “{where}” broke off ({reason}): something in it is broken. The program and the "
        "library are unharmed. Print the page to PDF anew, or copy its text and paste it."
    ),
    errors.StuckFileError: mark(
        "Reading “{where}” went no further for {seconds:.0f} seconds and was given up: something "
        "in it is broken, or the computer is too busy. Try again, or print the page to PDF anew."
    ),
    errors.HugeFileError: mark(
        "“{where}” is too large: it goes beyond the limit of {megabytes} MB. Split it into smaller "
        "files and open those."
    ),
    errors.UnstartedError: mark(
        "“{where}” cannot be read, for the system did not start the part of the program that "
        "reads such files ({reason}). Close other programs, or restart this one."
    ),
    errors.SpeechError: mark("Reading aloud does not work now. Try again later."),
    errors.NoEngineError: mark(
        "No speech engine starts on this computer ({reason}). Install espeak-ng (on Debian and "
        "Ubuntu: sudo apt install espeak-ng; on Fedora: sudo dnf install espeak-ng) and try again; "
        "everything else works."
    ),
    errors.NoVoiceError: mark(
        "There is no voice for this language: {language}. Install espeak-ng (on Debian and Ubuntu: "
        "sudo apt install espeak-ng; on Fedora: sudo dnf install espeak-ng), then start Chetivo "
        "anew; everything else works."
    ),
    errors.NoSoundError: mark(
        "The computer has no sound output. Connect loudspeakers or headphones and try again; "
        "everything else works."
    ),
    errors.EngineFailedError: mark(
        "The voice failed again and again ({reason}). Choose another voice in the settings, or "
        "start Chetivo anew; everything else works."
    ),
    errors.CorrectionError: mark(
        "This cannot be put right here. Choose “Correct the block” from the Edit menu."
    ),
    errors.SplitError: mark(
        "The block cannot be split here. Put the caret inside a block that is no table, not at "
        "its edge, and try again."
    ),
    errors.JoinError: mark(
        "The block cannot be joined with the next: it is the last one, or one of them is a table."
    ),
    errors.NothingToTakeBackError: mark("There is no correction in this article to undo."),
    errors.StoppedError: mark("The work was stopped; nothing was written."),
    errors.TargetError: mark("“{path}” cannot be written. Choose another place or name."),
    errors.TargetExistsError: mark(
        "There is a file “{path}” already, and it was left as it is. Choose another name."
    ),
    errors.ReplaceableTargetError: mark(
        "There is a file “{path}” already, and it was left as it is. Choose another name, or write "
        "over it with --replace."
    ),
    errors.UnwritableTargetError: mark(
        "“{path}” cannot be written ({reason}). Check the folder and the free space, or choose "
        "another place."
    ),
    errors.NoRoomError: mark(
        "“{path}” needs about {megabytes} MB, but the disk has only {free} MB left. Free some "
        "space, or choose another disk."
    ),
    errors.NoConverterError: mark(
        "This form is made by the program {name}, which is not installed. Install it (on Debian "
        "and Ubuntu: sudo apt install {name}; on Fedora: sudo dnf install {name}), or choose MP3 "
        "or a talking book, which need nothing."
    ),
    errors.NothingToWriteError: mark(
        "There is no article to be put into “{path}”. Choose others, and try again."
    ),
    errors.SettingsError: mark(
        "The settings in “{path}” cannot be read or kept ({reason}). Check that the folder is "
        "yours to write and that the disk is not full; until then, what you choose lasts as long "
        "as the program runs."
    ),
    errors.SettingsBrokenError: mark(
        "Your settings could not be read: the file “{path}” is broken at line {line}. It was kept "
        "beside it as “{aside.name}”, and the usual settings apply. Choose your settings again, or "
        "correct that file and take it in by “Import…” in the settings."
    ),
    errors.SettingsValuesError: mark(
        "Some settings in “{path}” have values that cannot be used: {named}. The nearest possible "
        "or the usual ones apply instead, and all others as you chose them. Choose these anew in "
        "the settings."
    ),
    errors.SettingsUnknownError: mark(
        "The settings in “{path}” have names that this version does not know: {named}. They are "
        "left as they are. If you have written them yourself, check their spelling."
    ),
    errors.NotSettingsError: mark(
        "“{path}” holds no settings of Chetivo; nothing has been changed. Choose a file that was "
        "saved by “Export…” in the settings."
    ),
    errors.NoTomlError: mark(
        "“{path}” is broken at line {line}; nothing has been changed. Correct that line, or save "
        "the settings anew where they come from."
    ),
    errors.PronunciationsError: mark(
        "Your list of pronunciations in “{path}” cannot be used ({reason}). Correct the file and "
        "start again; if you make a new list, the old file is kept beside it."
    ),
    errors.NotAListError: mark(
        "“{path}” is no list of pronunciations ({reason}). It may be a list that Chetivo has "
        "saved, or text with “written = said” in each line."
    ),
}
# The same for text that has no file: pasted, or from standard input.
_PASTED: dict[type[ReaderError], str] = {
    errors.EmptyDocumentError: mark("There is no text here. Copy the article's text first."),
    errors.UnknownFormatError: mark("This is no text. Copy the article's text and try again."),
    errors.GarbledTextError: mark(
        "The letters of this text are encoded wrongly, so it comes out as rubbish (“{sample}”). "
        "Open the file itself, or use text recognition (OCR)."
    ),
}
# What to install differs from system to system; elsewhere the sentences of Linux hold.
_ELSEWHERE: dict[str, dict[type[ReaderError], str]] = {
    "win32": {
        errors.NoEngineError: mark(
            "The speech of Windows does not start ({reason}). Restart the computer and try again; "
            "everything else works."
        ),
        errors.NoVoiceError: mark(
            "There is no voice for this language: {language}. Open the settings of Windows, Time & "
            "language, Speech, and add one, then start Chetivo anew; everything else works."
        ),
        errors.NoConverterError: mark(
            "This form is made by the program {name}, which is not installed. Install it with "
            "“winget install Gyan.FFmpeg” and start Chetivo anew, or choose MP3 or a talking book, "
            "which need nothing."
        ),
    },
    "darwin": {
        errors.NoEngineError: mark(
            "The speech of macOS does not start ({reason}). Restart the computer and try again; "
            "everything else works."
        ),
        errors.NoVoiceError: mark(
            "There is no voice for this language: {language}. Open System Settings, Accessibility, "
            "Spoken Content, and add one under System voice, then start Chetivo anew; everything "
            "else works."
        ),
        errors.NoConverterError: mark(
            "This form is made by the program {name}, which is not installed. Install it with "
            "“brew install {name}” and start Chetivo anew, or choose MP3 or a talking book, which "
            "need nothing."
        ),
    },
}


def explain(error: ReaderError, _: Translator, platform: str = sys.platform) -> str:
    """Return what happened, why, and what to do, in one sentence or two."""
    sentences = SENTENCES | _ELSEWHERE.get(platform, {})
    match error:
        case errors.NoTextLayerError(pages=pages):
            sentence = _.plural(
                "The file “{where}” holds only a picture of {pages} page and no text to read. "
                "Put it through text recognition (OCR) and try again.",
                "The file “{where}” holds only pictures of {pages} pages and no text to read. "
                "Put it through text recognition (OCR) and try again.",
                pages,
            )
        case errors.PasswordError(wrong=True):
            sentence = _(
                "The password does not fit the file “{where}”. Check it, also for capital "
                "letters and the keyboard layout, and try again."
            )
        case errors.OtherFormatError(kind=".zip"):
            sentence = _(
                "The file “{where}” is a packed folder (.zip). Unpack it, and open the page or the "
                "document that is in it."
            )
        case errors.SourceError(where="") if type(error) in _PASTED:
            sentence = _(_PASTED[type(error)])
        case _other:
            sentence = _(sentences[type(error)])
    return sentence.format(**_facts(error, _))


def publisher_name(key: str | None, _: Translator) -> str:
    """Return an institution's name, or "" where the publisher is not known."""
    return institutions.name(key, _.language) if key else ""


def language_name(code: str, _: Translator) -> str:
    """Return a language's name; a language without one here is called by its code."""
    return language_names.language(code, _.language) or code


def _facts(error: ReaderError, _: Translator) -> dict[str, object]:
    """Return the error's facts as they stand in a sentence: files by their name only."""
    facts: dict[str, object] = dict(vars(error))
    if isinstance(where := facts.get("where"), Path):
        facts["where"] = where.name or str(where)
    elif where == "":
        facts["where"] = _("pasted text")
    if "reason" in facts:
        facts["reason"] = system_words(str(facts["reason"]), _)
    match error:
        case errors.NoVoiceError(language=language):
            facts["language"] = language_name(language, _)
        case errors.EngineFailedError(reason=str(reason)) if reason:
            facts["reason"] = _(reason)  # the voice's own words stay as they are
    return facts
