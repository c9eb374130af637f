"""Firefox without a window, told by its own remote protocol (Marionette) to print a page."""

import base64
import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_MILLIMETRES = 10  # to the centimetre, Marionette's unit


class Firefox:
    """One browser with a fresh profile inside `folder`."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        profile = folder / "profile"
        profile.mkdir()
        profile.joinpath("user.js").write_text(
            f'user_pref("marionette.port", {port});\n', encoding="utf-8"
        )
        program = shutil.which("firefox-esr") or "firefox"
        self._process = subprocess.Popen(
            [program, "--headless", "--marionette", "--profile", profile],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        self._socket = self._connected(port)

    def __enter__(self) -> Self:
        self._receive()  # its greeting
        self._ask("WebDriver:NewSession", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=30)

    def print(self, page: Path, size: tuple[float, float], margin: float) -> bytes:
        """Return the page as a PDF; sizes in millimetres."""
        self._ask("WebDriver:Navigate", {"url": page.as_uri()})
        edge = margin / _MILLIMETRES
        width, height = (length / _MILLIMETRES for length in size)
        answer = self._ask(
            "WebDriver:Print",
            {
                "page": {"width": width, "height": height},
                "margin": {"top": edge, "bottom": edge, "left": edge, "right": edge},
                "shrinkToFit": False,
            },
        )
        return base64.b64decode(answer["value"])

    @staticmethod
    def _connected(port: int) -> socket.socket:
        deadline = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=120)
            except ConnectionRefusedError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def _ask(self, command: str, arguments: dict[str, object]) -> dict[str, str]:
        self._number += 1
        message = json.dumps([0, self._number, command, arguments])
        self._socket.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"Firefox, {command}: {error}")
        return result

    def _receive(self) -> list:
        """Return the next message: its length in bytes, a colon, JSON."""
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            length += byte
        left, message = int(length), b""
        while left > len(message):
            message += self._socket.recv(left - len(message))
        return json.loads(message)
