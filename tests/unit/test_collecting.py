"""Garbage is looked for again after work that asked for none of it."""

import gc
from contextlib import ExitStack

import pytest

from reader.processes.collecting import uncollected


def test_garbage_is_looked_for_again_whatever_happens():
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_one_within_another_does_not_end_it():
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_two_threads_that_want_it_at_once_leave_it_as_it_was():
    with ExitStack() as second, uncollected():
        second.enter_context(uncollected())  # ends after the first one
    assert gc.isenabled()
