"""What tells systems of the program is well-formed, and agrees with the program and with itself."""

import json
import plistlib
import re
import runpy
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from email.parser import Parser
from pathlib import Path

import pytest
from lxml import etree

from reader import __version__
from reader.gui.start import _ID
from reader.library.archive.form import APPLICATION
from tests.gui.test_start_is_light import NOT_AT_THE_START

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / f"{_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{_ID}.metainfo.xml"
ARCHIVE = "application/vnd.chetivo.archive+sqlite3"
VERSION = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?![\d.])")
# What tells of a version by itself: a template, or with the version given from outside.
WITHOUT = (
    "linux/control",
    "windows/chetivo.iss",
    "macos.py",
    "make-dmg",
    "deb.py",
    "chetivo.spec",
    f"linux/{_ID}.desktop",
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="their tools are those of Linux")


def entry():
    parser = RawConfigParser(delimiters=("=",))
    parser.optionxform = str
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def told(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_menu_entry_is_as_the_norm_has_it():
    assert told(["desktop-file-validate", DESKTOP]) == (0, "")


def test_software_centres_can_read_what_the_program_is():
    status, words = told(["appstreamcli", "validate", "--no-net", METAINFO])
    assert status == 0, words


def test_the_entry_leads_to_the_window_by_the_name_that_it_gives_itself():
    assert entry()["Icon"] == entry()["StartupWMClass"] == _ID
    assert entry()["Exec"] == "chetivo open %F"
    assert entry()["Name[bg]"] == "Четиво"


def test_all_that_can_be_imported_can_be_opened_with_it():
    kinds = entry()["MimeType"].strip(";").split(";")
    assert kinds[:4] == [ARCHIVE, "application/pdf", "text/html", "application/xhtml+xml"]
    assert {"application/epub+zip", "text/markdown", "text/plain"} <= set(kinds)
    assert len(kinds) == len(set(kinds))


def test_archives_are_known_by_their_first_bytes():
    mime = etree.parse(PACKAGING / "mime" / "chetivo.xml")
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = mime.findall("m:mime-type", space)
    assert kind.get("type") == ARCHIVE
    (number,) = kind.findall("m:magic/m:match/m:match", space)
    assert (number.get("offset"), number.get("type")) == ("68", "big32")
    assert int(number.get("value"), 16) == APPLICATION


def test_the_newest_release_is_this_version_everywhere():
    release = etree.parse(METAINFO).find("releases/release").get("version")
    changes = re.search(r"^## \[(.+?)]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert release == changes[1] == __version__


@pytest.mark.parametrize("name", WITHOUT)
def test_the_version_stands_in_one_place(name):
    assert __version__ not in VERSION.findall((PACKAGING / name).read_text(encoding="utf-8"))


def test_the_debian_package_says_what_it_needs_and_where_the_voice_comes_from():
    text = (PACKAGING / "linux" / "control").read_text(encoding="utf-8")
    filled = text.format(version=__version__, architecture="amd64", kilobytes=1, depends="libc6")
    fields = Parser().parsestr(filled)
    assert fields["Version"] == __version__
    assert fields["Depends"] == "libc6"
    assert {"espeak-ng", "speech-dispatcher"} <= set(fields["Recommends"].split(", "))


def test_the_flatpak_is_of_the_same_program():
    manifest = json.loads((PACKAGING / "flatpak" / f"{_ID}.json").read_text())
    assert manifest["app-id"] == _ID
    assert "--talk-name=org.a11y.Bus" in manifest["finish-args"]
    assert manifest["modules"][-1]["name"] == manifest["command"] == "chetivo"


def test_the_voice_of_the_flatpak_is_built_without_a_network():
    """Its CMake would fetch sonic itself, which flatpak-builder forbids."""
    manifest = json.loads((PACKAGING / "flatpak" / f"{_ID}.json").read_text())
    voice = manifest["modules"][0]
    (given,) = [each for each in voice["config-opts"] if "SONIC" in each]
    (sonic,) = [each for each in voice["sources"] if "sonic" in each["url"]]
    assert given.partition("=")[2] == f"/run/build/{voice['name']}/{sonic['dest']}"


def test_the_flatpak_gets_the_files_of_the_debian_package_where_others_have_some(tmp_path):
    """Its voice comes first, so that there is a `share` to copy into, and exported is by its name.

    What the manifest calls /app is a folder of the test.
    """
    manifest = json.loads((PACKAGING / "flatpak" / f"{_ID}.json").read_text())
    app, usr = tmp_path / "app", tmp_path / "deb" / "usr"
    (app / "share" / "espeak-ng-data").mkdir(parents=True)
    for name in ("lib/chetivo/chetivo", f"share/applications/{_ID}.desktop"):
        (usr / name).parent.mkdir(parents=True)
        (usr / name).touch()
    (usr / "share/mime/packages").mkdir(parents=True)
    shutil.copy(PACKAGING / "mime" / "chetivo.xml", usr / "share/mime/packages")
    for command in manifest["modules"][-1]["build-commands"]:
        moved = command.replace("/app/", f"{app}/")
        subprocess.run(moved, shell=True, check=True, cwd=tmp_path)
    assert (app / "bin/chetivo").resolve() == app / "lib/chetivo/chetivo"
    assert (app / f"share/applications/{_ID}.desktop").is_file()
    assert [each.name for each in (app / "share/mime/packages").iterdir()] == [f"{_ID}.xml"]


def test_windows_gives_the_program_archives_and_offers_it_for_the_rest():
    script = (PACKAGING / "windows" / "chetivo.iss").read_text(encoding="utf-8")
    sections = re.findall(r"^\[(\w+)]$", script, re.MULTILINE)
    assert {"Setup", "Languages", "Files", "Icons", "Registry"} <= set(sections)
    assert "PrivilegesRequired=lowest" in script
    registry = script.partition("[Registry]")[2].partition("\n[")[0]
    lines = [line for line in registry.splitlines() if line and not line.startswith(";")]
    assert all(
        line.startswith("Root: HKA; Subkey: ") and line.count('"') % 2 == 0 for line in lines
    )
    assert any('"Software\\Classes\\.chetivo"' in line for line in lines)
    filters = (ROOT / "reader" / "gui" / "commands.py").read_text(encoding="utf-8")
    read = set(re.findall(r"\*(\.\w+)", filters))
    offered = {match[1] for line in lines if (match := re.search(r'ValueName: "(\.\w+)"', line))}
    assert offered == read - {".chetivo"} != set()
    assert not any('"Software\\Classes\\.pdf"' in line for line in lines)


def test_a_mac_is_told_of_archives_and_of_documents():
    made = runpy.run_path(str(PACKAGING / "macos.py"))["information"](__version__)
    kept = plistlib.loads(plistlib.dumps(made))
    assert kept["CFBundleShortVersionString"] == __version__
    archive, others = kept["CFBundleDocumentTypes"]
    assert archive["LSHandlerRank"] == "Owner"
    assert others["LSHandlerRank"] == "Alternate"
    (declared,) = kept["UTExportedTypeDeclarations"]
    assert [declared["UTTypeIdentifier"]] == archive["LSItemContentTypes"]


def test_the_package_takes_along_just_what_the_window_asks_of_qt():
    asked = set()
    for file in (ROOT / "reader").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r"^\s*from PySide6\.(\w+) import", text, re.MULTILINE))
    named = runpy.run_path(str(PACKAGING / "bundle.py"))
    assert named["PYSIDE_MODULES"] == asked
    assert {module.removeprefix("Qt") for module in asked} <= named["QT_MODULES"]


def test_of_the_system_nothing_comes_along_but_its_python():
    kept = runpy.run_path(str(PACKAGING / "bundle.py"))["kept"]
    module = ("lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", "EXTENSION")
    voice = ("libespeak-ng.so.1", "/usr/lib/x86_64-linux-gnu/libespeak-ng.so.1", "BINARY")
    assert kept([module, voice], "linux") == [module]


def test_only_what_the_window_does_not_ask_for_at_its_start_is_compressed():
    late = runpy.run_path(str(PACKAGING / "bundle.py"))["READ_LATE"]
    assert set(late) <= set(NOT_AT_THE_START)


@pytest.mark.parametrize("name", ["make-dmg", "make-lock", "find-python", "linux/chetivo"])
def test_scripts_of_the_shell_can_be_read_by_it(name):
    assert told([shutil.which("sh"), "-n", PACKAGING / name]) == (0, "")


@pytest.mark.parametrize("name", ["chetivo", "archive"])
def test_the_icons_are_square_drawings(name):
    drawing = etree.parse(ROOT / "resources" / "icons" / f"{name}.svg").getroot()
    left, top, wide, high = drawing.get("viewBox").split()
    assert (left, top, wide) == ("0", "0", high)
