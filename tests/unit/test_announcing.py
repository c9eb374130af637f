"""What is told of the parts of an article, by a word, by a sound, or not at all."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import leaves
from reader.model.speaking import Speaking, Telling
from reader.model.utterance import Cue, Tone
from reader.speech.utterances import utterances

TELLINGS = ("headings", "quotes", "lists", "links", "notes", "pictures", "tables")
OFF, WORD, SOUND = (Speaking(**dict.fromkeys(TELLINGS, way)) for way in Telling)
LINK = "https://europa.eu/doklad"


def text(*words):
    return Paragraph(tuple(word if isinstance(word, Span) else Span(word) for word in words))


def article(*blocks, language="bg"):
    return Article("Заглавие", language, blocks, Source("text"))


def said(document, speaking=WORD):
    return [[part.text for part in one.parts] for one in utterances(document, speaking)]


def tones(document):
    return [[(tone.cue, tone.char) for tone in one.tones] for one in utterances(document, SOUND)]


def listed(*items, ordered=False):
    return ListBlock(
        ordered, tuple((text(item),) if isinstance(item, str) else item for item in items)
    )


def test_a_title_and_headings_are_told_with_their_level():
    document = article(Heading(1, (Span("Море"),)), Heading(3, (Span("Реки"),)))
    assert said(document) == [["Заглавие.", "Море"], ["Заглавие, ниво три.", "Реки"]]
    assert tones(document) == [[(Cue.HEADING, 0)], [(Cue.HEADING, 0)]]
    assert said(document, OFF) == [["Море"], ["Реки"]]


def test_a_quotation_is_told_where_it_begins_and_where_it_ends():
    quote = Quote((text("„Едно. Две."), text("Три.“")), (Span("Мария"),))
    document = article(quote, text("Край."))
    assert said(document) == [
        ["Цитат.", "„Едно."],
        ["Две."],
        ["Три.“", "Край на цитата."],
        ["Мария"],
        ["Край."],
    ]
    assert tones(document) == [[(Cue.QUOTE, 0)], [], [(Cue.QUOTE_END, 5)], [], []]


def test_a_list_is_told_with_the_count_of_its_items_and_its_end():
    document = article(listed("първо;", "второ."), text("Край."))
    assert said(document) == [
        ["Списък с две точки.", "първо;"],
        ["второ.", "Край на списъка."],
        ["Край."],
    ]
    assert tones(document) == [[(Cue.LIST, 0)], [(Cue.ITEM, 0)], []]


def test_two_lists_on_end_are_two():
    assert said(article(listed("а", "б"), listed("в", "г"))) == [
        ["Списък с две точки.", "а"],
        ["б", "Край на списъка."],
        ["Списък с две точки.", "в"],
        ["г", "Край на списъка."],
    ]


def test_a_list_in_a_list_is_told_and_the_outer_one_goes_on():
    inner = (text("първо"), listed("а", "б"))
    assert said(article(listed(inner, "второ"))) == [
        ["Списък с две точки.", "първо"],
        ["Списък с две точки.", "а"],
        ["б"],
        ["второ", "Край на списъка."],
    ]


@pytest.mark.parametrize("speaking", [OFF, SOUND])
def test_the_printed_number_of_an_item_is_always_said_once(speaking):
    numbered = listed((text("Едно."), text("И още.")), "Две.", ordered=True)
    assert said(article(numbered), speaking) == [
        ["едно.", "Едно."],
        ["И още."],
        ["две.", "Две."],
    ]


def test_the_word_for_a_link_stands_in_the_sentence_and_has_no_source():
    document = article(
        text("Вижте ", Span("целия ", link=LINK), Span("доклад", link=LINK), " тук.")
    )
    (one,) = utterances(document, WORD)
    assert one.text == "Вижте връзка целия доклад тук."
    (part,) = one.parts
    assert [part.text[word.start : word.end] for word in part.words] == [
        "Вижте",
        "целия",
        "доклад",
        "тук",
    ]
    assert tones(document) == [[(Cue.LINK, 6)]]


def test_a_link_in_another_language_is_told_in_it():
    document = article(text("Вижте ", Span("the report", link=LINK, language="en"), "."))
    assert said(document) == [["Вижте", "link the report."]]


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


def test_a_link_of_which_nothing_is_said_is_not_told():
    document = article(text("Вижте доклада (", Span(LINK, link=LINK), ") тук."))
    assert said(document) == [["Вижте доклада тук."]]
    assert tones(document) == [[]]


def test_a_note_is_told_with_its_number():
    document = article(Footnote("12", (Span("По данни от май. И още."),)))
    assert said(document) == [["Бележка дванадесет. По данни от май."], ["И още."]]
    assert said(document, OFF) == [["По данни от май."], ["И още."]]
    assert tones(document) == [[(Cue.NOTE, 0)], []]


def test_the_notice_of_a_machine_translation_is_told():
    assert said(article(Notice((Span("Преводът е машинен."),)))) == [
        ["Бележка за превода.", "Преводът е машинен."]
    ]


def test_a_picture_is_told_by_its_description_and_its_caption():
    document = article(Figure("Карта на Съюза", (Span("Съюзът днес"),)), Figure("Графика"))
    assert said(document) == [
        ["Изображение. Карта на Съюза.", "Съюзът днес"],
        ["Изображение.", "Графика"],
    ]
    assert said(document, OFF) == [["Карта на Съюза.", "Съюзът днес"], ["Графика"]]


def cells(*words):
    return tuple((Span(word),) for word in words)


def test_a_table_is_told_with_its_size():
    document = article(Table((), (cells("София", "27"), cells("Варна", "9"))))
    assert said(document) == [
        ["Таблица, два реда, две колони.", "София, двадесет и седем"],
        ["Варна, девет"],
    ]
    assert tones(document) == [[(Cue.TABLE, 0)], []]


def test_in_a_wide_table_each_cell_but_the_first_has_the_name_of_its_column():
    rows = (cells("София", "27", "3"), cells("Варна", "", "2"))
    document = article(Table(cells("Град", "Книги", "Зали"), rows, (Span("Библиотеки"),)))
    assert said(document) == [
        ["Таблица, три реда, три колони.", "Библиотеки"],
        ["Град, Книги, Зали"],
        ["София, Книги: двадесет и седем, Зали: три"],
        ["Варна, , Зали: две"],
    ]


def test_in_other_languages_it_is_told_in_english():
    document = article(Quote((text("Eins."),)), language="de")
    (one,) = utterances(document, WORD)
    assert [(part.text, part.language) for part in one.parts] == [
        ("Quotation.", "en"),
        ("Eins.", "de"),
        ("End of the quotation.", "en"),
    ]


def test_the_description_of_a_picture_is_in_the_language_of_the_article():
    document = article(Figure("Karte", (Span("Union"),)), language="de")
    (one,) = utterances(document, WORD)
    assert [(part.text, part.language) for part in one.parts] == [
        ("Picture.", "en"),
        ("Karte.", "de"),
        ("Union", "de"),
    ]


def test_what_has_no_words_stands_between_nothing():
    document = article(Quote((text("Едно."),)), text("* * *"), Quote((text("Две."),)))
    assert said(document, replace(WORD, quotes=Telling.WORD)) == [
        ["Цитат.", "Едно."],
        ["Две.", "Край на цитата."],
    ]


WORDS = st.lists(st.sampled_from(["море", "Река", "т.е.", "2025", "ЕС", "дом."]), min_size=1).map(
    " ".join
)
SPANS = st.lists(
    st.builds(
        Span,
        WORDS.map(lambda words: f"{words} "),
        link=st.sampled_from([None, LINK]),
        language=st.sampled_from([None, "en"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
PARAGRAPHS = st.builds(Paragraph, SPANS)
BLOCKS = st.one_of(
    PARAGRAPHS,
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(ListBlock, st.booleans(), st.tuples(st.tuples(PARAGRAPHS), st.tuples(PARAGRAPHS))),
    st.builds(Quote, st.tuples(PARAGRAPHS), SPANS | st.just(())),
    st.builds(Table, st.tuples(SPANS, SPANS, SPANS), st.tuples(st.tuples(SPANS, SPANS, SPANS))),
    st.builds(Figure, WORDS, SPANS | st.just(())),
    st.builds(Footnote, st.just("1"), SPANS),
    st.builds(Notice, SPANS),
)
CHOICES = st.builds(
    Speaking,
    **dict.fromkeys(TELLINGS, st.sampled_from(Telling)),
    **dict.fromkeys(("addresses", "marks", "names"), st.booleans()),
)


@given(st.lists(BLOCKS, max_size=5), CHOICES)
def test_every_word_of_an_article_is_said_once_and_in_order_whatever_is_told(blocks, speaking):
    document = article(*blocks)
    heard = dict.fromkeys(  # a number is said by several words
        word.source
        for one in utterances(document, speaking)
        for part in one.parts
        for word in part.words
    )
    letters = [(at.block, char) for at in heard for char in range(at.start, at.end)]
    assert letters == sorted(set(letters))
    for block, leaf in enumerate(leaves(document)):
        label = len("[1] ") if leaf.text.startswith("[1] ") else 0
        wanted = {n for n, char in enumerate(leaf.text) if char.isalnum() and n >= label}
        assert wanted <= {char for at, char in letters if at == block}


@pytest.mark.parametrize(("field", "way"), list(product(TELLINGS, Telling)))
def test_each_choice_counts_by_itself(field, way):
    document = article(
        Heading(1, (Span("Море"),)),
        Quote((text("Едно."),)),
        listed("първо"),
        text("Вижте ", Span("тук", link=LINK)),
        Footnote("1", (Span("Бележка."),)),
        Figure("Карта", (Span("Съюзът"),)),
        Table((), (cells("а", "б"),)),
    )
    speaking = replace(OFF, **{field: way})
    words, bare = said(document, speaking), said(document, OFF)
    sounds = [tone for one in utterances(document, speaking) for tone in one.tones]
    assert (words != bare) is (way is Telling.WORD)
    assert bool(sounds) is (way is Telling.SOUND)
    assert all(isinstance(tone, Tone) for tone in sounds)
