"""Pages: days behind terms, cards that lead nowhere, tables that only place a speech."""

import json

import pytest

from reader import importers, repair
from reader.importers.incoming import Incoming
from reader.model.article import Heading
from tests.unit.test_html_importer import TEXT, article, links, told

LONG = TEXT[3:-4]


def terms(term, day, name=""):
    return f'<dl><dt>{term}</dt><dd class="{name}"><time>{day}</time></dd></dl>{TEXT}'


@pytest.mark.parametrize("term", ["Начало", "Краен срок:", "Заседание", "Deadline"])
def test_a_day_behind_a_term_that_names_another_is_not_that_of_publication(term):
    page = terms(term, "сряда, 4 март 2026 г., 9:00 ч. - 17:30 ч. в зала 3")
    assert article(page).published is None
    assert [kind for kind, _ in told(page)] == ["p", "p", "p"]


@pytest.mark.parametrize(
    ("term", "name"),
    [("Дата на публикуване:", ""), ("Date de publication", ""), ("Подробности", "published")],
)
def test_a_day_behind_a_term_that_says_so_is_that_of_publication(term, name):
    assert str(article(terms(term, "4 март 2026 г.", name)).published) == "2026-03-04"


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("1er février 2026", "2026-02-01"),
        ("17 août 2025", "2025-08-17"),
        ("3. März 2026", "2026-03-03"),
        ("21. Dezember 2025", "2025-12-21"),
    ],
)
def test_pages_in_french_and_german_tell_their_day(day, meant):
    page = f'<div class="date">{day}</div>{TEXT}'
    assert told(page)[0] == ("date", day)
    assert str(article(page).published) == meant


@pytest.mark.parametrize("term", ["Дата", "Date:", "Datum"])
@pytest.mark.parametrize("day", ["9 юни 2026 г.", "9 юни 2026 г., 18:30 ч."])
def test_a_term_that_says_but_that_a_day_follows_may_be_of_an_event(term, day):
    place = "<dt>Място</dt><dd>читалище „Пробуда“</dd>"
    page = f"<dl><dt>{term}</dt><dd>{day}</dd>{place}</dl>"
    for found in (page + TEXT, TEXT * 9 + page):
        assert article(found).published is None
        assert ("p", day) in told(found)


def test_who_publishes_is_read_behind_a_term_and_its_day_is_not():
    page = f"<dl><dt>Начало</dt><dd>Европейска комисия | 9 юни 2026 г.</dd></dl>{TEXT}"
    found = importers.read(Incoming(f"<html><h1>Заглавие</h1>{page}</html>".encode()))
    read, _ = repair.repaired(found)
    assert (read.source.publisher, read.published) == ("ec", None)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Записване до {} в библиотеката.</p>",
        "<p>{} е последният ден за дарения.</p>",
        "<ul><li>Краен срок: {}</li></ul>",
        "<p>Концертът е <i>на {}</i> в парка.</p>",
        "<p><b>Шумен, {}</b> – Читалището събра над сто книги за децата от съседните села.</p>",
    ],
)
def test_a_day_amid_the_words_of_a_text_is_not_that_of_publication(line):
    page = line.format("<time datetime='2026-06-09'>9 юни 2026 г.</time>")
    for found in (page + TEXT, TEXT + page):
        assert article(found).published is None
        assert "date" not in dict(told(found))
        assert any(text.count(" ") > 4 and "9 юни 2026 г." in text for _, text in told(found))


@pytest.mark.parametrize(
    "line",
    [
        "<p>Публикувано на {}</p>",
        "<p>Ива Гочева | Публикувана: {}</p>",
        "<p>{} · Ива Гочева</p>",
        "<p>Публикувано от Ива Гочева на {}</p>",
        "<p>Публикувано на {} в Култура</p>",
        "<p>От Ива Гочева на {}</p>",
        "<p>Култура / {} / 12:30</p>",
        "<ul><li>на {}</li></ul>",
        "<p class='meta'>Ива Гочева на {}</p>",
        "<p>{}<br>Ива Гочева</p>",
    ],
)
def test_a_day_in_a_line_that_tells_of_the_text_is_that_of_publication(line):
    page = line.format("<time>9 юни 2026 г.</time>") + TEXT
    assert str(article(page).published) == "2026-06-09"
    assert "date" in dict(told(page))


