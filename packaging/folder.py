"""The folder of the packaged program: PyInstaller's, and what makes it smaller and quicker."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import icu
from bundle import READ_LATE
from drawing import draw

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "package"
FOLDER = BUILD / "chetivo"
PYTHON = "python{}.{}".format(*sys.version_info)
HOME = FOLDER / "lib" / PYTHON if sys.platform == "linux" else FOLDER / "_internal"
ICON = BUILD / "work" / "chetivo.ico"


def make() -> Path:
    """Build the folder anew; return it."""
    if sys.platform != "linux":  # Windows and macOS have the icon within the program
        draw(ROOT / "resources" / "icons" / "chetivo.svg", ICON, 256)
    _python(ROOT / "packaging" / "catalogues.py", "compile")
    command = ("PyInstaller", "--noconfirm", "--workpath", BUILD / "work", "--distpath", BUILD)
    _python("-m", *command, "--log-level", "WARN", ROOT / "packaging" / "chetivo.spec")
    if sys.platform == "linux":
        _start_by_python(FOLDER)
        _strip(HOME)
        for library in HOME.rglob("libicudata.so.*"):
            icu.slim(library)
    _keep_methods(HOME / "reader" / "_data" / "resources")
    return FOLDER


def _start_by_python(folder: Path) -> None:
    """Have the system's Python start the program, and not PyInstaller's own, by Python's library.

    That takes a third longer: Debian makes the program Python faster than its library. It finds
    its modules by itself, in lib. They are as they are read, but for what is not read at the start.
    """
    (folder / "bin").mkdir()
    shutil.copy(Path(sys.executable).resolve(), folder / "bin" / "chetivo")
    shutil.copy(ROOT / "packaging" / "linux" / "chetivo", folder / "chetivo")
    HOME.parent.mkdir()
    (folder / "_internal").rename(HOME)
    (HOME / PYTHON / "lib-dynload").rename(HOME / "lib-dynload")
    (HOME / PYTHON).rmdir()
    with ZipFile(HOME.with_name("late.zip"), "w", ZIP_DEFLATED) as late:
        for module in (each for name in READ_LATE for each in (HOME / name).rglob("*.pyc")):
            late.write(module, module.relative_to(HOME))
            module.unlink()


def _keep_methods(folder: Path) -> None:
    """Keep the methods of data classes as they are compiled: see reader/gui/quick.py."""
    made = _python(ROOT / "packaging" / "methods.py", stdout=subprocess.PIPE)
    (folder / "methods.bin").write_bytes(made)


def _python(*command: str | Path, stdout: int | None = None) -> bytes:
    """Run Python; what it compiles tells lines and no columns, and so is a tenth smaller."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONNODEBUGRANGES": "1"}
    command = (sys.executable, *command)
    return subprocess.run(command, env=environment, check=True, stdout=stdout).stdout


def _strip(folder: Path) -> None:
    """Take out what only debuggers read. Qt's own libraries come without it."""
    for library in folder.rglob("*.so*"):
        if "PySide6" not in library.parts and not library.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", library], check=True)
