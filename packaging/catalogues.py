"""The translations of the interface: extract, update, compile, check.

python packaging/catalogues.py extract   write build/chetivo.pot from the code
python packaging/catalogues.py update    bring the messages of the code into i18n/*/*.po
python packaging/catalogues.py compile   make the .mo files that the program reads
python packaging/catalogues.py check     say what is missing or wrong; exit status 1 if anything
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "i18n"
TEMPLATE = ROOT / "build" / "chetivo.pot"
LANGUAGES = ("bg", "en")
COMPLETE = "bg"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "translator": None,
    "mark": None,
    "plural": (1, 2),
}
# Dates, which differ at each run, and what Babel puts where it knows nothing.
IDLE_HEADERS = (
    "Project-Id-Version",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Report-Msgid-Bugs-To",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)
PERCENT = re.compile(r"%(?:\(\w+\))?[sdr]")
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z\u00c0-\u024f]")


def extracted() -> Catalog:
    """Return the messages that stand in the code."""
    catalogue = Catalog(
        project="chetivo", header_comment="# The interface of Chetivo.", fuzzy=False
    )
    found = extract_from_dir(ROOT / "reader", [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        place = (f"reader/{Path(name).as_posix()}", 1)
        catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def path_of(language: str) -> Path:
    """Return where a language's catalogue is kept."""
    return FOLDER / language / "LC_MESSAGES" / "chetivo.po"


def translated(language: str) -> Catalog:
    """Return a language's catalogue; an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="chetivo", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_po(catalogue: Catalog) -> bytes:
    """Return a catalogue as it is kept: no line numbers, which change with every edit."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=99, include_lineno=False, sort_by_file=True)
    text = buffer.getvalue().decode("utf-8")
    return re.sub(rf'^"(?:{"|".join(IDLE_HEADERS)}).*\n', "", text, flags=re.M).encode()


def extract() -> int:
    """Write the template."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(as_po(extracted()))
    return 0


def update() -> int:
    """Bring the code's messages into every catalogue; what is gone from the code is dropped."""
    template = extracted()
    for language in LANGUAGES:
        catalogue = translated(language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
        catalogue.obsolete.clear()
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalogue))
    return 0


def compile_all() -> int:
    """Make the files that gettext reads."""
    for language in LANGUAGES:
        path = path_of(language).with_suffix(".mo")
        with path.open("wb") as file:
            write_mo(file, translated(language))
    return 0


def check() -> int:
    """Print every fault of the catalogues."""
    template = extracted()
    faults = [f"{lang}: {fault}" for lang in LANGUAGES for fault in faults_of(lang, template)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def faults_of(language: str, template: Catalog) -> Iterator[str]:
    """Yield what is wrong in one catalogue."""
    catalogue = translated(language)
    for message in template:
        if message.id and message.id not in catalogue:
            yield f"missing: {message.id}"
    for message in [*catalogue, *catalogue.obsolete.values()]:
        if message.id and message.id not in template:
            yield f"not in the code: {message.id}"
    for message in catalogue:
        if message.id:
            yield from (f"{fault}: {message.id}" for fault in faults_in(message, language))


def faults_in(message: Message, language: str) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    if message.fuzzy:
        yield "fuzzy"
    forms = texts(message.string)
    if not all(forms):
        if language == COMPLETE or any(forms):
            yield "not translated"
        return
    for form in forms:
        if placeholders(form) not in [placeholders(text) for text in texts(message.id)]:
            yield "placeholders differ"
        if mixed := [word for word in WORD.findall(form) if is_mixed(word)]:
            yield f"Latin letters inside Cyrillic words ({', '.join(mixed)})"


def texts(value: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Return the forms of a message, one where it has no plural."""
    return [value] if isinstance(value, str) else list(value or ("",))


def placeholders(text: str) -> list[str]:
    """Return the places of a message that the program fills in."""
    named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    return sorted(named + PERCENT.findall(text))


def is_mixed(word: str) -> bool:
    """Tell whether a word has letters of both alphabets, such as a Latin o in „нoвини“."""
    return bool(CYRILLIC.search(word) and LATIN.search(word))


COMMANDS = {"extract": extract, "update": update, "compile": compile_all, "check": check}


def main(arguments: list[str]) -> int:
    """Run one command; 2 means wrong usage."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]]()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
