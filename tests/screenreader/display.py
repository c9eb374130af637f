"""What a private desktop is made of: variables, a display, a window manager and the buses."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.screenreader.orcas import PYTHON
from tests.screenreader.processes import Processes

_BUSES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "orca", "xdotool", "xprop", "setxkbmap")
_STRANGERS = (
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "NO_AT_BRIDGE",
    "QT_QPA_PLATFORM",
)
_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
# Openbox's own keys would take Alt+Shift with the arrows, as no common desktop does.
_WINDOW_MANAGER = """<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
<keybind key="A-Tab"><action name="NextWindow"><finalactions><action name="Focus"/>
<action name="Raise"/></finalactions></action></keybind>
</keyboard></openbox_config>"""


def missing_packages() -> list[str]:
    """Return the programs and modules that are not installed."""
    missing = [name for name in _PROGRAMS if not shutil.which(name)]
    if not any(Path(bus).exists() for bus in _BUSES):
        missing.append("at-spi-bus-launcher")
    probe = [PYTHON, "-c", "import pyatspi, gi; gi.require_version('Gtk', '3.0')"]
    if (
        not Path(PYTHON).exists()
        or subprocess.run(probe, capture_output=True, check=False).returncode
    ):
        missing.append("pyatspi")
    return missing


def folders(inside: Path, names: Sequence[str] = _HOMES) -> dict[str, str]:
    """Make a folder for each variable."""
    made = {name: inside / name.lower() for name in names}
    for path in made.values():
        path.mkdir(mode=0o700)
    return {name: str(path) for name, path in made.items()}


def environment(folder: Path, speech: Path) -> dict[str, str]:
    """Return the variables for a desktop whose files lie in the folder."""
    env = {name: value for name, value in os.environ.items() if name not in _STRANGERS}
    return {
        **env,
        **folders(folder, ("XDG_RUNTIME_DIR", *_HOMES)),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "GSETTINGS_BACKEND": "keyfile",
        "GTK_A11Y": "none",
        "XDG_SESSION_TYPE": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONUNBUFFERED": "1",
        "ORCA_SPEECH_LOG": str(speech),
    }


def start_display(processes: Processes, env: dict[str, str], folder: Path) -> None:
    """Start the display and the buses, and put their addresses among the variables."""
    screen = ["Xvfb", "-displayfd", "{pipe}", "-screen", "0", "1280x900x24", "-noreset"]
    env["DISPLAY"] = ":" + processes.start_told("xvfb", [*screen, "-nolisten", "tcp"], env)
    bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={pipe}"]
    env["DBUS_SESSION_BUS_ADDRESS"] = processes.start_told("dbus", bus, env)
    config = folder / "openbox.xml"
    config.write_text(_WINDOW_MANAGER, encoding="utf-8")
    processes.start("openbox", ["openbox", "--config-file", str(config)], env)
    launcher = next(bus for bus in _BUSES if Path(bus).exists())
    processes.start("at-spi", [launcher, "--launch-immediately"], env)
    probe = ["xprop", "-root", "AT_SPI_BUS"]

    def published() -> bool:
        done = subprocess.run(probe, env=env, capture_output=True, check=False)
        return b"STRING" in done.stdout

    processes.wait(published, 30, "accessibility bus")
