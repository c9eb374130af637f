"""An engine, and ones that misbehave."""

import sys

import pytest

from reader.speech.engine import Engine
from tests.speech.engine.parts import FAKE, PATIENT


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


@pytest.fixture
def misbehaving(tmp_path):
    """Makes engines on the fake speaking process."""
    made = []

    def make(manner, patience=PATIENT):
        made.append(Engine((sys.executable, str(FAKE), manner, str(tmp_path)), patience))
        return made[-1]

    make.starts = lambda: len(list(tmp_path.iterdir()))
    yield make
    for engine in made:
        engine.close()
