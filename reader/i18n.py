"""Translations for both edges, through gettext.

Messages in the code are English; a `Translator` is passed to whoever has words for a person.
"""

import gettext
import locale
import os
import re
import sys
from collections.abc import Mapping
from datetime import date

from reader.paths import catalogues

LANGUAGES = ("bg", "en")
_DEFAULT = "bg"
_BEFORE_UNIT = re.compile(r"(?<=\}) (?=(?:MB|МБ|min|мин|s|сек)\b|%)")
_WINDOWS_NAMES = {"bulgarian": "bg", "english": "en"}


class Translator:
    """Turns the program's English messages into one language; called as `_("…")`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = gettext.translation(
            "chetivo", catalogues(), languages=[language], fallback=language == "en"
        )

    def __call__(self, message: str) -> str:
        """Return the message in the person's language."""
        return _kept_together(self._catalogue.gettext(message))

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of the message that goes with the count."""
        return _kept_together(self._catalogue.ngettext(one, many, count))


def _kept_together(message: str) -> str:
    """Return a message in which no line ends between a number and its unit."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", message)


def mark(message: str) -> str:
    """Return the message as it is; marks it for extraction, to be translated later."""
    return message


_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def date_in_words(day: date, _: Translator) -> str:
    """Return a day as people write it: 11 февруари 2025 г., 11 February 2025."""
    return _("{day} {month} {year}").format(
        day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year
    )


def choose_language(
    setting: str | None,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> str:
    """Return the interface language: the setting, else the locale's, else Bulgarian."""
    if setting in LANGUAGES:
        return setting
    for wanted in _locale_languages(environ, platform):
        if wanted in LANGUAGES:
            return wanted
    return _DEFAULT


def _locale_languages(environ: Mapping[str, str], platform: str) -> list[str]:
    """Return the two-letter languages that the system asks for, best first.

    "C" and "POSIX" name no language.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return [part.split("_")[0].split(".")[0].lower() for part in value.split(":")]
    if platform != "win32":
        return []  # where nothing is set, Python takes the locale C for American English
    system = locale.getlocale()[0]  # Windows sets no variables, and says "Bulgarian_Bulgaria"
    name = system.split("_")[0].lower() if system else ""
    return [_WINDOWS_NAMES.get(name, name)]
