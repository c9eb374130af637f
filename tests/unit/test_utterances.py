from dataclasses import replace

from reader.model.article import (
    Article,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import leaves
from reader.model.position import Extent
from reader.model.pronunciation import Pronunciation
from reader.model.speaking import Speaking, Telling
from reader.model.utterance import Part, SpokenWord, Utterance
from reader.speech.utterances import utterances as yielded

# Nothing besides the article's own words.
PLAIN = Speaking(quotes=Telling.OFF, notes=Telling.OFF, pictures=Telling.OFF, tables=Telling.OFF)


def utterances(document: Article, speaking: Speaking = PLAIN, own=()) -> list[Utterance]:
    return list(yielded(document, speaking, own))


def article(*blocks):
    return Article("Заглавие", "bg", blocks, Source("text"))


def paragraph(text):
    return Paragraph((Span(text),))


def source_text(document: Article, extent: Extent) -> str:
    return leaves(document)[extent.block].text[extent.start : extent.end]


def words_of(utterance: Utterance) -> tuple[SpokenWord, ...]:
    (part,) = utterance.parts
    return part.words


def said(document: Article, **choices) -> list[str]:
    return [one.text for one in utterances(document, replace(PLAIN, **choices))]


def test_an_article_is_said_leaf_by_leaf_and_sentence_by_sentence():
    document = article(
        Heading(1, (Span("Нови правила"),)),
        paragraph("Комисията прие план. Той струва 5 млн. евро."),
        ListBlock(ordered=False, items=((paragraph("първа мярка;"),), (paragraph("втора."),))),
        Quote((paragraph("„Успяхме. Продължаваме.“"),), (Span("Мария Иванова"),)),
    )
    assert said(document) == [
        "Нови правила",
        "Комисията прие план.",
        "Той струва пет милиона евро.",
        "първа мярка;",
        "втора.",
        "„Успяхме.",
        "Продължаваме.“",
        "Мария Иванова",
    ]


def test_each_utterance_knows_the_extent_it_comes_from():
    document = article(paragraph("Първо изречение. Второ изречение."), paragraph("Трето."))
    found = utterances(document)
    assert [utterance.source for utterance in found] == [
        Extent(0, 0, 16),
        Extent(0, 17, 33),
        Extent(1, 0, 6),
    ]
    assert [source_text(document, utterance.source) for utterance in found] == said(document)


def test_each_word_leads_back_to_its_source():
    document = article(paragraph("Едно. Бюджетът е 3,5 млрд. евро, т.е. рекорд."))
    second = utterances(document)[1]
    spoken = [
        (second.text[word.start : word.end], source_text(document, word.source))
        for word in words_of(second)
    ]
    assert spoken == [
        ("Бюджетът", "Бюджетът"),
        ("е", "е"),
        ("три", "3,5"),
        ("цяло", "3,5"),
        ("и", "3,5"),
        ("пет", "3,5"),
        ("милиарда", "млрд."),
        ("евро", "евро"),
        ("тоест", "т.е."),
        ("рекорд", "рекорд"),
    ]


def test_a_sum_of_money_is_one_word_of_the_source():
    document = article(paragraph("Струва 3,50 лв./кг днес."))
    (utterance,) = utterances(document)
    assert utterance.text == "Струва три лева и петдесет стотинки на килограм днес."
    sources = [source_text(document, word.source) for word in words_of(utterance)]
    assert list(dict.fromkeys(sources)) == ["Струва", "3,50 лв.", "/кг", "днес"]


def test_in_other_languages_the_voice_itself_puts_numbers_into_words():
    document = Article("Title", "en", (paragraph("It costs 5 € [1]."),), Source("text"))
    assert said(document) == ["It costs 5 € [1]."]


def test_an_address_in_brackets_is_not_read():
    document = article(
        paragraph("Речта (https://ec.europa.eu/x/SPEECH_25_471) и планът са онлайн.")
    )
    (utterance,) = utterances(document)
    assert utterance.text == "Речта и планът са онлайн."
    assert source_text(document, utterance.source) == leaves(document)[0].text
    spoken = [source_text(document, word.source) for word in words_of(utterance)]
    assert spoken == ["Речта", "и", "планът", "са", "онлайн"]


def test_of_a_bare_address_only_the_site_is_read():
    document = article(
        paragraph("Вижте https://ec.europa.eu/info/index_bg.html. Пишете на www.europa.eu!")
    )
    assert said(document) == ["Вижте ec точка europa точка eu.", "Пишете на europa точка eu!"]


def test_addresses_are_read_whole_where_the_person_asks_for_them():
    document = article(paragraph("Вижте https://ec.europa.eu/info/index_bg.html."))
    (sentence,) = said(document, addresses=True)
    assert sentence.startswith("Вижте адрес ec точка europa точка eu наклонена черта info")
    assert sentence.endswith("долна черта bg точка html.")


def test_a_mark_in_an_address_goes_with_it_once():
    document = article(paragraph("Вижте https://europa.eu/a[1]. Край."))
    assert said(document) == ["Вижте europa точка eu.", "Край."]


def test_a_fraction_and_a_document_number_are_no_address():
    (words,) = said(article(paragraph("Регламент (ЕС) 2024/1689 и 10 MW/h.")))
    assert words.startswith("Регламент (е се) две хиляди двадесет и четири")


def test_the_mark_of_a_note_is_not_read_in_the_text():
    document = article(
        paragraph("Делът расте[1]. Вижте [2]."), Footnote("1", (Span("По данни на Евростат."),))
    )
    assert said(document) == ["Делът расте.", "Вижте две.", "По данни на Евростат."]
    assert said(document, marks=True) == [
        "Делът расте, бележка едно.",
        "Вижте две.",
        "едно. По данни на Евростат.",
    ]


def test_the_mark_of_a_note_may_have_round_brackets():
    document = article(paragraph("Бюджетът за годината(1), член 5(2) и лицето(ата) и т.н.(3)."))
    (words,) = said(document)
    assert words == "Бюджетът за годината, член пет(две) и лицето(ата) и така нататък(три)."
    (words,) = said(document, marks=True)
    assert words.startswith("Бюджетът за годината, бележка едно, член пет(две)")


def test_a_stretch_in_another_language_is_a_part_of_its_own():
    spans = (
        Span("Програмата „"),
        Span("Horizon ", language="en"),
        Span("Europe", language="en", strong=True),
        Span("“ продължава."),
        Span(" Тя е голяма."),
    )
    document = article(Paragraph(spans))
    found = utterances(document)
    assert [[(part.text, part.language) for part in utterance.parts] for utterance in found] == [
        [("Програмата „", "bg"), ("Horizon Europe", "en"), ("“ продължава.", "bg")],
        [("Тя е голяма.", "bg")],
    ]
    assert [source_text(document, utterance.source) for utterance in found] == [
        "Програмата „Horizon Europe“ продължава.",
        "Тя е голяма.",
    ]


def test_names_in_other_languages_may_be_read_by_the_voice_of_their_sentence():
    spans = (Span("Програмата "), Span("Horizon Europe", language="en"), Span(" продължава. "))
    foreign = Span("It goes on.", language="en")
    found = utterances(article(Paragraph((*spans, foreign))), replace(PLAIN, names=False))
    assert [[(part.text, part.language) for part in one.parts] for one in found] == [
        [("Програмата Horizon Europe продължава.", "bg")],
        [("It goes on.", "en")],
    ]


def test_a_span_of_marks_only_goes_with_what_precedes_it():
    spans = (Span("Каза „да"), Span("“.", language="en"))
    (utterance,) = utterances(article(Paragraph(spans)))
    assert utterance.parts == (Part("Каза „да“.", "bg", words_of(utterance)),)
    assert utterance.source == Extent(0, 0, 10)


def test_the_language_is_the_articles_where_nothing_else_is_said():
    document = Article("Title", "en", (paragraph("One sentence."),), Source("text"))
    assert [part.language for said in utterances(document) for part in said.parts] == ["en"]


def test_a_table_is_said_row_by_row():
    table = Table(
        header=((Span("Държава"),), (Span("Дял, %"),)),
        rows=(((Span("България"),), (Span("12,4"),)), ((Span("Общо. Средно"),), (Span("9"),))),
        caption=(Span("Дял на ИИ"),),
    )
    document = article(table)
    assert said(document) == [
        "Дял на изкуствен интелект",
        "Държава, Дял, процента",
        "България, дванадесет цяло и четири",
        "Общо. Средно, девет",
    ]
    row = utterances(document)[2]
    assert source_text(document, row.source) == "България | 12,4"
    sources = dict.fromkeys(source_text(document, word.source) for word in words_of(row))
    assert list(sources) == ["България", "12,4"]


def test_what_holds_no_word_is_not_said():
    assert said(article(paragraph("* * *"), paragraph("—"), paragraph("Край."))) == ["Край."]


def test_an_empty_article_has_nothing_to_say():
    assert utterances(article()) == []


def test_the_person_s_own_words_are_said_as_the_person_wants():
    document = article(paragraph("Лайен говори. Речта на Лайен е дълга."))
    first, second = utterances(document, own=(Pronunciation("Лайен", "Ла́й ен"),))
    assert (first.text, second.text) == ("Ла́й ен говори.", "Речта на Ла́й ен е дълга.")
    sources = [source_text(document, word.source) for word in words_of(second)]
    assert sources == ["Речта", "на", "Лайен", "Лайен", "Лайен", "е", "дълга"]


def test_an_own_word_is_said_by_the_voice_of_its_language():
    document = article(
        Paragraph((Span("Тук е "), Span("von der Leyen", language="de"), Span(" днес.")))
    )
    (utterance,) = utterances(document, own=(Pronunciation("Leyen", "Лайен"),))
    parts = [(part.text, part.language) for part in utterance.parts]
    assert parts == [("Тук е", "bg"), ("von der", "de"), ("Лайен днес.", "bg")]


def test_an_own_word_inside_an_address_leaves_the_address_as_it_is():
    document = article(paragraph("Вижте сайта (https://europa.eu/lex) днес."))
    (utterance,) = utterances(document, own=(Pronunciation("lex", "лекс"),))
    assert utterance.text == "Вижте сайта днес."


def test_a_name_is_read_by_a_voice_of_its_language_or_in_bulgarian_letters():
    document = article(paragraph("Председателят Ursula von der Leyen откри форума."))
    (utterance,) = utterances(document)
    before, name, behind = utterance.parts
    assert (before.language, before.text, before.at_home) == ("bg", "Председателят", None)
    assert (name.language, name.text) == ("de", "Ursula von der Leyen")
    assert (name.at_home.language, name.at_home.text) == ("bg", "Урзула фон дер Лайен")
    for part in (name, name.at_home):
        words = [source_text(document, word.source) for word in part.words]
        assert words == ["Ursula", "von", "der", "Leyen"]
    assert behind.text == "откри форума."
    (plain,) = utterances(document, Speaking(names=False))
    assert [part.language for part in plain.parts] == ["bg"]


def test_an_acronym_is_said_in_full_where_the_article_has_it_first():
    document = article(paragraph("Ставката на ЕЦБ е 2 %. ЕЦБ ще я запази."), paragraph("ЕЦБ."))
    assert said(document) == [
        "Ставката на Европейската централна банка е два процента.",
        "е це бе ще я запази.",
        "е це бе.",
    ]
    assert said(document, in_full=False)[0] == "Ставката на е це бе е два процента."
    first = next(iter(utterances(document)))
    assert {source_text(document, word.source) for word in words_of(first)} == {
        *("Ставката", "на", "ЕЦБ", "е", "2", "%"),
    }
