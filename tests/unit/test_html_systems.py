"""Pages as systems for sites make them: questions to the reader, tabs, files, names of sites."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import PAGE, TEXT, links, told

LONG = TEXT[3:-4]
MARK = "Параходът спира и в Силистра"


def read(body, title=""):
    """Return kind and text of all blocks of a page whose title is told by itself."""
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode(), address=PAGE)))
    return [(each["kind"], each["text"]) for each in flat.blocks(found)]


@pytest.mark.parametrize(
    "part",
    [
        "<h2>Намерихте ли пристанището?</h2><button>Да</button><button>Не</button>",
        '<p>Бяхме ли ясни?</p><a href="#">Да</a> <a href="#">Не</a>',
        """<fieldset><legend>Харесва ли Ви корабът?</legend>
        <input type="radio" id="a"><label for="a">Много</label>
        <input type="radio" id="b"><label for="b">Никак</label></fieldset>""",
        "<p>Стигнахте ли?</p><button>Да</button><button>Не</button><p>Благодарим Ви!</p>",
        "<p>Колко звезди давате</p><button>1</button><button>2</button><button>★</button>",
        '<h3>Писма от реката</h3><p>Всяка неделя.</p><form><input type="email"></form>',
        '<p>Писма от реката</p><input name="mail" placeholder="Вашият имейл"><button>Да</button>',
    ],
)
def test_what_only_asks_something_of_the_reader_is_no_part_of_the_text(part):
    assert told(f"<main>{TEXT * 4}<div>{part}</div></main>") == [("p", LONG)] * 4


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (
            "<p>Къде спира корабът?</p><p>Само във Видин.</p><button>А</button><button>Б</button>",
            ["Къде спира корабът?", "Само във Видин."],
        ),
        (
            """<h3>Има ли каюти?</h3><button aria-expanded="false">+</button>
            <button aria-expanded="false">×</button>""",
            ["Има ли каюти?"],
        ),
        (
            "<p>Вижте картата</p><button>1</button><button>2</button><button>Видин</button>",
            ["Вижте картата"],
        ),
        (
            '<h3>Пазач</h3><p>Тел. 094 12 34</p><input type="email"><button>Да</button>',
            ["Пазач", "Тел. 094 12 34"],
        ),
        (
            '<p>Питайте пазача</p><input type="email"><textarea></textarea>',
            ["Питайте пазача"],
        ),
        (
            '<p>Пишете на капитана.</p><input name="street" placeholder="Адрес">',
            ["Пишете на капитана."],
        ),
    ],
)
def test_other_questions_are_read(part, kept):
    found = told(f"<main>{TEXT * 2}<div>{part}</div>{TEXT * 2}</main>")
    assert [text for _, text in found if text != LONG] == kept


def test_documents_are_read_below_a_heading_of_other_pages():
    items = '<li><a href="{0}">Списък на пристаните</a></li><li><a href="/reka">Реката</a></li>'
    box = "<div><div><h2>See also</h2><ul>{0}</ul></div></div>"
    for address in ("/doc/ST-77-2031/bg/pdf", "/files/pristani.docx"):
        listed = box.format(items.format(address))
        assert told(f"<main>{TEXT * 4}{listed}</main>")[4:] == [
            ("heading", "See also"),
            ("li", "Списък на пристаните"),
            ("li", "Реката"),
        ]
    for address in ("/doc/pdf-ove", "/pdf/reka", "/pomosht/csv"):
        listed = box.format(items.format(address))
        assert told(f"<main>{TEXT * 4}{listed}</main>") == [("p", LONG)] * 4


FILE = '<div class="bcl-file">{}</div>'
NAMED = '<a href="/r.pdf">Разписание</a>'


@pytest.mark.parametrize(
    ("inner", "said", "linked"),
    [
        (f'<p class="file-title">{NAMED} <i>(3 MB - PDF)</i></p>', "(3 MB - PDF)", "Разписание"),
        (f'<h4 class="file-title">{NAMED}</h4><small>PDF, 3 MB</small>', "PDF, 3 MB", "Разписание"),
        (
            f'<p class="file-title">Разписание (3 MB)</p>{NAMED.replace("Разписание", "Свали")}',
            "(3 MB)",
            "Разписание",
        ),
    ],
)
def test_an_attachment_tells_its_size_once(inner, said, linked):
    body = f"<article>{TEXT * 4}{FILE.format(inner)}</article>"
    assert told(body)[4:] == [("p", f"Разписание {said}")]
    assert links(body) == [(linked, "https://example.org/r.pdf")]


def test_the_heading_right_before_attachments_below_the_text_is_read():
    text = f'<div class="field--name-body">{TEXT * 4}</div>'
    files = FILE.format('<p class="file-title">Разписание</p>') * 2
    found = told(f"<article>{text}<h2>За печат</h2>{files}<h2>Друго</h2></article>")
    assert found[4:] == [("heading", "За печат"), ("p", "Разписание"), ("p", "Разписание")]
    listed = '<ul><li><a href="/r.pdf">Разписание</a></li></ul>'
    found = told(f"<article>{text}<h3>За печат</h3>{listed}<h3>Друго</h3></article>")
    assert found[4:] == [("heading", "За печат"), ("li", "Разписание")]


@pytest.mark.parametrize(
    "icon",
    [
        '<svg role="img" aria-label="Води другаде"><title>Води другаде</title></svg>',
        '<img src="a.png" alt="(opens in a new window)">',
        '<img src="a.png" alt="Отваря се в нов раздел">',
        '<img src="a.png" alt="Външна връзка">',
    ],
)
def test_the_icon_of_a_link_is_no_picture(icon):
    assert told(f'{TEXT * 3}<p>Вижте <a href="/r">реката{icon}</a>.</p>')[3:] == [
        ("p", "Вижте реката.")
    ]


def test_what_is_drawn_alone_in_a_link_is_a_picture():
    drawn = '<svg role="img" aria-label="Реката от Видин до Русе"></svg>'
    found = told(f'{TEXT * 3}<p><a href="/r">{drawn}</a></p>')
    assert found[3:] == [("figure", "Реката от Видин до Русе")]


TABS = '<div role="tablist"><a {0}="{1}" href="#ladies">Пролет</a></div>'


@pytest.mark.parametrize("hidden", ['class="d-none"', "hidden", 'style="display:none"'])
@pytest.mark.parametrize("opener", [("data-toggle", "tab"), ("role", "tab")])
def test_what_a_tab_shows_is_read_while_it_is_hidden(hidden, opener):
    panels = f'<div id="ladies" {hidden}>{TEXT}</div><div id="other" {hidden}><p>Скрито</p></div>'
    assert told(f"{TEXT * 3}{TABS.format(*opener)}{panels}") == [("p", LONG)] * 4
    other = TABS.format("data-toggle", "dropdown")
    assert told(f"{TEXT * 3}{other}{panels}") == [("p", LONG)] * 3


def test_the_part_that_a_tab_is_said_to_show_is_read_while_its_name_hides_it():
    panel = f'<div role="tabpanel" class="hidden">{TEXT}</div>'
    assert told(f"{TEXT * 3}{panel}") == [("p", LONG)] * 4


def test_a_part_named_as_a_list_of_tabs_is_read_where_it_holds_what_they_show():
    parts = (
        f'<div role="tablist"><h3><a role="tab" href="#p">Пролет</a></h3><p id="p">{LONG}</p></div>'
    )
    assert told(f"{TEXT * 3}{parts}")[3:] == [("heading", "Пролет"), ("p", LONG)]


def test_details_are_read_while_they_are_closed_and_not_where_they_are_hidden():
    details = '<details class="details" {}><summary>Каюти</summary><p>Дванадесет.</p></details>'
    assert told(f"{TEXT * 3}{details.format('')}")[3:] == [("p", "Каюти"), ("p", "Дванадесет.")]
    for hidden in ("hidden", 'style="display: none"'):
        assert told(f"{TEXT * 3}{details.format(hidden)}") == [("p", LONG)] * 3


def test_signs_between_links_that_only_do_something_are_left_out_with_them():
    tools = '<div><a href="javascript:print()">Печат</a> • <a href="#">Запази</a> •</div>'
    assert told(f"{TEXT * 3}{tools}") == [("p", LONG)] * 3
    assert told(f"{TEXT * 3}<div>* * *</div>{TEXT}")[3:] == [("p", "* * *"), ("p", LONG)]


def test_a_lead_in_stands_below_a_remark_above_the_title():
    remark = f"<p>{LONG} Така преведе страницата една машина.</p>"
    text = f"<p>{LONG} {LONG}</p>"
    lead = '<p class="story-intro">Параходът ще вика на глас имената на пристанищата си.</p>'
    found = read(f"<main>{remark}<h1>{MARK}</h1>{lead}{text * 3}</main>", MARK)
    assert ("lead", "Параходът ще вика на глас имената на пристанищата си.") in found


SITE = "<h1{}>Пристанищна управа – Видин</h1>"


@pytest.mark.parametrize(
    ("site", "head", "told_title"),
    [
        (SITE.format(""), f'<h2 class="story-headline">{MARK}</h2>', "Вести"),
        (SITE.format(""), f"<h3>{MARK}</h3><p>12.03.2026 г.</p>", "Вести"),
        (SITE.format(""), f"<h2>{MARK}</h2><span>Дата</span> <i>12.03.2026</i>", MARK),
        (
            SITE.format(' class="site-name"'),
            f'<h2 class="entry-title">{MARK}</h2>',
            "Пристанищна управа – Видин",
        ),
    ],
)
def test_the_title_of_a_text_stands_below_the_name_of_its_site(site, head, told_title):
    others = "<div><h2>Времето</h2><p>Ще вали до вечерта.</p></div>"
    found = read(f"<div>{site}</div><div>{head}{TEXT * 4}</div>{others}", told_title)
    assert found[0] == ("title", MARK)


def test_a_line_named_as_the_title_of_a_text_is_it_where_its_page_tells_but_of_the_site():
    body = f'<div><h1>Пристанищна управа</h1></div><div class="story-title">{MARK}</div>{TEXT * 4}'
    assert read(body, "Пристанищна управа - Вести")[0] == ("title", MARK)
    below = body.replace("</h1>", f"</h1><p>{LONG} {LONG}</p>")
    assert read(below, "Пристанищна управа - Вести")[0] == ("title", "Пристанищна управа")


def test_the_first_heading_of_a_text_is_its_title_where_several_below_it_have_days():
    dated = "".join(f"<h2>Ден {x} на парахода</h2><p>{x}.03.2026 г.</p>{TEXT}" for x in (1, 2))
    assert read(f"<div><h1>{MARK}</h1>{dated}</div>", "Вести")[0] == ("title", MARK)


@pytest.mark.parametrize("part", ["div", "header"])
def test_a_picture_above_the_title_is_read_unless_it_leads_elsewhere(part):
    picture = '<img src="a.jpg" alt="Параходът край Свищов">'
    title = ("title", MARK)
    linked = f'<a href="/korabi">{picture}</a>'
    sign = picture.replace("Параходът", "Лого на парахода")
    figure = ("figure", "Параходът край Свищов")
    for inner, before in ((picture, [figure]), (linked, []), (sign, [])):
        page = f"<main><{part}>{inner}<h1>{MARK}</h1></{part}>{TEXT * 4}</main>"
        assert read(page, MARK) == [*before, title, *[("p", LONG)] * 4]


MACHINE = "<p>Преведено от eTranslation – машинен превод, който никой не е преглеждал.</p>"


def test_a_message_about_a_machine_is_known_by_its_role_or_its_place():
    for box in (f'<div role="alert">{MACHINE}</div>', f"<div>{MACHINE}</div>"):
        kinds = [kind for kind, _ in read(f"<main>{box}<h1>{MARK}</h1>{TEXT * 4}</main>", MARK)]
        assert kinds == ["notice", "title", *["p"] * 4]
    kinds = [kind for kind, _ in read(f"<main><h1>{MARK}</h1>{TEXT * 4}{MACHINE}</main>", MARK)]
    assert kinds == ["title", *["p"] * 5]
