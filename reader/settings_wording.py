"""The sentences of what can be wrong with the settings."""

from reader import errors
from reader.errors import ReaderError
from reader.i18n import mark

SETTINGS: dict[type[ReaderError], str] = {
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
}
