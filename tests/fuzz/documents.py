"""Word documents, books, saved pages and Markdown for the fuzz to damage."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from random import Random

from tests.unit.made_files import book, item, saved_page, styled, word

_TEXT = "Библиотеките получават нови книги за хората, които не могат да четат."
_PAGE = f"<!doctype html><html><body><main><h1>Нови книги</h1><p>{_TEXT}</p></main></body></html>"


def documents() -> Iterator[bytes]:
    """Yield small files of each format, sound ones."""
    table = f"<w:tbl><w:tr><w:tc>{styled('2025')}</w:tc><w:tc>{styled('310')}</w:tc></w:tr></w:tbl>"
    link = '<w:p><w:hyperlink r:id="r1"><w:r><w:t>тук</w:t></w:r></w:hyperlink></w:p>'
    mark = '<w:p><w:r><w:t>дума</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    body = styled("Нови книги", "1") + styled(_TEXT) + item("едно") + item("две", 2, 1)
    yield word(body + table + link + mark, notes=["Бележка."], links=["https://europa.eu/"])
    yield book(f"<h1>Нови книги</h1><p>{_TEXT}</p>", f"<h1>Чисти води</h1><p>{_TEXT}</p>")
    headers = "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://europa.eu/bg"
    yield saved_page((headers, _PAGE.encode()), ("Content-Type: image/png", b"\x89PNG"))
    yield _PAGE.encode()
    yield (
        f'---\ntitle: "Нови книги"\n---\n\n# Нови книги\n\n{_TEXT} [тук](https://europa.eu/)[^1]\n\n'
        "- едно\n  1. под\n\n> Дума.\n>\n> – Кой\n\n| а | б |\n|---|---|\n| 1 | 2 |\n\n"
        "[^1]: Бележка.\n"
    ).encode()


def with_damaged_part(data: bytes, chance: Random) -> bytes:
    """Return a zip file with one of its parts changed inside, as packing would hide it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as found:
            parts = {name: found.read(name) for name in found.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError):
        return data
    name = chance.choice(sorted(parts)) if parts else ""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for each, content in parts.items():
            out.writestr(each, _damaged(content, chance) if each == name else content)
    return made.getvalue()


_ODD = (
    b"",
    b"<x>",
    b"</w:p>",
    b"<w:p>" * 300,
    b"-1",
    b"99999999999",
    b'="&#0;"',
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"\xff",
    b"../..",
)


def _damaged(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = start + chance.choice((0, 1, 5, 40))
    return content[:start] + chance.choice(_ODD) + content[end:]
