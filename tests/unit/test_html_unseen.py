"""Parts of pages by their structure: leads, languages, titles, days of events, cards."""

from datetime import date

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, article, told

LONG = TEXT[3:-4]
LEAD = "Параходът ще вика на глас имената на пристанищата, край които минава."


def article_of(markup):
    """Return the article of a page without a title of its own."""
    found, _ = repair.repaired(importers.read(Incoming(f"<html>{markup}</html>".encode())))
    return found


def read(markup):
    """Return kind and text of all blocks of such a page."""
    return [(each["kind"], each["text"]) for each in flat.blocks(article_of(markup))]


@pytest.mark.parametrize(
    "part",
    [
        f'<div class="summary"><p>{LEAD}</p></div>',
        f'<div class="field field--name-field-river-summary field--type-text"><p>{LEAD}</p></div>',
        f'<p class="introduction">{LEAD}</p>',
    ],
)
def test_a_summary_above_the_text_is_its_lead_in(part):
    two = f"<p>{LONG} {LONG}</p>"
    assert told(part + two * 2) == [("lead", LEAD), *[("p", f"{LONG} {LONG}")] * 2]
    assert told(two * 2 + part) == [*[("p", f"{LONG} {LONG}")] * 2, ("p", LEAD)]


def test_a_field_that_is_stored_with_a_summary_is_none():
    body = f'<div class="field--name-body field--type-text-with-summary">{TEXT * 2}</div>'
    assert told(f"<div>{body}{TEXT * 4}</div>") == [("p", LONG)] * 6


NAMES = (("en", "English"), ("de", "Deutsch"), ("fr", "français"))


@pytest.mark.parametrize(
    "before", ["", "<h3>На други езици</h3>", "<p>Страницата можете да прочетете и на езиците:</p>"]
)
@pytest.mark.parametrize(
    "link", ['<a href="/{0}" hreflang="{0}">{1}</a> ', '<a href="/{0}">{1}</a> ']
)
def test_links_to_the_page_in_other_languages_are_no_part_of_it(before, link):
    links = "".join(link.format(*name) for name in NAMES)
    assert told(f"<div>{before}{links}</div>{TEXT * 3}") == [("p", LONG)] * 3


@pytest.mark.parametrize(
    "part",
    [
        '<ul><li><a href="/en.pdf">English</a></li><li><a href="/de.pdf">Deutsch</a></li></ul>',
        '<table><tr><th>№</th><th>Език</th></tr><tr><td>1</td><td><a href="/e">EN</a></table>',
        '<p>Вижте и <a href="/en">English</a></p>',
        '<div><a href="/en">English</a></div>',
    ],
)
def test_other_links_that_are_called_as_a_language_are_read(part):
    assert len(told(TEXT * 3 + part)) > 3


def test_whom_the_parts_of_a_page_are_about_is_their_title():
    top = '<div class="head"><div class="big-title"><span>Яна Лозева</span></div><p>Лом</p></div>'
    part = '<h1>Начало <span class="sr-only">Яна Лозева</span></h1>'
    found = read(f"<body><main>{top}{part}{TEXT * 3}</main></body>")
    assert found[0] == ("title", "Яна Лозева")
    assert ("heading", "Начало") in found
    plain = read(f"<body><main>{top}<h1>Начало</h1>{TEXT * 3}</main></body>")
    assert plain[0] == ("title", "Начало")


REFERENCE = '<h2 class="t-h1">2031/0007(ABC)</h2>'
FERRY = '<h2 class="t-h2">Фериботите през Дунав</h2>'


@pytest.mark.parametrize(
    "heads",
    [REFERENCE + FERRY, FERRY.replace("h2>", "div>").replace("<h2", "<div").replace("-h2", "-h1")],
)
def test_without_a_first_heading_what_is_named_as_one_is_the_title(heads):
    found = read(f"<body><div>{heads}<h2>Данни</h2>{TEXT * 3}</div></body>")
    assert found[:2] == [("title", "Фериботите през Дунав"), ("heading", "Данни")]


