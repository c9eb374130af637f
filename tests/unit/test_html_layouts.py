"""Pages as themes and builders set them: what stands beside the text, and what only labels it."""

from datetime import date

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, article, links, told

LONG = TEXT[3:-4]


@pytest.mark.parametrize(
    "link", ['<a href="/"></a>', '<a href="/">\u00a0</a>', '<a href="/"><img src="a.png"></a>']
)
def test_a_link_without_words_does_no_harm(link):
    assert told(f"<p>Дума {link} дума.</p>{TEXT}")[0][1].split() == ["Дума", "дума."]


def test_what_a_builder_calls_all_its_parts_tells_nothing_of_them():
    picture = '<div class="elementor-widget elementor-widget-image"><img src="a" alt="Липа"></div>'
    share = '<div class="elementor-widget elementor-widget-share-buttons"><p>Facebook</p></div>'
    assert told(picture + TEXT * 3 + share)[0] == ("figure", "Липа")
    assert ("p", "Facebook") not in told(picture + TEXT * 3 + share)


def test_a_label_of_an_advertisement_goes_and_the_word_in_a_text_stays():
    assert told(f"{TEXT}<div><span>- Реклама -</span></div><p>Реклама няма.</p>") == [
        ("p", LONG),
        ("p", "Реклама няма."),
    ]


def test_the_sort_of_text_is_no_part_of_it_beside_the_title_alone():
    assert told(f"<div><span>Новина</span></div>{TEXT}") == [("p", LONG)]
    assert told(f'{TEXT * 20}<ul><li><a href="/a">Новина</a></li></ul>')[-1] == ("li", "Новина")


def test_pictures_of_a_gallery_keep_their_captions():
    one, two = (f"<figure><img src='a'><figcaption>{each}</figcaption></figure>" for each in "АБ")
    found = told(f"<figure>{one}{two}</figure>{TEXT}")
    assert found[:2] == [("figure", "А"), ("figure", "Б")]


def test_what_stands_under_a_picture_is_its_caption_without_a_name_too():
    under = '<div class="post__image-wrap"><img src="a" alt="Липа"><div>Снимка: Асен</div></div>'
    assert told(under + TEXT)[0] == ("figure", "Снимка: Асен")
    assert (
        told(f"<figure><img src='a'><div>Снимка: Асен</div></figure>{TEXT}")[0][1] == "Снимка: Асен"
    )


def test_a_picture_may_have_its_words_and_its_source_in_two_lines():
    under = "<div>Липа в двора</div><div class='copyright'>Снимка: Асен</div>"
    picture = f'<div class="gallery"><img src="a" alt="Липа">{under}</div>'
    assert told(picture + TEXT)[0] == ("figure", "Липа в двора Снимка: Асен")


def test_a_heading_that_begins_what_goes_on_elsewhere_goes_with_its_part():
    more = '<div><h2>Още от рубриката</h2><div><a href="/b">Друга новина</a></div></div>'
    assert told(TEXT * 3 + more) == [("p", LONG)] * 3


