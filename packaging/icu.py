"""ICU's data, which Qt asks little of: what the program does not ask for is taken out.

Qt's own wheels bring all of it along, 32 MB, a fifth of the program. Qt takes from it how words are
ordered, and nothing of names of countries, currencies and units, nor of ways to break lines.
Needs `icupkg` (icu-devtools), `objcopy`, `as` and `ld` (binutils).
"""

import re
import subprocess
import tempfile
from pathlib import Path

_FOLDERS = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
_LOCALE = re.compile(r"(?!root|bg|en|pool|res_index)[a-z]{2,3}(_\w+)?\.res")
# Orders of East Asian writings, names of characters, and which look alike.
_OTHERS = re.compile(r"coll/(zh|yue|ja|ko)(_\w+)?\.res|unames\.icu|confusables\.cfu")
_NAME = re.compile(rb"icudt\d+l")
_ASSEMBLY = """
.section .rodata
.globl {symbol}
.type {symbol}, @object
.balign 16
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def slim(library: Path) -> None:
    """Write libicudata anew with what is asked for alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = _data_of(library, folder)
        items = _run("icupkg", "--list", data).split()
        (folder / "unasked.txt").write_text("\n".join(filter(is_unasked, items)))
        _run("icupkg", "--remove", folder / "unasked.txt", data)
        _link(library, data, folder)


def is_unasked(item: str) -> bool:
    """Tell whether nothing in the program asks for an item, such as "curr/bg.res"."""
    *folder, name = item.split("/")
    if _OTHERS.fullmatch(item):
        return True
    if folder:
        return folder[0] in _FOLDERS
    # Encodings other than those of Unicode are Python's to read.
    return name.endswith(".cnv") or _LOCALE.fullmatch(name) is not None


def _data_of(library: Path, folder: Path) -> Path:
    """Return a file with the data, by the name that it has in it: icupkg looks at that."""
    raw = folder / "raw"
    _run("objcopy", "--output-target=binary", "--only-section=.rodata", library, raw)
    found = _NAME.search(raw.read_bytes())
    if found is None:
        raise ValueError(library)
    return raw.rename(folder / f"{found[0].decode()}.dat")


def _link(library: Path, data: Path, folder: Path) -> None:
    symbol = f"{data.stem.removesuffix('l')}_dat"
    source, piece = folder / "data.s", folder / "data.o"
    source.write_text(_ASSEMBLY.format(symbol=symbol, data=data))
    _run("as", "-o", piece, source)
    _run("ld", "-shared", "-z", "noexecstack", f"-soname={library.name}", "-o", library, piece)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