def test_a_link_that_is_called_as_the_heading_before_it_is_no_list():
    lists = '<ul><li><a href="/pdf?part=1">{}</a></li></ul>'
    heading = "<div><h2>Данни за реката</h2></div>"
    echo, other = lists.format("Данни за реката"), lists.format("Данни за брега")
    assert told(f"<section>{heading}{echo}{TEXT * 3}</section>")[1:] == [("p", LONG)] * 3
    assert told(f"<section>{heading}{other}{TEXT * 3}</section>")[1] == ("li", "Данни за брега")


ACT = """<div><p class="Emission">Русе, 7.5.2031 г.</p><p class="Rfrenceinstitutionnelle">R 7</p>
<p class="Statut">Предложение за</p><p class="Typedudocument_cp">НАРЕДБА НА СЪВЕТА</p>
<p class="Titreobjet_cp">за фериботите</p></div><div>
<p class="Exposdesmotifstitre">МОТИВИ</p>
<p class="li ManualHeading1"><span class="num">1.</span><span>КОНТЕКСТ</span></p>"""


def test_a_proposal_has_one_title_its_day_and_headings_with_their_numbers():
    found = article_of(f"<body>{ACT}{TEXT * 3}<p class=Titrearticle>Член 1</p>{TEXT}</div></body>")
    assert [(x["kind"], x["text"]) for x in flat.blocks(found)] == [
        ("date", "Русе, 7.5.2031 г."),
        ("title", "Предложение за НАРЕДБА НА СЪВЕТА за фериботите"),
        ("heading", "МОТИВИ"),
        ("heading", "1. КОНТЕКСТ"),
        *[("p", LONG)] * 3,
        ("heading", "Член 1"),
        ("p", LONG),
    ]
    assert found.published is not None
    assert found.published.isoformat() == "2031-05-07"


def test_a_day_that_says_when_what_follows_was_is_not_that_of_publication():
    items = "<ul><li><b>3.5.2030</b>: ремонт на кея</li><li><b>3.5.2031</b>: пробен рейс</li></ul>"
    assert told(items + TEXT * 3)[:2] == [
        ("li", "3.5.2030: ремонт на кея"),
        ("li", "3.5.2031: пробен рейс"),
    ]


CARD = """<article class="ecl-card"><div><div class="ecl-content-block__title">
<a href="{}">{}</a></div><p>{}</p></div></article>"""
TIMES = CARD.format("/raspisanie", "Разписание", "Часовете по пристанища.")
CARD_TOLD = [("p", "Разписание"), ("p", "Часовете по пристанища.")]


@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>", "<div><div>{}</div></div>"])
def test_cards_amid_a_text_are_parts_of_it(wrapper):
    cards = wrapper.format(TIMES)
    found = told(f"<main><div>{TEXT * 2}{cards}<h2>После</h2>{TEXT}</div></main>")
    assert found == [*[("p", LONG)] * 2, *CARD_TOLD, ("heading", "После"), ("p", LONG)]


def test_cards_amid_a_text_that_is_an_article_are_parts_of_it():
    found = read(f"<body><article><h1>Лом</h1>{TEXT * 2}{TIMES}{TEXT}</article></body>")
    assert found[3:] == [*CARD_TOLD, ("p", LONG)]


@pytest.mark.parametrize(
    "part",
    [
        f"<div>{TEXT * 2}<div>{TIMES}</div></div>",
        f"<div>{TEXT * 2}{TIMES.replace('Часовете', '5 май 2031 г. Часовете')}{TEXT}</div>",
        f"<div>{TEXT * 2}<h2>Вижте също</h2>{TIMES}<h2>После</h2>{TEXT}</div>",
        f"<div>{TEXT * 2}</div><div>{TIMES}</div><footer>{TEXT}</footer>",
    ],
)
def test_other_cards_lead_to_other_texts(part):
    assert "Разписание" not in [text for _, text in told(f"<main>{part}</main>")]


