"""PDFs: whole text in order, marked for screen readers, and the same article when read again."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfWriter

from reader.exporters import markdown
from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import leaves
from reader.paths import resource
from reader.settings import Typography
from tests.gui.article_sample import BLOCKS
from tests.gui.pdf_parts import addresses, elements, made, opened, read_again, roles, text_of

pytestmark = pytest.mark.usefixtures("qapp")
ADDRESS = "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"
ORIGINAL = "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
FERRIES = Article(
    title="ЕС ускорява обновяването на речните пристанища по Дунав",
    language="bg",
    blocks=BLOCKS,
    source=Source("html", "", ADDRESS, datetime(2026, 3, 2, 9, 30, tzinfo=UTC), publisher="ec"),
    published=date(2025, 5, 14),
    original=ORIGINAL,
    machine_translated=True,
)
WORD = "Комисията и държавите членки ще вложат още 200 милиона евро в обновяването на пристанищата."


def paragraph(*spans: Span | str) -> Paragraph:
    return Paragraph(tuple(Span(each) if isinstance(each, str) else each for each in spans))


def sentence(number: int) -> str:
    """Return a sentence that stands nowhere else: what repeats on pages is a running head."""
    places = ("Русе", "Видин", "Лом", "Свищов", "Силистра", "Никопол", "Оряхово")
    place, other = places[number % len(places)], places[number // 3 % len(places)]
    return f"Милиони за {other}: {number * 37}. Така се обновява пристанище {place}{number}."


def of(*blocks) -> Article:
    """Return an article of these blocks under a title."""
    return replace(FERRIES, blocks=(Heading(1, (Span(FERRIES.title),)), *blocks))


def bare(words: str) -> str:
    return " ".join(words.split())


def lines(article: Article) -> list[str]:
    """Return the lines of an article, in no order: notes come to its end."""
    found = markdown.body(article).splitlines()
    return sorted(line for line in found if line.strip("> "))


def in_blocks(article: Article) -> str:
    """Return the article without what is known of it only."""
    return markdown.body(article)


@pytest.fixture(scope="module")
def path(qapp, tmp_path_factory):
    return made(FERRIES, tmp_path_factory.mktemp("pdf"))


def test_the_text_is_whole_and_in_order(path):
    text, at = text_of(path), 0
    for leaf in leaves(FERRIES):
        for words in re.split(r" \| |\n", leaf.text):
            at = text.index(bare(words), at) + len(bare(words))


def test_title_and_language_are_told_as_the_document_s_own(path):
    reader = opened(path)
    root = reader.root_object
    assert reader.metadata.title == FERRIES.title
    assert root["/Lang"] == "bg"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert FERRIES.title in root["/Metadata"].get_object().get_data().decode()


def test_what_each_part_is_is_told_in_reading_order(path):
    found = roles(opened(path))
    assert found[:4] == ["Document", "H1", "Origin", "P"]
    wanted = ["H2", "L", "LI", "Lbl", "LBody", "BlockQuote", "Attribution", "Table", "TH", "TD"]
    assert [role for role in wanted if role not in found] == []
    assert found[-2:] != ["Origin", "Origin"]
    nested = ["L", "LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P", "L", "LI"]
    assert nested == found[found.index("L") :][: len(nested)]


def test_roles_of_our_own_are_known_ones_to_others(path):
    tree = opened(path).root_object["/StructTreeRoot"]
    assert tree["/RoleMap"]["/Origin"] == "/Div"
    assert tree["/RoleMap"]["/Attribution"] == "/P"


def test_all_content_is_either_tagged_or_an_artifact(path):
    for page in opened(path).pages:
        drawn = page["/Contents"].get_object().get_data().decode("latin-1")
        depth = 0
        for mark in re.findall(r"\bBMC\b|\bBDC\b|\bEMC\b|\bTj\b|\bre\b", drawn):
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(mark, 0)
            assert depth == 1 or mark == "EMC"
        assert depth == 0


def test_from_each_piece_of_content_the_way_leads_to_its_element(path):
    reader = opened(path)
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_key = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        drawn = page["/Contents"].get_object().get_data().decode("latin-1")
        owners = by_key[page["/StructParents"]].get_object()
        marked = [int(number) for number in re.findall(r"/MCID (\d+)", drawn)]
        assert marked == list(range(len(owners)))
        assert all(owner.get_object()["/Type"] == "/StructElem" for owner in owners)


def test_links_are_live_and_lie_in_their_elements(path):
    reader = opened(path)
    inside = [span.link for leaf in leaves(FERRIES) for span in leaf.spans if span.link]
    assert addresses(reader)[: len(inside)] == inside
    assert {ADDRESS, ORIGINAL} <= set(addresses(reader))
    linked = elements(reader, "Link")
    assert len(linked) == len(addresses(reader))
    for link in linked:
        (reference,) = (kid for kid in link["/K"] if kid.get("/Type") == "/OBJR")
        assert reference["/Obj"].get_object()["/Contents"]


def test_words_of_another_language_say_which(tmp_path):
    english = Span("artificial intelligence", language="en")
    path = made(of(paragraph("Това се нарича ", english, " на английски.")), tmp_path)
    (span,) = elements(opened(path), "Span")
    assert span["/Lang"] == "en"


def test_a_picture_has_its_description(tmp_path):
    path = made(of(Figure("Знамето на Европейския съюз"), paragraph(WORD)), tmp_path)
    (figure,) = elements(opened(path), "Figure")
    assert figure["/Alt"] == "Знамето на Европейския съюз"
    assert text_of(path).count("Знамето на Европейския съюз") == 1


def test_headings_are_bookmarks_one_within_the_other(path):
    outline = opened(path).outline
    assert outline[0].title == FERRIES.title
    assert next(each.title for each in outline[1] if not isinstance(each, list)) == (
        "Какво се променя за превозвачите"
    )


@pytest.mark.parametrize(("size", "least"), [(12, 1), (36, 6)])
def test_pages_have_their_number_and_all_but_the_first_the_title(tmp_path, size, least):
    long = of(*(paragraph(WORD) for _row in range(60)))
    path = made(long, tmp_path, print_size=size)
    pages = [" ".join(page.extract_text().split()) for page in opened(path).pages]
    assert len(pages) > least
    for number, page in enumerate(pages, 1):
        assert f"Страница {number} от {len(pages)}" in page
    assert pages[0].count(FERRIES.title[:10]) == 1
    assert FERRIES.title[:10] in pages[1]


def test_where_it_comes_from_stands_at_the_end(path):
    text = text_of(path)
    end = text[text.index("Източник:") :]
    for words in (ADDRESS, ORIGINAL, "2 март 2026 г.", "Машинен превод.", "Европейски съюз, 2025"):
        assert words in end


def test_no_heading_stands_last_on_a_page(tmp_path):
    sections = [
        block
        for number in range(40)
        for block in (Heading(2, (Span(f"Раздел {number}"),)), paragraph(WORD * 3))
    ]
    path = made(of(*sections), tmp_path)
    pages = [page.extract_text() for page in opened(path).pages]
    assert len(pages) > 2
    for page in pages:
        assert not page.strip().splitlines()[-1].startswith("Раздел")


@pytest.mark.parametrize(
    "typography",
    [
        Typography(justified=True),
        Typography(letter_spacing=15, line_spacing=200),
        Typography(face="DejaVu Sans"),
        Typography(face="DejaVu Serif"),
    ],
    ids=["justified", "spaced", "sans", "serif"],
)
def test_however_it_is_set_the_words_can_be_read(tmp_path, typography):
    path = made(
        of(paragraph(f"Офис office, флаг, InvestAI, {WORD}")), tmp_path, typography=typography
    )
    assert f"Офис office, флаг, InvestAI, {WORD}" in text_of(path)
    assert f"Офис office, флаг, InvestAI, {WORD}" in in_blocks(read_again(path))


def test_read_again_it_is_the_same_article(path):
    again = read_again(path)
    assert again.title == FERRIES.title
    assert again.language == "bg"
    assert (again.source.address, again.original) == (ADDRESS, ORIGINAL)
    assert again.source.publisher == "ec"
    assert again.published == date(2025, 5, 14)
    assert again.machine_translated
    assert lines(again) == lines(FERRIES)


def test_a_page_that_someone_else_added_is_read_too(path, tmp_path):
    writer, longer = PdfWriter(clone_from=path), tmp_path / "longer.pdf"
    writer.append(resource("samples/dostapni-biblioteki.pdf"))
    writer.write(longer)
    words = [leaf.text for leaf in leaves(read_again(longer))]
    assert leaves(FERRIES)[2].text in words
    assert any("библиотеки" in each for each in words)


KINDS = {
    "text": (paragraph(WORD), paragraph("Втори абзац: ", Span("важно", strong=True), " и още.")),
    "sections": (
        Heading(2, (Span("Раздел"),)),
        paragraph(" ".join(map(sentence, range(20)))),
        Heading(3, (Span("Още"),)),
        paragraph(WORD),
    ),
    "numbers": (
        ListBlock(True, tuple((paragraph(sentence(number)),) for number in range(12))),
        paragraph(WORD),
    ),
    "nested": (
        ListBlock(
            False,
            (
                (paragraph("Първо"), ListBlock(True, ((paragraph("А"),), (paragraph("Б"),)))),
                (paragraph("Второ"),),
            ),
        ),
        paragraph(WORD),
    ),
    "quote": (Quote((paragraph(f"„{WORD}“"),), (Span("Мария Стоянова"),)), paragraph(WORD)),
    "quotes": (
        Quote((paragraph(WORD), paragraph("Втори абзац без кавички."))),
        Quote((paragraph("Друг го каза."),)),
        paragraph(WORD),
    ),
    "looks": (paragraph("1. Това е абзац."), paragraph("– И това."), paragraph("[1] И това.")),
    "items": (
        ListBlock(False, ((paragraph("Първо"), paragraph("Още за него")), (paragraph("Второ"),))),
        paragraph(WORD),
    ),
    "table": (
        Table(
            ((Span("Държава"),), (Span("Евро"),)),
            tuple(
                ((Span(f"Страна {number}"),), (Span(str(number * 100)),)) for number in range(30)
            ),
            (Span("Средства"),),
        ),
        paragraph(WORD),
    ),
    "picture": (Figure("Знамето на ЕС", (Span("© Европейски съюз"),)), paragraph(WORD)),
    "note": (
        paragraph("Със забележка.[1]"),
        Footnote("1", (Span("Сумите са по текущи цени."),)),
    ),
    "notice": (paragraph(WORD), Notice((Span("Това е машинен превод."),))),
    "links": (
        paragraph(
            "Вижте ", Span("съобщението", link=ADDRESS), " и ", Span("плана", link=ORIGINAL), "."
        ),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_block_comes_back(tmp_path, kind):
    article = of(*KINDS[kind])
    assert read_again(made(article, tmp_path)).blocks == article.blocks
