"""A folder with news, and a gate that holds an import up."""

import pytest

from tests.gui.importing.parts import news


@pytest.fixture
def folder(tmp_path):
    return news(tmp_path / "новини", 5)
