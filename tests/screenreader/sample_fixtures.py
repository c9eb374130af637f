"""The whole program on the sample article, for the tests that listen to an article."""

import sys

import pytest

from tests.screenreader.sample_parts import SAMPLE, TITLE


@pytest.fixture(scope="module")
def sample_session(desktop, tmp_path_factory):
    """The desktop, with the sample open in a library of its own."""
    desktop.fresh({"CHETIVO_HOME": str(tmp_path_factory.mktemp("home"))})
    desktop.launch([sys.executable, "-m", "reader", "open", str(SAMPLE)])
    desktop.wait_window(TITLE)
    desktop.heard(until="Клавишът R")
    return desktop


@pytest.fixture
def sample(sample_session):
    """The program, at the start of the article."""
    sample_session.key("Down", "ctrl+Home", until="heading level 1")
    return sample_session
