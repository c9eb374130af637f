"""What is told of the parts of an article, beside words of other languages."""

from dataclasses import replace

from reader.model.article import Article, Paragraph, Source, Span, Table
from reader.model.speaking import Speaking, Telling
from reader.speech.utterances import utterances

TELLINGS = ("headings", "quotes", "lists", "links", "notes", "pictures", "tables")
OFF, WORD, _SOUND = (Speaking(**dict.fromkeys(TELLINGS, way)) for way in Telling)
LINK = "https://europa.eu/doklad"


def text(*words):
    return Paragraph(tuple(word if isinstance(word, Span) else Span(word) for word in words))


def article(*blocks):
    return Article("Заглавие", "bg", blocks, Source("text"))


def said(document):
    return [[part.text for part in one.parts] for one in utterances(document, WORD)]


def cells(*words):
    return tuple((Span(word),) for word in words)


def test_a_link_that_touches_what_precedes_it_is_told_once():
    document = article(text("Вижте („", Span("the report", link=LINK, language="en"), "“)."))
    assert said(document) == [["Вижте („", "link the report“)."]]
    (one,) = utterances(document, replace(WORD, names=False))
    assert one.text == "Вижте („връзка the report“)."


def test_what_is_told_before_a_foreign_name_is_told_in_the_language_of_the_article():
    name = Span("Ursula von der Leyen", link=LINK)
    (one,) = utterances(article(text("Пише ", name, ".")), WORD)
    assert [(part.language, part.text) for part in one.parts][:3] == [
        ("bg", "Пише"),
        ("bg", "връзка"),
        ("de", "Ursula von der Leyen"),
    ]
    row = cells("1", "2", "Ursula von der Leyen")
    *_, one = utterances(article(Table(cells("Ред", "Глас", "Име"), (row,))), WORD)
    assert [(part.language, part.text) for part in one.parts] == [
        ("bg", "едно, Глас: две,"),
        ("bg", "Име:"),
        ("de", "Ursula von der Leyen"),
    ]


def test_what_stands_between_cells_is_no_word_in_any_language():
    row = (*cells("Едно"), (Span("two words", language="en"),), *cells("три"))
    *_, one = utterances(article(Table((), (row,))), OFF)
    assert [part.text for part in one.parts] == ["Едно,", "two words,", "три"]
