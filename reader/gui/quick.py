"""How the window is loaded quickly."""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Load modules by Python's own import, and look for no garbage among them, now or later."""
    gc.disable()
    _import_plainly()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _import_plainly() -> None:
    """Take PySide's import out of the way of Python's.

    It reads the source of each module that is imported, to see whether it may ask for PySide's
    other spelling of names (`snake_case`), which no module of ours does: a sixth of the start.
    Packaged programs have no sources, so that it finds none there either.
    """
    import PySide6.QtCore  # noqa: F401  this is what exchanges the import

    usual = vars(builtins).get("__orig_import__")
    if usual is not None:
        vars(builtins)["__import__"] = usual