def test_cards_of_files_are_documents_of_the_text():
    files = CARD.format("/karta.pdf", "Карта", "Пристанищата и кейовете.")
    assert told(f"<main><div>{TEXT * 2}</div><h2>Документи</h2>{files}</main>")[2:] == [
        ("heading", "Документи"),
        ("p", "Карта"),
        ("p", "Пристанищата и кейовете."),
    ]


DAY = "14 май 2031 г."


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        (f"<p><b>Кога:</b> {DAY}</p>", [("p", f"Кога: {DAY}")]),
        (
            f"<div><span>Начало</span> <time>{DAY}</time></div>",
            [("p", f"Начало {DAY}")],
        ),
        (
            f"<div><time>{DAY}</time> – <time>15 май 2031 г.</time></div>",
            [("p", f"{DAY} – 15 май 2031 г.")],
        ),
        (f"<h2>Кога</h2><p>{DAY}</p>", [("heading", "Кога"), ("p", DAY)]),
        (
            f"<div><p>Дата: {DAY}</p><p>Място: кеят в Лом</p></div>",
            [("p", f"Дата: {DAY}"), ("p", "Място: кеят в Лом")],
        ),
        (
            f'<p class="deadline"><span>Краен срок</span> <time>{DAY}</time></p>',
            [("p", f"Краен срок {DAY}")],
        ),
    ],
)
def test_a_day_with_a_label_or_in_a_period_is_not_that_of_publication(facts, lines):
    found = article(facts + TEXT * 3)
    assert found.published is None
    assert [(x["kind"], x["text"]) for x in flat.blocks(found)][1:-3] == lines


@pytest.mark.parametrize("before", ["", "Публикувано: ", "Дата: ", "Лом, ", "Новина | "])
def test_other_days_beside_the_title_are_of_publication(before):
    found = article(f'<p class="date">{before}{DAY}</p>{TEXT * 3}')
    assert found.published is not None
    assert found.published.isoformat() == "2031-05-14"


EVENT_DATA = '<script type="application/ld+json">{"@type": "MusicEvent"}</script>'


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ('<body class="node--type-event"><main>{}</main></body>', ""),
        ('<body><main itemscope itemtype="https://schema.org/Event">{}</main></body>', ""),
        ("<body><main><div><span>Семинар</span></div>{}</main></body>", ""),
        ("<body><main>{}</main></body>", EVENT_DATA),
    ],
)
def test_the_day_on_a_page_about_an_event_is_that_of_the_event(page, head):
    text = f"<h1>Лом</h1><ul><li>{DAY}</li><li>Кеят</li></ul>{TEXT * 3}"
    found = article_of(f"<head>{head}</head>{page.format(text)}")
    assert found.published is None
    assert ("li", DAY) in [(x["kind"], x["text"]) for x in flat.blocks(found)]
    text = f"<h1>Лом</h1><p>Публикувано на {DAY}</p>{TEXT * 3}"
    assert article_of(f"<head>{head}</head>{page.format(text)}").published is not None


def test_a_page_about_a_text_on_an_event_tells_its_own_day():
    head = EVENT_DATA + EVENT_DATA.replace("MusicEvent", "NewsArticle")
    assert article(f"<p>{DAY}</p>{TEXT * 3}", head=head).published is not None


LINKS = '<ul><li><a href="/1">Лодки под наем</a></li><li><a href="/2">Нов кей</a></li></ul>'


@pytest.mark.parametrize(
    "heading", ["Свързани статии", "Подобни обяви", "Upcoming events", "Още от пристанището"]
)
@pytest.mark.parametrize("part", ["{}", "<section>{}</section>", "<div><div>{}</div></div>"])
def test_links_to_other_texts_are_no_part_of_one_wherever_they_stand(heading, part):
    below = part.format(f"<h2>{heading}</h2>{LINKS}")
    assert told(f"<article>{TEXT * 3}{below}</article>") == [("p", LONG)] * 3


