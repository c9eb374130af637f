"""The package for Debian and Ubuntu, made by dpkg-deb alone."""

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from drawing import draw
from folder import BUILD, FOLDER, ROOT

from reader import __version__
from reader.app.licences import parts

ID = "org.chetivo.Chetivo"
DIST = ROOT / "dist"
LINUX = ROOT / "packaging" / "linux"
_MIME_ICON = "application-vnd.chetivo.archive+sqlite3"
_SIDES = (16, 24, 32, 48, 64, 128, 256)
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)]")
_OWNER = re.compile(r"^([\w.+-]+):", re.MULTILINE)
_GLIBC = re.compile(r"GLIBC_2\.(\d+)")
# What Qt asks for only where there is such a thing: its plugin does without it.
_OPTIONAL = ("libgtk-3", "libgdk", "libpango", "libatk", "libcairo", "libharfbuzz.so")
# What is asked for by name while the program runs.
_ASKED_LATER = ("libsndfile1", "libssl3", "libxcb-xinerama0", "libxrandr2")


def make() -> Path:
    """Build the package from the folder; return it."""
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root / "usr")
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    kilobytes = sum(each.stat().st_size for each in files(root)) // 1024
    control.write_text(control_text(kilobytes, depends()), encoding="utf-8")
    for each in root.rglob("*"):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or _is_program(each) else 0o644)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"chetivo_{__version__}_{_architecture()}.deb"
    command = ("dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, package)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def lay_out(usr: Path) -> None:
    """Put everything where a Linux system looks for it."""
    shutil.copytree(FOLDER, usr / "lib" / "chetivo", symlinks=True)
    link = usr / "bin" / "chetivo"
    link.parent.mkdir()
    link.symlink_to("../lib/chetivo/chetivo")
    share = usr / "share"
    _copy(LINUX / f"{ID}.desktop", share / "applications")
    _copy(LINUX / f"{ID}.metainfo.xml", share / "metainfo")
    _copy(ROOT / "packaging" / "mime" / "chetivo.xml", share / "mime" / "packages")
    for name, group, drawing in ((ID, "apps", "chetivo"), (_MIME_ICON, "mimetypes", "archive")):
        _icons(ROOT / "resources" / "icons" / f"{drawing}.svg", share / "icons", group, name)
    _documents(share / "doc" / "chetivo")


def files(root: Path) -> Iterator[Path]:
    """Yield all files of a folder."""
    return (each for each in root.rglob("*") if each.is_file() and not each.is_symlink())


def control_text(kilobytes: int, needed: Iterable[str]) -> str:
    """Return what the package says of itself."""
    template = (LINUX / "control").read_text(encoding="utf-8")
    return template.format(
        version=__version__,
        architecture=_architecture(),
        kilobytes=kilobytes,
        depends=", ".join(needed),
    )


def depends() -> list[str]:
    """Return the packages that hold what the libraries of the program ask for."""
    libraries = [each for each in files(FOLDER) if ".so" in each.name or each.parent.name == "bin"]
    own = {each.name for each in libraries}
    said = [_run("readelf", "--dynamic", "--version-info", each) for each in libraries]
    asked = {name for text in said for name in _NEEDED.findall(text)} - own
    glibc = max(int(number) for text in said for number in _GLIBC.findall(text))
    found = _packages(each for each in asked if not each.startswith(_OPTIONAL))
    return [f"libc6 (>= 2.{glibc})", *sorted((found | set(_ASKED_LATER)) - {"libc6"})]


def _packages(libraries: Iterable[str]) -> set[str]:
    """Return whose libraries they are; some stand in /lib still, and some in /usr/lib."""
    patterns = (f"*/lib/*-linux-gnu/{each}" for each in libraries)
    return set(_OWNER.findall(_run("dpkg-query", "--search", *patterns)))


def _icons(drawing: Path, icons: Path, group: str, name: str) -> None:
    scalable = icons / "hicolor" / "scalable" / group / f"{name}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(drawing, scalable)
    for side in _SIDES:
        picture = icons / "hicolor" / f"{side}x{side}" / group / f"{name}.png"
        draw(drawing, picture, side)


def _documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    written = "\n\n".join(
        f"{part.name} {part.version}\nLicence: {part.licence}\n\n{part.text}" for part in parts()
    )
    (folder / "copyright").write_text(written, encoding="utf-8")
    with gzip.GzipFile(folder / "changelog.gz", "wb", mtime=0) as file:
        file.write((ROOT / "CHANGELOG.md").read_bytes())


def _copy(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copy(file, folder)


def _is_program(file: Path) -> bool:
    return file.name == "chetivo" or ".so" in file.name


def _architecture() -> str:
    return _run("dpkg", "--print-architecture").strip()


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
