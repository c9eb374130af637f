"""Recordings for players: their tags, and chapters where the form has any. ffprobe is the judge."""

import json
import subprocess
from array import array
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from reader.errors import NoConverterError, TargetExistsError, UnwritableTargetError
from reader.exporters import audio, tags
from reader.exporters.bound import Bound
from reader.exporters.m4b import M4bWriter
from reader.exporters.notes import Marked
from reader.i18n import Translator
from reader.model.article import Article, Source
from reader.model.position import Extent
from reader.model.sound import SoundForm
from tests.unit.book_samples import LIBRARIES, RATE, TRAINS, spoken, tone

BULGARIAN = Translator("bg")
IN_STEP = 0.005  # seconds
KNOWN = replace(
    TRAINS,
    source=Source(
        "html",
        address="https://ec.europa.eu/commission/presscorner/detail/bg/ip_26_1",
        retrieved=datetime(2026, 5, 15, tzinfo=UTC),
        publisher="ec",
    ),
    published=date(2026, 5, 14),
    original="https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1",
    machine_translated=True,
)


def probed(path: Path) -> dict:
    command = ("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_chapters")
    done = subprocess.run((*command, "-show_streams", path), capture_output=True, check=True)
    return json.loads(done.stdout)


def told(path: Path) -> dict[str, str]:
    """Return the tags of a file, be they of the whole or of its sound."""
    found = probed(path)
    every = {**found["format"].get("tags", {}), **found["streams"][0].get("tags", {})}
    return {name.lower(): value for name, value in every.items()}


def heard(path: Path) -> "array[int]":
    command = (
        "ffmpeg",
        "-v",
        "error",
        "-i",
        path,
        "-f",
        "s16le",
        "-ar",
        str(RATE),
        "-ac",
        "1",
        "-",
    )
    return array("h", subprocess.run(command, capture_output=True, check=True).stdout)


def bound(*articles: Article):
    return (Bound(Marked(article, ()), spoken(article)) for article in articles)


@pytest.mark.parametrize("form", SoundForm)
def test_a_player_is_told_what_it_plays_and_where_it_comes_from(
    tmp_path: Path, form: SoundForm
) -> None:
    path = tmp_path / f"a.{form}"
    audio.write([tone(1, 0)], path, form, tags.of_article(KNOWN, "Новини; 1=#", "3/12"))
    found = told(path)
    assert found["title"] == "Нощни влакове"
    assert found["artist"] == "Европейска комисия"
    assert found["album"] == "Новини; 1=#"
    assert found["track"].partition("/")[0] == "3"
    assert found["date"].startswith("2026")
    lines = found["comment"].splitlines()
    assert lines[:-1] == [
        "Публикувана на: 2026-05-14",
        "Издател: Европейска комисия",
        f"Източник: {KNOWN.source.address}",
        f"Оригинал: {KNOWN.original}",
        "Получена на: 2026-05-15",
        "Машинен превод.",
    ]
    assert lines[-1].startswith("© Европейски съюз, 2026.")
    assert len(heard(path)) == pytest.approx(RATE, abs=RATE * 0.06)  # MP3 goes by whole frames


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("m4b") / "Новини.m4b"
    M4bWriter(BULGARIAN, "Новини").write(bound(LIBRARIES, KNOWN), path)
    return path


def test_each_article_and_each_heading_is_a_chapter(book: Path) -> None:
    chapters = probed(book)["chapters"]
    assert [each["tags"]["title"] for each in chapters] == [
        "Книги за всички",
        "Кой може да участва?",
        "Нощни влакове",
    ]
    for before, after in pairwise(chapters):
        assert float(before["end_time"]) == float(after["start_time"])


def test_a_chapter_begins_where_it_is_heard(book: Path) -> None:
    samples = heard(book)
    for chapter in probed(book)["chapters"]:
        begin = float(chapter["start_time"])
        assert first_loud(samples, begin - 0.05) == pytest.approx(begin, abs=IN_STEP)
    length = float(probed(book)["format"]["duration"])
    assert float(probed(book)["chapters"][-1]["end_time"]) == pytest.approx(length, abs=0.05)


def test_a_book_tells_the_source_and_the_terms_of_each_article(book: Path) -> None:
    found = told(book)
    assert (found["title"], found["album"]) == ("Новини", "Новини")
    assert found["language"] == "bul"
    assert found["media_type"] == "2"
    for words in (
        "Книги за всички",
        LIBRARIES.source.address,
        KNOWN.source.address,
        KNOWN.original,
    ):
        assert words in found["comment"]


def test_a_book_of_one_article_has_its_title(tmp_path: Path) -> None:
    path = tmp_path / "a.m4b"
    odd = replace(KNOWN, title="a=b;c#d\\е\nж" + "з" * 200)
    assert M4bWriter(BULGARIAN, "Новини").write(bound(odd), path) > 1
    assert told(path)["title"].startswith("a=b;c#d\\е")
    assert probed(path)["chapters"][0]["tags"]["title"].endswith("…")


def test_nothing_is_left_where_the_voice_or_ffmpeg_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken():
        yield Extent(0, 0, 1), tone(1, 0)
        raise KeyError

    path = tmp_path / "a.m4b"
    writer = M4bWriter(BULGARIAN, "Новини")
    with pytest.raises(KeyError):
        writer.write([Bound(Marked(TRAINS, ()), broken())], path)
    program = tmp_path / "bin" / "ffmpeg"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'a.m4a: No space left on device' >&2; exit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    minutes = ((None, tone(60, 0)) for _ in range(3))  # more than a pipe holds
    with pytest.raises(UnwritableTargetError) as caught:
        writer.write([Bound(Marked(TRAINS, ()), minutes)], path)
    assert (caught.value.path, caught.value.reason) == (path, "No space left on device")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoConverterError):
        writer.write(bound(TRAINS), path)
    path.write_text("мое", "utf-8")
    with pytest.raises(TargetExistsError):
        writer.write(bound(TRAINS), path)
    assert {each.name for each in tmp_path.iterdir()} == {"bin", "a.m4b"}


def first_loud(samples: "array[int]", since: float) -> float:
    start = max(0, round(since * RATE))
    return next(place for place in range(start, len(samples)) if abs(samples[place]) > 3000) / RATE