def test_the_word_for_a_year_behind_a_day_is_of_the_day():
    day = "<time>9 юни 2026</time> г."
    assert str(article(f"<p>{day}</p>{TEXT}").published) == "2026-06-09"
    sentence = f"<p>{day} ще бъде ден на отворените врати.</p>"
    assert article(TEXT + sentence).published is None


def test_a_heading_below_the_text_that_is_a_day_stays_one():
    page = f"{TEXT * 2}<h3><time>9 юни 2026 г.</time></h3><p>Откриване на изложбата.</p>"
    page = page.replace("статията", "статията, която разказва за изложбата")
    assert article(page).published is None
    assert told(page)[2:] == [("heading", "9 юни 2026 г."), ("p", "Откриване на изложбата.")]


def test_an_hour_beside_the_day_is_kept_however_it_is_named():
    hour = "<time>9 юни 2026 г.</time> <span class='hour-badge'>{}</span>"
    line = f"<ul><li>Новина</li><li>{hour}</li></ul>"
    assert told(line.format("8:05") + TEXT)[0] == ("date", "9 юни 2026 г. 8:05")
    assert told(line.format("Важно") + TEXT)[0] == ("date", "9 юни 2026 г.")


def test_an_article_in_the_article_that_leads_nowhere_is_part_of_it():
    page = (
        "<article><h1>Заглавие</h1>{}<article><h3>Ана Йорданова</h3><p>{}</p></article></article>"
    )
    said = page.format(TEXT, "треньорка по плуване")
    assert told(said)[-2:] == [("heading", "Ана Йорданова"), ("p", "треньорка по плуване")]
    other = page.format(TEXT, '<a href="/ana">треньорка по плуване</a>')
    assert told(other)[-1] == ("p", LONG)


@pytest.mark.parametrize("name", ["Ана Йорданова", "Д-р Иво Тодоров", "Jan van Dijk"])
def test_an_article_whose_links_are_names_tells_of_persons(name):
    page = (
        "<article><h1>Заглавие</h1>{}<article><a href='/p'>{}</a><p>водещ</p></article></article>"
    )
    assert told(page.format(TEXT, name))[-2:] == [("p", name), ("p", "водещ")]
    assert told(page.format(TEXT, f"{name} пее в парка"))[-1] == ("p", LONG)


def test_what_a_system_builds_pages_of_is_no_count_of_views():
    built = '<div class="views-element-container"><p>Две места са свободни.</p></div>'
    assert told(TEXT + built) == [("p", LONG), ("p", "Две места са свободни.")]
    count = '<div class="post-views">312 прочитания</div>'
    assert told(TEXT + count) == [("p", LONG)]


FRAME = '<div class="bcl-file border"><div>{}</div><div class="file-footer">{}</div></div>'


def test_the_name_of_an_attachment_leads_to_it():
    size = "<small>български <span>(3,1 MB - PDF)</span></small>"
    leads = (
        f'{size}<a href="/d/plan.pdf">Изтегляне</a><div><p>Plan</p><a href="/d/en.pdf">en</a></div>'
    )
    page = TEXT + FRAME.format("<p>План за парка</p><p>Приет през май.</p>", leads)
    assert told(page)[1:] == [("p", "План за парка (3,1 MB - PDF)"), ("p", "Приет през май.")]
    assert links(page) == [("План за парка", "https://example.org/d/plan.pdf")]


def test_the_name_of_an_attachment_that_leads_to_it_already_stays():
    named = '<p><a href="/d/plan.pdf">План за парка</a></p>'
    page = TEXT + FRAME.format(named, "<p>3,1 MB</p>")
    assert told(page)[1:] == [("p", "План за парка"), ("p", "3,1 MB")]
    assert links(page) == [("План за парка", "https://example.org/d/plan.pdf")]


