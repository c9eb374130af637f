"""Pages: boxes in a text, questions about cookies, lists of files, topics, notes at the end."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, links, told

LONG = TEXT[3:-4]
FACTS = "<h3>В числа</h3><p>Параходът е построен през 1907 г. в Будапеща.</p>"
TOLD_FACTS = [("heading", "В числа"), ("p", "Параходът е построен през 1907 г. в Будапеща.")]


def test_a_box_between_paragraphs_that_leads_nowhere_is_part_of_the_text():
    assert told(f"{TEXT}<aside>{FACTS}</aside>{TEXT * 3}") == [
        ("p", LONG),
        *TOLD_FACTS,
        *[("p", LONG)] * 3,
    ]


@pytest.mark.parametrize(
    "aside",
    [
        f"{TEXT * 4}<aside>{FACTS}</aside>",
        f"<aside>{FACTS}</aside>{TEXT * 4}",
        f'{TEXT}<aside>{FACTS}<a href="/parahod">Вижте парахода</a></aside>{TEXT * 3}',
        f"{TEXT}<aside>{FACTS}<button>Искам такива вести</button></aside>{TEXT * 3}",
        f"<section>{TEXT * 4}</section><aside>{FACTS}</aside><section>{TEXT}</section>",
    ],
)
def test_a_box_beside_a_text_or_one_that_leads_on_is_none(aside):
    assert all(each == ("p", LONG) for each in told(aside))


QUESTION = "Картата се показва, щом приемете „бисквитките“ на нейния доставчик."


def test_what_only_asks_about_cookies_in_place_of_a_film_is_no_part_of_the_text():
    button = '<button type="button">Съгласен съм</button>'
    more = '<a href="https://karti.example/1">Отворете картата там</a>'
    asked = f'<div class="embed"><p>{QUESTION}</p>{button}{more}</div>'
    assert told(f"{TEXT}{asked}{TEXT * 2}") == [("p", LONG)] * 3


@pytest.mark.parametrize(
    "part",
    [
        f'<div class="embed"><p>{QUESTION}</p></div>',
        f"<div><p>{QUESTION}</p><button>Чуйте новината</button></div>",
        f"<div><h2>Карта</h2><p>{QUESTION}</p><button>Приемам</button></div>",
        f"<div><p>{QUESTION}</p>{TEXT * 4}<button>Приемам</button></div>",
    ],
)
def test_a_text_about_cookies_is_read(part):
    assert ("p", QUESTION) in told(f"{TEXT}{part}{TEXT * 2}")


FILE = '<li><a href="/f/razpisanie.pdf">Разписание на корабите</a></li>'
PAGE = '<li><a href="/pristanishta">Пристанища</a></li>'


def test_what_is_named_as_related_and_leads_to_files_is_part_of_the_article():
    part = '<div class="box-related"><h2>Изтеглете</h2><ul>{}</ul></div>'
    assert told(TEXT * 3 + part.format(FILE + PAGE))[3:] == [
        ("heading", "Изтеглете"),
        ("li", "Разписание на корабите"),
        ("li", "Пристанища"),
    ]
    assert told(TEXT * 3 + part.format(FILE + PAGE * 2))[3:] == []
    assert told(TEXT * 3 + part.format(f'{FILE}<li><img src="k.jpg" alt="Кораб"></li>'))[3:] == []


def test_a_bar_of_the_page_that_leads_to_a_file_is_none():
    bar = '<div class="share-bar"><a href="/f/statia.pdf">Цялата статия</a></div>'
    assert links(TEXT * 3 + bar) == []


@pytest.mark.parametrize("label", ["Теми:", "Ключови думи", "Topics:", "Mots clés :"])
def test_a_label_before_links_to_topics_is_no_part_of_the_article(label):
    topics = '<ul><li><a href="/t/1">Дунав</a></li><li><a href="/t/2">Кораби</a></li></ul>'
    assert told(f"{TEXT * 3}<div><span>{label}</span>{topics}</div>") == [("p", LONG)] * 3


@pytest.mark.parametrize(
    "part",
    [
        "<div><h2>Теми</h2><p>Говори се за Дунав.</p></div>",
        "<div><b>Теми:</b><ul><li>Дунав</li></ul></div>",
    ],
)
def test_topics_that_lead_nowhere_are_read(part):
    assert len(told(f"{TEXT * 3}{part}")) > 3


def test_the_words_below_the_leading_picture_are_no_lead_in():
    caption = "<figcaption>Параходът „Радецки“ на котва край Лом <i>© Л. Цанева</i></figcaption>"
    picture = f'<img src="a" alt="Кораб">{caption}'
    lead = f'<p class="story-lead">{LONG}</p>'
    found = told(f'{lead}<figure class="top-figure--lead">{picture}</figure>{TEXT * 3}')
    assert found[:2] == [
        ("lead", LONG),
        ("figure", "Параходът „Радецки“ на котва край Лом © Л. Цанева"),
    ]


def test_the_number_of_a_product_is_no_part_of_the_article():
    number = '<div class="ep-a_reference"><span>Реф. №:</span> <span>20250101IPR00001</span></div>'
    assert told(TEXT * 3 + number) == [("p", LONG)] * 3


MARKED = "<p>Параходът плава от Видин до Русе[1], а през юли и до Тутракан<sup>[2]</sup>.</p>"


@pytest.mark.parametrize("rule", ["", "<hr>"])
def test_last_paragraphs_with_the_marks_of_the_text_are_its_notes(rule):
    notes = "<p><sup>[1]</sup> Без почивните дни.</p><p>[2] При висока вода.</p><p>&nbsp;</p>"
    assert told(f"<div>{TEXT * 3}{MARKED}{rule}{notes}</div>")[3:] == [
        ("p", "Параходът плава от Видин до Русе[1], а през юли и до Тутракан[2]."),
        ("footnote", "Без почивните дни."),
        ("footnote", "При висока вода."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT * 3}<p>[1] Без почивните дни.</p>",
        f"{TEXT * 3}{MARKED}<p>[1] Без почивните дни.</p>{TEXT}",
        """<p>[1] Параходът тръгва в осем часа сутринта от пристанището във Видин.</p>
        <p>[2] Както е казано в точка [1], билети се купуват на самия кораб.</p>""",
    ],
)
def test_other_paragraphs_with_a_number_before_them_are_no_notes(body):
    assert "footnote" not in dict(told(f"<div>{body}</div>"))


def test_a_picture_with_words_above_the_title_is_part_of_the_text():
    title = "<h1>Параходът тръгва отново</h1>"
    sort = '<p class="kind">Пътуване</p>'
    picture = '<figure><img src="a" alt="Кораб">{}</figure>'
    caption = "<figcaption>Край Лом през май</figcaption>"
    for inner, told_of_it in ((caption, "Край Лом през май"), ("", "Кораб")):
        markup = f"<article>{sort}{picture.format(inner)}{title}{TEXT * 4}</article>"
        found, _ = repair.repaired(importers.read(Incoming(f"<html>{markup}</html>".encode())))
        kinds = [(each["kind"], each["text"]) for each in flat.blocks(found)]
        title_and_text = [("title", "Параходът тръгва отново"), *[("p", LONG)] * 4]
        assert kinds == [("figure", told_of_it), *title_and_text]
