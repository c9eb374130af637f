"""The folder of the packaged program: PyInstaller's, and what makes it smaller and quicker."""

import os
import subprocess
import sys
from pathlib import Path

import icu
from drawing import draw

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "package"
FOLDER = BUILD / "chetivo"
TOOLS = ROOT / "build" / "pyinstaller"
ICON = BUILD / "work" / "chetivo.ico"


def make() -> Path:
    """Build the folder anew; return it."""
    if sys.platform != "linux":  # Windows and macOS have the icon within the program
        draw(ROOT / "resources" / "icons" / "chetivo.svg", ICON, 256)
    command = ("PyInstaller", "--noconfirm", "--workpath", BUILD / "work", "--distpath", BUILD)
    path = os.pathsep.join(map(str, (TOOLS, ROOT)))
    subprocess.run(
        [
            sys.executable,
            "-m",
            *command,
            "--log-level",
            "WARN",
            ROOT / "packaging" / "chetivo.spec",
        ],
        env=os.environ | {"PYTHONPATH": path},
        check=True,
    )
    if sys.platform == "linux":
        _strip(FOLDER / "_internal")
        for library in FOLDER.rglob("libicudata.so.*"):
            icu.slim(library)
    _keep_methods(FOLDER / "_internal" / "reader" / "_data" / "resources")
    return FOLDER


def _keep_methods(folder: Path) -> None:
    """Keep the methods of data classes as they are compiled: see reader/gui/quick.py."""
    command = [sys.executable, ROOT / "packaging" / "methods.py"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True)
    (folder / "methods.bin").write_bytes(done.stdout)


def _strip(folder: Path) -> None:
    """Take out what only debuggers read. Qt's own libraries come without it."""
    for library in folder.rglob("*.so*"):
        if "PySide6" not in library.parts and not library.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", library], check=True)
