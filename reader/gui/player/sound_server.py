"""Whether the sound server that Qt has spoken to is still the same one.

When a PulseAudio server is gone, Qt goes on naming its devices, and the next sink aborts the
whole program (Qt 6.11: pa_context_get_state() of no context). So this is asked first.
"""

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class SoundServer:
    """A server's socket as it was when first used; None where there is none to watch."""

    path: Path | None
    identity: tuple[int, int, int] | None

    def is_same(self) -> bool:
        """Tell whether this very server can still be reached."""
        if self.path is None or self.identity is None:
            return True
        return _identity(self.path) == self.identity and _answers(self.path)


def find_server(environ: Mapping[str, str] = os.environ) -> SoundServer:
    """Return the PulseAudio server that programs of this person use."""
    path = _socket_path(environ) if sys.platform.startswith("linux") else None
    return SoundServer(path, _identity(path) if path is not None else None)


def _socket_path(environ: Mapping[str, str]) -> Path | None:
    server = environ.get("PULSE_SERVER", "")
    if server:
        address = server.split()[0].partition("}")[2] or server.split()[0]
        path = address.removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    folder = environ.get("PULSE_RUNTIME_PATH")
    if folder:
        return Path(folder, "native")
    runtime = environ.get("XDG_RUNTIME_DIR")
    return Path(runtime, "pulse", "native") if runtime else None


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino, found.st_mtime_ns) if stat.S_ISSOCK(found.st_mode) else None


def _answers(path: Path) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_SECONDS)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True