@pytest.mark.parametrize("heading", ["Полезни връзки", "Още за кея", "Следващи стъпки"])
@pytest.mark.parametrize("part", ["{}", "<section>{}</section>"])
def test_links_that_belong_to_a_text_are_read(heading, part):
    below = part.format(f"<h2>{heading}</h2>{LINKS}")
    assert told(f"<article>{TEXT * 3}{below}</article>")[3:] == [
        ("heading", heading),
        ("li", "Лодки под наем"),
        ("li", "Нов кей"),
    ]


def test_other_texts_that_are_more_than_links_are_read():
    below = f"<h2>Предстоящи събития</h2><p>{LONG}</p>{LINKS}"
    assert len(told(f"<article>{TEXT * 3}<section>{below}</section></article>")) == 7


SHARED = [
    "https://www.facebook.com/sharer.php?u=a",
    "https://x.com/intent/post?url=a",
    "mailto:?body=a",
]


def test_links_that_share_a_page_are_no_part_of_it_whatever_they_are_called():
    items = "".join(f'<li><a href="{each}">{each[:9]}</a></li>' for each in SHARED)
    assert told(f"<article>{TEXT * 3}<ul>{items}</ul></article>") == [("p", LONG)] * 3
    other = items.replace("facebook.com/sharer.php", "facebook.com/lom")
    assert len(told(f"<article>{TEXT * 3}<ul>{other}</ul></article>")) == 6


@pytest.mark.parametrize(("address", "read"), [("/karta.pdf", True), ("/karta", False)])
def test_files_beside_a_text_that_holds_its_title_are_read(address, read):
    text = f'<div class="entry-content"><h1>Лом</h1>{TEXT * 3}</div>'
    side = f'<div><h4>Документи</h4><ul><li><a href="{address}">Карта</a></li></ul></div>'
    found = article_of(f"<body><main><div>{text}{side}</div></main></body>")
    assert (("li", "Карта") in [(x["kind"], x["text"]) for x in flat.blocks(found)]) is read


def test_comments_are_left_out_with_the_heading_above_them():
    said = f"<h3>2 отговора на „Лом“</h3><ol class=commentlist><li>{LONG}</li></ol>"
    assert told(f"<div>{TEXT * 3}{said}</div>") == [("p", LONG)] * 3


def test_the_column_of_a_table_that_holds_the_text_is_read_alone():
    side = "<td><b>Времето</b><br>Над реката е мъгливо и тихо до обед.</td>"
    two = f"{LONG} {LONG}"
    text = f'<td><span class="newsTitle">Кеят в Лом е отворен</span>{f"<p>{two}</p>" * 4}</td>'
    name = '<tr><td class="siteTitle">Пристанища по река Дунав</td></tr>'
    page = f"<body><table>{name}<tr><td>Лодки</td>{text}{side}</tr></table></body>"
    assert read(page) == [("title", "Кеят в Лом е отворен"), *[("p", two)] * 4]


def test_a_title_that_leads_to_its_own_page_is_no_link():
    head = '<base href="https://example.org/novini/"><title>Лом и кеят му днес</title>'
    for address, count in (("stranica.html", 0), ("druga.html", 1)):
        body = f'<h2><a href="{address}">Лом и кеят му днес</a></h2>{TEXT * 3}'
        markup = f"<html><head>{head}</head><body>{body}</body></html>"
        page = Incoming(markup.encode(), address="https://example.org/novini/stranica.html")
        found, _ = repair.repaired(importers.read(page))
        first = flat.blocks(found)[0]
        assert (first["kind"], len(first["links"])) == ("title", count)


