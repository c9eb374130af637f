"""Which files of the folders that a person chooses are taken in."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader.importers.incoming import is_folder

_PAGES = (".html", ".htm", ".xhtml")
# Today's browsers in every language; Internet Explorer and Word, in English and in Bulgarian.
_FOLDER_ENDS = ("_files", ".files", "_файлове", ".файлове")
_FEW = 20  # files that a person may want to hear of one by one


def is_bulk(paths: Sequence[Path]) -> bool:
    """Tell whether files are better taken in all together than one by one."""
    return len(paths) > _FEW or any(map(is_folder, paths))


def files_in(roots: Iterable[Path], closed: list[Path]) -> Iterator[Path]:
    """Yield files, and the files in and below folders, by name; hidden ones are left out.

    So are the folders beside saved pages. Folders that cannot be entered are put into `closed`.
    """
    chosen = list(roots)
    belong = {root.with_name(name) for root in chosen for name in _folders_of_pages([root.name])}

    def remember(error: OSError) -> None:
        closed.append(Path(error.filename))

    for root in chosen:
        if not is_folder(root):
            yield root
            continue
        if root in belong:  # a page was dropped together with its folder
            continue
        for place, folders, names in os.walk(root, onerror=remember):
            aside = _folders_of_pages(names)
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and name not in aside
            )
            yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _folders_of_pages(names: Sequence[str]) -> set[str]:
    """Return what the folders that browsers save beside pages are called: pictures, frames."""
    pages = [Path(name).stem for name in names if Path(name).suffix.lower() in _PAGES]
    return {f"{page}{end}" for page in pages for end in _FOLDER_ENDS}
