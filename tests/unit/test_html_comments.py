"""What readers wrote below an article, and what a blog tells of where to write."""

import pytest

from tests.unit.test_html_importer import TEXT, told

LONG = TEXT[3:-4]
TEXTS = [("p", LONG)] * 3
WRITTEN = "<p>Минах оттам вчера и наистина е така.</p><p>И аз. Поздрави от Ловеч!</p>"
FIELD = "<form action='/w'><p><textarea name='c'></textarea></p></form>"


@pytest.mark.parametrize(
    "heading",
    ["12 коментара", "Един коментар:", "1 comment", "Няма коментари", "3 отговора на „Заглавие“"],
)
@pytest.mark.parametrize("tag", ["h2", "h3", "h5"])
def test_what_stands_below_a_heading_that_counts_comments_goes(heading, tag):
    comments = f"<{tag}>{heading}</{tag}><ul><li>Браво!</li></ul><div>{WRITTEN}</div>"
    assert told(TEXT * 3 + comments) == TEXTS


@pytest.mark.parametrize(
    "heading", ["3 отговора на въпроси за моста", "2 коментара на посланика", "Коментар на деня"]
)
def test_a_heading_that_speaks_of_answers_in_the_text_stays(heading):
    assert told(f"{TEXT * 3}<h2>{heading}</h2>{WRITTEN}")[3] == ("heading", heading)


def test_comments_end_where_a_heading_as_high_follows():
    found = told(f"{TEXT * 3}<h3>4 коментара</h3>{WRITTEN}<h2>Източници</h2>{TEXT}")
    assert found == [*TEXTS, ("heading", "Източници"), ("p", LONG)]


def test_a_heading_that_asks_for_a_comment_goes_with_the_field_below_it_alone():
    asked = "<h3>Напишете коментар за моста</h3><p>Няма да публикуваме адреса Ви, честна дума.</p>"
    assert told(f"{TEXT * 3}{asked}{FIELD}") == TEXTS
    assert len(told(f"{TEXT * 3}{asked}")) == 5


@pytest.mark.parametrize("name", ["commentlist", "comment", "comment-body", "komentari"])
def test_parts_named_as_comments_go(name):
    assert told(f"{TEXT * 3}<div class='{name}'>{WRITTEN}</div>") == TEXTS


def test_a_text_named_as_a_comment_of_its_author_is_read():
    found = told(f'<nav>{TEXT * 30}</nav><div class="comment">{TEXT * 8}</div>')
    assert found == [("p", LONG)] * 8


SORT = '<a href="/category/mostove" rel="category tag">Мостове</a>'


@pytest.mark.parametrize(
    "line",
    [
        f'<p>Публикувано в {SORT}, 5 май 2011. <a href="#respond">Оставете коментар</a>.</p>',
        f'<div>В рубриката {SORT} | <a href="https://a.bg/most#comments">4 коментара</a></div>',
        '<p>Записано от Рада. <a href="/t" rel="trackback">Обратна връзка</a> от своя сайт.</p>',
    ],
)
def test_the_line_of_a_blog_below_a_text_goes(line):
    assert told(f"{TEXT * 8}<p>Край на разказа за <b>моста</b>.</p>" + TEXT * 7 + line)[-1] == (
        "p",
        LONG,
    )


@pytest.mark.parametrize(
    "line",
    [
        f"<p>Повече за това има в {SORT}.</p>",
        '<p>Кажете какво мислите <a href="#comments">по-долу</a>.</p>',
    ],
)
def test_a_text_may_lead_to_its_sort_or_to_its_comments(line):
    assert told(TEXT * 15 + line)[-1][1].startswith(("Повече за", "Кажете"))


def month(first, last):
    days = [f"<td>{day}</td>" for day in range(first, last + 1)]
    rows = (f"<tr>{''.join(days[at : at + 7])}</tr>" for at in range(0, len(days), 7))
    return f"<table><tr><th>П</th><th>В</th></tr>{''.join(rows)}</table>"


def test_the_days_of_a_month_are_no_table_of_data():
    assert told(TEXT * 3 + month(1, 30)) == TEXTS
    assert told(TEXT * 3 + month(1, 20))[-1][0] == "table"
