"""Old pages: which cell of a table is the article's, what is its title, counts beside its day."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, told

LONG = TEXT[3:-4]
LINES = ("Билети", "Разписание", "Пристани", "Търгове")
MENU = "".join(f'<tr><td><a href="/m{at}">{name}</a></td></tr>' for at, name in enumerate(LINES))
# What stands in the other column reads like a text, too.
NEWS = "".join(f'<p><a href="/n{at}">Още</a> {LONG}</p>' for at in range(4))
TITLE = "Корабът до Видин тръгва по-рано"
SITE = "РЕЧНО ПАРОХОДСТВО"


def page(main, *, widths=True, head=f"<font size=5><b>{SITE}</b></font>", title=SITE, news=NEWS):
    wide, narrow = ("width=560", "width='180'") if widths else ("", "")
    row = f"<td {narrow}><table>{MENU}</table></td><td {wide}>{main}</td><td {narrow}>{news}</td>"
    foot = f"<tr><td colspan=3>Русе, ул. „Пристанищна“ 5. {LONG}</td></tr>"
    top = f"<tr><td colspan=3>{head}</td></tr>"
    markup = (
        f"<html><head><title>{title}</title></head><body>"
        f"<table width=960>{top}<tr>{row}</tr>{foot}</table></body></html>"
    )
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    return [(each["kind"], each["text"]) for each in flat.blocks(found)]


ARTICLE = [("title", TITLE), *[("p", LONG)] * 3]


@pytest.mark.parametrize(
    "line",
    [
        f"<b>{TITLE}</b><br>",
        f"<p align=center><strong>{TITLE}</strong></p>",
        f"<font size='+2'>{TITLE}</font><br>",
        f"<h2>{TITLE}</h2>",
        f"<div class='NewsHeading'>{TITLE}</div><div class='news-subtitle'></div>",
        f"<table><tr><td class=zaglavie>{TITLE}</td></tr></table>",
    ],
)
def test_the_title_is_the_line_that_stands_out_above_the_text_of_the_widest_column(line):
    assert page(line + TEXT * 3) == ARTICLE


def test_where_no_width_is_told_the_column_is_the_one_with_the_most_text():
    assert page(f"<b>{TITLE}</b><br>{TEXT * 12}", widths=False) == [
        ("title", TITLE),
        *[("p", LONG)] * 12,
    ]


def test_a_column_may_lie_in_a_table_that_only_frames_the_page():
    inner = f"<table><tr><td width=400><b>{TITLE}</b><br>{TEXT * 3}</td>"
    side = f"<td width=120><table>{MENU}</table></td></tr></table>"
    assert page(inner + side) == ARTICLE


def test_lines_in_loose_text_are_its_paragraphs():
    text = f"<b>{TITLE}</b><br><br>{LONG}<br><br>{LONG}<br><br>{LONG}"
    assert page(f'{text}<br><br><a href="javascript:history.back()">« Назад</a>') == ARTICLE


@pytest.mark.parametrize(
    "line",
    [f"<b>{LINES[0]}:</b><br>", '<b><a href="/a">Всички съобщения</a></b><br>', "<b>Русе</b><br>"],
)
def test_what_is_no_title_by_its_words_is_none(line):
    assert page(line + f"<b>{TITLE}</b><br>{TEXT * 3}")[-4:] == ARTICLE


def test_the_heading_of_the_page_is_the_title_where_its_data_say_so():
    head = f"<h1>{TITLE}</h1>"
    found = page(f"<h2>За пътниците</h2>{TEXT * 3}", head=head, title=f"{TITLE} - {SITE}")
    assert found == [ARTICLE[0], ("heading", "За пътниците"), *ARTICLE[1:]]
    assert page(f"<h2>{TITLE}</h2>{TEXT * 3}", head=f"<h1>{SITE} – РУСЕ</h1>") == ARTICLE


def test_a_cell_beside_others_that_lead_nowhere_is_no_column_of_its_own():
    beside = f"<td width=180>{TEXT}</td>"
    rows = f"<tr><td width=560>{TEXT * 3}</td>{beside}</tr><tr>{beside}{beside}</tr>"
    assert told(f"<table role=presentation>{rows}</table>") == [("p", LONG)] * 6


def test_signs_between_links_that_are_not_read_go():
    row = '<p><a href="/p">Версия за печат</a> | <a href="/s">Изпрати на приятел</a></p>'
    assert told(f"{TEXT}{row}{TEXT}") == [("p", LONG)] * 2
    assert told(f"{TEXT}<p>а | б</p>")[-1] == ("p", "а | б")


@pytest.mark.parametrize(
    "line",
    [
        "12.08.2009 | 14:20 | Прочетена: 412 | Коментари: 5",
        "12 август 2009 г. • 37 прегледа",
        "12.08.2009 · 14:20 ч. · Четения 1204",
    ],
)
def test_counts_may_stand_behind_the_day(line):
    assert told(f'<div class="info">{line}</div>{TEXT * 3}')[0] == ("date", line)


@pytest.mark.parametrize("line", ["12.08.2009 | Краят на лятото", "Видин | 12.08.2009 | Русе"])
def test_what_else_stands_beside_a_day_makes_it_none(line):
    assert "date" not in dict(told(f"<div>{line}</div>{TEXT * 3}"))


def test_a_title_named_as_one_goes_before_the_name_of_the_site_that_leads_home():
    head = '<h1 class="title"><a href="/">Пристани</a></h1>'
    post = f'<h3 class="post-title"><a href="/k">Нов кей в Тутракан</a></h3>{TEXT * 3}'
    markup = f"<title>Пристани: Нов кей в Тутракан</title><body>{head}<div>{post}</div></body>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    assert found.title == "Нов кей в Тутракан"
