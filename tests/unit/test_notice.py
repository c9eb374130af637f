"""The remark about machine translation is one block with two links, however it was cut up."""

import pytest

from reader.model.article import Notice
from reader.model.raw import RawLine, Run, Tag, TagKind
from tests.unit.builders import article, links, outline, tagged, text_document, wrapped

TERMS = "https://ec.europa.eu/info/use-machine-translation-europa-exclusion-liability_en"
ORIGINAL = "https://digital-strategy.ec.europa.eu/en/news/award-accessible-libraries"
SERVICE = (
    "Това е машинен превод, предоставен от услугата eTranslation на Европейската комисия, за да "
    "ви помогне да разберете тази страница."
)
READ_TERMS = "прочетете условията за използване"
SEE_ORIGINAL = "За да прочетете оригиналната версия, вижте страницата на изходния език"
WHOLE = f"{SERVICE} Моля, {READ_TERMS}. {SEE_ORIGINAL}."
BODY = """Награда за библиотеки

Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност, който
се провежда за пета поредна година. Наградата се дава на библиотеки, които са направили
книгите си достъпни за хора с увредено зрение и за възрастни хора.

Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на
всички държави членки, както и писатели, издатели и читатели от целия Европейски съюз,
а откриването ще се предава на живо.

"""


def with_addresses(before_terms=" ", after_terms="\n"):
    return (
        f"{SERVICE}{before_terms}Моля,{before_terms}{READ_TERMS}{after_terms}({TERMS})."
        f"{before_terms}{SEE_ORIGINAL}{after_terms}({ORIGINAL}).\n"
    )


@pytest.mark.parametrize("before", [" ", "\n", "\n\n", " \n\n "])
@pytest.mark.parametrize("after", [" ", "\n"])
def test_a_notice_in_pieces_is_one_block(before, after):
    found = outline(BODY + with_addresses(before, after))
    assert found[-1] == ("notice", WHOLE)
    assert len(found) == 4


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_notice_is_one_block_at_any_width(width):
    text = BODY + wrapped(with_addresses(after_terms=" "), width)
    assert outline(text)[-1] == ("notice", WHOLE)


def test_the_notices_links_stand_on_the_words_that_the_page_links():
    found = links(BODY + with_addresses())
    assert found[-2:] == [(READ_TERMS, TERMS), ("вижте страницата на изходния език", ORIGINAL)]


def test_a_notice_tells_that_an_article_is_a_machine_translation():
    found = article(BODY + with_addresses())
    assert found.machine_translated
    assert found.original == ORIGINAL


def test_a_notice_may_stand_above_the_text():
    found = article(f"Награда за библиотеки\n\n{with_addresses()}\n{BODY.split(chr(10), 2)[2]}")
    assert [type(block) is Notice for block in found.blocks].count(True) == 1
    assert found.original == ORIGINAL


def test_an_article_without_a_notice_is_no_machine_translation():
    found = article(BODY)
    assert not found.machine_translated
    assert found.original is None


def test_an_article_about_machine_translation_is_none():
    text = BODY + "Това е машинен превод на бъдещето, казват преводачите.\n"
    assert not article(text).machine_translated


def test_a_notice_in_english_is_known():
    text = (
        "Award for libraries\n\nThe Commission announced the names of the libraries that won.\n"
        "The ceremony is in May.\n\n"
        "This is a machine translation provided by the European Commission’s eTranslation service "
        f"to help you understand this page. Please read the conditions of use ({TERMS}). "
        f"To read the original version, view the source page ({ORIGINAL}).\n"
    )
    assert article(text).machine_translated
    assert article(text).original == ORIGINAL


@pytest.mark.parametrize(
    "remark",
    [
        (
            "Ceci est une traduction automatique fournie par le service eTranslation de la "
            "Commission européenne. Veuillez lire les conditions d’utilisation ({terms}). Pour "
            "lire la version originale, consultez la page source ({original})."
        ),
        (
            "Забележка: Това е машинен превод, предоставен от услугата eTranslation. Моля, "
            "прочетете условията за използване ({terms}). Вижте изходната страница ({original})."
        ),
        (
            "Tämä on konekäännös, jonka on tuottanut eTranslation-palvelu. Lue käyttöehdot "
            "({terms}). Alkuperäinen versio on tällä sivulla ({original})."
        ),
    ],
)
def test_a_notice_is_known_in_other_languages_and_behind_a_label(remark):
    found = article(BODY + remark.format(terms=TERMS, original=ORIGINAL) + "\n")
    assert found.machine_translated
    assert found.original == ORIGINAL


def test_a_notice_without_addresses_is_known_but_leads_nowhere():
    found = article(BODY + WHOLE + "\n")
    assert found.machine_translated
    assert found.original is None


def test_the_elements_of_a_notice_in_a_tagged_file_are_one_block():
    paragraph = TagKind.PARAGRAPH
    terms = RawLine((Run(READ_TERMS, link=TERMS), Run(".")), tag=Tag(paragraph, 4))
    see = (
        Run("За да прочетете оригиналната версия, "),
        Run("вижте страницата на изходния език", link=ORIGINAL),
        Run("."),
    )
    found = text_document(
        tagged("Награда за библиотеки", TagKind.TITLE, 1),
        tagged(SERVICE, paragraph, 2),
        tagged("Моля,", paragraph, 3),
        terms,
        RawLine(see, tag=Tag(paragraph, 5)),
        tagged("Конкурсът приключи.", paragraph, 6),
    )
    assert outline(found)[1:] == [("notice", WHOLE), ("p", "Конкурсът приключи.")]
    assert article(found).original == ORIGINAL


def test_a_link_of_a_few_words_is_spread_over_the_phrase_that_the_page_links():
    broken = (
        Run("За да прочетете оригиналната версия, вижте "),
        Run("страницата на изходния език", link=ORIGINAL),
        Run("."),
    )
    found = text_document(
        tagged(SERVICE, TagKind.PARAGRAPH, 1),
        RawLine(broken, tag=Tag(TagKind.PARAGRAPH, 2)),
    )
    assert links(found) == [("вижте страницата на изходния език", ORIGINAL)]
