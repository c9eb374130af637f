"""What is in the packaged program, and what must not be."""

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.app.licences import distributions, parts

ROOT = Path(__file__).resolve().parents[2]

MOST_MEGABYTES = 120
# Modules of Qt that are to be had under the GPL alone (doc.qt.io/qt-6/licensing.html), or not used.
GPL_ONLY = (
    "Charts|DataVisualization|Graphs|VirtualKeyboard|NetworkAuth|Lottie|Quick3D|QuickTimeline"
    "|Mqtt|Coap|OpcUa|HttpServer|Shader|StateMachine|Scxml|WaylandCompositor|Canvas|Insight"
)
NOT_USED = "WebEngine|Qml|Quick|Sql|Designer|Test|Help|Bluetooth|Sensors|av(codec|format|util)"


# Prints which data ICU has, and what Qt makes of it in three languages.
ICU = """
from pathlib import Path
from PySide6.QtCore import QCollator, QLocale
words = ["ябълка", "Ябълка", "ёлка", "ель", "Zebra", "über", "uber", "ÿ", "щъркел", "ќе", "10", "9"]
rows = []
for language in ("bg", "de", "ru"):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    rows.append(sorted(words, key=collator.sortKey))
    rows.append([QLocale(language).toUpper(word) for word in words])
maps = Path("/proc/self/maps").read_text()
print(next(line.split()[-1] for line in maps.splitlines() if "icudata" in line))
print(rows)
"""


@pytest.fixture(scope="module")
def home(bundle):
    """Where the modules lie, and what they read."""
    (found,) = (bundle / "lib").glob("python3*")
    return found


@pytest.fixture(scope="module")
def names(bundle):
    return [each.relative_to(bundle).as_posix() for each in bundle.rglob("*")]


def found(names, pattern):
    return [name for name in names if re.search(pattern, name)]


def test_it_is_no_larger_than_it_has_to_be(bundle):
    size = sum(each.stat().st_size for each in bundle.rglob("*") if each.is_file())
    assert size <= MOST_MEGABYTES * 10**6


@pytest.mark.parametrize("modules", [GPL_ONLY, NOT_USED])
def test_of_qt_only_what_is_used_comes_along(names, modules):
    assert found(names, rf"(?i)(lib|/)(Qt6?|q|lib)?({modules})[^/]*\.(so|dll|dylib|pyd)") == []


def test_the_voice_is_the_systems(names):
    assert found(names, r"(?i)(espeak|speech-?dispatcher|piper)(?!.*\.pyc$)") == []


@pytest.mark.parametrize("word", ["numpy", "tests?/", "pytest", "hypothesis", "tkinter", "pip"])
def test_nothing_comes_along_that_only_builds_or_tests(names, word):
    assert found(names, rf"(^|/){word}(-|/|$)") == []


def test_no_library_of_the_system_comes_along(names):
    system = r"c|python3|sndfile|ssl|crypto|sqlite3|X11|xcb|glib-2|gtk-3|dbus-1|stdc\+\+|pulse"
    assert found(names, rf"/lib({system})[.-][^/]*so") == []


def test_the_python_that_starts_it_is_no_library(bundle):
    program = bundle / "bin" / "chetivo"
    told = subprocess.run(["readelf", "--dynamic", program], check=True, capture_output=True)
    assert b"libc.so" in told.stdout
    assert b"libpython" not in told.stdout


def test_the_modules_are_the_programs_own(home):
    late = ZipFile(home.with_name("late.zip")).namelist()
    modules = {*late, *(each.relative_to(home).as_posix() for each in home.rglob("*.pyc"))}
    assert {"reader/speech/worker.pyc", "reader/gui/start.pyc"} <= modules - set(late)
    assert {"pypdf/__init__.pyc", "feedparser/__init__.pyc"} <= set(late)
    tops = {module.partition("/")[0].removesuffix(".pyc") for module in modules}
    assert not tops & {"numpy", "tests", "multiprocessing", "unittest", "setuptools", "pytest"}


def test_all_that_the_program_reads_comes_along(home):
    data = home / "reader" / "_data"
    for folder, kind in (("resources", "*"), ("i18n", "*.mo")):
        wanted = {each.relative_to(ROOT) for each in (ROOT / folder).rglob(kind)}
        assert wanted
        assert wanted <= {each.relative_to(data) for each in data.rglob(kind)}


def test_it_knows_the_projects_address_and_not_where_it_was_built(home, names):
    (own,) = home.glob("chetivo-*.dist-info")
    assert (own / "METADATA").exists()
    assert found(names, "direct_url") == []


def test_the_licences_of_all_parts_come_along(home):
    for name in distributions():
        stem = re.sub(r"[-_.]+", "[-_.]", name)
        there = [p for p in home.glob("*.dist-info") if re.match(rf"(?i){stem}-\d", p.name)]
        assert there, name
    for file in ("lgpl-3.0", "python", "qt-parts", "sndfile-parts", "pyinstaller"):
        assert (home / "reader" / "_data" / "resources" / "licences" / f"{file}.txt").exists()
    assert (home / "reader" / "_data" / "LICENSE").exists()


def test_the_package_is_small_and_tells_of_the_licences(deb):
    assert deb.stat().st_size <= 45 * 10**6
    shown = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", deb], check=True, capture_output=True
    ).stdout
    copyright_file = subprocess.run(
        ["tar", "-xO", "./usr/share/doc/chetivo/copyright"],
        input=shown,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for part in parts():
        assert part.name in copyright_file


def test_qt_orders_words_as_with_all_of_icus_data(home):
    libraries = home / "PySide6" / "Qt" / "lib"
    told = [
        subprocess.run(
            [sys.executable, "-c", ICU],
            env=os.environ | {"LD_LIBRARY_PATH": path},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
        for path in ("", str(libraries))
    ]
    assert str(libraries) not in told[0][0]
    assert told[1][0].startswith(str(libraries))
    assert told[0][1:] == told[1][1:]


def test_software_centres_find_the_program_in_the_package(bundle):
    tree = bundle.parent / "deb"
    command = ["appstreamcli", "validate-tree", "--no-net", tree]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "org.chetivo.Chetivo" in done.stdout
