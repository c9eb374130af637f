"""What the program reads in before its window is there: each module makes the start longer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.gui.window_parts import fill

# Starts the program by its own way, and prints what is loaded when the window first waits for keys.
PROBE = """
import sys
from reader.__main__ import main
from reader.gui import quick
with quick.loading():
    from PySide6.QtCore import QTimer
    from reader.gui.main_window import MainWindow

def start(window, *given, usual=MainWindow.start):
    usual(window, *given)
    QTimer.singleShot(0, window, lambda: tell(window))

def tell(window):
    print(window.windowTitle(), *sys.modules, sep="\\n", flush=True)
    window.close()

MainWindow.start = start
sys.exit(main([]))
"""
# Most of these packages are large; what is within functions is read in when it is asked for.
NOT_AT_THE_START = (
    "argparse",
    "asyncio",
    "cryptography",
    "difflib",
    "email",
    "feedparser",
    "http",
    "importlib.metadata",
    "jeepney",
    "lxml",
    "mammoth",
    "markdown",
    "platform",
    "pypdf",
    "pypdfium2",
    "pyttsx3",
    "PySide6.QtPrintSupport",
    "ssl",
    "urllib.request",
    "urllib3",
    "uuid",
    "xml",
    "reader.app.feeds",
    "reader.bilingual",
    "reader.cli",
    "reader.exporters.html",
    "reader.exporters.markdown",
    "reader.gui.archive.dialog",
    "reader.gui.bulk.report_dialog",
    "reader.gui.care.backups_dialog",
    "reader.gui.elements.dialog",
    "reader.gui.feeds",
    "reader.gui.handing_on.dialog",
    "reader.gui.help",
    "reader.gui.library.search_dialog",
    "reader.gui.media_keys.bus",
    "reader.gui.notes.list_dialog",
    "reader.gui.proof.repairs",
    "reader.gui.printing.dialog",
    "reader.gui.printing.pdf",
    "reader.gui.pronunciation.list_dialog",
    "reader.gui.settings.dialog",
    "reader.gui.versions.dialog",
    "reader.importers.html",
    "reader.importers.pdf",
    "reader.library.archive.archive",
    "reader.library.backups",
    "reader.library.feeds",
    "reader.library.salvage",
    "reader.library.search",
    "reader.library.versions",
    "reader.model.bilingual",
    "reader.model.care",
    "reader.model.feed",
    "reader.repair",
    "reader.speech.utterances",
    "reader.text.inflection",
    "reader.text.same_letters",
)
MOST_OF_OURS = 325  # of these some 30 are packages with nothing in them


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """What is loaded when the window of a library stands there, the last article open."""
    home = tmp_path_factory.mktemp("home")
    with Library(home) as library:
        library.set_last_opened(fill(library)[0])
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=os.environ | {"CHETIVO_HOME": str(home), "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    title, *modules = done.stdout.splitlines()
    assert title == "Нови библиотеки за незрящи читатели"
    return modules


def test_what_the_first_window_does_not_show_is_not_read_in(loaded):
    found = {
        name
        for name in loaded
        if any(name == other or name.startswith(f"{other}.") for other in NOT_AT_THE_START)
    }
    assert not found


def test_our_own_modules_at_the_start_stay_few(loaded):
    ours = [name for name in loaded if name.startswith("reader.")]
    assert len(ours) <= MOST_OF_OURS


def test_pyside_does_not_read_the_sources_of_our_modules():
    code = (
        "from reader.gui import quick\n"
        "with quick.loading():\n"
        "    import reader.gui.theme\n"
        "import linecache; print(any('theme' in name for name in linecache.cache))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert done.stdout == "False\n"


def test_what_pyside_words_errors_with_is_compiled_when_there_is_one():
    code = (
        "from reader.gui import quick\n"
        "with quick.loading():\n"
        "    from PySide6.QtCore import QObject\n"
        "import sys\n"
        "layout = sys.modules['shibokensupport.signature.layout']\n"
        "print('create_signature' in vars(layout))\n"
        "try:\n"
        "    QObject().setObjectName([])\n"
        "except TypeError as error:\n"
        "    print(error)\n"
        "print('create_signature' in vars(layout), compile.__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert done.stdout.splitlines() == [
        "False",
        "'PySide6.QtCore.QObject.setObjectName' called with wrong argument types:",
        "  PySide6.QtCore.QObject.setObjectName(list)",
        "Supported signatures:",
        "  PySide6.QtCore.QObject.setObjectName(name: str, /)",
        "True compile",
    ]