def test_what_an_act_is_followed_by_is_headed_as_it():
    act = '<p class="oj-doc-ti">НАРЕДБА за лодките</p>' + TEXT * 2 + "<p class=oj-ti-art>Член 1</p>"
    annex = f"{TEXT}<p class=oj-doc-ti>ПРИЛОЖЕНИЕ</p>{TEXT}"
    found = flat.blocks(article_of(f"<body><div>{act}{annex}</div></body>"))
    heads = [(x["text"], x.get("level")) for x in found if x["kind"] in ("title", "heading")]
    assert heads == [("НАРЕДБА за лодките", None), ("Член 1", 2), ("ПРИЛОЖЕНИЕ", 2)]


def test_a_lead_in_below_a_title_is_one_though_a_notice_stands_above_it():
    notice = f"<div class=alert><p>{LONG} {LONG}</p></div>"
    text = f'<h1>Лом</h1><div class="news-abstract"><p>{LEAD}</p></div>{TEXT * 4}'
    found = read(f"<body><main>{notice}<div>{text}</div></main></body>")
    assert ("lead", LEAD) in found


@pytest.mark.parametrize(
    "part",
    [
        "<div><h2>Помогнахме ли ви?</h2><button>Да</button><button>Не</button></div>",
        '<details style="display:none"><summary>Чернова</summary><p>Още снимки.</p></details>',
    ],
)
def test_questions_about_a_page_and_drafts_are_no_part_of_it(part):
    assert told(TEXT * 3 + part) == [("p", LONG)] * 3


@pytest.mark.parametrize(
    "part",
    [
        "<div><h2>Дали?</h2><p>Да.</p><button>Да</button><button>Не</button></div>",
        '<div role="tabpanel" class="d-none"><h2>За гребци</h2><p>Пийте вода.</p></div>',
    ],
)
def test_panels_and_questions_of_a_text_are_read(part):
    assert len(told(TEXT * 3 + part)) >= 5


def test_a_sign_behind_the_words_of_a_link_is_no_picture():
    sign = '<svg role="img" aria-label="(външен сайт)"></svg>'
    link = '<p>Вижте <a href="/k">картата{}</a> на кея.</p>'
    assert told(TEXT + link.format(sign))[1:] == [("p", "Вижте картата на кея.")]


def test_the_size_of_a_file_is_told_once():
    size = "<span>(212 KB - PDF)</span>"
    file = (
        f'<div class="bcl-file"><p class="file-title"><a href="/k.pdf">Карта</a> {size}</p></div>'
    )
    found = flat.blocks(article(TEXT * 2 + file))[-1]
    assert found["text"] == "Карта (212 KB - PDF)"
    assert [each["text"] for each in found["links"]] == ["Карта"]


def test_files_below_a_heading_of_other_texts_are_read():
    files = '<ul><li><a href="/k.pdf">Карта</a></li></ul>'
    assert told(f"<article>{TEXT * 3}<h2>Вижте също</h2>{files}</article>")[-1] == ("li", "Карта")


def test_a_column_is_found_by_its_text_where_widths_are_of_two_sorts():
    links = "".join(f'<a href="/{number}">Отдел {number}</a><br>' for number in range(6))
    menu = f'<td width="160">{links}Пристанище Русе, телефон и работно време</td>'
    text = f'<td width="70%"><h1>Пристанища</h1>{TEXT * 5}<a href="/a">Карта</a></td>'
    found = read(f"<body><table><tr>{menu}{text}</tr></table></body>")
    assert found[:2] == [("title", "Пристанища"), ("p", LONG)]
    assert "Отдел" not in str(found)


def test_a_label_that_is_not_known_does_not_hide_the_day_that_the_page_names():
    day = '<div class="date">Сложено на сайта: 12.05.2026</div>'
    found = article_of(f"<body><article><h1>Пристанища</h1>{day}{TEXT * 3}</article></body>")
    assert found.published == date(2026, 5, 12)


@pytest.mark.parametrize("line", ["А. Колева каза това.", "§ 5 от закона важи."])
def test_words_that_look_like_marks_stay_where_word_sets_none_apart(line):
    page = f'<body><h1>Пристанища</h1>{TEXT * 2}<p class="MsoListParagraph">{line}</p></body>'
    assert read(page)[-1] == ("p", line)
