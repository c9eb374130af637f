"""Pages: what is read of them, and what of them never gets further."""

import pytest

from reader import importers, repair
from reader.errors import DamagedFileError, GarbledTextError, HugeFileError
from reader.exporters import flat
from reader.importers import html, plain
from reader.importers.incoming import Incoming
from reader.model.article import Figure, Footnote, Quote, Table
from reader.model.article import plain as words

PAGE = "https://example.org/novini/stranica.html"
TEXT = "<p>Това е абзац с достатъчно думи, за да бъде прочетен като част от статията.</p>"


def article(body, head="", *, address=PAGE):
    markup = f"<html><head>{head}</head><body><h1>Заглавие</h1>{body}</body></html>"
    found, _ = repair.repaired(importers.read(Incoming(markup.encode(), address=address)))
    return found


def told(body, **known):
    """Return kind and text of what follows the title."""
    return [(each["kind"], each["text"]) for each in flat.blocks(article(body, **known))[1:]]


def links(body, **known):
    return [
        (each["text"], each["url"])
        for block in flat.blocks(article(body, **known))
        for each in block["links"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><p>а",
        "\ufeff  <html lang=bg>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="y">',
        "<!-- saved from url=(0014)https://a.bg/ -->\n<HTML><BODY>",
        "<div><p>Откъс.</p></div>",
    ],
)
def test_a_page_is_known_by_what_it_begins_with(text):
    assert html.recognises(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Елементът <p> огражда абзац, а <html> – страницата.</p>",
        "<p> е най-честият елемент.",
        '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
        "<svg><text>а</text></svg>",
        "Заглавие\n\n<html>",
    ],
)
def test_a_text_about_pages_stays_a_text(text):
    assert not html.recognises(text.encode())
    assert plain.recognises(text.encode())


def test_what_was_pasted_is_never_taken_for_a_page():
    assert importers.importer_of(Incoming(b"<html><p>a</p></html>", pasted=True)) is plain


CYRILLIC = "<p>Съветът прие новите правила за чистия въздух в градовете и селата.</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1251", "iso-8859-1", "no-such"])
def test_letters_come_out_whatever_the_page_says_of_them(encoding, declared):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    data = f"<html><head>{meta if declared else ''}</head><body>{CYRILLIC}</body></html>"
    (line,) = importers.read(Incoming(data.encode(encoding))).lines
    assert line.text == CYRILLIC[3:-4]


def test_what_the_server_says_of_the_letters_is_heard():
    data = "<html><body><p>Съвет</p></body></html>".encode("cp1251")
    (line,) = importers.read(Incoming(data, charset="windows-1251")).lines
    assert line.text == "Съвет"


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color:red; display:none">скрито</p>',
        "<p hidden>скрито</p>",
        "<template><p>скрито</p></template>",
        "<!-- <p>скрито</p> -->",
        '<p class="visually-hidden">скрито</p>',
        '<p class="d-none">скрито</p>',
        "<style>.x, #y { display: none }</style><p class=x>скрито</p><p id=y>скрито</p>",
        "<script>скрито</script><noscript><p>скрито</p></noscript>",
        "<select><option>скрито</select><textarea>скрито</textarea>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden):
    assert told(TEXT + hidden) == told(TEXT)


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="ecl-accordion__content" hidden><p>показано</p></div>',
        '<div class="accordion-collapse collapse" style="display:none"><p>показано</p></div>',
        '<p class="d-none d-md-block">показано</p>',
        "<style>@media print { .x { display: none } }</style><p class=x>показано</p>",
        "<details><p>показано</p></details>",
    ],
)
def test_what_a_press_or_a_larger_screen_shows_is_read(shown):
    assert told(TEXT + shown)[1:] == [("p", "показано")]


def test_only_harmless_addresses_survive_and_their_words_stay():
    hostile = [
        "javascript:a()",
        "java\nscript:a()",
        " JaVaScRiPt:a()",
        "data:text/html,a",
        "file:///a",
    ]
    body = "".join(
        f'<p><a href="{each}">дума</a></p>' for each in [*hostile, "vbscript:a", "#place"]
    )
    assert told(TEXT + body)[1:] == [("p", "дума")] * 7
    assert links(TEXT + body) == []


def test_addresses_are_made_whole_by_where_the_page_is():
    body = (
        TEXT + '<p><a href="../a b.html?x=1&amp;y=2">а</a> <a href="//b.bg/c">б</a> '
        '<a href="mailto:a@b.bg">в</a> <a href="tel:+3592">г</a></p>'
    )
    assert links(body) == [
        ("а", "https://example.org/a%20b.html?x=1&y=2"),
        ("б", "https://b.bg/c"),
        ("в", "mailto:a@b.bg"),
        ("г", "tel:+3592"),
    ]
    assert links('<p><a href="c">а</a></p>', head='<base href="/d/">') == [
        ("а", "https://example.org/d/c")
    ]
    assert links('<p><a href="c">а</a></p>', address=None) == []


