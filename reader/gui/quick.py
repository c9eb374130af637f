"""How the window starts quickly: what is loaded now is no garbage, and needs no searching."""

import builtins
import gc


def begin() -> None:
    """Load what follows without looks for garbage, and by Python's own import.

    PySide puts an import of its own in that place. It reads the source of each module to see
    whether it asks for PySide's other spellings of names (`snake_case`), which none of ours does:
    that is a tenth of the start. Packaged programs have no sources, so it finds none there either.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401  it is this that exchanges the import

    usual = vars(builtins).get("__orig_import__")
    if usual is not None:
        vars(builtins)["__import__"] = usual


def end() -> None:
    """Look for garbage again, but not among what the program itself is made of."""
    gc.freeze()
    gc.enable()