def test_the_day_is_the_one_nearest_to_the_title():
    page = f"""<html><body><div class="bar"><span class="date">12.04.2025</span></div>
        <div><h1>Заглавие</h1><p class="date">3.04.2025</p>{TEXT}</div></body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    assert [each["text"] for each in flat.blocks(found)] == ["Заглавие", "3.04.2025", LONG]


def test_the_hour_beside_the_day_is_told_with_it():
    line = '<div class="d"><time>3 май 2025 г.</time> <span>13:20</span></div>'
    assert told(line + TEXT)[0] == ("date", "3 май 2025 г. 13:20")


def test_an_article_under_a_linked_heading_is_another_one():
    card = "<article><h3><a href='/b'>Друга новина</a></h3><p>Откъс от нея.</p></article>"
    assert told(TEXT * 3 + card) == [("p", LONG)] * 3


def test_the_size_of_a_file_stands_apart_from_its_name():
    file = '<span><a href="/a.pdf">Доклад</a></span><span class="file-size">2 KB</span>'
    assert told(f"<div>{file}</div>{TEXT}")[0] == ("p", "Доклад 2 KB")
    assert links(file + TEXT) == [("Доклад", "https://example.org/a.pdf")]


def test_a_dash_after_the_words_of_a_quotation_begins_who_said_them():
    quote = "<blockquote><p>Видяхме се!</p>— Асен, <a href='/a'>2 май</a></blockquote>"
    assert told(quote + TEXT)[0] == ("quote", "Видяхме се!")
    assert links(quote + TEXT) == []


def test_the_day_below_the_text_may_be_named_twice():
    line = '<p class="date"><time>12 май 2025</time></p>'
    text = f"<p>{LONG} {LONG}</p>" * 40
    assert ("date", "12 май 2025") in told(text + line + text)
    assert ("date", "12 май 2025") not in told(text + line + line + text)


def test_a_day_with_its_hour_needs_no_name():
    line = "<div class='info'><span>30 май 2025 | 12:00</span><span>3321</span></div>"
    assert told(line + TEXT)[0] == ("date", "30 май 2025 | 12:00")


def test_words_behind_what_is_hidden_count_as_words():
    part = f"<h2>Раздел</h2><p><span hidden>а</span>{LONG}</p><nav><p>Меню</p></nav>"
    assert told(f"<div>{part}</div>{TEXT}")[0] == ("heading", "Раздел")


def test_headings_that_damage_has_put_into_each_other_are_told_once():
    picture = '<div class="wp-caption"><h2>Липи<span><h3>Дъб</h3></span></h2><img alt="Липа"></div>'
    assert [kind for kind, _ in told(picture + TEXT)].count("heading") == 1


def test_a_section_that_begins_like_a_list_of_other_news_is_read():
    section = f"<section><h2>Още от самото начало</h2>{TEXT}</section>"
    assert told(TEXT * 3 + section)[3:] == [("heading", "Още от самото начало"), ("p", LONG)]


def test_words_above_links_alone_may_head_a_list_of_other_news_without_a_heading():
    box = '<div><div>Прочетете още</div><div><a href="/b">Друга новина</a></div></div>'
    assert told(f"{TEXT}{box}{TEXT}") == [("p", LONG)] * 2
    row = "<tr><td><b>Бюлетин</b></td><td><a href='/b'>Брой 3</a></td></tr>"
    assert told(f"{TEXT}<table><tr><th>Вид</th><th>Място</th></tr>{row}</table>")[-1][0] == "table"


def test_tags_with_their_sign_are_no_part_of_the_text():
    tags = '<div><a href="/t">#музеи</a> <a href="/d">#Пловдив</a></div>'
    assert told(TEXT + tags) == [("p", LONG)]
    assert told(f'{TEXT}<p>Пишете с <a href="/t">#музеи</a></p>')[-1] == ("p", "Пишете с #музеи")


def test_a_paragraph_beside_the_title_belongs_to_the_text():
    page = f"""<html><body><main><div class="banner"><h1>Заглавие</h1>{TEXT}</div>
        <div><article><div>{TEXT * 3}</div></article></div></main></body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    assert [each["text"] for each in flat.blocks(found)] == ["Заглавие", *[LONG] * 4]


def test_the_author_whom_the_data_of_the_page_name_is_not_told_again():
    line = "<div><span>Деница Райкова</span><span>•</span><time>3 май 2025</time></div>"
    page = f"""<html><head><meta name="author" content="Деница Райкова"></head><body><article>
        <h1>Заглавие</h1>{line}{TEXT}<p>Пита Деница Райкова.</p></article></body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    texts = [each["text"] for each in flat.blocks(found)]
    assert texts == ["Заглавие", "3 май 2025", LONG, "Пита Деница Райкова."]


def test_a_long_title_set_in_a_block_is_no_paragraph_above_the_day():
    title = "Съветът прие новите правила за чистия въздух в градовете и в селата на всички държави"
    page = f"""<html><body><article><h1><div>{title}</div></h1>
        <div class="subtitle"><p class="date">17-12-2024 - 13:17</p></div>
        <div>{TEXT * 3}</div></article></body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    assert [each["kind"] for each in flat.blocks(found)][:3] == ["title", "date", "p"]