def test_a_saved_page_knows_where_it_came_from():
    data = '<!-- saved from url=(0020)https://a.bg/b/c.htm -->\n<html><body><p><a href="d">е</a>'
    found, _ = repair.repaired(importers.read(Incoming(data.encode())))
    assert found.source.address == "https://a.bg/b/c.htm"
    assert flat.links(found) == [("е", "https://a.bg/b/d")]


def test_items_have_their_own_text_and_nested_ones_stand_apart():
    body = TEXT + "<ol><li>едно<ul><li><p>две</p><p>три</p></li></ul>четири</li><li>пет</li></ol>"
    assert told(body)[1:] == [("li", "едно четири"), ("li", "две три"), ("li", "пет")]


def test_a_table_keeps_its_places_and_its_caption():
    body = (
        "<table><caption>Цени</caption><tr><th>а</th><th>б</th><th>в</th></tr>"
        "<tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )
    *_, block = flat.blocks(article(TEXT + body))
    assert block["rows"] == [["а", "б", "в"], ["1", "2", ""], ["", "3", "4"]]
    assert block["text"] == "а | б | в\n1 | 2 | \n | 3 | 4"
    assert block["caption"] == "Цени"
    *_, table = article(TEXT + body).blocks
    assert isinstance(table, Table)
    assert words(table.caption) == "Цени"


def test_a_picture_is_its_caption_or_its_description():
    body = (
        '<figure><img alt="Мост"><figcaption>Новият мост</figcaption></figure>'
        '<p><img alt="Река"></p>'
        '<img alt=""><img alt="icon.png"><img alt="стрелка" width=16>'
    )
    assert told(TEXT + body)[1:] == [("figure", "Новият мост"), ("figure", "Река")]
    pictures = [block for block in article(TEXT + body).blocks if isinstance(block, Figure)]
    assert [block.alt for block in pictures] == ["Мост", "Река"]


@pytest.mark.parametrize(
    ("caption", "link", "emphasis"),
    [
        ('<a class="caption" href="/s">Мелница</a>', "https://example.org/s", False),
        ('<em class="caption">Мелница</em>', None, True),
    ],
)
def test_a_caption_keeps_its_own_link_and_emphasis(caption, link, emphasis):
    *_, picture = article(f'{TEXT}<figure><img alt="Воденица">{caption}</figure>').blocks
    assert [(span.text, span.link, span.emphasis) for span in picture.caption] == [
        ("Мелница", link, emphasis)
    ]


def test_the_caption_of_a_table_keeps_its_own_emphasis():
    rows = "<tr><th>Село</th><th>Къщи</th></tr><tr><td>Лом</td><td>7</td></tr>"
    caption = '<caption style="font-style: italic">Къщите</caption>'
    *_, table = article(f"{TEXT}<table>{caption}{rows}</table>").blocks
    assert [(span.text, span.emphasis) for span in table.caption] == [("Къщите", True)]


def test_a_quotation_is_told_apart_from_who_said_it():
    body = TEXT + "<blockquote><p>Едно.</p><p>Две.</p><footer>— Ана Илиева</footer></blockquote>"
    assert told(body)[1:] == [("quote", "Едно."), ("quote", "Две.")]
    *_, quote = article(body).blocks
    assert isinstance(quote, Quote)
    assert words(quote.attribution) == "Ана Илиева"
    assert flat.blocks(article(body))[-1]["author"] == "Ана Илиева"


@pytest.mark.parametrize(
    ("signature", "author"),
    [
        ("<br><span>директор</span>", "Ана Илиева, директор"),
        ('<img src="a.jpg" alt=""><span>директор</span>', "Ана Илиева, директор"),
        ("<br>директор", "Ана Илиева"),
    ],
)
def test_between_a_name_and_an_office_there_may_be_what_has_no_words(signature, author):
    signed = f'<div><span class="author">Ана Илиева</span>{signature}</div>'
    body = f"{TEXT}<blockquote><p>Едно.</p>{signed}</blockquote>"
    assert flat.blocks(article(body))[-1]["author"] == author


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<sup><a href="#n" id="m">1</a></sup>', '<p id="n"><a href="#m">1.</a> Бележка.</p>'),
        ('<a href="#n" name="m">[1]</a>', '<div id="n"><p><a href="#m">[1]</a> Бележка.</p></div>'),
        (
            '<sup id="m"><a href="#fn1">1</a></sup>',
            '<ol><li id="fn1">Бележка. <a href="#m">↩</a></li></ol>',
        ),
        ("<sup>1</sup>", '<p class="footnote"><sup>1</sup> Бележка.</p>'),
        ("<sup>[1]</sup>", '<ol><li id="footnote.1">Бележка.</li></ol>'),
        ("<sup>1</sup>", '<p id="_ftn1"><a href="#_ftnref1">[1]</a> Бележка.</p>'),
    ],
)
def test_notes_have_their_marks_in_the_text_and_no_number_of_their_own(mark, note):
    body = f"{TEXT}<p>Думата{mark} тук.</p>{note}"
    assert told(body)[1:] == [("p", "Думата[1] тук."), ("footnote", "Бележка.")]
    *_, block = article(body).blocks
    assert isinstance(block, Footnote)
    assert block.label == "1"


