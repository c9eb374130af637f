"""Parts of pages that are told apart by what stands round them: panels, marks, lists, messages."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, article, told

LONG = TEXT[3:-4]


def test_what_an_accordion_shuts_without_a_name_is_read_and_what_a_menu_shuts_is_not():
    shut = '<div class="content"><div aria-hidden="true"><p>До края на май.</p></div></div>'
    title = '<div role="button" aria-expanded="false">Докога?</div>'
    assert told(f'{TEXT}<div class="ui accordion">{title}{shut}</div>')[-1] == (
        "p",
        "До края на май.",
    )
    for other in (
        f'<div class="ui dropdown">{title}{shut}</div>',
        f'<div class="ui accordion"><p>Докога?</p>{shut}</div>',
    ):
        assert ("p", "До края на май.") not in told(TEXT + other)


@pytest.mark.parametrize(
    ("pair", "whole"),
    [
        ('<b aria-hidden="true">7 кг</b> <b class="sr-only">седем кила</b>', "седем кила"),
        ('<b class="visually-hidden">осми май</b><!----><b aria-hidden="true">8.V</b>', "осми май"),
        ('<b aria-hidden="true">»</b><b class="sr-only">напред</b>', ""),
        ('<b class="icon" aria-hidden="true">launch</b><b class="sr-only">нов прозорец</b>', ""),
        ('<i aria-hidden="true">launch</i><b class="sr-only">нов прозорец</b>', ""),
        ('<b>7 кг</b><b class="sr-only">седем килограма</b>', "7 кг"),
        ('<b aria-hidden="true">7 кг</b><b class="d-none">седем килограма</b>', ""),
    ],
)
def test_words_for_screen_readers_are_read_where_they_stand_for_shown_ones(pair, whole):
    assert told(f"<p>Дините: {pair}</p>{TEXT}")[0] == ("p", f"Дините: {whole}".strip())


@pytest.mark.parametrize(("before", "after"), [("[", "]"), ("(", ")")])
def test_the_brackets_of_a_mark_may_stand_outside_of_its_link(before, after):
    mark = f'<sup>{before}<a href="#n7" id="m7">7</a>{after}</sup>'
    note = '<ol><li id="n7">Пак там. <a href="#m7">↑</a></li></ol>'
    assert told(f"{TEXT}<p>Писмото{mark} пристигна.</p>{note}")[1:] == [
        ("p", "Писмото[7] пристигна."),
        ("footnote", "Пак там."),
    ]


def test_words_of_their_own_in_the_brackets_round_a_link_stay():
    mark = '<sup>(вж. <a href="#n7" id="m7">7</a>)</sup>'
    note = '<ol><li id="n7">Пак там. <a href="#m7">↑</a></li></ol>'
    assert told(f"{TEXT}<p>Писмото{mark} пристигна.</p>{note}")[1] == (
        "p",
        "Писмото(вж. [7]) пристигна.",
    )


def test_the_caption_of_a_wiki_is_one_though_its_name_is_one_word():
    inner = '<a href="/f"><img src="a" alt="Мелница"></a><div class="thumbcaption">До реката</div>'
    thumb = f'<div class="thumb tright"><div class="thumbinner">{inner}</div></div>'
    assert told(TEXT + thumb)[1:] == [("figure", "До реката")]


ENTRIES = "".join(
    f'<div><article><h3><a href="/{each}">{each}</a></h3><p>Начало в десет.</p></article></div>'
    for each in ("Среща в Бургас", "Среща в Шумен")
)
PAGER = '<nav class="pager"><a href="?p=0">1</a><a href="?p=1">2</a></nav>'


def test_articles_of_a_list_with_further_pages_are_what_the_page_is_about():
    intro = "<p>Всички срещи тази пролет.</p>"
    found = told(f"{intro}<div><div>{ENTRIES}</div>{PAGER}</div>")
    assert found[1:] == [
        ("heading", "Среща в Бургас"),
        ("p", "Начало в десет."),
        ("heading", "Среща в Шумен"),
        ("p", "Начало в десет."),
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "",
        '<nav class="pager"><a href="/1">Назад</a><a href="/3">Напред</a></nav>',
        f"</div></div></div><div>{PAGER}",
    ],
)
def test_articles_below_an_article_are_other_ones_without_pages_of_their_own(beside):
    found = told(f"{TEXT * 3}<div><div><div>{ENTRIES}</div>{beside}</div></div>")
    assert found == [("p", LONG)] * 3


def test_an_aside_of_the_article_that_tells_whom_to_call_is_part_of_it():
    contact = '<h2>За журналисти</h2><p>Ана: <a href="tel:+3592">02</a></p>'
    page = "<article><h1>Ден на морето</h1>{}<aside>{}</aside></article>"

    def last(aside):
        markup = f"<html><body>{page.format(TEXT * 3, aside)}</body></html>"
        found, _ = repair.repaired(
            importers.read(Incoming(markup.encode(), address="https://a.bg"))
        )
        return flat.blocks(found)[-1]["text"]

    assert last(contact) == "Ана: 02"
    assert last(f'{contact}<a href="/drugo">Друго</a>') == LONG
    assert last("<p>Времето днес</p>") == LONG
    assert told(f"{TEXT * 3}<aside>{contact}</aside>") == [("p", LONG)] * 3


def test_a_message_that_the_page_was_translated_by_a_machine_needs_no_link():
    said = "Страницата е преведена автоматично с eTranslation."
    message = f'<div class="alert-box"><span>Внимание</span><div>{said}</div></div>'
    markup = f"<html><body>{message}<main><h1>Залив</h1>{TEXT * 3}</main></body></html>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    assert found.machine_translated
    assert [each["text"] for each in flat.blocks(found) if each["kind"] == "notice"] == [said]


@pytest.mark.parametrize(
    "message",
    [
        '<div class="alert-box"><p>Новата версия на eTranslation е тук.</p></div>',
        '<div class="alert-box"><p>Машинният превод е спрян.</p></div>',
        '<div class="teaser"><p>eTranslation, услугата за машинен превод, стана на пет.</p></div>',
    ],
)
def test_other_messages_about_translation_tell_nothing_of_the_page(message):
    markup = f"<html><body>{message}<main><h1>Залив</h1>{TEXT * 3}</main></body></html>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    assert not found.machine_translated


def test_what_stands_above_and_below_a_list_that_editors_made_is_read():
    view = (
        f'<div class="view-header">{TEXT}</div><div class="view-content">{TEXT}</div>'
        '<div class="feed-icons"><a href="/rss">RSS</a></div>'
        '<div class="view-footer"><p>Входът е от двора.</p></div>'
    )
    assert told(f"<div>{view}</div>") == [("p", LONG), ("p", LONG), ("p", "Входът е от двора.")]
    more = '<div class="view-footer"><ul><li><a href="/vsichki">Всички срещи</a></li></ul></div>'
    assert told(f"<div>{TEXT}{more}</div>") == [("p", LONG)]


@pytest.mark.parametrize("day", ["Mardi | 3 mars 2026", "Lundi, 1er août 2026"])
def test_a_french_day_is_told_as_one(day):
    assert told(f'<p class="date">{day}</p>{TEXT}')[0] == ("date", day)


def signed(markup):
    """Return the kinds, the words and the authors of what follows the title."""
    return [(x["kind"], x["text"], x.get("author")) for x in flat.blocks(article(markup))[1:]]


def test_who_is_named_beside_a_quotation_said_it():
    words = "<blockquote>Гората помни.</blockquote>"
    named = '<div class="who-author">Лора Занева, лесничей</div>'
    quote = ("quote", "Гората помни.", "Лора Занева, лесничей")
    assert signed(f'{TEXT}<div class="big-quote">{words}{named}</div>')[1:] == [quote]
    # Without a name that says so, the line is the byline of the page.
    assert signed(f"{TEXT}<div>{words}{named}</div>")[1:] == [("quote", "Гората помни.", None)]


def test_more_than_an_author_beside_a_quotation_is_read_as_it_stands():
    words = "<blockquote>Гората помни.</blockquote><p>Каза го пред нас в събота.</p>"
    named = '<p class="author">Лора Занева</p>'
    found = signed(f'{TEXT}<div class="quote-box">{words}{named}</div>')
    assert found[1:3] == [
        ("quote", "Гората помни.", None),
        ("p", "Каза го пред нас в събота.", None),
    ]


def column(before):
    return f'<div class="a">{before}</div><div class="b"><div class="c">{TEXT * 3}</div></div>'


def test_a_list_between_title_and_text_that_leads_nowhere_sums_it_up():
    items = ("Мостът отваря през пролетта", "Пътят до Лом се скъсява с час")
    told_items = [("li", each) for each in items]
    summary = "".join(f"<li>{each}</li>" for each in items)
    assert told(column(f"<ul>{summary}</ul>"))[:2] == told_items


@pytest.mark.parametrize(
    "other",
    [
        "<ul><li>Мостът отваря през пролетта</li><li>Транспорт</li></ul>",
        '<ul><li><a href="/a">Мостът отваря през май</a></li><li>Пътят до Лом и назад</li></ul>',
        '<ul class="post-date"><li>Отдел за реки и мостове</li><li>Областният град Видин</li></ul>',
    ],
)
def test_lists_of_labels_and_of_links_above_a_text_are_no_part_of_it(other):
    assert told(column(other)) == [("p", LONG)] * 3


def test_what_a_page_calls_its_abstract_is_its_lead_in():
    abstract = '<div class="story__abstract"><p>Учени от Русе броят щъркелите.</p></div>'
    assert told(abstract + TEXT * 3)[0] == ("lead", "Учени от Русе броят щъркелите.")


def test_a_short_line_that_looks_like_a_heading_is_one():
    found = flat.blocks(article(f'{TEXT}<div class="h3 mt-2">Срокове</div>{TEXT}'))[2]
    assert (found["kind"], found["text"], found["level"]) == ("heading", "Срокове", 3)
    for line in (
        '<p class="h5">Срокове</p>',
        f'<p class="h3">{LONG * 2}</p>',
        '<div class="h3"><p>Срокове</p></div>',
        '<p class="h3"><a href="/srokove">Срокове</a></p>',
        '<p class="h2">12,50 лв.</p>',
        '<div class="lead"><p class="h3">Сроковете се удължават с месец.</p></div>',
    ):
        assert "heading" not in dict(told(f"{line}{TEXT}{TEXT}"))


def test_a_line_that_holds_the_title_and_looks_like_a_heading_leaves_it_the_title():
    line = '<p class="name h4"><a href="/n"></a><span>Заливът край Созопол се чисти</span></p>'
    markup = f"""<html><head><title>Заливът край Созопол се чисти</title></head>
        <body>{line}{TEXT * 3}</body></html>"""
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    assert flat.blocks(found)[0]["kind"] == "title"
    assert found.title == "Заливът край Созопол се чисти"


def test_the_leading_picture_is_no_lead_in():
    lead = f'<p class="lead">{LONG}</p>'
    credit = '<div class="image-credit"><p>Снимка: Стоян Бончев, архив на музея</p></div>'
    picture = f'<div class="main-image--lead"><img src="a" alt="Мелница">{credit}</div>'
    assert told(f"{lead}{picture}{TEXT * 3}")[:2] == [
        ("lead", LONG),
        ("figure", "Снимка: Стоян Бончев, архив на музея"),
    ]


def test_hidden_cells_end_no_import():
    """Sites keep what they sort a table by in cells that nobody is shown."""
    shown = "<tr><td>Елена</td><td>17</td></tr>"
    for hidden in (
        '<tr><td>Град</td><td style="display:none">1</td></tr>',
        "<tr><td hidden>(1)</td><td>Град</td></tr>",
    ):
        assert told(f"{TEXT}<table>{hidden}{shown}</table>")[1][0] == "table"
    marks = "".join(f"<tr><td hidden>({each})</td><td>{LONG}</td></tr>" for each in (1, 2))
    assert LONG in told(f"{TEXT}<table>{marks}</table>")[1][1]


NOTE = '<p id="fn1"><a href="#r1">[1]</a> Без пристанищата.</p>'


@pytest.mark.parametrize("round_it", ["<div>{}</div>", "<hr>{}", "<section><ol>{}</ol></section>"])
def test_a_note_outside_of_the_text_is_read_where_its_mark_stands_in_the_text(round_it):
    text = f'<p>{LONG} <a href="#fn1" id="r1">[1]</a></p>{TEXT}'
    found = told(f"<article>{text}</article>{round_it.format(NOTE)}")
    assert found[-1] == ("footnote", "Без пристанищата.")
    assert [kind for kind, _text in found].count("footnote") == 1


def test_a_note_to_what_is_not_read_is_not_read():
    aside = f'<aside><p>Пресата <a href="#fn1" id="r1">[1]</a></p>{NOTE}</aside>'
    found = told(f"<article>{TEXT * 3}</article>{aside}")
    assert [kind for kind, _text in found] == ["p"] * 3


def test_a_note_outside_of_the_text_is_told_once_though_two_marks_lead_to_it():
    marks = '<a href="#fn1" id="r1">[1]</a> и <a href="#fn2" id="r2">[1]</a>'
    note = '<li id="fn1"><p><a id="fn2" href="#r2">[1]</a> <a href="#r1">↑</a> Без яхтите.</p></li>'
    found = told(f"<article><p>{LONG} {marks}</p>{TEXT}</article><div><ol>{note}</ol></div>")
    assert sum("Без яхтите." in text for _kind, text in found) == 1
