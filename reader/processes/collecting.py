"""When Python looks for garbage in this process: not amid work that makes much and no circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Have no garbage looked for meanwhile, which stops every thread for as long as it takes.

    It is for the whole process: of two threads that want it, the first to end lets it be again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