def test_a_heading_that_is_but_a_link_home_is_no_title():
    page = f"""<html><head><title>Тихи часове - Музеи</title></head><body>
        <h1><a href="/">Музеи</a></h1><div><h2>Тихи часове</h2>{TEXT * 3}</div></body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    assert found.title == "Тихи часове"


def test_a_line_that_but_names_the_author_below_the_title_goes_and_a_sentence_stays():
    assert told(f"<p>От Деница Райкова</p>{TEXT}") == [("p", LONG)]
    assert told(f"<p>От Деница няма вест</p>{TEXT}")[0] == ("p", "От Деница няма вест")


def test_a_row_of_links_to_the_same_page_in_other_languages_goes():
    row = '<a href="/en" hreflang="en">English</a> <a href="/de" hreflang="de">Deutsch</a>'
    assert told(f"{TEXT}<div>Език: {row}</div>") == [("p", LONG)]


def test_a_heading_below_the_page_that_says_whose_it_is_is_no_title():
    foot = '<div class="page-footer"><h3>Законодателна обсерватория</h3></div>'
    page = f"""<html><head><title>Законодателна обсерватория</title></head><body><h1>Везни</h1>
        {TEXT * 3}{foot}</body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(page.encode())))
    assert found.title == "Везни"


def test_a_list_that_leads_to_places_of_the_page_alone_is_left_out():
    one, two = ('<li><a href="#a">Първо</a></li>', '<li><a href="#b">Второ</a></li>')
    assert told(f"<ul>{one}{two}</ul>{TEXT}") == [("p", LONG)]
    assert told(f"<ul>{one}<li>Второ</li></ul>{TEXT}")[:2] == [("li", "Първо"), ("li", "Второ")]
    opener = '<li><a href="#a" data-toggle="tab">Първо</a></li>'
    assert told(f"<ul>{opener}{two}</ul>{TEXT}")[0] == ("li", "Първо")


@pytest.mark.parametrize("role", ["table", "grid"])
@pytest.mark.parametrize(
    "rows",
    ["<tr><td>Мост</td><td>Тунел</td></tr>", "<tr><td>1.</td><td>Мост</td></tr>" * 2],
)
def test_a_table_that_says_so_is_one_however_it_looks(role, rows):
    assert told(f"{TEXT}<table role={role}>{rows}</table>")[-1][0] == "table"
    assert told(f"{TEXT}<table>{rows}</table>")[-1][0] != "table"


def page(body):
    """Return kind and text of all that a page without anything round its body tells."""
    markup = f"<html><body>{body}</body></html>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    return [(each["kind"], each["text"]) for each in flat.blocks(found)]


MENU = f"<nav>{TEXT * 40}</nav>"


@pytest.mark.parametrize(
    "name", ["with-sidebar", "post share", "paywall", "box--Ads", "print-step"]
)
def test_a_text_named_after_what_stands_beside_it_is_read_where_there_is_no_other(name):
    rest = '<div class="comments"><p>Коментар на читател с достатъчно много думи в него.</p></div>'
    text = f'<div class="{name}">{TEXT * 8}<div class="share"><p>Пратете на приятел</p></div></div>'
    assert page(f"{MENU}<h1>Заглавие</h1>{text}{rest}") == [
        ("title", "Заглавие"),
        *[("p", LONG)] * 8,
    ]


def test_what_is_named_as_beside_the_text_stays_out_below_a_short_one():
    beside = f'<div class="sidebar">{TEXT * 12}</div>'
    assert page(f"{MENU}<h1>Заглавие</h1>{TEXT * 4}{beside}")[1:] == [("p", LONG)] * 4


