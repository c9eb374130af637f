"""A desktop with a screen reader for the tests of this folder."""

import pytest


@pytest.fixture(scope="module")
def session(desktop):
    return desktop.fresh()
