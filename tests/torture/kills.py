"""Has deeds done to a library and kills them at work; then looks whether all is there and whole."""

import json
import os
import random
import re
import shutil
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from reader.app import Bulk, Care, Reader, check
from reader.importers.apart import Apart
from reader.library import health
from reader.library.records import sha256
from reader.library.store import Library
from reader.model.care import BEYOND_REPAIR
from reader.model.entry import Entry
from reader.model.query import Search
from tests.torture import given
from tests.torture.deeds import ARCHIVES, DEEDS, take_migration_back
from tests.torture.forks import Ended, Forks
from tests.unit.care_parts import text_of

MOST_ARTICLES = 150  # then the library is begun anew, for each round reads all of it
MOST_MEASURED = 5  # times of a deed, the last ones, whose median is how long it takes
MEASURE_EVERY = 8
DEEP_EVERY = 10
NEWS = 20
_LONG_AGO = 2 * 24 * 60 * 60.0  # seconds
_OFTEN = 0.7
_GIVEN = {"take_in_some": given.SOME, "take_in_all": given.ALL}
_GOING_ON = ("bulk", *_GIVEN)
_TO_STAY = re.compile(  # in a library's folder when nobody is at work
    r"library\.sqlite|originals(/unfinished|/[0-9a-f]{2}(/[0-9a-f]{64})?)?"
    r"|backups(/\d{6}-[-0-9]{10}-[a-z]+\.sqlite)?|set-aside(/\d{4}(/.+)?)?|import(-\d+)?\.jsonl"
)


@dataclass(slots=True)
class Count:
    """What came of one fault."""

    times: int = 0
    articles: int = 0
    lost: int = 0
    faults: int = 0
    anew: int = 0
    unnoticed: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    seconds: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_MEASURED))
    after: Counter[str] = field(default_factory=Counter)

    @property
    def lasts(self) -> float:
        """How many seconds it takes where it is not killed."""
        return median(self.seconds) if self.seconds else 0.0


