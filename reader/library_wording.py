"""The sentences of what goes wrong with the library, its backups and archives."""

from reader import errors
from reader.errors import ReaderError
from reader.i18n import mark

# What happened, why, and what to do. The names in braces are the error's facts.
LIBRARY: dict[type[ReaderError], str] = {
    errors.LibraryError: mark("The library in “{path}” cannot be used. Choose another folder."),
    errors.LibraryNewerError: mark(
        "The library in “{path}” was made by a newer version of Chetivo. Update the program to "
        "open it."
    ),
    errors.LibraryDamagedError: mark(
        "The library in “{path}” is damaged. Repair it or restore a backup: start Chetivo, which "
        "offers both, or use “chetivo library repair” or “chetivo library restore”."
    ),
    errors.LibraryUnwritableError: mark(
        "The library in “{path}” cannot be written ({reason}). Free some space, ask for "
        "permission, or choose another folder."
    ),
    errors.LibraryReadOnlyError: mark(
        "The library in “{path}” is open for reading only, so nothing was changed. Repair the "
        "library, or put it into a folder that can be written."
    ),
    errors.LibraryGoneError: mark(
        "The library’s folder “{path}” is not there any more; nothing was changed. Connect its "
        "disk again and repeat what you did: everything then goes on."
    ),
    errors.LibraryBusyError: mark(
        "Another program uses the library in “{path}”. Close all windows and commands of Chetivo "
        "and try again."
    ),
    errors.LibraryFullError: mark(
        "There is too little room in “{path}”: {needed} MB are needed, {free} MB are free. "
        "Nothing was changed. Free some space and try again."
    ),
    errors.BackupError: mark("The backup “{name}” cannot be used. Choose another."),
    errors.UnknownBackupError: mark(
        "There is no backup “{name}”. The command “chetivo library restore” names those there are."
    ),
    errors.BackupDamagedError: mark(
        "The backup “{name}” is damaged. Choose another; the library was left as it is."
    ),
    errors.BackupNewerError: mark(
        "The backup “{name}” was made by a newer version of Chetivo. Update the program, or "
        "choose another; the library was left as it is."
    ),
    errors.ArchiveError: mark("The archive “{path}” cannot be used. Choose another."),
    errors.NotAnArchiveError: mark(
        "The file “{path}” is no archive of Chetivo. Choose one whose name ends in .chetivo."
    ),
    errors.ArchiveNewerError: mark(
        "The archive “{path}” was made by a newer version of Chetivo. Update the program to open "
        "it."
    ),
    errors.ArchiveDamagedError: mark(
        "The archive “{path}” is damaged. Get a new copy of it; the command “Check the archive” "
        "names its damaged articles."
    ),
    errors.ArchiveUnsafeError: mark(
        "The archive “{path}” holds what Chetivo never puts into one, so it was not opened. Do "
        "not use it, and ask whoever gave it to you for a new copy."
    ),
    errors.ArchiveClosedError: mark(
        "The archive that this article is in is no longer open. Open it again."
    ),
    errors.ReadOnlyArchiveError: mark(
        "This article is in an archive, where nothing can be changed. Choose “Copy into my "
        "library” from the Library menu, then change the copy."
    ),
    errors.UnknownArticleError: mark(
        "The library has no article with the number {identifier}. See the list for the numbers "
        "there are."
    ),
    errors.NameTakenError: mark("The name “{name}” is taken already. Choose another one."),
    errors.NamelessError: mark(
        "A tag or a collection cannot be called by spaces alone. Give it a name of letters or "
        "digits."
    ),
    errors.UnknownNameError: mark("There is nothing called “{name}”. It may have been removed."),
    errors.UnknownAnnotationError: mark("This note or bookmark is not there any more."),
}
