"""A desktop with a screen reader for the tests of this folder."""

import pytest

from tests.screenreader.session import MissingPackagesError, Session


@pytest.fixture(scope="module")
def session():
    try:
        with Session() as started:
            yield started
    except MissingPackagesError as error:
        pytest.fail(str(error))
