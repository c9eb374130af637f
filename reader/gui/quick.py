"""How the window is loaded quickly."""

import builtins
import dataclasses
import gc
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.paths import resource
from reader.processes.collecting import uncollected

_METHODS = "methods.bin"  # in packaged programs alone
# What keys lead to soon; it is read in when the window is there, so that none of them waits.
_DIALOGS = (
    "reader.gui.elements.dialog",
    "reader.gui.elements.words",
    "reader.gui.help.keys",
    "reader.gui.library.labels_dialog",
    "reader.gui.library.search_dialog",
    "reader.gui.notes.list_dialog",
    "reader.gui.notes.note_dialog",
    "reader.gui.proof.printed",
    "reader.gui.proof.repairs",
    "reader.gui.settings.dialog",
    "reader.gui.where_dialog",
)


def read_in_dialogs() -> None:
    """Read in the dialogs that are asked for most, in whatever thread."""
    for name in _DIALOGS:
        import_module(name)


# What PySide compiles from its source at each start, a fifteenth of it, and needs for nothing but
# the words of errors, signatures and stubs. Of mapping.py it takes the names out itself.
_OF_WORDS = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
        "parser",
    )
)
_WHEN_ASKED = """
def __getattr__(name):
    if not name.startswith("__"):
        exec(compile({source!r}, {file!r}, "exec"), globals())
    if name in globals():
        return globals()[name]
    raise AttributeError(name)
"""


@contextmanager
def loading() -> Iterator[None]:
    """Load modules by Python's own import, and look for no garbage among them, now or later."""
    with uncollected():
        take_up_methods(resource(_METHODS))
        _import_plainly()
        try:
            yield
        finally:
            gc.freeze()


def take_up_methods(kept: Path) -> None:
    """Make data classes of methods that were compiled when the program was packaged.

    Python writes and compiles the source of some eight hundred methods at each start, a sixth of
    the time to the window. What is not among them, and all in a checkout, it compiles as ever.
    """
    if not kept.exists():
        return
    compiled = marshal.loads(kept.read_bytes())  # noqa: S302  it lies beside our own modules

    def run(source: str, names: dict[str, Any], made: dict[str, Any]) -> None:
        exec(compiled.get(source, source), names, made)  # noqa: S102  as dataclasses itself does

    vars(dataclasses)["exec"] = run


def _import_plainly() -> None:
    """Take PySide's import out of the way of Python's.

    It reads the source of each module that is imported, to see whether it may ask for PySide's
    other spelling of names (`snake_case`), which no module of ours does: a sixth of the start.
    Packaged programs have no sources, so that it finds none there either.
    """
    with _without_words():
        import PySide6.QtCore  # noqa: F401  this is what exchanges the import

    usual = vars(builtins).get("__orig_import__")
    if usual is not None:
        vars(builtins)["__import__"] = usual


@contextmanager
def _without_words() -> Iterator[None]:
    """Have the modules of PySide that only word errors compiled when one of them is asked for."""
    usual = builtins.compile

    def put_off(source: Any, filename: Any, *others: Any, **named: Any) -> Any:  # noqa: ANN401  Python's own signature
        if filename in _OF_WORDS:
            source = _WHEN_ASKED.format(source=source, file=filename)
        return usual(source, filename, *others, **named)

    vars(builtins)["compile"] = put_off
    try:
        yield
    finally:
        vars(builtins)["compile"] = usual
