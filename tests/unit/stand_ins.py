"""A machine made of stand-ins for the system's commands."""

import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = ("install-system-packages", "find-python")


@dataclass(frozen=True)
class Machine:
    """A folder of commands that stand in for a system's, and what they were asked."""

    folder: Path

    @property
    def commands(self) -> Path:
        return self.folder / "commands"

    def has(self, name: str, script: str) -> None:
        """Put a command on the machine."""
        file = self.commands / name
        file.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
        file.chmod(stat.S_IRWXU)

    def lacks(self, name: str) -> None:
        """Take a command off the machine."""
        (self.commands / name).unlink()

    def run(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> "Outcome":
        """Run the script there."""
        done = subprocess.run(
            (self.folder / "packaging" / SCRIPTS[0], *arguments),
            env={"PATH": str(self.commands), "LOG": str(self.folder / "log")},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
        )
        log = self.folder / "log"
        asked = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return Outcome(done.returncode, done.stdout, asked)


@dataclass(frozen=True)
class Outcome:
    """How the script ended, what it said, and what it asked of apt."""

    status: int
    said: str
    asked: list[str]