def test_a_paragraph_that_is_only_called_a_note_is_none():
    assert told(TEXT + '<p class="note">2 минути до гарата</p>')[1:] == [
        ("p", "2 минути до гарата")
    ]


def test_a_link_to_a_part_of_the_page_is_no_note():
    body = '<p>Вижте <a href="#a">1</a>.</p><h2 id="a">Част</h2><p>Текст.</p>'
    assert told(TEXT + body)[1:] == [("p", "Вижте 1."), ("heading", "Част"), ("p", "Текст.")]


def test_line_breaks_part_paragraphs_where_there_are_two():
    assert told("<p>едно<br>две<br>\n<br>три</p>" + TEXT)[:2] == [("p", "едно две"), ("p", "три")]


def test_foreign_words_keep_their_language_and_a_wrong_one_is_not_believed():
    body = '<p>Думата <span lang="fr">bonjour</span> и <span lang="en">здравей</span>.</p>'
    spans = article(TEXT + body).blocks[-1].spans
    assert {span.text: span.language for span in spans}["bonjour"] == "fr"
    assert not any(span.language == "en" for span in spans)


@pytest.mark.parametrize("told", ['xml:lang="mk"', 'lang="mk_MK"', 'xml:lang="mk" lang="mk"'])
@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", TEXT),
        (
            '<meta name="generator" content="Chetivo"/>',
            f"<main><article><h1>Мост</h1>{TEXT}</article></main>",
        ),
    ],
)
def test_a_page_of_xhtml_says_its_language_too(told, head, body):
    page = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN">'
        f'<html xmlns="http://www.w3.org/1999/xhtml" {told}>'
        f"<head>{head}</head><body>{body}</body></html>"
    )
    assert importers.read(Incoming(page.encode())).language.partition("-")[0] == "mk"


def test_a_heading_that_nothing_is_left_of_goes_too():
    body = TEXT + '<h2>Други теми</h2><div class="related-articles"><p>Друга новина.</p></div>'
    assert told(body) == told(TEXT)


def test_deep_pages_are_read_whole():
    assert told("<div>" * 10_000 + TEXT + "</div>" * 10_000 + "<p>Край.</p>")[-1] == ("p", "Край.")


def test_a_page_that_declares_entities_is_refused():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><html><p>&b;'
    with pytest.raises(DamagedFileError):
        importers.read(Incoming(bomb.encode()))


@pytest.mark.parametrize(
    "markup",
    [TEXT * 250_000, "<p>" + "<b>а" * 600_000, "<p " + "a=1 " * 50_000 + ">текст</p>"],
    ids=["letters", "elements", "attributes"],
)
def test_a_page_that_no_reader_could_finish_is_refused(markup):
    with pytest.raises(HugeFileError):
        importers.read(Incoming(f"<html><body>{markup}".encode()))


def test_pictures_in_the_page_itself_do_not_count():
    body = f'<img alt="Изглед от хълма" src="data:image/png;base64,{"A" * 20_000_000}">'
    assert told(TEXT + body)[-1] == ("figure", "Изглед от хълма")


def test_rubbish_is_said_to_be_rubbish():
    with pytest.raises(GarbledTextError):
        importers.read(Incoming(f"<html><p>{'бвгджз кклмн прстфх ' * 60}".encode()))


def test_what_the_page_names_its_lead_in_is_one_however_short():
    lead = '<p class="ecl-page-header__description">Кратко.</p>'
    assert told(f"{lead}<div>{TEXT}{TEXT}</div>")[0] == ("lead", "Кратко.")


def test_a_note_with_a_bracketed_mark_needs_none_in_the_text():
    assert told(f'{TEXT}<p class="footnote">[1] Данни на Евростат.</p>')[-1] == (
        "footnote",
        "Данни на Евростат.",
    )
