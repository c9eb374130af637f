"""An article that was exported as Markdown and comes in again is the same article."""

from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import importers, repair
from reader.exporters import flat, markdown
from reader.importers.incoming import Incoming
from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Table,
    plain,
)
from reader.model.leaves import leaves
from reader.paths import resource
from reader.text.normal import looks_garbled

PROSE = (
    *("Комисията", "представи", "нови", "правила", "за", "библиотеките", "в", "страните", "от"),
    *("„достъпни“", "книги", "–", "12,5", "(виж)", "така:", "край.", "Защо?", "и", "на"),
)
SIGNS = (
    *("#таг", "a_b", "_c_", "*д*", "**е**", "[1]", "[x](y)", "`код`", "1.", "2)", "-", "+", ">"),
    *("|", "\\", "&", "&amp;", "<b>", "~~ж~~", "!", "![снимка]", "https://europa.eu/a_b", "C#"),
    *("***", "---", "===", "[^1]", "<!--", ":"),
    *("--", "-->", "]]>", "<![CDATA[", "<?xml", "</p>", "<https://a.eu>", "<a@b.eu>", "a@b.eu"),
    *("&lt;", "&#35;", "&copy", "{#a}", "{: .a}", ":::", "+++", "...", "~", "~~~", "``", "```"),
    *("$x$", "H~2~O", "м^2^", "==м==", "++д++", "||", "|-|", "=", "*", "**", "_", "__", "\\*"),
    *("край\\", "10.", "#", "##", "[^д]:", "[д]:", "*[HTML]:", "!!", "[TOC]", "[!NOTE]", "[[д]]"),
    *("\u202eобърнато\u202c", "עברית", "العربية", "😀", "½", "№", "\ufffd", '"', "'", "<", ">"),
)
ADDRESSES = (
    None,
    None,
    None,
    "https://europa.eu/",
    "https://ec.europa.eu/a_(b)?c=1&copy;=2#d_e",
    "mailto:ime@example.eu",
    'https://europa.eu/"a"',
    "https://europa.eu/a'b)c(d",
    "https://европа.бг/път?а=б",
    "https://europa.eu/*a*_b_~~c~~`d`",
    "https://europa.eu/a|b",
    "https://europa.eu/?a=[b]&amp;c=&#38;",
    "https://europa.eu/#:~:text=a,-b",
)


def spans_of(pieces):
    """Return spans with a plain space between words, and a plain word between two styles."""
    merged = [
        (style, " ".join(word for word, _ in group))
        for style, group in groupby(pieces, key=lambda piece: piece[1])
    ]
    spans = []
    for (strong, emphasis, link), text in merged:
        span = Span(text, strong, emphasis, link)
        if spans and is_plain(spans[-1]):
            spans[-1] = replace(spans[-1], text=spans[-1].text + " ")
        elif spans and is_plain(span):
            span = replace(span, text=" " + text)
        elif spans:
            spans.append(Span(" и "))
        spans.append(span)
    return tuple(spans)


def is_plain(span):
    return not (span.strong or span.emphasis or span.link)


WORD = st.sampled_from(PROSE + SIGNS)
STYLE = st.tuples(st.booleans(), st.booleans(), st.sampled_from(ADDRESSES))
PLAIN = st.just((False, False, None))
PIECE = st.tuples(WORD, st.one_of(PLAIN, STYLE))
SPANS = st.lists(PIECE, min_size=1, max_size=12).map(spans_of)
CELL = st.lists(PIECE, min_size=1, max_size=4).map(spans_of)
PLAIN_SPANS = st.lists(st.tuples(WORD, PLAIN), min_size=1, max_size=8).map(spans_of)
TEXT = st.lists(st.sampled_from(PROSE), min_size=1, max_size=8).map(" ".join)
# What looks like an element in a description is one: some sites write them there.
DESCRIPTION = st.lists(WORD.filter(lambda word: "<" not in word), min_size=1, max_size=8)
# A paragraph that begins with the mark of a note is one to Chetivo, from wherever it comes; so is
# a quotation that begins with that of a notice.
MARKS = ("[1]", "–", "[!NOTE]")
PARAGRAPH = SPANS.filter(lambda spans: not spans[0].text.startswith(MARKS)).map(Paragraph)
FLAT = st.tuples(PARAGRAPH)
LISTS = st.recursive(
    st.builds(ListBlock, st.booleans(), st.lists(FLAT, min_size=1, max_size=3).map(tuple)),
    lambda inner: st.builds(
        ListBlock,
        st.booleans(),
        st.lists(st.one_of(FLAT, st.tuples(PARAGRAPH, inner)), min_size=1, max_size=3).map(tuple),
    ),
    max_leaves=6,
)


