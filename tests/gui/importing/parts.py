"""What the tests of imports share."""

from pathlib import Path

from reader.gui.bulk.report_dialog import ReportDialog
from reader.gui.bulk.strip import ImportStrip
from tests.gui.window_parts import dialogs


def news(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = f"Новина номер {number} за водите\n\nДържавите прилагат закон номер {number}.\n"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def strip(window) -> ImportStrip:
    return window.parts.import_strip


def told(window, qtbot, words):
    qtbot.waitUntil(lambda: words in strip(window).text)


def report(window, qtbot) -> ReportDialog:
    qtbot.waitUntil(lambda: bool(dialogs(window, ReportDialog)))
    (dialog,) = dialogs(window, ReportDialog)
    return dialog


def rows(dialog):
    return [row.said for row in dialog.model.rows]