def test_an_article_with_cards_below_its_text_is_the_article_of_the_title_above_it():
    cards = '<h3><a href="/b">Друга новина от града</a></h3><h3><a href="/c">Трета</a></h3>'
    text = f"<article>{TEXT * 3}{cards}</article>"
    found = page(f"{MENU}<h1>Заглавие</h1>{text}")
    assert found[:4] == [("title", "Заглавие"), *[("p", LONG)] * 3]


def test_the_topics_of_a_post_are_not_what_it_is():
    post = f'<article class="post tag-cookies category-newsletter">{TEXT * 3}</article>'
    assert page(f"{MENU}<h1>Заглавие</h1>{post}")[1:] == [("p", LONG)] * 3


def test_a_table_may_hide_some_of_its_cells():
    hidden = "<tr hidden><td>в</td><td>г</td></tr>"
    table = (
        f"<table><tr><td>Град</td><td>Хора</td></tr>{hidden}<tr><td>а</td><td>б</td></tr></table>"
    )
    assert told(table + TEXT)[0] == ("table", "Град | Хора\nа | б")
    numbered = f"<table>{hidden}<tr><td>(1)</td><td>Точка</td></tr></table>"
    assert told(numbered + TEXT)[0] == ("p", "(1) Точка")


def test_lines_that_are_each_named_as_the_title_are_one():
    lines = ("РЕГЛАМЕНТ (ЕС) 2025/1", "от 3 март 2025 година", "относно пчелния восък")
    named = "".join(f'<p class="doc-ti">{each}</p>' for each in lines)
    assert page(named + TEXT)[0] == ("title", " ".join(lines))
    linked = named.replace("3 март", '<a href="/a">3 март</a>')
    assert page(linked + TEXT)[0] == ("title", lines[0])


def test_the_title_of_a_window_over_the_page_is_not_that_of_the_page():
    window = '<div class="modal-title">Изберете език на страницата</div>'
    named = '<p class="panel-title">Сродни документи на съда</p>'
    own = '<p id="title" class="title-bold">Доклад за пчелите в Северна България</p>'
    assert page(window + named + own + TEXT * 3)[0][0] == "title"
    found = [text for kind, text in page(window + named + own + TEXT * 3) if kind == "title"]
    assert found == ["Доклад за пчелите в Северна България"]


def test_signs_of_symbol_fonts_are_told_by_letters_that_all_fonts_have():
    sign = '<span style="font-family:Symbol">\uf02d</span>'
    assert told(f"<p>{sign} като взе предвид Договора,</p>{TEXT}")[0][1].startswith("– като")
    assert told(f"<p>\uf0b7 Липа</p>{TEXT}")[0] == ("p", "• Липа")
    assert told(f"<p>\uf0ff Липа</p>{TEXT}")[0] == ("p", "\uf0ff Липа")


def test_a_day_of_birth_is_not_that_of_publication():
    told = '<p><span>Русе</span> <time class="person-birth-date">02-05-1969</time></p>'
    assert article(told + TEXT).published is None
    assert article(told.replace("birth", "news") + TEXT).published is not None


def test_long_texts_below_the_names_of_their_columns_are_a_table():
    names = "<tr><td>Сегашен текст</td><td>Изменение</td></tr>"
    one, two = LONG * 4, LONG * 10
    table = f"<table>{names}<tr><td>{one}</td><td>{two}</td></tr><tr><td></td><td>{one}</td></tr>"
    assert [kind for kind, _ in told(f"{table}</table>{TEXT * 20}")][:2] == ["table", "p"]
    # One cell with nearly all of the words is the page, beside its menu.
    layout = f"<table>{names}<tr><td>Начало</td><td>{two}</td></tr></table>"
    assert told(layout + TEXT * 20)[0][0] == "p"


def test_how_many_have_read_a_text_is_not_told():
    count = '<div><time>12 май 2025</time> <span class="icon-viewed"><span>78</span></span></div>'
    assert told(count + TEXT) == [("date", "12 май 2025"), ("p", LONG)]
    assert ("p", "78 78") in told(count.replace("viewed", "page").replace("78", "78 78") + TEXT)


