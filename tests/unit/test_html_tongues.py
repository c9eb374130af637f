"""Blocks of a page keep the language that they name, where their words may be in it."""

import pytest

from reader import importers, repair
from reader.importers.html.elements import language
from reader.importers.html.parsing import parsed
from reader.importers.incoming import Incoming
from reader.model.leaves import leaves
from tests.unit.test_html_importer import TEXT, article


def told(body, head=""):
    """Return the words and the language of each span below the title and a first paragraph."""
    found = leaves(article(TEXT + body, head))[2:]
    return [[(span.text, span.language) for span in leaf.spans] for leaf in found]


@pytest.mark.parametrize(
    "body",
    [
        '<p lang="{tag}">{words}</p>',
        '<h2 lang="{tag}">{words}</h2>',
        '<ul><li lang="{tag}">{words}</li></ul>',
        '<ol lang="{tag}"><li>{words}</li></ol>',
        '<blockquote lang="{tag}"><p>{words}</p></blockquote>',
        '<blockquote><p lang="{tag}">{words}</p></blockquote>',
        '<div lang="{tag}"><div><p>{words}</p></div></div>',
        '<section xml:lang="{tag}">{words}</section>',
        '<pre lang="{tag}">{words}</pre>',
        '<figure lang="{tag}"><img alt=""><figcaption>{words}</figcaption></figure>',
    ],
)
@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "Bonjour Bruxelles"),
        ("en-GB", "Reading rooms open late in all towns."),
        ("ar", "مرحبا بالعالم"),
        ("el", "Ανοιχτές βιβλιοθήκες"),
    ],
)
def test_a_block_keeps_the_language_that_it_or_what_holds_it_names(body, tag, words):
    assert told(body.format(tag=tag, words=words)) == [[(words, tag)]]


def test_the_cells_and_the_caption_of_a_table_keep_its_language():
    rows = "<tr><th>Nome</th><th>Anno</th></tr><tr><td>Lucia</td><td>1999</td></tr>"
    *_, table = article(
        f'{TEXT}<p>Награди.</p><table lang="it"><caption>Premi</caption>{rows}</table>'
    ).blocks
    spans = [*table.caption, *(s for row in (table.header, *table.rows) for c in row for s in c)]
    assert [(span.text, span.language) for span in spans] == [
        *((words, "it") for words in ("Premi", "Nome", "Anno", "Lucia")),
        ("1999", None),
    ]


def test_a_title_and_a_note_keep_theirs():
    page = '<h1 lang="de">Unterwegs mit Büchern</h1>'
    note = (
        '<p>Виж<sup><a href="#n1">1</a></sup>.</p>'
        '<ol class="footnotes"><li id="n1" lang="fr">Voir Bruxelles</li></ol>'
    )
    found = leaves(article(page + TEXT + note))
    languages = {span.text: span.language for leaf in found for span in leaf.spans}
    assert languages["Unterwegs mit Büchern"] == "de"
    assert languages["Voir Bruxelles"] == "fr"


def test_the_innermost_claim_counts():
    body = '<div lang="it"><p>Buongiorno Roma</p><p lang="bg">Добро утро</p>'
    body += '<p lang="mt">Bonġu</p></div>'
    assert told(body) == [[("Buongiorno Roma", "it")], [("Добро утро", None)], [("Bonġu", "mt")]]


def test_what_encloses_other_letters_says_nothing_of_the_names_in_them():
    body = (
        '<div lang="en"><p>Банката <b>Triodos</b> плаща сметката на читалището.</p>'
        '<ul><li>Triodos</li></ul><p lang="en">Green money</p></div>'
    )
    assert told(body) == [
        [("Банката ", None), ("Triodos", None), (" плаща сметката на читалището.", None)],
        [("Triodos", None)],
        [("Green money", "en")],
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        '<p lang="en-US">Кметът откри залата в сряда.</p>',
        '<p lang="ru">Залата е отворена всеки ден и който иска, ще може да влезе.</p>',
        '<p lang="zh">Кметът откри залата и каза, че тя е за всички, които четат.</p>',
        '<p lang="български">Кметът откри залата в сряда.</p>',
        '<p lang="und-x">Кметът откри залата в сряда.</p>',
    ],
)
def test_a_claim_that_the_words_speak_against_is_not_believed(wrong):
    assert [span for leaf in told(wrong) for _, span in leaf] == [None]


def test_what_a_page_says_of_itself_as_a_whole_is_not_said_of_names():
    markup = f'<html lang="en"><body lang="en"><h1>Заглавие</h1>{TEXT}<p><b>Triodos</b></p>'
    found, _ = repair.repaired(importers.read(Incoming(markup.encode())))
    assert found.language == "bg"
    assert [span.language for span in leaves(found)[-1].spans] == [None]


def test_figures_alone_are_in_the_language_round_them():
    assert told('<p>На <span lang="en-US">15</span> май</p>') == [[("На 15 май", None)]]
    assert told('<p lang="fr">Le <b lang="en-US">15</b> mai</p>') == [
        [("Le ", "fr"), ("15", "fr"), (" mai", "fr")]
    ]


def test_a_word_in_other_letters_is_not_in_the_language_of_the_words_round_it():
    assert told('<p lang="en">They read „Капитал“ at breakfast.</p>') == [
        [("They read „", "en"), ("Капитал", None), ("“ at breakfast.", "en")]
    ]


def test_what_is_not_read_does_not_count():
    hidden = f"<div hidden>{TEXT * 5}</div>"
    assert told(f'<div lang="fr">{hidden}<!-- -->Bonjour Bruxelles</div>') == [
        [("Bonjour Bruxelles", "fr")]
    ]


@pytest.mark.parametrize(
    ("named", "known"),
    [("en_GB", "en-GB"), (" fr ", "fr"), ("sr-Latn-RS", "sr-Latn-RS"), ("x y", None), ("", None)],
)
def test_a_language_is_named_as_bcp_47_has_it(named, known):
    root = parsed(f'<p lang="{named}">а</p>')
    assert language(next(root.iter("p"))) == known