class Torture:
    """Rounds on one library: a program works on it and is killed, and then all is looked at."""

    def __init__(self, base: Path, forks: Forks, chance: random.Random) -> None:
        self.folder = base / "library"
        self._base = base
        self._forks = forks
        self._chance = chance
        self.counts: defaultdict[str, Count] = defaultdict(Count)
        self.rounds = 0
        self._kept: set[str] = set()
        self._there: set[str] = set()
        self._doubtful: set[str] = set()
        self._news: set[str] = set()
        self._archives: dict[str, str | None] = dict.fromkeys(ARCHIVES)
        (base / "archives").mkdir()
        given.give(base)

    @property
    def kills(self) -> int:
        """How many deeds have been killed at work."""
        return sum(each.times for each in self.counts.values())

    def round(self) -> None:
        """Have something done, mostly until it is killed, and look at what has come of it."""
        self.rounds += 1
        deed = self._chance.choice(tuple(DEEDS)) if self._kept else "add"
        if deed == "bulk":
            self._write_news()
        if deed in _GIVEN and self._chance.random() < _OFTEN:
            self._take_out(given.titles(_GIVEN[deed]))
        ended = self._do(deed)
        while deed in _GOING_ON and ended.killed:
            ended = self._do(deed, surely=self._chance.random() < _OFTEN)
        if deed in _GOING_ON:
            self._look_at_whole(deed, ended)
        if len(self._kept) > MOST_ARTICLES:
            shutil.rmtree(self.folder)
            self._kept, self._there, self._doubtful = set(), set(), set()

    def _do(self, deed: str, *, surely: bool = False) -> Ended:
        """Have a deed done: surely to its end, to measure it, or until it is killed."""
        count = self.counts[deed]
        measured = not count.seconds or not self._chance.randrange(MEASURE_EVERY)
        after = None if measured or surely else self._chance.random() * count.lasts
        seed = self._chance.randrange(10**9)
        ended = self._forks.run(deed, self.folder, seed, after)
        if not ended.well:
            self._fault(deed, f"ended ill at {ended.stage}")
        elif ended.killed:
            count.times += 1
            count.stages[ended.stage] += 1
        elif measured and not surely:
            count.seconds.append(ended.seconds)
        self._look(deed, ended)
        return ended

    def _look(self, deed: str, ended: Ended) -> None:
        gone = self._note(ended)
        count = self.counts[deed]
        care = Care(self.folder, Apart())
        if deed == "migrate" and not take_migration_back(self.folder):
            self._fault(deed, "half a migration")
        self._age()
        with Library(self.folder) as library:
            library.build_search()
            care.recover(library)
            entries = library.entries()
            there = {entry.title for entry in entries if _is_whole(library, entry)}
            if len(library.search(Search("новината"), 10 * MOST_ARTICLES)) != len(entries):
                self._fault(deed, "the search has not found all")
        titles = {entry.title for entry in entries}
        if len(titles) != len(entries):
            self._fault(deed, "an article twice")
        # One removed after the backup that was restored is there without its file.
        if titles - there - self._doubtful:
            self._fault(deed, "an article not whole")
        if lost := self._kept - there:
            count.lost += len(lost)
            self._fault(deed, f"lost: {sorted(lost)}")
        if gone & there:
            self._fault(deed, "what was removed is there")
        count.articles += len(self._kept)
        self._check(deed, care)
        if deed == "pack":
            self._look_at_archives(there, ended)
        self._there = there
        self._kept = there - self._doubtful if deed == "restore" else self._kept & there

    def _take_out(self, titles: set[str]) -> None:
        with Library(self.folder) as library:
            some = [each.identifier for each in library.entries() if each.title in titles]
            library.remove(*some)
        self._kept -= titles

    def _note(self, ended: Ended) -> set[str]:
        """Note what was acknowledged; return the titles of what is gone for good."""
        gone = set()
        for what, _, words in (line.partition(" ") for line in ended.said):
            if what == "kept":
                self._kept.add(words)
            elif what == "going":
                self._kept.discard(words)
                self._doubtful.add(words)
            elif what == "gone":
                gone.add(words)
        return gone

    def _check(self, deed: str, care: Care) -> None:
        """Look at all that the program itself can look at, and at what should not lie about."""
        faults = health.quick(self.folder)
        if self.rounds % DEEP_EVERY == 0:
            # An article removed after the backup that was restored is there without its file.
            found = health.deep(self.folder)
            faults += [each for each in found if each.kind not in BEYOND_REPAIR]
        for fault in faults:
            self._fault(deed, str(fault))
        for each in care.backups():
            if each.articles is None:
                self._fault(deed, f"a broken backup: {each.name}")
        for path in self._left_over():
            self._fault(deed, f"left over: {path.name}")

    def _look_at_archives(self, there: set[str], ended: Ended) -> None:
        """Each archive is as it was, or a new one that is whole; the library is as it was."""
        count = self.counts["pack"]
        if there != self._there:
            self._fault("pack", "the library has changed")
        if not ended.killed and list((self._base / "archives").glob(".*")):
            self._fault("pack", "a draft is left over")
        for name, before in self._archives.items():
            path = self._base / "archives" / name
            now = sha256(path.read_bytes()) if path.exists() else None
            if now == before:
                count.after["none" if now is None else "the old one"] += 1
            elif now is not None and check(path)[1].whole:
                count.after["a whole new one"] += 1
            else:
                self._fault("pack", f"an archive is not whole: {name}")
            self._archives[name] = now

    def _look_at_whole(self, deed: str, ended: Ended) -> None:
        """Look at what was taken in, in several goes: it is there, once, and told of rightly."""
        name = _GIVEN.get(deed)
        wanted = given.titles(name) if name else self._news
        if not wanted <= self._there:
            self._fault(deed, f"not taken in: {sorted(wanted - self._there)}")
        if name:
            with Library(self.folder) as library:
                notes = Counter(each.text for each in library.annotations.all())
            if any(notes[title] != 1 for title in wanted):
                self._fault(deed, "a note is not there once")
            self._kept |= wanted
        else:
            self._look_at_report(ended)
        self.counts[deed].after["gone on with to the end"] += 1

    def _look_at_report(self, ended: Ended) -> None:
        told = next((line for line in ended.said if line.startswith("report ")), "report []")
        files = sorted(path.name for path in (self._base / "news").iterdir())
        finished, names, failed = json.loads(told.removeprefix("report "))
        if not finished or failed or sorted(names) != files:
            self._fault("bulk", f"the report is not whole: {told}")
        with Library(self.folder) as library:
            left = Bulk(Reader(library, Apart()), Apart(), self.folder).unfinished()
        if left is not None or list(self.folder.glob("import*")):
            self._fault("bulk", "a journal is left")

    def _write_news(self) -> None:
        """Write a folder of news to be taken in, some known and some twice."""
        news = self._base / "news"
        shutil.rmtree(news, ignore_errors=True)
        news.mkdir()
        texts = [text_of(4 * 10**9 + self._chance.randrange(10**9)) for _ in range(NEWS)]
        self._news = {text.partition("\n")[0] for text in texts}
        for number, text in enumerate([*texts, *texts[:3]]):
            (news / f"новина {number}.txt").write_text(text, "utf-8")

    def _age(self) -> None:
        """Let what a kill has left lie about for long."""
        long_ago = time.time() - _LONG_AGO
        drafts = (self._base / "archives").glob(".*")
        marks = (self.folder / "originals" / "unfinished").glob("*")
        for path in (*drafts, *marks, *self._left_over()):
            os.utime(path, (long_ago, long_ago))

    def _left_over(self) -> Iterator[Path]:
        """Yield what should not be there when nobody is at work."""
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder).as_posix()
            if not _TO_STAY.fullmatch(inside):
                yield path

    def _fault(self, deed: str, words: str) -> None:
        self.counts[deed].faults += 1
        print(f"round {self.rounds}, {deed}: {words}", flush=True)


def _is_whole(library: Library, entry: Entry) -> bool:
    library.article(entry.identifier)
    original = library.original(entry.identifier)
    return original.is_file() and sha256(original.read_bytes()) == original.name
