"""Rows without a library."""

import pytest

from reader.gui.library.model import LibraryModel
from reader.gui.library.rows import RowWording
from reader.i18n import Translator
from tests.gui.library_list.parts import TODAY


@pytest.fixture
def wording():
    return RowWording(Translator("en"), lambda: TODAY)


@pytest.fixture
def model(wording):
    return LibraryModel(wording)