def has_plain_cell(row):
    """Tell whether a row is not all bold: such a one names the columns, and is bold for that."""
    return not all(any(span.strong for span in cell) for cell in row)


@st.composite
def tables(draw):
    """Return a table of words, maybe with a row of names and a caption above it."""
    width = draw(st.integers(1, 4))
    row = st.lists(CELL, min_size=width, max_size=width).map(tuple).filter(has_plain_cell)
    header = draw(st.one_of(st.just(()), row))
    caption = draw(st.one_of(st.just(()), SPANS))
    return Table(header, tuple(draw(st.lists(row, min_size=1, max_size=4))), caption)


def is_bold(row):
    """Tell whether all of a row is bold: it names the columns, from wherever a table comes."""
    return all(span.strong for cell in row for span in cell)


SPEAKER = TEXT.filter(lambda text: text[0].isalpha()).map(lambda text: (Span(text),))
BLOCKS = st.one_of(
    PARAGRAPH,
    st.builds(Heading, st.integers(2, 6), PLAIN_SPANS),
    LISTS,
    st.builds(
        Quote,
        st.lists(PARAGRAPH, min_size=1, max_size=3).map(tuple),
        st.one_of(st.just(()), SPEAKER),
    ),
    tables().filter(lambda table: not is_bold(table.header or table.rows[0])),
    st.builds(Figure, DESCRIPTION.map(" ".join), st.one_of(st.just(()), SPANS)),
    st.builds(Footnote, st.integers(1, 99).map(str), SPANS),
)


def is_parted(blocks):
    """Tell whether no list follows one of its own sort: to every reader these are one."""
    return not any(
        isinstance(before, ListBlock)
        and isinstance(block, ListBlock)
        and before.ordered == block.ordered
        for before, block in pairwise(blocks)
    )


def is_readable(blocks):
    """Tell whether the text is one: rubbish is refused, from wherever it comes."""
    article = Article(TITLE, "bg", (Heading(1, (Span(TITLE),)), *blocks), Source(""))
    return not looks_garbled("\n".join(leaf.text for leaf in leaves(article)))


TITLE = "Нови правила за библиотеките"
ALL_BLOCKS = (
    st.lists(BLOCKS, min_size=1, max_size=6).map(tuple).filter(is_parted).filter(is_readable)
)

NOTICE = "Това е машинен превод, предоставен от услугата eTranslation на Европейската комисия."
KNOWN = st.fixed_dictionaries(
    {
        "published": st.one_of(st.none(), st.dates(date(1993, 1, 1), date(2030, 1, 1))),
        "original": st.sampled_from([None, "https://ec.europa.eu/en/a_(b)?c=1&copy;=2"]),
        "author": st.one_of(st.none(), TEXT),
        "machine_translated": st.booleans(),
    }
)


def imported(text, name="статия.md"):
    article, _ = repair.repaired(importers.read(Incoming(text.encode(), name)))
    return article


def with_plain_roles(blocks):
    """Return blocks without what nothing but place and type tell of a paragraph."""
    return tuple(
        replace(block, role=ParagraphRole.BODY) if isinstance(block, Paragraph) else block
        for block in blocks
    )


@settings(max_examples=120)
@given(ALL_BLOCKS, KNOWN)
def test_an_article_comes_back_as_it_was(blocks, known):
    notice = (Notice((Span(NOTICE),)),) if known["machine_translated"] else ()
    article = Article(
        TITLE,
        "bg",
        (Heading(1, (Span(TITLE),)), *blocks, *notice),
        Source("markdown", address="https://ec.europa.eu/bg/a_b", publisher="ec"),
        **known,
    )
    back = imported(markdown.render(article))
    assert with_plain_roles(back.blocks) == with_plain_roles(article.blocks)
    assert replace(back, blocks=(), references=()) == replace(article, blocks=(), references=())
    assert imported(markdown.render(back)) == back


def test_the_line_with_the_day_and_the_words_around_it_keep_what_they_are_for():
    words = " ".join(["Комисията представи нови правила за библиотеките."] * 4)
    article = Article(
        TITLE,
        "bg",
        (
            Heading(1, (Span(TITLE),)),
            Paragraph((Span("15 март 2025 г."),), ParagraphRole.DATE),
            Paragraph((Span(words),)),
        ),
        Source("markdown"),
        published=date(2025, 3, 15),
    )
    assert imported(markdown.render(article)) == article


