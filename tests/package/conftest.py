"""The packages as `make package` has made them, and a system to install one in."""

import os
from pathlib import Path

import pytest

from reader import __version__
from tests.package.roots import BUILD, Root

DIST = BUILD.parent / "dist"
# What the package recommends, and what every desktop has.
VOICE = ("espeak-ng", "libespeak-ng1", "fonts-dejavu-core")
DESKTOP = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin")


@pytest.fixture(scope="session")
def bundle() -> Path:
    folder = BUILD / "package" / "chetivo"
    assert (folder / "chetivo").exists(), "run make package first"
    return folder


@pytest.fixture(scope="session")
def deb() -> Path:
    (found,) = DIST.glob(f"chetivo_{__version__}_*.deb")
    return found


@pytest.fixture(scope="session")
def root(tmp_path_factory, deb):
    """A clean Debian 12 with the package alone, as apt installs it."""
    assert os.geteuid() == 0, "only root can make a system within the system"
    root = Root(tmp_path_factory.mktemp("clean") / "root")
    root.run("apt-get", "update")
    here = tmp_path_factory.mktemp("package") / deb.name
    here.write_bytes(deb.read_bytes())
    here.parent.parent.chmod(0o755)
    root.install(str(here))
    root.package = str(here)
    return root
