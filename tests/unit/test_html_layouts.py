"""Pages as themes and builders set them: what stands beside the text, and what only labels it."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, links, told

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


@pytest.mark.parametrize(
    "icon",
    [
        '<svg class="glyph" aria-hidden="true"><path d="M0 0"></path></svg>',
        "<svg><use href='#zoom'></use></svg>",
        '<img src="camera.png" alt="">',
    ],
)
def test_an_icon_before_the_words_of_a_caption_is_no_second_picture(icon):
    picture = '<img src="a" alt="Стълба към тавана">'
    found = told(f"<figure>{picture}<figcaption>{icon} Скеле</figcaption></figure>{TEXT}")
    assert found[:2] == [("figure", "Скеле"), ("p", LONG)]


def test_an_icon_over_a_picture_is_no_second_one_and_a_second_picture_is_told():
    first, under = '<img src="a" alt="Корито">', "<figcaption>Перачки</figcaption>"
    zoom = "<button><svg><path d='M0 0'></path></svg></button>"
    assert told(f"<figure>{first}{zoom}{under}</figure>{TEXT}")[0] == ("figure", "Перачки")
    chart = '<svg aria-label="Кладенец"><path d="M0 0"></path></svg>'
    for second in ('<img src="b" alt="Кладенец">', chart):
        found = told(f"<figure>{first}{second}{under}</figure>{TEXT}")
        assert [text for _kind, text in found[:3]] == ["Корито", "Кладенец", "Перачки"]


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
