"""Whole pages: which text is the article's, where it begins, and what only stands beside it."""

from datetime import date

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, article, told
from tests.unit.test_html_layouts import LONG


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
