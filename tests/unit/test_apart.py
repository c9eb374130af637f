"""Files are read where a crash, a hang or a bomb costs one file and nothing else."""

import os
import signal
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from reader import importers
from reader.errors import (
    CrashedFileError,
    DamagedFileError,
    GarbledTextError,
    HugeFileError,
    NoTextLayerError,
    PasswordError,
    StoppedError,
    StuckFileError,
    UnstartedError,
)
from reader.importers.apart import WORKER, Apart
from reader.importers.incoming import Incoming, from_text
from reader.processes.attended import Patience
from reader.repair import repaired
from tests.unit.builders import Box, PdfFile, PdfPage, encrypted
from tests.unit.fake_reader import HASTE

FAKE = (sys.executable, str(Path(__file__).with_name("fake_reader.py")))
TEXT = "Първата библиотека отвори врати\nи посрещна своите читатели."


@pytest.fixture(scope="module")
def real():
    with Apart() as apart:
        yield apart


@pytest.fixture
def fake():
    with Apart(FAKE, Patience(start=60, progress=60)) as apart:
        yield apart


@pytest.fixture
def hasty():
    with Apart(FAKE, Patience(start=60, progress=HASTE)) as apart:
        yield apart


def told(deed: str) -> Incoming:
    return Incoming(b"%PDF-" + deed.encode(), "новини.pdf")


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


