"""An article with its original, for the tests of the two beside each other."""

from reader.model.article import Article, Heading, ListBlock, Paragraph, Source, Span
from reader.model.position import Extent, Position

BOOKS = "Комисията ще вложи 20 млн. евро в достъпни книги."
BOOKS_EN = "The Commission will invest €20 million in accessible books."
ROOMS = "Всяка държава ще открие поне 3 читални до 2027 г."
ROOMS_EN = "Each Member State will open at least 3 reading rooms by 2027."
VOICES = "Библиотеките ги записват с 12 гласа."
VOICES_EN = "Libraries record them with 12 voices."
FREE = "Входът е свободен."
FREE_EN = "Admission is free."
TITLE = "Нови правила за достъпни книги"
BULGARIAN = Article(
    TITLE,
    "bg",
    (
        Heading(1, (Span(TITLE),)),
        Paragraph(
            (
                Span("Комисията ще вложи 20 млн. евро в достъпни книги. "),
                Span("Всяка държава ще открие поне 3 читални до 2027 г. "),
                Span("Входът е свободен."),
            )
        ),
        Heading(2, (Span("Какво се променя"),)),
        ListBlock(
            ordered=False,
            items=(
                (Paragraph((Span("Издателите дават 150 заглавия на година."),)),),
                (Paragraph((Span("Библиотеките ги записват с 12 гласа."),)),),
            ),
        ),
        Paragraph(
            (
                Span("Повече има в "),
                Span("доклада", link="https://example.org/bg"),
                Span(" от 4 март 2025 г."),
            )
        ),
    ),
    Source("text"),
)
ENGLISH = Article(
    "New rules for accessible books",
    "en",
    (
        Heading(1, (Span("New rules for accessible books"),)),
        Paragraph(
            (
                Span("The Commission will invest €20 million in accessible books. "),
                Span("Each Member State will open at least 3 reading rooms by 2027. "),
                Span("Admission is free."),
            )
        ),
        Heading(2, (Span("What changes"),)),
        ListBlock(
            ordered=False,
            items=(
                (Paragraph((Span("Publishers provide 150 titles a year."),)),),
                (Paragraph((Span("Libraries record them with 12 voices."),)),),
            ),
        ),
        Paragraph(
            (
                Span("Read more in the "),
                Span("report", link="https://example.org/en"),
                Span(" of 4 March 2025."),
            )
        ),
    ),
    Source("original"),
)


def keep(library, article=BULGARIAN, original=ENGLISH):
    """Keep an article with its original; return its number."""
    number = library.add(article, (), article.title.encode()).entry.identifier
    if original is not None:
        library.original_texts.keep(number, original, original.title.encode())
    return number


def text_of(view, extent):
    """Return the words of a stretch of what a view shows."""
    return view.outline().leaves[extent.block].text[extent.start : extent.end]


def second(window):
    return window.findChild(type(window.parts.view), "originalView")


def ready(window, qtbot):
    """Wait until the sentence that is read is marked."""
    qtbot.waitUntil(lambda: second(window) is not None and bool(marked(second(window))))
    return second(window)


def marked(view):
    """Return the words that are marked as the same sentence."""
    return [text_of(view, extent) for extent in view._same]


def place_of(view, words):
    """Return where words begin in what a view shows."""
    for block, leaf in enumerate(view.outline().leaves):
        if words in leaf.text:
            return Position(block, leaf.text.index(words))
    raise AssertionError(words)


def extent_of(view, words):
    """Return where words stand in what a view shows."""
    place = place_of(view, words)
    return Extent(place.block, place.char, place.char + len(words))


# Of these two, the second sentence says something like the other, and is paired by its place alone.
GUESSED = Article(
    "Книги за всички",
    "bg",
    (
        Heading(1, (Span("Книги за всички"),)),
        Paragraph((Span("Комисията ще вложи 20 млн. евро."),)),
        Paragraph((Span("Така е по-добре. Радваме се."),)),
        Paragraph((Span("Входът е свободен."),)),
    ),
    Source("text"),
)
GUESSED_EN = Article(
    "Books for all",
    "en",
    (
        Heading(1, (Span("Books for all"),)),
        Paragraph((Span("The Commission will invest €20 million."),)),
        Paragraph((Span("A step forward."),)),
        Paragraph((Span("Admission is free."),)),
    ),
    Source("original"),
)
