"""Parts of a readable file whose letters are mapped wrongly: kept, but called doubtful."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.importers.pdf.letters import NO_LETTER, PageLetters
from reader.model.raw import Repair
from reader.text.normal import looks_garbled

# Of fewer letters nobody can say whether they are rubbish.
_FEWEST = 100
_SHOWN = 60


def doubtful_parts(pages: Iterable[PageLetters]) -> Iterator[Repair]:
    """Yield a repair for each font that, on one page, shows rubbish: what it looks like."""
    for number, page in enumerate(pages):
        by_font: dict[str, list[str]] = defaultdict(list)
        for letter in page.letters:
            by_font[letter.style.font].append(letter.gap + letter.text)
        for parts in by_font.values():
            text = "".join(parts)
            letters = sum(letter.isalpha() or letter == NO_LETTER for letter in text)
            if letters >= _FEWEST and looks_garbled(text):
                sample = " ".join(text.split())[:_SHOWN]
                yield Repair("garbled", number, sample, sample)
