"""A Word document comes in by its styles; what is hidden in it, or does harm, does not."""

import pytest

from reader import importers, repair
from reader.errors import DamagedFileError, EmptyDocumentError
from reader.importers.incoming import Incoming
from reader.model.article import (
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    plain,
)
from reader.model.leaves import leaves
from tests.unit.made_files import item, styled, word, word_parts, zipped

BODY = styled("Библиотеките получават нови книги за хората, които не могат да четат печатен текст.")


def article(data, name="новини.docx"):
    found, _ = repair.repaired(importers.read(Incoming(data, name)))
    return found


def made(body, **more):
    return article(word(body, **more))


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def headings(found):
    return [(b.level, plain(b.spans)) for b in found.blocks if isinstance(b, Heading)]


def test_headings_come_by_their_styles_also_by_those_of_the_persons_own_making():
    body = styled("Нови книги", "1") + BODY + styled("За кого", "2") + BODY
    body += styled("Как", "Podzaglavie") + BODY
    assert headings(made(body)) == [(1, "Нови книги"), (2, "За кого"), (2, "Как")]


def test_below_a_title_the_first_level_is_the_second():
    body = styled("Нови книги", "Title") + styled("За кого", "1") + styled("Как", "2") + BODY
    assert headings(made(body)) == [(1, "Нови книги"), (2, "За кого"), (3, "Как")]


def test_short_bold_paragraphs_are_the_headings_of_a_document_without_styles():
    bold = [f"<w:p>{run(text, '<w:b/>')}</w:p>" for text in ("Нови книги", "За кого")]
    assert headings(made(bold[0] + BODY + bold[1] + BODY)) == [(1, "Нови книги"), (2, "За кого")]
    assert headings(made(BODY + bold[1])) == []


def test_lists_keep_their_depth_and_their_numbers():
    found = made(BODY + item("едно") + item("под едно", 2, 1) + item("две") + BODY)
    (block,) = (each for each in found.blocks if isinstance(each, ListBlock))
    (first, inner), (second,) = block.items
    assert (plain(first.spans), plain(second.spans), block.ordered) == ("едно", "две", False)
    assert (inner.ordered, plain(inner.items[0][0].spans)) == (True, "под едно")


def test_a_table_keeps_its_head_and_its_cells():
    def row(*cells, head=""):
        inside = "".join(f"<w:tc>{styled(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{head}</w:trPr>{inside}</w:tr>"

    rows = row("Година", "Книги", head="<w:tblHeader/>") + row("2025", "310") + row("2026", "")
    (table,) = (b for b in made(BODY + f"<w:tbl>{rows}</w:tbl>").blocks if isinstance(b, Table))
    assert [plain(cell) for cell in table.header] == ["Година", "Книги"]
    assert [[plain(cell) for cell in each] for each in table.rows] == [
        ["2025", "310"],
        ["2026", ""],
    ]


def test_a_note_stands_below_the_text_with_its_mark_in_it():
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = made(
        f"<w:p>{run('Книгите са много')}{mark}{run('.')}</w:p>{BODY}", notes=["По данни от 2025 г."]
    )
    assert plain(found.blocks[0].spans) == "Книгите са много[1]."
    assert found.blocks[-1] == Footnote("1", found.blocks[-1].spans)
    assert plain(found.blocks[-1].spans) == "По данни от 2025 г."


def test_links_of_the_web_stay_and_all_others_go():
    links = ["https://библиотеки.бг/книги?вид=нови", "file:///etc/passwd", "javascript:alert(1)"]
    anchors = "".join(
        f'<w:hyperlink r:id="r{number}">{run(f"дума {number} ")}</w:hyperlink>'
        for number in range(1, 4)
    )
    found = made(BODY + f"<w:p>{run('Виж ')}{anchors}</w:p>", links=links)
    assert [span.link for span in found.blocks[-1].spans if span.link] == links[:1]
    assert plain(found.blocks[-1].spans) == "Виж дума 1 дума 2 дума 3"


def test_a_picture_is_its_description_and_its_file_is_not_opened():
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Читалня с големи прозорци"/>'
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r1"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    found = made(BODY + picture, links=["file:///etc/passwd"])
    assert Figure("Читалня с големи прозорци") in found.blocks


def test_a_quotation_is_one_by_its_style():
    found = made(BODY + styled("„Всяка книга е прозорец.“", "q") + BODY)
    assert isinstance(found.blocks[1], Quote)


def test_hidden_and_deleted_words_and_the_table_of_contents_are_not_read():
    hidden = f"<w:p>{run('Видимо')}{run(' скрито', '<w:vanish/>')}"
    hidden += f"<w:del>{run(' изтрито')}</w:del><w:ins>{run(' добавено')}</w:ins></w:p>"
    shown = run("Показано", '<w:vanish w:val="0"/>')
    hidden += f"<w:p>{shown}</w:p>"
    found = made(styled("Съдържание ... 1", "toc1") + hidden + BODY)
    assert [leaf.text for leaf in leaves(found)][:2] == ["Видимо добавено", "Показано"]


def test_the_title_of_the_file_serves_where_the_text_shows_none():
    core = "<dc:title>Нови книги</dc:title>"
    assert made(BODY, core=core).title == "Нови книги"
    assert made(styled("Друго", "Title") + BODY, core=core).title == "Друго"


def dates(created, modified):
    return (
        f"<dcterms:created>{created}T10:00:00Z</dcterms:created>"
        f"<dcterms:modified>{modified}T10:00:00Z</dcterms:modified>"
    )


@pytest.mark.parametrize(
    ("core", "day"),
    [
        (dates("2025-03-14", "2025-03-15"), "2025-03-15"),
        (dates("2021-01-01", "2025-03-15"), "None"),  # a copy of an old document
        (dates("2025-03-15", "2025-03-14"), "None"),
        (dates("2025-13-45", "2025-03-14"), "None"),
        ("", "None"),
    ],
)
def test_the_day_of_the_file_serves_where_the_text_tells_none_and_the_file_is_of_one_piece(
    core, day
):
    assert str(made(BODY, core=core).published) == day


def test_the_day_that_the_text_tells_goes_before_that_of_the_file():
    body = styled("Нови книги", "Title") + styled("3 март 2025 г.") + BODY * 2
    assert str(made(body, core=dates("2025-03-14", "2025-03-15")).published) == "2025-03-03"


def test_a_document_without_words_is_empty():
    with pytest.raises(EmptyDocumentError):
        made("<w:p/>")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_a_damaged_part_is_damage(part):
    parts = word_parts(BODY)
    with pytest.raises(DamagedFileError):
        article(zipped({**parts, part: parts[part][:-8]}))


def test_a_document_without_its_text_is_damage():
    parts = word_parts(BODY)
    del parts["word/document.xml"]
    with pytest.raises(DamagedFileError):
        article(zipped(parts))


def test_only_what_is_needed_has_to_be_there():
    parts = word_parts(BODY)
    few = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    assert isinstance(article(zipped({name: parts[name] for name in few})).blocks[0], Paragraph)
    broken = {**parts, "docProps/core.xml": "<", "customXml/item1.xml": "<"}
    assert article(zipped(broken)).blocks
