"""Whatever the form, what is handed on tells where it comes from and on what terms: one table."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication

from reader.app import Export, Reader
from reader.app.exporting import proposed_name
from reader.exporters import html, text
from reader.exporters.pdf.told import foot
from reader.gui.printing.alone import Alone
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.article import Source, plain
from reader.model.exportform import ExportForm, forms_for
from reader.settings import Settings
from tests.gui.pdf_parts import text_of
from tests.unit.book_samples import LIBRARIES, TRAINS, Voiceless

BULGARIAN = Translator("bg")
RETRIEVED = datetime(2026, 5, 15, 8, tzinfo=UTC)
KNOWN = replace(
    LIBRARIES,
    source=Source("html", "", "https://ec.europa.eu/news/bg?a=1&b=2", RETRIEVED, "ec"),
    published=date(2026, 5, 14),
    original="https://ec.europa.eu/news/en?a=1&b=2",
    machine_translated=True,
)
# Nobody knows who published it: that it is not as it was is told even so.
UNKNOWN = replace(
    TRAINS,
    source=Source("pdf", "влакове.pdf", None, RETRIEVED),
    original="https://example.eu/trains",
    machine_translated=True,
)
DAYS = ("2026-05-15", "15 май 2026 г.")
NOTICES = ("Машинен превод.", "machine-translated: true")
OF_KNOWN = (
    "https://ec.europa.eu/news/bg?a=1&b=2",
    "https://ec.europa.eu/news/en?a=1&b=2",
    "© Европейски съюз, 2026.",
    "https://creativecommons.org/licenses/by/4.0/",
    "Направени са промени.",
)
OF_UNKNOWN = ("влакове.pdf", "https://example.eu/trains", "Оформлението е променено")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("library")
    with Library(folder) as library, Apart() as apart:
        for article in (KNOWN, UNKNOWN):
            library.add(article, (), article.title.encode())
        yield Reader(library, apart, Voiceless, Alone(Settings()).write)


def exported(reader: Reader, articles: list[int], form: ExportForm, folder: Path) -> str:
    """Return all that an export says, in every file of it."""
    path = folder / proposed_name("Новини", form, len(articles), BULGARIAN)
    reader.exporting.write(Export(articles, form, path, "Новини"), BULGARIAN)
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    return "\n".join(map(told, files))


def told(path: Path) -> str:
    """Return the words of a file: its text, the texts packed in it, or its tags."""
    match path.suffix:
        case ".epub" | ".zip":
            with ZipFile(path) as pack:
                texts = [pack.read(each) for each in pack.namelist() if "." in each]
            found = "\n".join(each.decode("utf-8", "replace") for each in texts)
        case ".mp3" | ".opus" | ".wav" | ".m4b":
            command = ("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams")
            shown = subprocess.run((*command, path), capture_output=True, check=True).stdout
            found = json.dumps(json.loads(shown), ensure_ascii=False)
        case ".pdf":
            found = text_of(path)
        case _:
            found = path.read_text("utf-8")
    return unescape(re.sub(r"<script.*?</script>", "", found, flags=re.DOTALL))


@pytest.mark.parametrize("form", forms_for(1))
def test_one_article_tells_it(reader: Reader, tmp_path: Path, form: ExportForm) -> None:
    words = exported(reader, [1], form, tmp_path)
    assert [fact for fact in OF_KNOWN if fact not in words] == []
    assert any(day in words for day in DAYS)
    assert any(notice in words for notice in NOTICES)


@pytest.mark.parametrize("form", forms_for(1))
def test_an_article_of_nobody_known_tells_what_is_known(
    reader: Reader, tmp_path: Path, form: ExportForm
) -> None:
    words = exported(reader, [2], form, tmp_path)
    assert [fact for fact in OF_UNKNOWN if fact not in words] == []
    assert any(day in words for day in DAYS)
    assert any(notice in words for notice in NOTICES)


@pytest.mark.parametrize("form", forms_for(2))
def test_each_of_many_articles_tells_it(reader: Reader, tmp_path: Path, form: ExportForm) -> None:
    words = exported(reader, [1, 2], form, tmp_path)
    assert [fact for fact in (*OF_KNOWN, *OF_UNKNOWN) if fact not in words] == []
    assert any(words.count(day) > 1 for day in DAYS)
    assert any(words.count(notice) > 1 for notice in NOTICES)


@pytest.fixture
def sofia(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in Bulgaria, where it is two or three hours later than UTC."""
    monkeypatch.setenv("TZ", "EET-2EEST,M3.5.0/3,M10.5.0/4")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no such call")
@pytest.mark.usefixtures("sofia")
def test_the_day_of_retrieval_is_the_one_of_the_calendar_on_the_wall() -> None:
    late = replace(KNOWN.source, retrieved=datetime(2026, 5, 14, 22, 30, tzinfo=UTC))
    article = replace(KNOWN, source=late)
    printed = "\n".join(map(plain, foot(article)))
    for words in (html.render(article), text.render(article), printed):
        assert any(day in words for day in DAYS)
