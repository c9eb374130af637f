"""What goes into the packaged program: what the spec leaves of all that PyInstaller has found.

Of Qt only what is named here comes along. PyInstaller takes whole folders of plugins, and with
them modules that are under the GPL alone, such as the Virtual Keyboard. Libraries of the system
stay outside: the package depends on them, and they are kept safe by others. That goes for the voice
above all: espeak-ng is under the GPL, and a program of its own.
"""

import sys
from pathlib import PurePath

# What is found behind a condition that never holds here, or serves only to build and to test.
# Without multiprocessing nothing can start the window once more by mistake.
_EXCLUDED = (
    *("numpy", "setuptools", "distutils", "_distutils_hack", "pkg_resources", "pip", "wheel"),
    *("unittest", "doctest", "pydoc", "pydoc_data", "pdb", "tkinter", "lib2to3", "ensurepip"),
    *("multiprocessing", "xmlrpc", "pygments", "trove_classifiers", "packaging"),
    *("lxml.objectify", "lxml.html.diff", "lxml.html._difflib", "lxml.isoschematron"),
    *("pytest", "hypothesis", "babel", "mypy", "pypdfium2_cli", "rlcompleter", "readline"),
)
QT_MODULES = frozenset(
    {"Core", "Gui", "Widgets", "Network", "DBus", "Multimedia", "Svg", "Concurrent", "XcbQpa"}
    | {"WaylandClient", "WlShellIntegration", "PrintSupport"}
)
PYSIDE_MODULES = frozenset(
    {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus", "QtMultimedia", "QtPrintSupport"}
)
_ICU = frozenset({"icudata", "icui18n", "icuuc"})
# Folder of the plugins: their names without "lib", for all three systems.
PLUGINS: dict[str, frozenset[str]] = {
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"}),
    "platformthemes": frozenset({"qgtk3", "qxdgdesktopportal"}),
    "platforminputcontexts": frozenset(
        {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}
    ),
    "imageformats": frozenset({"qgif", "qico", "qjpeg", "qsvg", "qwebp"}),
    "iconengines": frozenset({"qsvgicon"}),
    "printsupport": frozenset({"cupsprintersupport", "windowsprintersupport"}),
    "wayland-shell-integration": frozenset({"xdg-shell", "wl-shell-plugin"}),
    "wayland-decoration-client": frozenset({"adwaita", "bradient"}),
}
TRANSLATIONS = frozenset({"qtbase_bg.qm"})
_OF_SYSTEM = ("/lib/", "/usr/lib/")
_SOUND = "_soundfile_data"  # libsndfile, which soundfile else takes from the system
# For translators, for editors and for compilers.
_NO_USE = frozenset({".po", ".pyi", ".typed", ".h", ".pxd", ".pxi", ".xsl", ".rng"})
# Packages of modules alone that the window does not ask for at its start: they are compressed.
READ_LATE = ("email", "feedparser", "http", "mammoth", "markdown", "pypdf", "urllib3", "xml")
_BUILT_FROM = "direct_url.json"  # a folder of the machine that builds

Entry = tuple[str, str, str]
"""Where a file lies in the folder, where it was found, and PyInstaller's word for its kind."""


def excluded(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the modules that are left out; OneCore's voices are asked for by asyncio."""
    return _EXCLUDED if platform == "win32" else (*_EXCLUDED, "asyncio")


def kept(entries: list[Entry], platform: str = sys.platform) -> list[Entry]:
    """Return what of the files that were found goes into the folder."""
    return [each for each in entries if _belongs(each, platform)]


def _belongs(entry: Entry, platform: str) -> bool:
    place, found, kind = entry
    parts = PurePath(place).parts
    if platform == "linux" and _is_of_system(parts[0], found, kind):
        return False
    if parts[0] == "PySide6":
        return _is_wanted_of_qt(parts[1:])
    return PurePath(place).suffix not in _NO_USE and parts[-1] != _BUILT_FROM


def _is_of_system(top: str, found: str, kind: str) -> bool:
    """Tell whether the system has it; but modules of its Python come along."""
    # PyInstaller's links lead to libraries that find each other without them.
    return kind == "SYMLINK" or top == _SOUND or (found.startswith(_OF_SYSTEM) and kind == "BINARY")


def _is_wanted_of_qt(parts: tuple[str, ...]) -> bool:
    match parts:
        case [*_, "plugins", folder, name]:
            return _stem(name) in PLUGINS.get(folder, ())
        case [*_, "translations", name]:
            return name in TRANSLATIONS
        case [name] if _stem(name).startswith("Qt") and not _stem(name).startswith("Qt6"):
            return _stem(name) in PYSIDE_MODULES
        case [*folders, name]:
            return set(folders) <= {"Qt", "lib"} and _is_wanted_library(_stem(name))
    return False


def _stem(name: str) -> str:
    """Return a file's name alone, such as "Qt6Core" of "libQt6Core.so.6"."""
    return name.removeprefix("lib").split(".")[0]


def _is_wanted_library(stem: str) -> bool:
    if stem.startswith("Qt"):
        return stem.removeprefix("Qt").removeprefix("6") in QT_MODULES
    return stem in _ICU or stem.startswith(("pyside6", "shiboken6"))
