"""Books that are read aloud: each sentence lit while it is heard, in all forms of book."""

import wave
from array import array
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import soundfile
from lxml import etree

from reader.exporters.bound import Bound
from reader.exporters.daisy.book import Cover, DaisyWriter
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.exporters.recorder import record
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.sound import SoundForm
from reader.speech.utterances import utterances
from tests.unit.book_samples import LIBRARIES, RATE, TRAINS, spoken, tone

NOW = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
BULGARIAN = Translator("bg")
IN_STEP = 0.005  # seconds


def bound(*articles: Article):
    return (Bound(Marked(article, ()), spoken(article)) for article in articles)


def joined(words: str) -> str:
    return " ".join(words.split())


@pytest.fixture(scope="module")
def epub(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("talking") / "a.epub"
    EpubWriter(BULGARIAN, NOW, "Новини").write(bound(LIBRARIES, TRAINS), path)
    return path


@pytest.fixture(scope="module")
def daisy(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("talking") / "Новини"
    cover = Cover("Новини", tone(1, 0), "Иван", "Четиво", NOW)
    DaisyWriter(BULGARIAN, cover).write(bound(LIBRARIES, TRAINS), path)
    return path


def test_what_is_lit_is_what_is_heard(epub: Path) -> None:
    with ZipFile(epub) as pack:
        page = etree.fromstring(pack.read("EPUB/article-1.xhtml"))
        overlay = etree.fromstring(pack.read("EPUB/article-1.smil"))
    lit = [
        joined("".join(page.find(f".//*[@id='{text.get('src').partition('#')[2]}']").itertext()))
        for text in overlay.iter("{*}text")
    ]
    assert lit == [
        "Книги за всички",
        "Програмата започва през май.",
        "Вж. the press release.",
        "It is short.",
        "Средствата[1] са малко.",
        "Кой може да участва?",
        "библиотеки;",
        "читалища.",
        "Всеки чете.",
        "Всеки слуша.",
        "Мария Иванова",
        "ГодинаМлн. 202512",  # the rows of a table are lit together
        "Изображение: Деца с книги",
        "[1] По текущи цени. ↩︎",
    ]


def test_each_clip_lies_where_its_sentence_is_heard(epub: Path, tmp_path: Path) -> None:
    with ZipFile(epub) as pack:
        overlay = etree.fromstring(pack.read("EPUB/article-2.smil"))
        pack.extract("EPUB/article-2.mp3", tmp_path)
    heard = samples(tmp_path / "EPUB" / "article-2.mp3")
    clips = [
        (float(each.get("clipBegin")[:-1]), float(each.get("clipEnd")[:-1]))
        for each in overlay.iter("{*}audio")
    ]
    assert len(clips) == 3
    for begin, end in clips:
        assert first_loud(heard, begin - 0.05) == pytest.approx(begin, abs=IN_STEP)
        assert begin < end
    assert [end for _begin, end in clips[:-1]] == [begin for begin, _end in clips[1:]]
    assert clips[-1][1] == pytest.approx(len(heard) / RATE, abs=IN_STEP)


def test_the_lengths_add_up(epub: Path) -> None:
    with ZipFile(epub) as pack:
        package = etree.fromstring(pack.read("EPUB/package.opf"))
    told = [each for each in package.iter("{*}meta") if each.get("property") == "media:duration"]
    *parts, whole = [float(each.text.rstrip("s")) for each in told]
    assert whole == pytest.approx(sum(parts), abs=0.001 * len(parts))
    features = [each.text for each in package.iter("{*}meta")]
    assert "synchronizedAudioText" in features


def test_a_listener_can_skip_tables_pictures_and_notes(epub: Path) -> None:
    with ZipFile(epub) as pack:
        overlay = etree.fromstring(pack.read("EPUB/article-1.smil"))
    kinds = [each.get("{http://www.idpf.org/2007/ops}type") for each in overlay.iter("{*}seq")]
    assert kinds == ["chapter", "table", "figure", "footnote"]


@pytest.mark.parametrize("form", [SoundForm.MP3, SoundForm.WAV])
def test_a_long_recording_keeps_step_to_its_end(tmp_path: Path, form: SoundForm) -> None:
    """Sounds of odd lengths, so that any rounding would add up."""
    sounds = [(said.source, tone(0.10317, 1)) for said in list(utterances(LIBRARIES))[:1]] * 400
    silent = (None, tone(0, 0))
    path = tmp_path / f"a.{form}"
    clips = record((each for pair in sounds for each in (pair, silent)), path, form)
    assert clips[-1][1].end == pytest.approx(len(samples(path)) / RATE, abs=IN_STEP)


def test_an_old_player_moves_by_the_headings_of_all_articles(daisy: Path) -> None:
    ncc = etree.parse(daisy / "ncc.html").getroot()
    body = ncc.find("{*}body")
    headings = [(etree.QName(each).localname, "".join(each.itertext())) for each in body]
    assert headings == [
        ("h1", "Новини"),
        ("h1", "Книги за всички"),
        ("h2", "Кой може да участва?"),
        ("h1", "Нощни влакове"),
    ]
    assert body[0].get("class") == "title"
    for heading in body:
        file, _, place = heading[0].get("href").partition("#")
        smil = etree.parse(daisy / file).getroot()
        par = smil.find(f".//par[@id='{place}']")
        page, _, anchor = par.find("text").get("src").partition("#")
        words = etree.parse(daisy / page).find(f".//*[@id='{anchor}']").itertext()
        assert joined("".join(words)) == "".join(heading.itertext())


def test_an_old_player_is_told_what_it_has_to_know(daisy: Path) -> None:
    ncc = etree.parse(daisy / "ncc.html").getroot()
    told = {each.get("name"): each.get("content") for each in ncc.iter("{*}meta")}
    assert told["dc:format"] == "Daisy 2.02"
    assert told["ncc:multimediaType"] == "audioFullText"
    assert told["ncc:tocItems"] == "4"
    assert told["ncc:depth"] == "2"
    assert told["ncc:files"] == str(len(list(daisy.iterdir())))
    hours, minutes, seconds = map(int, told["ncc:totalTime"].split(":"))
    recorded = sum(len(samples(each)) for each in daisy.glob("*.mp3")) / RATE
    assert hours * 3600 + minutes * 60 + seconds == pytest.approx(recorded, abs=1)


def test_the_parts_of_a_daisy_book_follow_each_other(daisy: Path) -> None:
    order = [each.get("src") for each in etree.parse(daisy / "master.smil").iter("ref")]
    assert order == ["title.smil", "article-1.smil", "article-2.smil"]
    elapsed = 0.0
    for name, title in zip(order, ("Новини", "Книги за всички", "Нощни влакове"), strict=True):
        smil = etree.parse(daisy / name)
        told = {each.get("name"): each.get("content") for each in smil.iter("meta")}
        assert (told["dc:title"], told["title"]) == ("Новини", title)
        assert seconds(told["ncc:totalElapsedTime"]) == pytest.approx(elapsed, abs=0.002)
        elapsed += seconds(told["ncc:timeInThisSmil"])


def test_a_daisy_text_has_no_element_that_is_younger_than_its_players(daisy: Path) -> None:
    known = {"html", "head", "meta", "title", "body", "div", "span", "p", "a", "br", "em", "strong"}
    known |= {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"}
    known |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    for page in daisy.glob("*.html"):
        found = {etree.QName(each).localname for each in etree.parse(page).iter(etree.Element)}
        assert found <= known


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def samples(path: Path) -> "array[int]":
    if path.suffix == ".wav":
        with wave.open(str(path)) as file:
            return array("h", file.readframes(file.getnframes()))
    with soundfile.SoundFile(path) as file:
        assert file.samplerate == RATE
        return array("h", bytes(file.buffer_read(dtype="int16")))


def first_loud(heard: "array[int]", since: float) -> float:
    """Return when it is loud first, from a moment in seconds on."""
    start = max(0, round(since * RATE))
    return next(place for place in range(start, len(heard)) if abs(heard[place]) > 3000) / RATE
