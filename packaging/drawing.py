"""Pictures of the drawings in resources/icons."""

import subprocess
import sys
from pathlib import Path

_CODE = """
import sys
from PySide6.QtGui import QGuiApplication, QIcon
application = QGuiApplication(["", "-platform", "offscreen"])
sys.exit(not QIcon(sys.argv[1]).pixmap(int(sys.argv[3])).save(sys.argv[2]))
"""


def draw(drawing: Path, picture: Path, side: int) -> None:
    """Write a picture of a drawing, of the kind that its name says; Qt needs a process for it."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", _CODE, drawing, picture, str(side)], check=True)
