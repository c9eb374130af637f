"""The program on a library that its windows have something to show in: files for every outcome."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import settings
from reader.settings import Settings
from tests.screenreader.desk import Desk
from tests.screenreader.session import Session
from tests.unit.builders import PdfFile, PdfPage, encrypted

USUAL = Settings()
TITLE = "Правила за достъпни новини през 2027"
FOREIGN = "This paragraph has not been translated into Bulgarian, and it is read in English."
TEXT = f"""{TITLE}

Комисията представи днес план за достъпни библио-
теки във всички държави (https://ec.europa.eu/commission/presscorner/detail/bg/ip_27_1).

Какво се променя

{FOREIGN}

• обучение на служителите;
• нови каталози.
"""
RIVERS = (
    "Нови средства за реките на Европа",
    "Държавите членки ще получат 250 милиона евро за опазването на своите реки.",
    "Мрежата ще бъде отворена за всички от следващата година, а пари ще има за всички.",
)
RIVERS_PAGE = f"<main><h1>{RIVERS[0]}</h1><p>{RIVERS[1]}</p><p>{RIVERS[2]}</p></main>"


def write_files(folder: Path) -> None:
    """Write files for every outcome into a folder."""
    (folder / "1.pdf").write_bytes(b"%PDF-1.7 no more of it")
    locked = encrypted(PdfFile(PdfPage().lines(TEXT)).data(), user="1", owner="2")
    (folder / "2.pdf").write_bytes(locked)
    two = PdfFile(PdfPage().lines(TEXT), PdfPage().lines("2028")).data()
    (folder / "5.pdf").write_bytes(two)
    os.mkfifo(folder / "3.txt")
    (folder / "4.txt").write_text(TEXT, "utf-8")
    (folder / "6.txt").write_text(TEXT.replace("план", "проект"), "utf-8")
    (folder / "9.html").write_text(RIVERS_PAGE, "utf-8")
    (folder / "10.txt").write_text("\n\n".join(RIVERS).replace("пари", "парри"), "utf-8")
    (folder / "folder").mkdir()
    (folder / "folder" / "7.txt").write_text(TEXT.replace("план", "доклад"), "utf-8")
    (folder / "folder" / "8.pdf").write_bytes(b"%PDF-1.7 no more of it")


@contextmanager
def program(
    session: Session, files: Path, language: str, chosen: Settings = USUAL
) -> Iterator[Desk]:
    """Start the program on an empty library, with settings; `files` is the folder of the files."""
    settings.save(chosen, files / "library")
    with Desk(session, files, language) as started:
        started.wait_for("mainWindow")
        yield started
