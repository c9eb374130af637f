"""The parts of the window, made once and passed on together."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from reader.app import Bulk, Care, Reader
from reader.gui.archive.archiving import Archiving
from reader.gui.article.view import ArticleView
from reader.gui.article_pane import ArticlePane
from reader.gui.background import Background
from reader.gui.browsing import Browsing
from reader.gui.bulk.importing import Importing
from reader.gui.bulk.strip import ImportStrip
from reader.gui.care.caring import Caring
from reader.gui.elements.finding import Finding
from reader.gui.find.find import Find
from reader.gui.following import Following
from reader.gui.intake import Intake
from reader.gui.jobs import JobRunner
from reader.gui.library.binning import Binning
from reader.gui.library.labelling import Labelling
from reader.gui.library.searching import Searching
from reader.gui.library.shelf import Shelf
from reader.gui.media_keys.media_keys import MediaKeys
from reader.gui.media_keys.shown import Connect
from reader.gui.notes.lists import Lists
from reader.gui.notes.marking import Marking
from reader.gui.notes.noting import Noting
from reader.gui.notice import Notice
from reader.gui.once import Once
from reader.gui.original.panel import LinksPanel, open_in_browser
from reader.gui.output import Output
from reader.gui.player.bar import PlayerBar
from reader.gui.player.player import Player
from reader.gui.player.prepared import Renderer
from reader.gui.player.sink import Sink
from reader.gui.pronunciation.keeper import OwnWords
from reader.gui.pronunciation.pronouncing import Pronouncing
from reader.gui.pronunciation.trial import Trial
from reader.gui.proof.correcting import Correcting
from reader.gui.proof.pages import Pages
from reader.gui.proof.turns import Turns
from reader.gui.reading import Reading
from reader.gui.reading_aloud import ReadingAloud
from reader.gui.reading_list import ReadingList
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.sleeping import Sleeping
from reader.gui.theme import Palette
from reader.gui.under_way import UnderWay
from reader.gui.versions.comparing import Comparing
from reader.gui.visits import Visits
from reader.gui.whereabouts import Whereabouts
from reader.gui.yielding import Yielding
from reader.i18n import Translator
from reader.settings import Settings
from reader.speech.voices import Voice

if TYPE_CHECKING:
    from reader.app.feeds import Feeds
    from reader.sources.fetch import Fetcher


class Painted(Protocol):
    """Something that is drawn in the colours of the window."""

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""


class Speaker(Renderer, Protocol):
    """The voice as the window needs it."""

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices there are; raises `SpeechError`."""


def own_fetcher() -> "Fetcher":
    """Return what fetches pages as this program."""
    from reader.app.feeds import fetcher  # the network is loaded by those who touch it

    return fetcher()


