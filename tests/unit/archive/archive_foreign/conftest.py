"""An archive that tests may change."""

from pathlib import Path

import pytest

from tests.unit.archive.samples import make


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("archive")
    return make(folder / "made", folder / "a.chetivo", with_notes=True).read_bytes()


@pytest.fixture
def path(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "a.chetivo"
    path.write_bytes(whole)
    return path
