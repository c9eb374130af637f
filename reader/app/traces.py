"""What may be told of where a program failed: our own code and Python's, and no word of a person's.

No message of an exception is taken over as it is, for it may hold a title, or the name of a file or
of the person. Of Python's own messages those words stay that are Python's or names in the code that
failed; every other one is masked.
"""

import builtins
import errno
import re
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb
from types import CodeType

import reader
from reader.paths import resource

_ENDS = 25  # frames at either end of a traceback that are told
_DEEPEST = 10  # exceptions that led to one another
_LONGEST = 300  # letters of a message
_OURS = Path(reader.__file__).resolve().parent
_FROZEN = sys.stdlib_module_names | {"reader"}
_ELSEWHERE = "  (elsewhere)"
_MASK = "…"
_WORD = re.compile(r"\w+")
_MASKS = re.compile(f"{_MASK}(?:[^\\w\\s]*\\s*{_MASK})+")
_FRAME = re.compile(r'  File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>[^\s"]+)')
# What Windows calls it is always one of a few names; Python's own may hold anything behind these.
_FATAL = re.compile(
    r"(?:Fatal Python error: (?=[A-Z])|Windows fatal exception: )(?P<what>\w+(?: \w+)?)"
)
_THREAD = re.compile(r"(?P<what>Current thread|Thread) 0x\w+")


def trace_of(error: BaseException) -> str:
    """Return an exception with its frames, and those that led to it."""
    return "\n".join(_chain(error, _DEEPEST))


def trace_of_signal(dump: str) -> str:
    """Return what `faulthandler` has written of a signal; of other lines, nothing."""
    return "\n".join(_known_lines(dump))


def _chain(error: BaseException, depth: int) -> Iterator[str]:
    codes = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    told = [_place(code.co_filename, line, code.co_qualname) for code, line in codes]
    known = [code for (code, _line), place in zip(codes, told, strict=True) if place != _ELSEWHERE]
    yield f"{type(error).__qualname__}{_told(error, known)}"
    if len(told) > 2 * _ENDS:
        told[_ENDS:-_ENDS] = [f"  … {len(told) - 2 * _ENDS} more"]
    yield from told
    if not depth:
        return
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions[:_DEEPEST]:
            yield from (f"  | {line}" for line in _chain(inner, depth - 1))
    if error.__cause__ is not None:
        yield "because of:"
        yield from _chain(error.__cause__, depth - 1)
    elif error.__context__ is not None and not error.__suppress_context__:
        yield "while this was dealt with:"
        yield from _chain(error.__context__, depth - 1)


def _known_lines(dump: str) -> Iterator[str]:
    for line in dump.splitlines():
        if (fatal := _FATAL.match(line)) is not None:
            yield fatal["what"]
        elif (thread := _THREAD.match(line)) is not None:
            yield thread["what"]
        elif (frame := _FRAME.fullmatch(line)) is not None:
            yield _place(frame["file"], int(frame["line"]), frame["name"])


def _place(file: str, line: int, name: str) -> str:
    """Return where code stands, its file counted from our package or from where Python's lie."""
    path = Path(file)
    for root, shown in _roots():
        if path.is_relative_to(root):
            return f"  {shown}/{path.relative_to(root).as_posix()}:{line} in {name}"
    # Of a packaged program, no root stands before it.
    if path.parts and path.parts[0].removesuffix(".py") in _FROZEN:
        return f"  {path.as_posix()}:{line} in {name}"
    return _ELSEWHERE


@cache
def _roots() -> Sequence[tuple[Path, str]]:
    r"""Return the folders whose files are named, the innermost first, and what each is called.

    Each also as `faulthandler` writes it, which has no letters beyond ASCII: "/home/\u0438…".
    """
    paths = sysconfig.get_paths()
    places = {(paths[name], "site") for name in ("purelib", "platlib")}
    places |= {(paths[name], "python") for name in ("stdlib", "platstdlib")}
    deepest_first = sorted(places, key=lambda place: len(place[0]), reverse=True)
    roots = [(str(_OURS), "reader"), *deepest_first]
    return tuple(
        (Path(written), shown)
        for path, shown in roots
        for written in dict.fromkeys((path, path.encode("ascii", "backslashreplace").decode()))
    )


def _told(error: BaseException, codes: Sequence[CodeType]) -> str:
    """Return the message of one of Python's exceptions, as far as it may be told."""
    if isinstance(error, OSError):
        return f": {errno.errorcode.get(error.errno or 0, '')}".rstrip(": ")
    if type(error).__module__ != "builtins":
        return ""
    names = {name for code in codes for name in (*code.co_names, code.co_name)}
    known = _interpreter() | names
    kept = _WORD.sub(lambda word: word[0] if word[0] in known else _MASK, str(error)[:_LONGEST])
    return f": {_MASKS.sub(_MASK, kept)}" if kept else ""


@cache
def _interpreter() -> frozenset[str]:
    lines = resource("interpreter_words.txt").read_text("utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset((*words, *dir(builtins)))