@dataclass(frozen=True, slots=True)
class Means:
    """What the window works with: the use cases, the settings, the voice and the language.

    `pages` is the folder for articles shown in the browser; `browse` opens an address there and
    returns False where that fails. `open_sink` is None for the machine's own sound output;
    `make_fetcher` makes what fetches pages, once for the feeds and all else.
    `media_controls` is None where the voice is not to be among those of the system, `care` where
    nobody looks after the library, `make_feeds` where none are kept.
    """

    reader: Reader
    bulk: Bulk
    keeper: SettingsKeeper
    engine: Speaker
    translator: Translator
    pages: Path
    open_sink: Callable[[int], Sink] | None = None
    browse: Callable[[str], bool] = open_in_browser
    media_controls: Connect | None = None
    care: Care | None = None
    make_feeds: Callable[[Callable[[], "Fetcher"]], "Feeds"] | None = None
    make_fetcher: Callable[[], "Fetcher"] = own_fetcher


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is made of; each does its own work and knows only what it was given."""

    view: ArticleView
    notice: Notice
    middle: ArticlePane
    shelf: Shelf
    searching: Searching
    binning: Binning
    archiving: Archiving
    labelling: Labelling
    links: LinksPanel
    bar: PlayerBar
    player: Player
    reading: Reading
    aloud: ReadingAloud
    sleeping: Sleeping
    list_aloud: ReadingList
    yielding: Yielding
    media_keys: MediaKeys
    under_way: UnderWay
    intake: Intake
    import_strip: ImportStrip
    importing: Importing
    following: Following
    correcting: Correcting
    comparing: Comparing
    pages: Pages
    visits: Visits
    finding: Finding
    find: Find
    whereabouts: Whereabouts
    marking: Marking
    noting: Noting
    note_lists: Lists
    own: OwnWords
    trial: Trial
    pronouncing: Pronouncing
    output: Output
    browsing: Browsing
    caring: Caring
    fetcher: "Once[Fetcher]"
    jobs: JobRunner
    recording: JobRunner
    bulk_jobs: JobRunner
    pairing_jobs: JobRunner
    web_jobs: tuple[JobRunner, JobRunner, JobRunner]

    @property
    def lanes(self) -> tuple[JobRunner, ...]:
        """All lanes of background work."""
        return (self.jobs, self.recording, self.bulk_jobs, self.pairing_jobs, *self.web_jobs)

    @property
    def openers(self) -> tuple[Painted, ...]:
        """Those that open dialogs which are drawn in the colours of the window."""
        return (
            self.correcting,
            self.comparing,
            self.finding,
            self.whereabouts,
            self.pronouncing,
            self.labelling,
            self.note_lists,
            self.importing,
            self.following,
            self.caring,
        )


def make_parts(means: Means, parent: QObject) -> Parts:
    """Make all parts of a window."""
    reader, translator = means.reader, means.translator
    view = ArticleView(translator, plain=_suits_plain(means.keeper.current))
    notice = Notice(translator)
    player = Player(means.engine, parent, means.open_sink)
    bar = PlayerBar(player, translator)
    reading = Reading(reader)
    jobs, recording, bulk_jobs, pairing_jobs = (JobRunner(parent) for _lane in range(4))
    aloud = ReadingAloud(player, bar, view, reading, means.keeper, translator)
    shelf = Shelf(reader, means.keeper, translator)
    find = Find(reading, aloud, view, translator)
    sleeping = Sleeping(player, aloud, bar, notice, translator)
    own = OwnWords(means.keeper.folder)
    aloud.say_own(own.current)
    own.changed.connect(aloud.say_own)
    trying = Player(means.engine, parent, means.open_sink)
    trial = Trial(trying, aloud, reading, own, means.keeper, translator)
    player.state_changed.connect(trial.give_way)
    yielding = Yielding(player, aloud, bar, view)
    notice.speak_by(yielding.when_silent)
    strip = ImportStrip(translator)
    strip.speak_by(yielding.when_silent)
    marking = Marking(reader.annotating, reading, view)
    aloud.say_notes(reader.annotating.of)
    marking.changed.connect(aloud.note_marks)
    output = Output(recording, notice, translator)
    turns = Turns(jobs, reading, notice, translator)
    fetcher = Once(means.make_fetcher)
    make_feeds = means.make_feeds and partial(means.make_feeds, fetcher)
    return Parts(
        view=view,
        notice=notice,
        middle=ArticlePane(view, find.bar, notice, translator),
        shelf=shelf,
        searching=Searching(reader, shelf, notice, translator),
        archiving=Archiving(reader, shelf, reading, jobs, notice, translator),
        binning=Binning(reader, shelf, reading, jobs, notice, translator),
        labelling=Labelling(reader, shelf, jobs, notice, translator),
        links=LinksPanel(translator, means.browse),
        bar=bar,
        player=player,
        reading=reading,
        aloud=aloud,
        sleeping=sleeping,
        list_aloud=ReadingList(shelf, reading, aloud, sleeping, notice, translator),
        yielding=yielding,
        media_keys=MediaKeys(player, aloud, reading, means.keeper, translator),
        under_way=notice.under_way,
        intake=Intake(reader, jobs, notice, translator),
        import_strip=strip,
        importing=Importing(means.bulk, bulk_jobs, strip, output, translator),
        following=Following(make_feeds, reader, shelf, means.keeper, notice, translator),
        correcting=Correcting(reader, turns, aloud, view, notice, translator),
        comparing=Comparing(
            reader, reading, aloud, view, Background(jobs, notice, translator), translator
        ),
        pages=Pages(reader, turns, aloud, view, notice, translator),
        visits=Visits(reading, aloud, view, notice, translator),
        finding=Finding(reading, aloud, view, notice, translator),
        find=find,
        whereabouts=Whereabouts(reading, aloud, view, notice, means.keeper, translator),
        marking=marking,
        noting=Noting(marking, reading, aloud, view, notice, translator),
        note_lists=Lists(marking, reading, aloud, view, output, translator),
        own=own,
        trial=trial,
        pronouncing=Pronouncing(own, trial, aloud, view, notice, translator),
        output=output,
        browsing=Browsing(reader, notice, translator, means.pages, means.browse),
        caring=Caring(means.care, reader, notice, translator),
        fetcher=fetcher,
        jobs=jobs,
        recording=recording,
        bulk_jobs=bulk_jobs,
        pairing_jobs=pairing_jobs,
        web_jobs=(JobRunner(parent), JobRunner(parent), JobRunner(parent)),
    )


def _suits_plain(now: Settings) -> bool:
    """Tell whether articles are shown as plain text to screen readers.

    The accessible tree has been heard with Orca alone, so elsewhere it is left to the person.
    """
    return sys.platform != "linux" if now.plain is None else now.plain
