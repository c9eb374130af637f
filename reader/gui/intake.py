"""Bringing articles in: files, pasted text, the sample; one after the other, off the window."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.app import Kept, Reader, is_archive, is_bulk
from reader.errors import PasswordError, ReaderError, StoppedError
from reader.gui.asking import ask_password
from reader.gui.dialogs import warn
from reader.gui.jobs import JobRunner
from reader.gui.notice import Notice
from reader.gui.progress import Moment, Progress
from reader.gui.under_way import Work
from reader.i18n import Translator
from reader.importers.incoming import Incoming, from_file, from_text
from reader.model.intake import Outcome
from reader.model.watch import Watch
from reader.repair_wording import count_to_check
from reader.wording import explain

if TYPE_CHECKING:
    from reader.model.raw import Repair


_ADDRESS_ALONE = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST = 300  # letters of a reference


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Something to bring in: a file, pasted text, or a document that has been fetched."""

    path: Path | None
    text: str = ""
    document: Incoming | None = None
    password: str | None = None

    @property
    def name(self) -> str:
        """What it is called for short; pasted text has no name."""
        if self.path is not None:
            return self.path.name
        return self.document.name if self.document else ""


class Intake(QObject):
    """Takes documents into the library in turn and tells how it went."""

    arrived = Signal(int)  # the article to show
    many = Signal(object)  # list[Path]: folders, or too many files to hear of one by one
    archive_given = Signal(object)  # Path: an archive is opened, not taken in
    address_given = Signal(str)  # pasted or dropped: the person may mean what lies there
    address_wanted = Signal(str)  # an address or a reference to open

    def __init__(
        self, reader: Reader, jobs: JobRunner, notice: Notice, translator: Translator
    ) -> None:
        super().__init__()
        self._reader = reader
        self._jobs = jobs
        self._notice = notice
        self._under_way = notice.under_way
        self._ = translator
        self._waiting: deque[_Wanted] = deque()
        self._busy = False
        self._progress = Progress()
        self._cancelled = False
        self._kept: list[Kept] = []
        self._failed: list[ReaderError] = []
        self._repairs = self._changes = ""

    def set_ways(self, repairs: str, changes: str) -> None:
        """Name the keys or commands that show the repairs, and what changed."""
        self._repairs, self._changes = repairs, changes

    def files(self, given: Sequence[Path | str], password: str | None = None) -> None:
        """Bring files in, and what addresses name; a password that does not fit is asked for."""
        paths = [each for each in given if isinstance(each, Path)]
        for each in given:
            if isinstance(each, str):
                self.address_wanted.emit(each)
        archives = [path for path in paths if is_archive(path)]
        for path in archives:
            self.archive_given.emit(path)
        rest = [path for path in paths if path not in archives]
        if is_bulk(rest):
            self.many.emit(rest)
        else:
            self.one_by_one(rest, password)

    def one_by_one(self, paths: Sequence[Path], password: str | None = None) -> None:
        """Bring files in, however many they are, and show the last of them."""
        self._add([_Wanted(path, password=password) for path in paths])

    def text(self, text: str) -> None:
        """Bring pasted text in; an address or a reference alone is none."""
        if _is_named(text.strip()):
            self.address_given.emit(text.strip())
        else:
            self._add([_Wanted(None, text)])

    def document(self, fetched: Incoming) -> None:
        """Bring in what has been fetched."""
        self._add([_Wanted(None, document=fetched)])

    def mime(self, data: QMimeData) -> None:
        """Bring in what was pasted or dropped: files, else text."""
        paths = local_files(data)
        if paths:
            self.files(paths)
        else:
            self.text(data.text())

    def cancel(self) -> None:
        """Give up what is being read and what waits; what is kept already stays."""
        self._cancelled = self._busy
        self._waiting.clear()
        self._progress.stop()

    def _add(self, wanted: Sequence[_Wanted]) -> None:
        self._waiting.extend(wanted)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        self._busy = True
        wanted = self._waiting.popleft()
        _ = self._
        words = (
            _("Reading {file}…").format(file=wanted.name)
            if wanted.name
            else _("Reading the pasted text…")
        )
        work = self._under_way.begin(self, Work(words, self.cancel))
        self._notice.busy(words, work)
        self._progress = Progress()
        self._progress.moment.connect(partial(self._tell_progress, wanted, work))
        self._jobs.run(
            partial(_take, self._reader, wanted, self._progress),
            done=self._take_kept,
            failed=partial(self._take_failure, wanted),
            broken=self._next,
        )

    def _tell_progress(self, wanted: _Wanted, work: Work, moment: Moment) -> None:
        if not wanted.name or self._progress.stopped():
            return
        words = self._("Reading {file}, page {done} of {total}")
        self._notice.update_busy(
            words.format(file=wanted.name, done=moment.done, total=moment.total),
            work,
            aloud=moment.aloud,
        )

    def _take_kept(self, kept: Kept) -> None:
        self._kept += (*kept.others, kept)  # the first of a collection is shown
        self._next()

    def _take_failure(self, wanted: _Wanted, error: ReaderError) -> None:
        if isinstance(error, StoppedError):
            self._next()
            return
        if not isinstance(error, PasswordError):
            self._failed.append(error)
            self._next()
            return
        self._notice.clear()
        ask_password(
            self._window(),
            explain(error, self._),
            self._,
            partial(self._try_password, wanted),
        )

    def _try_password(self, wanted: _Wanted, password: str | None) -> None:
        if password is not None and not self._cancelled:
            self._waiting.appendleft(replace(wanted, password=password))
        self._next()

    def _finish(self) -> None:
        self._busy = False
        self._under_way.end(self)
        kept, self._kept = self._kept, []
        failed, self._failed = self._failed, []
        cancelled, self._cancelled = self._cancelled, False
        if kept:
            self._notice.clear()
            self.arrived.emit(kept[-1].entry.identifier)
            self._notice.say(self._report(kept))
        elif cancelled:
            self._notice.say(self._("Cancelled. Nothing was kept."))
        else:
            self._notice.clear()
        if failed:
            self._tell_failed(failed)

    def _tell_failed(self, failed: Sequence[ReaderError]) -> None:
        """Tell of all at once; with several, the title says only how many."""
        _ = self._
        sentences = [explain(error, _) for error in failed]
        count = _.plural(
            "{count} file was not opened", "{count} files were not opened", len(failed)
        )
        title = count.format(count=len(failed)) if len(failed) > 1 else ""
        warn(self._window(), "\n\n".join(sentences), title)

    def _report(self, kept: Sequence[Kept]) -> str:
        return self._report_one(kept[0]) if len(kept) == 1 else self._report_several(kept)

    def _report_several(self, kept: Sequence[Kept]) -> str:
        _ = self._
        new = [each for each in kept if not each.known]
        added, repairs = len(new), [repair for each in new for repair in each.repairs]
        known = len(kept) - added
        parts = []
        if added:
            words = _.plural(
                "{count} article was taken in.", "{count} articles were taken in.", added
            )
            parts.append(words.format(count=added))
        if known:
            words = _.plural(
                "{count} was in the library already.", "{count} were in the library already.", known
            )
            parts.append(words.format(count=known))
        return " ".join((*parts, *self._to_check(repairs)))

    def _report_one(self, only: Kept) -> str:
        _ = self._
        title = only.entry.title or _("Untitled")
        if only.outcome is not Outcome.NEW:
            return self._report_known(only.outcome, title)
        added = _("Article added: {title}.").format(title=title.rstrip("."))
        to_check = self._to_check(only.repairs)
        return " ".join((added, *to_check, self._repaired(len(only.repairs))))

    def _report_known(self, outcome: Outcome, title: str) -> str:
        _ = self._
        words = _("This article is in the library already: {title}")
        if outcome is Outcome.RESTORED:
            words = _("This article was in the bin and is back: {title}")
        if outcome is Outcome.VERSION:
            words = _("A new version of the article: {title}. {command} shows what changed.")
        return words.format(title=title.rstrip("."), command=self._changes)

    def _to_check(self, repairs: "Sequence[Repair]") -> tuple[str, ...]:
        count = count_to_check(repairs)
        words = self._.plural(
            "Attention: {count} place to check.", "Attention: {count} places to check.", count
        )
        return (words.format(count=count),) if count else ()

    def _repaired(self, count: int) -> str:
        _ = self._
        if not count:
            return _("Nothing needed repair.")
        return _.plural(
            "{count} repair was made. {command} shows it.",
            "{count} repairs were made. {command} shows them.",
            count,
        ).format(count=count, command=self._repairs)

    def _window(self) -> QWidget:
        return self._notice.window()


def local_files(data: QMimeData) -> list[Path]:
    """Return the files that were copied or dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _is_named(text: str) -> bool:
    """Tell whether a text is nothing but an address, or a reference such as IP/25/467."""
    if _ADDRESS_ALONE.fullmatch(text):
        return True
    if not text or len(text) > _LONGEST or "://" in text or "\n" in text:
        return False
    from reader.app.web import is_named  # by rules that nobody needs before something is pasted

    return is_named(text)


def _take(reader: Reader, wanted: _Wanted, watch: Watch) -> Kept:
    if wanted.document is not None:
        return reader.keep(replace(wanted.document, password=wanted.password), watch)
    if wanted.path is None:
        return reader.keep(from_text(wanted.text), watch)
    return reader.keep(from_file(wanted.path, password=wanted.password), watch)
