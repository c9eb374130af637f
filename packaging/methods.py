"""Prints the methods of data classes, compiled, as reader/gui/quick.py takes them up.

Run by packaging/folder.py, with the Python that is packaged.
"""

import builtins
import dataclasses
import marshal
import sys
from types import CodeType
from typing import Any

compiled: dict[str, CodeType] = {}


def _noting(source: str, names: dict[str, Any], made: dict[str, Any]) -> None:
    """Do what Python would do, and keep what it had to compile."""
    compiled[source] = compile(source, "<string>", "exec")
    builtins.exec(compiled[source], names, made)  # noqa: S102  as dataclasses itself does


def main() -> None:
    """Load the window and its dialogs; write down what was compiled meanwhile."""
    vars(dataclasses)["exec"] = _noting
    from reader.gui import quick

    with quick.loading():
        from reader.gui import start  # noqa: F401  it brings all else
    quick.read_in_dialogs()
    sys.stdout.buffer.write(marshal.dumps(compiled))


if __name__ == "__main__":
    main()