@pytest.mark.parametrize(
    "head", ["Mehr zum Thema", "Sur le même sujet", "Zobacz także", "Leggi anche"]
)
def test_lists_of_other_news_are_known_in_other_languages(head):
    box = f'<div><h3>{head}</h3><ul><li><a href="/b">Друга новина</a></li></ul></div>'
    assert told(TEXT * 3 + box) == [("p", LONG)] * 3


def test_a_day_beside_a_reference_alone_is_that_of_publication():
    reference = '4.4.2024 - (<a href="/a">2024/2006(ОВП)</a>)'
    assert article(f"<p>{reference}</p>{TEXT}").published == date(2024, 4, 4)
    assert article(f"<p>Срок: {reference}</p>{TEXT}").published is None
    assert article(f"<p>1998F0699 — ДЕ — 05.07.2001 — 001</p>{TEXT}").published is None


def test_an_hour_that_runs_into_a_short_year_makes_no_older_day():
    line = '<div class="date"><span>28.09.19</span><span>12:44</span></div>'
    assert article(line + TEXT).published is None


@pytest.mark.parametrize(
    "name", ["sp-dsgvo-privacy", "onetrust-pc-sdk", "CybotCookiebotDialogBody", "qc-cmp2-container"]
)
def test_what_asks_for_consent_is_known_by_the_name_of_its_maker(name):
    asks = f'<div id="{name}"><div>{TEXT * 3}</div></div>'
    assert page(f"<h1>Заглавие</h1><div>{TEXT * 9}</div>{asks}")[1:] == [("p", LONG)] * 9


def test_articles_beside_one_with_the_title_alone_are_parts_of_the_text():
    parts = f"<article>{TEXT * 3}</article><article><h2>Липи</h2>{TEXT * 3}</article>"
    found = page(f"{MENU}<div><article><h1>Заглавие</h1></article>{parts}</div>")
    parts_told = [*[("p", LONG)] * 3, ("heading", "Липи"), *[("p", LONG)] * 3]
    assert found == [("title", "Заглавие"), *parts_told]
    text = f"<article><h1>Заглавие</h1>{TEXT * 3}</article>"
    others = parts.replace("Липи", '<a href="/b">Липи</a>').replace(
        "<p>", '<p><a href="/c">Още</a> '
    )
    assert page(f"{MENU}<div>{text}{others}</div>")[1:] == [("p", LONG)] * 3


def test_a_teaser_above_the_text_is_its_lead_in():
    text = f'<div itemprop="articleBody">{TEXT * 20}</div>'
    teaser = f'<div class="teaser-text"><p>{LONG}</p></div>'
    assert told(f"<div>{teaser}{text}</div>")[:2] == [("lead", LONG), ("p", LONG)]
    assert ("lead", LONG) not in told(f"<div>{text}{teaser}</div>")


def test_the_third_point_of_a_list_says_nothing_of_rights():
    points = "".join(f"<p>({each}) точка на договора;</p>" for each in "abc")
    assert told(TEXT * 9 + points)[9:] == [("p", f"({x}) точка на договора;") for x in "abc"]
    row = "<table><tr><td>(c)</td><td>трета точка</td></tr></table>"
    assert told(TEXT * 9 + row)[-1] == ("p", "(c) трета точка")
    assert told(TEXT * 9 + "<p>(c) 2026 Агенция за липите</p>") == [("p", LONG)] * 9


@pytest.mark.parametrize("line", ["Copyright © Агенция", "Copyright Агенция 2026", "Copyright: А."])
def test_a_notice_of_rights_goes_and_a_text_about_them_stays(line):
    about = "Copyright rules protect those who write, says Directive (EU) 2019/790."
    assert told(f"{TEXT * 9}<p>{about}</p><p>{line}</p>")[9:] == [("p", about)]
