"""A desktop with a screen reader for the tests of this folder."""

import os

import pytest

# What only an Orca newer than the system's can say.
collect_ignore = [] if os.environ.get("CHETIVO_ORCA_ROOT") else ["test_newer_orca.py"]


@pytest.fixture(scope="module")
def session(desktop):
    return desktop.fresh()
