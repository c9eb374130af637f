"""Parts of a readable file whose letters are mapped wrongly: kept, but called doubtful."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reader.importers.pdf.letters import NO_LETTER, Letter, PageLetters
from reader.model.raw import Repair
from reader.text.normal import looks_garbled

# Of fewer letters nobody can say whether they are rubbish.
_FEWEST = 100
_SHOWN = 60
# Words with these are addresses.
_SIGNS = frozenset("/@_")


def doubtful_parts(page: PageLetters, number: int) -> Iterator[Repair]:
    """Yield a repair for each font that shows rubbish on a page: what it looks like."""
    by_font: dict[str, list[str]] = defaultdict(list)
    for font, word in _words(page.letters):
        if not _SIGNS & set(word) and any(map(_is_letter, word)):
            by_font[font].append(word)
    for words in by_font.values():
        text = " ".join(words)
        if sum(map(_is_letter, text)) >= _FEWEST and looks_garbled(text):
            sample = text[:_SHOWN]
            yield Repair("garbled", number, sample, sample)


def _words(letters: Sequence[Letter]) -> Iterator[tuple[str, str]]:
    """Yield the words with the font of most of their letters.

    Some writers put the letters of each script, and the marks, into fonts of their own.
    """
    fonts: Counter[str] = Counter()
    word = ""
    for letter in letters:
        if letter.gap and word:
            yield fonts.most_common(1)[0][0], word
            fonts, word = Counter(), ""
        fonts[letter.style.font] += 1
        word += letter.text
    if word:
        yield fonts.most_common(1)[0][0], word


def _is_letter(letter: str) -> bool:
    return letter.isalpha() or letter == NO_LETTER