def test_the_sample_comes_back_as_it_was():
    raw = importers.read(Incoming(resource("samples/dostapni-biblioteki.pdf").read_bytes()))
    article, _ = repair.repaired(raw)
    back = imported(markdown.render(article))
    assert flat.render(back) == flat.render(article)
    assert (back.title, back.published, back.original) == (
        article.title,
        article.published,
        article.original,
    )


def test_the_name_does_not_matter_for_what_chetivo_wrote():
    article = Article(TITLE, "bg", (Paragraph((Span("Текст."),)),), Source("markdown"))
    text = markdown.render(article)
    assert imported(text, "статия.txt") == imported(text, "статия.md")
    assert imported(text, "статия.txt").source.format == "markdown"


def test_a_caption_in_slanted_letters_comes_back_as_one():
    caption = (Span("Средства", emphasis=True), Span(" по години"))
    rows = tuple(((Span(year),), (Span("млн. евро"),)) for year in ("Тази година", "Догодина"))
    check(Table((), rows, caption))


def test_a_notice_behind_a_quotation_and_a_list_stays_apart_from_it():
    said = Paragraph((Span("Всеки чете."),))
    check(ListBlock(ordered=False, items=((said,),)), Quote((said,)), Notice((Span(NOTICE),)))


def test_tables_that_follow_one_another_stay_apart_however_small():
    one = (Span("Ден"),)
    row = Table((), ((one, (Span("Час"),)),))
    left = Table((), (((Span("Понеделник"),), ()), (one, (Span("Час"),))))
    right = Table((), (((), (Span("Вторник"),)), (one, (Span("Час"),))))
    check(row, row, Table((), ((one,),)), row, Table((), ((one,),)), left, right)


FOREIGN = st.sampled_from(
    (
        ("fr", "Nous avons lu tous les livres de la ville"),
        ("de", "Wir haben alle Bücher der Stadt gelesen"),
        ("en", "We have read all of the books in this town"),
        ("it", "Abbiamo letto tutti i libri della nostra città"),
        ("el", "Διαβάσαμε όλα τα βιβλία της πόλης"),
    )
)
OWN = st.just((None, "Прочетохме всички книги в града"))
ADDRESS = st.sampled_from((None, None, "https://europa.eu/a_(b)"))


@st.composite
def spans_in_languages(draw):
    """Return sentences, each in one language, whose words are plain, set off or a link."""
    spans = []
    for language, words in draw(st.lists(st.one_of(OWN, FOREIGN), min_size=1, max_size=4)):
        strong, emphasis, link = draw(st.booleans()), draw(st.booleans()), draw(ADDRESS)
        first, rest = words.split(" ", 1)
        before = (
            draw(st.sampled_from((" и това", ", а после „", " (както казаха) "))) if spans else ""
        )
        styled = Span(first, strong, emphasis, link, language)
        spans += [Span(before)] if before else []
        spans += [styled, Span(f" {rest}", language=language)]
        spans += [Span("!")] if draw(st.booleans()) else []
    return joined((*spans, Span(".")))


def joined(spans):
    """Return spans with those of one look made one."""
    looks = groupby(spans, key=lambda span: replace(span, text=""))
    return tuple(replace(look, text=plain(some)) for look, some in looks)


def in_plain_style(spans):
    return joined(Span(span.text, language=span.language) for span in spans)


SENTENCES = spans_in_languages()
IN_LANGUAGES = st.one_of(
    SENTENCES.map(Paragraph),
    SENTENCES.map(lambda spans: Heading(2, in_plain_style(spans))),
    SENTENCES.map(lambda spans: ListBlock(True, ((Paragraph(spans),),))),
    SENTENCES.map(lambda spans: Quote((Paragraph(spans),))),
    SENTENCES.map(lambda spans: Footnote("1", spans)),
    SENTENCES.map(lambda spans: Figure("Книги", spans)),
    st.tuples(SENTENCES, SENTENCES).map(lambda row: Table((), (row, row), row[0])),
)


@settings(max_examples=150)
@given(st.lists(IN_LANGUAGES, min_size=1, max_size=4).map(tuple).filter(is_parted))
def test_words_come_back_in_their_languages(blocks):
    running = Paragraph((Span("Новите правила за библиотеките влизат в сила през март."),))
    check(running, *blocks)


def check(*blocks):
    """See that these blocks come back below a title."""
    article = Article(TITLE, "bg", (Heading(1, (Span(TITLE),)), *blocks), Source("markdown"))
    assert imported(markdown.render(article)).blocks == article.blocks
