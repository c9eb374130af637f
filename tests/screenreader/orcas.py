"""The Orcas that the tests may listen to: the system's, or a newer one in a folder of its own.

$CHETIVO_ORCA_ROOT names the folder, made by make-newer-orca; only the Orca itself runs
in it, on the display and the buses of the system.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PYTHON = "/usr/bin/python3"
_HERE = Path(__file__).resolve().parent
# In a file system of its own, so that nothing stays mounted. /tmp has the sockets and our files.
_ENTER = """
for each in tmp proc dev; do mount --rbind "/$each" "$1/$each"; done
exec chroot "$@"
"""
# Orca 50 and later ask GSettings.
_SETTINGS = """[org/gnome/orca/default/speech]
auto-language-switching-ui=true

[org/gnome/orca/default/typing-echo]
key-echo=false

[org/gnome/orca/default/braille]
enabled=false

[org/gnome/orca/default/sound]
enabled=false
"""


@dataclass(frozen=True, slots=True)
class Orca:
    """An installed Orca; `root` is None for the system's own."""

    root: Path | None
    version: int

    def prepare(self, config: Path, data: Path) -> list[str]:
        """Lay its settings in the XDG folders and return the command that starts it."""
        keyfile = config / "glib-2.0" / "settings" / "keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)  # a program may have made it
        keyfile.write_text(_SETTINGS, encoding="utf-8")
        prefs = data / "orca"
        shutil.copytree(_HERE / "orca_prefs", prefs)
        (prefs / "orca_customizations.py").rename(prefs / "orca-customizations.py")
        return [*_entered(self.root), PYTHON, str(prefs / "launch_orca.py")]


def chosen() -> Orca:
    """Return the Orca that the tests are to listen to."""
    named = os.environ.get("CHETIVO_ORCA_ROOT")
    root = Path(named).resolve() if named else None
    argv = [*_entered(root), "orca", "--version"]
    told = subprocess.run(argv, capture_output=True, text=True, check=False)
    found = re.search(r"\d+", told.stdout)
    assert found, f"no version of Orca: {told.stdout}{told.stderr}"
    return Orca(root, int(found.group()))


def _entered(root: Path | None) -> list[str]:
    return [] if root is None else ["unshare", "--mount", "sh", "-ec", _ENTER, "sh", str(root)]
