"""A Debian of its own in a folder, in which nothing is installed but what a test puts there."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"
_BASE = BUILD / "clean-root"
_FETCHED = BUILD / "clean-root-packages"
_RELEASE = "bookworm"
_ENTER = """
root=$1 && shift
mount --bind /proc "$root/proc" && mount --bind /tmp "$root/tmp"
mount --bind {fetched} "$root/var/cache/apt/archives"
exec chroot "$root" "$@"
"""
# What apt and dpkg write down for themselves, and what is no file of the system.
_OWN_NOTES = ("proc", "sys", "dev", "tmp", "run", "var/log", "var/cache", "var/lib/apt")
_DPKG = "var/lib/dpkg"


class Root:
    """A system in a folder; `run` and `entering` need root."""

    def __init__(self, folder: Path) -> None:
        """Copy a fresh system there; it is fetched once."""
        if not _BASE.exists():
            half = _BASE.with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)
            _did("debootstrap", "--variant=minbase", _RELEASE, str(half))
            half.rename(_BASE)
        _FETCHED.mkdir(exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        _did("cp", "--archive", "--reflink=auto", str(_BASE), str(folder))
        shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        self.folder = folder

    def entering(self, *argv: str) -> list[str]:
        """Return a command that runs another in here; /tmp is that of the machine."""
        script = _ENTER.format(fetched=_FETCHED)
        return ["unshare", "--mount", "sh", "-euc", script, "sh", str(self.folder), *argv]

    def run(
        self, *argv: str, env: Mapping[str, str] | None = None, fails: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in here, with nothing of the machine's own variables."""
        usual = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        done = subprocess.run(
            self.entering(*argv),
            env=usual | {"DEBIAN_FRONTEND": "noninteractive"} | dict(env or {}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert fails or done.returncode == 0, f"{argv}:\n{done.stdout}\n{done.stderr}"
        return done

    def install(self, *names: str) -> None:
        """Get packages, with nothing that they only recommend."""
        options = ("--yes", "--no-install-recommends")
        self.run("apt-get", "install", *options, *names)

    def files(self) -> frozenset[str]:
        """Return all files of the system, but for what apt notes for itself."""
        return frozenset(self._files())

    def _files(self) -> Iterator[str]:
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            if not name.startswith((*_OWN_NOTES, _DPKG)) or name.startswith(f"{_DPKG}/info/"):
                yield name


def _did(*argv: str) -> None:
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{argv}:\n{done.stdout}\n{done.stderr}"