def test_a_card_that_leads_nowhere_is_part_of_the_text():
    card = '<article class="ecl-card"><p>Ива Петрова{}</p><p>диригентка на хора</p></article>'
    said = [("p", "Ива Петрова"), ("p", "диригентка на хора")]
    assert told(TEXT + card.format("")) == [("p", LONG), *said]
    write = card.format(' <a href="mailto:iva@example.org">пишете ѝ</a>')
    assert ("пишете ѝ", "mailto:iva@example.org") in links(TEXT + write)
    assert told(TEXT + card.format(' <a href="/iva">още</a>')) == [("p", LONG)]
    assert told(f'{TEXT}<a href="/iva">{card.format("")}</a>') == [("p", LONG)]


def test_a_table_with_words_in_one_cell_alone_only_places_them():
    camera = '<td><a href="/v"><img src="camera.png" alt=""></a></td>'
    speech = f"<tr><td><a name='s1'></a></td><td></td></tr><tr><td><p>Първо.</p>{TEXT}</td>"
    assert told(f"<table>{speech}{camera}</tr></table>{TEXT}") == [
        ("p", "Първо."),
        ("p", LONG),
        ("p", LONG),
    ]
    data = f"<table><tr><td></td><td>2025</td></tr><tr><td>Проби</td><td>41</td></tr></table>{TEXT}"
    assert told(data)[0][0] == "table"


def test_how_many_pictures_a_gallery_has_is_not_told():
    picture = '<figure><img src="a"><figcaption>Мелница</figcaption></figure>'
    count = '<div class="{}"><strong>7</strong> снимки</div>'
    page = f'{TEXT}<section class="ecl-gallery">{picture}{count}</section>'
    for name in ("ecl-gallery__info", "ecl-gallery__info-total"):
        assert told(page.format(name)) == [("p", LONG), ("figure", "Мелница")]


def test_documents_that_belong_to_a_text_are_kept_and_other_news_is_not():
    listed = '<section class="{}"><h2>{}</h2><ul><li><a href="/a">Решение</a></li></ul></section>'
    kept = listed.format("site-related-documents", "Приложения")
    assert told(f"<article>{TEXT * 3}{kept}</article>")[-2:] == [
        ("heading", "Приложения"),
        ("li", "Решение"),
    ]
    other = listed.format("site-related-news", "Приложения")
    assert told(f"<article>{TEXT * 3}{other}</article>")[-1] == ("p", LONG)


def test_the_day_of_an_event_is_not_that_of_its_page():
    event = {"@type": "Event", "startDate": "2026-05-09T10:00:00+03:00"}
    head = f'<script type="application/ld+json">{json.dumps(event)}</script>'
    assert article(TEXT, head).published is None


@pytest.mark.parametrize("name", ["a-font-size-base", "text-size-2"])
def test_a_name_of_how_letters_look_sets_no_words_apart(name):
    page = (
        f'<p><i>Сметната палата</i><span class="{name}">, която прове</span><span>рява</span></p>'
    )
    assert told(page + TEXT)[0] == ("p", "Сметната палата, която проверява")
    size = '<p><a href="/d.pdf">Доклад</a><span class="file-size">2 MB</span></p>'
    assert told(size + TEXT)[0] == ("p", "Доклад 2 MB")


def test_articles_of_an_act_are_as_high_as_its_annexes_unless_it_has_chapters():
    def line(name, words):
        return f'<p class="{name}">{words}</p>{TEXT}'

    articles = line("oj-ti-art", "Член 1") + line("oj-ti-art", "Член 2")
    annex = line("oj-doc-ti", "ПРИЛОЖЕНИЕ I") + line("oj-ti-grseq-1", "Мерки за тежест")
    chapter = line("oj-ti-section-1", "ГЛАВА I")

    def levels(body):
        return [block.level for block in article(body).blocks if isinstance(block, Heading)][1:]

    assert levels(f"{TEXT}{articles}<div>{annex}</div>") == [2, 2, 2, 3]
    assert levels(f"{TEXT}{chapter}{articles}<div>{annex}</div>") == [2, 3, 3, 2, 3]