class Witness:
    """Takes note of the progress and stops after some pages."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def progress(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def stopped(self) -> bool:
        return len(self.seen) >= self._stop_after


def tagged_file() -> bytes:
    pages = [PdfPage().link("https://example.eu/bg", Box(50, 90, 200, 102)) for _ in range(3)]
    for page in pages:
        page.write("Журито реши", content=0).write("така", y=115, content=1, colour="0 0 1")
        page.write("3", y=800)
    tree = [("P", [(0, 0), (0, 1), (1, 0)]), ("P", [(2, 0), (1, 1), (2, 1)])]
    return PdfFile(*pages, elements=tree).data("Награда")


@pytest.mark.parametrize(
    "data",
    [
        tagged_file(),
        PdfFile(PdfPage().lines(TEXT).dot(50, 92), PdfPage().lines(TEXT)).data("Новини"),
        "Награда за библиотеки\n\nЖурито реши така.\n".encode(),
    ],
    ids=["tagged", "untagged", "text"],
)
def test_a_document_is_read_apart_as_it_is_read_here(real, data):
    assert real.read(Incoming(data)) == importers.read(Incoming(data))


def test_text_needs_no_process():
    with Apart(("no-such-program",)) as apart:
        assert apart.read(from_text(TEXT)).lines
        assert apart.process is None


@pytest.mark.parametrize("password", ["тайна", "стопанин"])
def test_either_password_opens_a_locked_file(real, password):
    locked = encrypted(PdfFile(PdfPage().lines(TEXT)).data(), user="тайна", owner="стопанин")
    assert real.read(Incoming(locked, password=password)).lines
    for wrong in (None, "друга"):
        with pytest.raises(PasswordError) as caught:
            real.read(Incoming(locked, "заключен.pdf", password=wrong))
        assert (caught.value.where, caught.value.wrong) == ("заключен.pdf", wrong is not None)


def test_a_file_locked_against_copying_alone_asks_for_nothing(real):
    locked = encrypted(PdfFile(PdfPage().lines(TEXT)).data(), user="", owner="стопанин")
    assert real.read(Incoming(locked)).lines


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is seen what a process has")
def test_a_process_that_waits_has_loaded_what_pages_need():
    with Apart() as apart:
        apart.warm()
        maps = Path(f"/proc/{apart.process}/maps")
        until = time.monotonic() + 60
        while "/lxml/" not in maps.read_text() and time.monotonic() < until:
            time.sleep(0.05)
        assert "/lxml/" in maps.read_text()


def test_a_refusal_keeps_its_facts_and_the_process(real):
    real.read(Incoming(tagged_file()))
    process = real.process
    with pytest.raises(NoTextLayerError) as caught:
        real.read(Incoming(PdfFile(*[PdfPage().picture()] * 3).data(), "снимки.pdf"))
    assert (caught.value.where, caught.value.pages) == ("снимки.pdf", 3)
    assert real.process == process


def test_after_a_crash_it_goes_on_with_another_process(fake):
    fake.read(told("well"))
    first = fake.process
    with pytest.raises(CrashedFileError, match=r"новини\.pdf") as caught:
        fake.read(told("crash"))
    assert caught.value.reason == "SIGSEGV"
    assert is_gone(first)
    assert len(fake.read(told("well")).lines) == 40


def test_a_bug_in_the_process_is_named_by_its_last_words(fake):
    with pytest.raises(CrashedFileError) as caught:
        fake.read(told("bug"))
    assert caught.value.reason == "ZeroDivisionError: a bug"


def test_a_hang_is_ended(hasty):
    hasty.warm()
    hanging = hasty.process
    with pytest.raises(StuckFileError) as caught:
        hasty.read(told("hang"))
    assert caught.value.seconds == HASTE
    assert is_gone(hanging)
    assert hasty.read(told("well")).lines


def test_slow_work_that_goes_on_is_no_hang(hasty):
    assert len(hasty.read(told("live")).lines) == 40


LIES = (
    *("size", "nan", "huge", "number", "page", "source", "row", "repair", "letter", "lines"),
    *("json", "kind", "error", "facts"),
)


@pytest.mark.parametrize("deed", ["noise", *(f"lie-{lie}" for lie in LIES)])
def test_what_a_hostile_process_says_is_not_believed(fake, deed):
    with pytest.raises(CrashedFileError):
        fake.read(told(deed))
    assert fake.read(told("well")).title == "Библиотеки"


def test_progress_is_told_page_by_page(fake):
    witness = Witness()
    fake.read(told("well"), witness)
    assert witness.seen == [(number + 1, 40) for number in range(40)]


def test_whoever_has_enough_need_not_wait(fake):
    fake.warm()
    process = fake.process
    witness = Witness(stop_after=3)
    with pytest.raises(StoppedError):
        fake.read(told("slow"), witness)
    assert len(witness.seen) == 3
    assert is_gone(process)
    assert fake.read(told("well")).lines


def test_starting_the_process_ahead_never_waits_for_a_reading(fake):
    class Impatient(Witness):
        def progress(self, done, total):
            super().progress(done, total)
            fake.warm()

    witness = Impatient()
    fake.read(told("well"), witness)
    assert len(witness.seen) == 40


def test_the_program_itself_does_not_load_what_reads_pdf_files():
    modules = "reader.app, reader.importers.pdf.finish"
    tell = f"import sys, {modules}; print('pypdfium2' in sys.modules, 'pypdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_repair_can_be_stopped_too():
    with pytest.raises(StoppedError):
        repaired(importers.read(from_text(TEXT)), watch=Witness(stop_after=0))


def test_a_process_that_has_grown_large_is_exchanged(fake):
    fake.warm()
    large = fake.process
    fake.read(told("fat"))
    assert is_gone(large)


def test_a_process_killed_while_idle_is_not_held_against_the_next_file(fake):
    fake.read(told("well"))
    os.kill(fake.process, signal.SIGKILL)
    os.waitid(os.P_PID, fake.process, os.WEXITED | os.WNOWAIT)
    assert fake.read(told("well")).lines


@pytest.mark.parametrize(
    "command", [("/no/such/program",), (sys.executable, "-c", "raise SystemExit('no room')")]
)
def test_where_no_process_starts_the_file_is_refused(command):
    with Apart(command) as apart, pytest.raises(UnstartedError):
        apart.read(told("well"))


def test_a_memory_bomb_is_refused_and_the_next_file_read():
    packed = zlib.compress(b" " * 400_000_000, 9)
    bomb = PdfFile(PdfPage().lines(TEXT))
    bomb._objects = [
        b"<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
        if b"BT /" in written
        else written
        for written in bomb._objects
    ]
    with Apart((*WORKER, "150")) as apart:
        with pytest.raises(HugeFileError) as caught:
            apart.read(Incoming(bomb.data(), "бомба.pdf"))
        assert caught.value.megabytes == 150
        assert apart.read(Incoming(tagged_file())).lines


def changed(old: bytes, new: bytes) -> bytes:
    data = PdfFile(PdfPage().lines(TEXT)).data()
    assert old in data
    return data.replace(old, new)


WAYWARD = {
    "pages in a ring": changed(b"/Type /Pages /Kids [", b"/Type /Pages /Kids [2 0 R "),
    "pages that are not there": changed(b"/Count 1", b"/Count 99999999"),
    "a page without size": changed(b"[0 0 595 842]", b"[0 0 0 0]"),
    "a page without end": changed(b"[0 0 595 842]", b"[0 0 1e38 1e38]"),
    "letters without size": changed(b" 12 Tf", b" 0 Tf"),
    "letters without end": changed(b" 12 Tf", b" 1e38 Tf"),
    "far away": changed(b"1 0 0 1 60", b"1e30 0 0 1e30 1e30"),
    "a missing font": changed(b"/Regular 12", b"/Missing 12"),
    "deep brackets": changed(b"/Type /Catalog", b"/X " + b"[" * 100_000),
    "a wrong table of contents": changed(b"startxref\n", b"startxref\n77"),
    "cut in the middle": PdfFile(PdfPage().lines(TEXT)).data()[:1500],
}


@pytest.mark.parametrize("data", WAYWARD.values(), ids=WAYWARD.keys())
def test_a_wayward_file_is_read_or_refused_by_name(real, data):
    with suppress(NoTextLayerError, DamagedFileError, GarbledTextError):
        document = real.read(Incoming(data))
        assert TEXT.split("\n", maxsplit=1)[0] in repaired(document)[0].title


def test_more_text_than_anyone_reads_is_refused_by_name(real):
    with pytest.raises(HugeFileError):
        real.read(from_text("Награда за библиотеки. " * 500_000))
