"""Tagged PDF files of other programs: what their names mean, and what can be relied on."""

from io import BytesIO

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject

from reader import importers
from reader.errors import GarbledTextError
from reader.importers.incoming import Incoming
from tests.unit.builders import PdfFile, PdfPage, outline, pieces

BODY = "Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност."
MORE = """Конкурсът се провежда за пета поредна година и се ръководи от независимо жури.
Наградата се дава на библиотеки, които са направили книгите си достъпни за всички.
Церемонията ще се състои през май в Пловдив, а през юни победителите ще отпътуват
за Брюксел, където ще се срещнат с писатели, издатели и читатели от целия Съюз."""
SHIFT = 0x1F0  # makes all letters others
OURS = {"/ChetivoForm": "1"}


def page(*rows: str) -> PdfPage:
    """Return a page with a line for each text, its content ids counted from 0."""
    made = PdfPage()
    for number, text in enumerate(rows):
        made.write(text, y=100 + 20 * number, content=number)
    return made


def telling(text: str) -> PdfPage:
    """Return a page with one line, which tells its letters as this program's pages do."""
    made = page(text)
    told = text.encode("utf-16").hex().upper()
    made.content = [
        each.replace("/MCID 0", f"/MCID 0 /ChetivoText <{told}>") for each in made.content
    ]
    return made


def saved(data: bytes, *, about: dict[str, str] | None = None, **roles: str) -> bytes:
    """Return a PDF as another program saves it, with what it says and its map of roles."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    writer.add_metadata(about or {})
    if roles:
        known = {NameObject(f"/{role}"): NameObject(f"/{kind}") for role, kind in roles.items()}
        tree = writer.root_object["/StructTreeRoot"]
        tree[NameObject("/RoleMap")] = DictionaryObject(known)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("empty", [[], [("Figure", [(0, 1)])]], ids=["empty", "picture"])
def test_an_item_whose_first_paragraph_has_no_words_is_an_item(empty):
    drawn = page("Първо", "", "второ", "и още за него").picture()
    items = [
        ("LI", [("LBody", [("P", [(0, 0)])])]),
        ("LI", [("LBody", [("P", empty), ("P", [(0, 2)]), ("P", [(0, 3)])])]),
    ]
    found = pieces(PdfFile(drawn, elements=[("L", items)]).data())
    assert [(leaf.text, leaf.place.index) for leaf in found] == [
        ("Първо", 1),
        ("второ", 2),
        ("и още за него", 2),
    ]


@pytest.mark.parametrize(
    "role",
    ["Lead", "Date", "Attribution", "Notice", "TableCaption", "Origin", "PictureWords"],
)
def test_a_name_that_our_own_files_have_too_means_what_the_file_says(role):
    words = ("Награда за библиотеки", "Журито реши ", "на 5 май", " кой печели.")
    inside = [("H1", [(0, 0)]), ("P", [(0, 1), (role, [(0, 2)]), (0, 3)])]
    data = PdfFile(page(*words), elements=inside).data()
    assert outline(saved(data, **{role: "Span"})) == [
        ("title", words[0]),
        ("p", "Журито реши на 5 май кой печели."),
    ]
    above = [("H1", [(0, 0)]), (role, [(0, 1)]), ("P", [(0, 2), (0, 3)])]
    data = PdfFile(page(*words), elements=above).data()
    assert outline(saved(data, **{role: "H2"}))[1] == ("heading", "Журито реши")


def test_in_our_own_files_it_means_what_we_mean():
    rows = ("Награда за библиотеки", "Журито реши.", "5 май 2026 г.", "Източник: ЕК")
    roles = {"Lead": "P", "Date": "P", "Origin": "Div"}
    tree = [("H1", [(0, 0)]), *((role, [(0, number)]) for number, role in enumerate(roles, 1))]
    found = saved(PdfFile(page(*rows), elements=tree).data(), about=OURS, **roles)
    assert outline(found) == [("title", rows[0]), ("lead", rows[1]), ("date", rows[2])]


def test_what_our_files_tell_comes_before_their_glyphs():
    told = PdfFile(telling(BODY), shift=SHIFT, elements=[("P", [(0, 0)])]).data()
    assert outline(saved(told, about=OURS)) == [("p", BODY)]


@pytest.mark.parametrize(
    ("drawn", "tree"),
    [
        (telling(BODY).lines(MORE, y=200), []),
        (page(*MORE.split("\n")), [("P", [(0, number) for number in range(4)])]),
        (telling(BODY).lines(MORE, y=200), [("P", [(0, 0)])]),
    ],
    ids=["without its tags", "without what it tells", "with a few of its tags"],
)
def test_a_file_of_ours_that_has_been_robbed_is_judged_by_its_glyphs(drawn, tree):
    data = PdfFile(drawn, shift=SHIFT, elements=tree).data()
    with pytest.raises(GarbledTextError):
        importers.read(Incoming(saved(data, about=OURS)))
