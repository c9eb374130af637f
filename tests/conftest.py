"""What all tests share: one desktop with a screen reader, and who works on what side by side."""

import os
import time
from datetime import datetime

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from tests.screenreader.session import MissingPackagesError, Session

# However long an example takes: what passes must not depend on what else the machine does.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples each time: a run that fails does so again. Others are tried by
# `--hypothesis-profile default`.
settings.register_profile("default", _PATIENT)
settings.register_profile("any machine", _PATIENT, derandomize=True)
settings.load_profile("any machine")

_LATE = 23  # o'clock: the longest run takes less than an hour
_NEXT_MORNING = "<+06>-6"  # six hours ahead of UTC

_LISTENING = ("tests/features/", "tests/screenreader/", "tests/speech/")
_LESS_URGENT = 10  # a niceness: a tenth of the time of who has none, where both want a processor


class ListeningTogether(LoadFileScheduling):
    """A file at a time for each worker, but for the tests that listen: they are one worker's.

    They mostly wait: for a voice, for Orca, for silence. The other worker computes meanwhile. Two
    desktops at once would outwait us.
    """

    def _split_scope(self, nodeid: str) -> str:
        return _LISTENING[0] if nodeid.startswith(_LISTENING) else super()._split_scope(nodeid)


def pytest_configure() -> None:
    """Have no midnight in the middle of a run: what came today would be told as of yesterday."""
    if datetime.now().astimezone().hour >= _LATE:
        os.environ["TZ"] = _NEXT_MORNING
        time.tzset()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ListeningTogether:
    """Have the work shared like that, with `-n 2`."""
    return ListeningTogether(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that listen come first: they take the longest."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LISTENING))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the worker that computes give way to the one that listens.

    Qt waits a tenth of a second for the screen reader to say whether a key is a command of its own,
    and then takes it as the program's, too: that tenth must be enough.
    """
    shared = "PYTEST_XDIST_WORKER" in os.environ
    if shared and not item.nodeid.startswith(_LISTENING) and os.nice(0) < _LESS_URGENT:
        os.nice(_LESS_URGENT)


@pytest.fixture(scope="session")
def desktop():
    """The desktop; `desktop.fresh()` at the start of a module makes it new, in no time."""
    try:
        with Session() as started:
            yield started
    except MissingPackagesError as error:
        pytest.fail(str(error))
