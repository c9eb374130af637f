"""What a command needs to speak with the person at the terminal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from reader import wording
from reader.errors import ReaderError, UnwritableTargetError
from reader.i18n import Translator
from reader.paths import Folders
from reader.text import controls

if TYPE_CHECKING:
    from reader.app.documents import MakePdf

_STANDARD_OUTPUT = "/dev/stdout"


@dataclass(frozen=True, slots=True)
class Console:
    """The streams, the language and the folders of one run, and what makes PDFs."""

    translator: Translator
    folders: Folders
    source: BinaryIO
    output: TextIO
    errors: TextIO
    make_pdf: "MakePdf | None" = None

    def write(self, text: str) -> None:
        """Write a text to standard output, at once; as it is, but for what a terminal obeys.

        Raises `UnwritableTargetError`, as where the disk is full.
        """
        try:
            self.output.write(_harmless(text, self.output))
            self.output.flush()
        except BrokenPipeError:  # as in: chetivo list | head
            raise
        except OSError as error:
            reason = error.strerror or str(error)
            raise UnwritableTargetError(Path(_STANDARD_OUTPUT), reason) from error

    def say(self, line: str) -> None:
        """Write one line to standard output, at once; raises as `write` does."""
        self.write(f"{line}\n")

    def remark(self, line: str) -> None:
        """Write one line to standard error, so that it does not get into the results."""
        self.errors.write(_harmless(f"{line}\n", self.errors))

    def fail(self, error: ReaderError, argument: str = "") -> None:
        """Explain an error; the argument is put before it where the sentence lacks its folder."""
        sentence = wording.explain(error, self.translator)
        self.remark(sentence if argument in sentence else f"{argument}: {sentence}")

    def each(self, arguments: Iterable[str], action: Callable[[str], None]) -> int:
        """Do something with each argument; explain each that fails and go on.

        Returns the exit status: 0 all done, 1 some failed.
        """
        status = 0
        for argument in arguments:
            try:
                action(argument)
            except ReaderError as error:
                self.fail(error, argument)
                status = 1
        return status


def _harmless(text: str, stream: TextIO) -> str:
    return controls.harmless(text) if stream.isatty() else text
