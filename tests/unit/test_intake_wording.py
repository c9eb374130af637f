"""What became of the files of an import is told as a sentence."""

from pathlib import Path

import pytest

from reader.errors import EmptyDocumentError
from reader.i18n import Translator
from reader.intake_wording import bulk_report
from reader.model.intake import Failed, Outcome, Report, Taken


def report(*outcomes, failed=0, earlier=0):
    taken = [Taken(Path(f"{n}.txt"), each, n, "Пчели") for n, each in enumerate(outcomes)]
    lost = [Failed(Path(f"-{n}.txt"), EmptyDocumentError(Path("-.txt"))) for n in range(failed)]
    before = [Taken(Path(f"+{n}.txt"), Outcome.NEW, n, "Влакове") for n in range(earlier)]
    return Report((), tuple(taken), tuple(lost), tuple(before), finished=True)


@pytest.mark.parametrize(
    ("told", "english", "bulgarian"),
    [
        (report(), "No files.", "Няма файлове."),
        (report(Outcome.NEW), "1 file added.", "1 добавен файл."),
        (
            report(Outcome.VERSION, failed=1),
            "1 new version and 1 file not taken in.",
            "1 нова версия и 1 неприет файл.",
        ),
        (
            report(Outcome.RESTORED, Outcome.RESTORED, failed=2, earlier=3),
            "2 files taken out of the bin, 3 files taken in before and 2 files not taken in.",
            "2 върнати от коша файла, 3 приети преди това файла и 2 неприети файла.",
        ),
    ],
)
def test_an_import_is_told_as_a_sentence_with_the_right_forms(told, english, bulgarian):
    assert bulk_report(told, Translator("en")) == english
    assert bulk_report(told, Translator("bg")) == bulgarian
