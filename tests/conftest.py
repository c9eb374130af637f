"""One desktop with a screen reader for all tests that listen."""

import pytest

from tests.screenreader.session import MissingPackagesError, Session


@pytest.fixture(scope="session")
def desktop():
    """The desktop; `desktop.fresh()` at the start of a module makes it new, in no time."""
    try:
        with Session() as started:
            yield started
    except MissingPackagesError as error:
        pytest.fail(str(error))
