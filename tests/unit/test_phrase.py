"""A word is heard with those around it, where it stands nearest to the caret."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article, Heading, Paragraph, Source, Span, plain
from reader.model.position import START, Position
from reader.model.pronunciation import Pronunciation
from reader.speech.spoken.phrase import phrase

LEYEN = Pronunciation("Лайен", "Ла́йен")
TEXT = "Вчера в Брюксел председателката Урсула фон дер Лайен обяви нови мерки за книгите."


def article(*texts):
    blocks = (Heading(1, (Span("Лайен"),)), *(Paragraph((Span(text),)) for text in texts))
    return Article("", "bg", blocks, Source("text"))


def words(found):
    (paragraph,) = found.blocks
    return plain(paragraph.spans)


def test_the_word_comes_with_those_around_it():
    found = phrase(article(TEXT), Position(1, 60), LEYEN)
    assert words(found) == "председателката Урсула фон дер Лайен обяви нови мерки"


def test_of_several_places_the_one_at_the_caret_counts():
    assert words(phrase(article(TEXT), START, LEYEN)) == "Лайен"
    twice = "Лайен пристигна рано сутринта в София. Там Лайен каза добре дошли на всички."
    there = Position(1, twice.rindex("Лайен"))
    assert words(phrase(article(twice), there, LEYEN)) == (
        "сутринта в София. Там Лайен каза добре дошли"
    )


def test_languages_stay_with_their_words():
    spans = (Span("Каза "), Span("von der Leyen", language="de"), Span(" вчера."))
    found = phrase(
        Article("", "bg", (Paragraph(spans),), Source("text")),
        START,
        Pronunciation("Leyen", "Лайен"),
    )
    assert found.blocks == (Paragraph((*spans[:2], Span(" вчера."))),)


def test_words_that_are_not_there_come_alone():
    assert words(phrase(article(TEXT), START, Pronunciation("Шолц", "Шолц"))) == "Шолц"
    assert words(phrase(None, START, LEYEN)) == "Лайен"


@given(st.text("аб .,-", max_size=30), st.text("аб ", min_size=1, max_size=3))
def test_a_phrase_is_always_a_stretch_with_the_word(text, written):
    found = words(phrase(article(text), Position(1, 5), Pronunciation(written, "")))
    assert found in (text, written) or found in text
