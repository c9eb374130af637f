"""The spoken form of a Bulgarian text."""

from collections.abc import Iterable, Iterator

from reader.paths import resource
from reader.speech.spoken.pieces import Piece
from reader.speech.spoken.rules import rules
from reader.speech.spoken.scan import Rule, scan
from reader.text.abbreviations import load_rules
from reader.text.sentences import sentences


def spoken_text(text: str, own: Rule | None = None) -> str:
    """Return a text of any number of sentences as it is said."""
    found: list[str] = []
    for start, end in sentences(text, load_rules(resource("abbreviations_bg.json"))):
        found.append("".join(piece.words for piece in spoken_form(text[start:end], own)))
    return " ".join(" ".join(found).split())


def spoken_form(
    sentence: str,
    own: Rule | None = None,
    *,
    in_full: frozenset[int] = frozenset(),
    entire: bool = False,
) -> tuple[Piece, ...]:
    """Return what is said of a sentence, piece by piece; together they cover all of it.

    `own` is the person's own way to say some words. `in_full` are the places of acronyms that are
    said by their names (see `acronyms.first_uses`), `entire` asks for whole addresses. A place of
    the text that is said by nothing has an empty piece; words from different places have space
    between them.
    """
    return tuple(_spaced(scan(sentence, rules(in_full=in_full, entire=entire), own)))


def _spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with space where two that touch would make one word, and never twice."""
    before: Piece | None = None
    for piece in pieces:
        apart = _without_double_space(before, piece)
        if before is not None and _would_join(before, apart):
            yield Piece(" ", apart.start, apart.start)
        yield apart
        if apart.words:
            before = apart


def _would_join(before: Piece, after: Piece) -> bool:
    if before.verbatim and after.verbatim and before.end == after.start:
        return False
    return before.words[-1:].isalnum() and after.words[:1].isalnum()


def _without_double_space(before: Piece | None, piece: Piece) -> Piece:
    if not piece.words.startswith(" ") or not (before is None or before.words.endswith(" ")):
        return piece
    begin = piece.start + 1 if piece.verbatim else piece.start
    return Piece(piece.words[1:], begin, piece.end, piece.verbatim)
