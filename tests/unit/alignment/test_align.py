"""Sentences of an article beside those of its original."""

import random
from dataclasses import replace
from functools import cache

import pytest

from reader.bilingual import align, pin, sentences_of
from reader.model.article import (
    Article,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Source,
    Span,
    Table,
)
from reader.model.bilingual import Alignment, Bead, Pin, Sentence
from reader.model.position import Extent
from tests.unit.alignment.gold import HERE, Row, documents, f1, laid_out, spoilt, swapped

DEV = documents(HERE / "dev_1.tsv") | documents(HERE / "dev_2.tsv")
HELD_OUT = documents(HERE / "held_out.tsv") | documents(HERE / "held_out_2.tsv")
BY_THREES = {
    f"{name} {at}": rows[at : at + 3]
    for name, rows in HELD_OUT.items()
    for at in range(0, len(rows) - 2, 3)
}
SETS = {
    "tuned on": DEV,
    "held out": HELD_OUT,
    "short": documents(HERE / "short.tsv") | BY_THREES,
    "odd": documents(HERE / "odd.tsv"),
}


def texts(*lines: str) -> list[Sentence]:
    return [Sentence(line) for line in lines]


def pairs(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.left, bead.right) for bead in alignment.beads]


@cache
def spoilt_and_paired(name, harm, seeds, languages=("bg", "en")):
    """Return how texts are paired and what their true pairs are, each spoilt so many times."""
    found, sets = [], SETS[name]
    for title, rows in sets.items():
        others = [row for other, some in sets.items() if other != title for row in some]
        others = [row for row in others if row.left and row.right]
        for seed in range(seeds):
            gold = laid_out(spoilt(rows, seed, harm=harm, others=others))
            found.append((align(gold.left, gold.right, languages), gold.beads))
    return found


def score(found):
    return f1([(set(pairs(alignment)), true) for alignment, true in found])


def test_texts_as_they_are_are_paired_right():
    for name, least in (("tuned on", 0.99), ("held out", 0.98), ("odd", 0.98)):
        whole = [laid_out(rows) for rows in SETS[name].values()]
        assert score((align(each.left, each.right), each.beads) for each in whole) >= least


def test_spoilt_texts_are_paired_right_nearly_everywhere():
    assert score(spoilt_and_paired("tuned on", 0.5, 2)) >= 0.98
    assert score(spoilt_and_paired("held out", 1.0, 4)) >= 0.94
    assert score(spoilt_and_paired("short", 1.0, 2)) >= 0.95


def marked(found):
    """Return the shares of the wrong and of the right pairs that are called guesses."""
    shares = {True: [], False: []}
    for alignment, true in found:
        for bead in alignment.beads:
            if bead.left and bead.right:
                shares[(bead.left, bead.right) in true].append(bead.doubtful)
    return tuple(sum(shares[right]) / len(shares[right]) for right in (False, True))


@pytest.mark.parametrize(("name", "seeds"), [("tuned on", 2), ("held out", 4)])
def test_most_wrong_pairs_and_few_right_ones_are_called_guesses(name, seeds):
    wrong, right = marked(spoilt_and_paired(name, 1.0, seeds))
    assert wrong >= 0.75
    assert right <= 0.05


def test_few_right_pairs_of_short_texts_are_called_guesses():
    wrong, right = marked(spoilt_and_paired("short", 1.0, 2))
    assert wrong >= 0.85
    assert right <= 0.06


def out_of_order(alignment):
    """Return the pairs before which another stands that is behind them in the right text."""
    some = [bead for bead in alignment.beads if bead.left and bead.right]
    return [
        bead
        for at, bead in enumerate(some)
        if any(bead.right < each.right for each in some[:at])
        or any(bead.right > each.right for each in some[at + 1 :])
    ]


@pytest.mark.parametrize("near", [True, False])
def test_paragraphs_that_stand_elsewhere_in_the_original_are_paired_all_the_same(near):
    golds = [
        swapped(rows, seed, near=near) for rows in (DEV | HELD_OUT).values() for seed in range(2)
    ]
    found = [(align(gold.left, gold.right), gold.beads) for gold in golds if gold]
    true = sum(bool(left and right) for _, beads in found for left, right in beads)
    right = sum(len(set(pairs(alignment)) & beads) for alignment, beads in found)
    assert right >= 0.91 * true


def test_what_stands_elsewhere_is_called_a_guess():
    left = texts(
        "Комисията откри нова библиотека във Видин.",
        "Мостът край Лом струва 12 милиона евро.",
        "Ана Илиева води училището от 2019 година.",
        "Подробности има на https://example.eu/bg/most.",
        "Децата получиха нови книги и тетрадки.",
    )
    right = texts(
        "The Commission opened a new library in Vidin.",
        "Ana Ilieva has led the school since 2019.",
        "Details are at https://example.eu/en/most.",
        "The children received new books and notebooks.",
        "The bridge near Lom costs 12 million euros.",
    )
    found = align(left, right)
    assert pairs(found) == [((0,), (0,)), ((1,), (4,)), ((2,), (1,)), ((3,), (2,)), ((4,), (3,))]
    assert [bead.doubtful for bead in found.beads] == [False, True, False, False, False]


def test_no_sentence_whose_own_translation_is_missing_gets_that_of_another():
    for name, harm, seeds in (("tuned on", 0.5, 2), ("held out", 1.0, 4), ("short", 1.0, 2)):
        for alignment, _true in spoilt_and_paired(name, harm, seeds):
            assert out_of_order(alignment) == []


def test_full_hours_are_the_same_by_either_clock():
    own, other = "Читалнята е отворена от 10 до 16 ч.", "The room is open from 10 a.m. to 4 p.m."
    (bead,) = align(texts(own), texts(other)).beads
    assert not bead.doubtful


def test_guesses_are_told_without_a_list_of_words_too():
    wrong, right = marked(spoilt_and_paired("tuned on", 1.0, 2, ("bg", "xx")))
    assert wrong >= 0.6
    assert right <= 0.07


@pytest.mark.parametrize(
    ("own", "other", "is_guess"),
    [
        ("Комисията отпуска 77 милиона евро.", "The Commission provides €77 million.", False),
        ("Влакът тръгва от Видин в 9.40 часа.", "The train leaves Vidin at 7.15.", True),
        ("Открити са седем читални.", "In all, 7 reading rooms were opened.", False),
        ("Комисията прие закона за роботите.", "“With a shovel,” she said.", True),
        ("Комисията прие закона.", "The law that the Commission adopted " + "is long, " * 20, True),
    ],
)
def test_what_makes_a_pair_a_guess(own, other, is_guess):
    before, after = DEV["farming"][:6], DEV["farming"][6:12]
    rows = [*before, Row("P", (own,), (other,)), *after]
    gold = laid_out(rows)
    left = next(number for number, each in enumerate(gold.left) if each.text == own)
    bead = align(gold.left, gold.right).right_of(left)
    assert bead.right
    assert bead.doubtful is is_guess


def test_each_sentence_is_in_one_bead():
    gold = laid_out(spoilt(DEV["speech"], 1))
    beads = align(gold.left, gold.right).beads
    assert sorted(i for bead in beads for i in bead.left) == list(range(len(gold.left)))
    assert sorted(j for bead in beads for j in bead.right) == list(range(len(gold.right)))


@pytest.mark.parametrize(("left", "right"), [([], []), (["Да."], []), ([], ["Yes.", "No."])])
def test_what_has_no_counterpart_stands_alone(left, right):
    beads = pairs(align(texts(*left), texts(*right)))
    assert beads == [((i,), ()) for i in range(len(left))] + [((), (j,)) for j in range(len(right))]


def test_other_languages_are_told_by_numbers_names_and_length():
    left = texts(
        "Комисията предложи помощ от 77 милиона евро.",
        "Тя е за Полша и Чехия.",
        "Реколтата беше унищожена от градушка, която продължи двадесет минути.",
        "Янош Ковач получи 3 500 евро на 4 май 2024 г.",
    )
    right = texts(
        "Die Kommission hat 77 Mio. EUR Hilfe vorgeschlagen.",
        "Die Ernte wurde durch einen Hagelsturm vernichtet, der zwanzig Minuten dauerte.",
        "Am 4. Mai 2024 erhielt János Kovács 3 500 EUR.",
    )
    found = pairs(align(left, right, ("bg", "de")))
    assert found == [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,))]


def test_a_text_with_no_word_in_common_is_paired_by_length():
    left = texts("Ала бала.", "Портокала няма да го видим никога повече тук.", "Край.")
    right = texts("Once upon a time.", "There was a very long and winding story about it.", "End.")
    assert pairs(align(left, right, ("bg", "xx"))) == [((i,), (i,)) for i in range(3)]


@pytest.mark.parametrize(("left", "right"), [(1, 300), (300, 1), (120, 10), (60, 60)])
def test_texts_that_do_not_fit_are_paired_all_the_same(left, right):
    draw = random.Random(left)
    ours = texts(*("Слово " * draw.randint(1, 30) for _ in range(left)))
    theirs = texts(*("Word " * draw.randint(1, 30) for _ in range(right)))
    beads = align(ours, theirs, ("bg", "xx")).beads
    assert sorted(i for bead in beads for i in bead.left) == list(range(left))
    assert sorted(j for bead in beads for j in bead.right) == list(range(right))


def test_a_long_missing_passage_is_told():
    rows = [row for some in DEV.values() for row in some]
    missing = [replace(row, right=()) if 80 <= at < 150 else row for at, row in enumerate(rows)]
    gold = laid_out(missing)
    assert f1([(set(pairs(align(gold.left, gold.right))), gold.beads)]) >= 0.98


LEFT = texts(
    "Помощта е 77 млн. евро.",
    "Благодаря.",
    "Какво ще правим през 2030 г.?",
    "Благодаря.",
    "Полша получава 15 %.",
)
RIGHT = texts(
    "The aid is €77 million.",
    "Thank you.",
    "What shall we do in 2030?",
    "Thank you.",
    "Poland gets 15%.",
)


def test_a_pinned_pair_holds_and_the_rest_goes_round_it():
    pins = [
        Pin(("Какво ще правим през 2030 г.?", "Благодаря."), ("What shall we do in 2030?",), (0, 0))
    ]
    found = align(LEFT, RIGHT, pins=pins)
    assert Bead((2, 3), (2,)) in found.beads
    assert {((0,), (0,)), ((1,), (1,)), ((4,), (4,))} <= set(pairs(found))


def test_a_pin_is_found_again_where_sentences_have_moved():
    made = pin(LEFT, RIGHT, Bead((3,), (3,)))
    assert made.nth == (1, 1)
    later = [Sentence("Ново начало."), *LEFT]
    assert Bead((4,), (3,)) in align(later, RIGHT, pins=[made]).beads


def test_pinned_pairs_may_cross():
    pins = [
        Pin(("Помощта е 77 млн. евро.",), ("Poland gets 15%.",)),
        Pin(("Полша получава 15 %.",), ("The aid is €77 million.",)),
    ]
    found = align(LEFT, RIGHT, pins=pins).beads
    assert Bead((0,), (4,)) in found
    assert Bead((4,), (0,)) in found
    assert sorted(i for bead in found for i in bead.left) == list(range(5))


def test_a_sentence_may_be_pinned_to_nothing():
    found = align(LEFT, RIGHT, pins=[Pin(("Помощта е 77 млн. евро.",), ())]).beads
    assert Bead((0,), ()) in found


def test_a_pin_whose_words_are_gone_changes_nothing():
    assert align(LEFT, RIGHT, pins=[Pin(("Няма такова.",), ("The aid is €77 million.",))]) == align(
        LEFT, RIGHT
    )


def test_the_last_pin_of_a_sentence_counts():
    pins = [
        Pin(("Помощта е 77 млн. евро.",), ("Poland gets 15%.",)),
        Pin(("Помощта е 77 млн. евро.",), ("The aid is €77 million.",)),
    ]
    found = align(LEFT, RIGHT, pins=pins).beads
    assert Bead((0,), (0,)) in found
    assert not any(bead.left == (0,) and bead.right == (4,) for bead in found)


def test_a_sentence_of_an_article_knows_its_place():
    article = Article(
        "Т",
        "bg",
        (
            Heading(1, (Span("Заглавие"),)),
            Notice((Span("Машинен превод."),)),
            Paragraph((Span("Първо. "), Span("Второ.", strong=True))),
            ListBlock(ordered=False, items=((Paragraph((Span("точка"),)),),)),
            Table((), (((Span("а"),), (Span("б"),)),)),
        ),
        Source("text"),
    )
    assert sentences_of(article) == (
        Sentence("Заглавие", "title", True, Extent(0, 0, 8)),
        Sentence("Първо.", "p", True, Extent(2, 0, 6)),
        Sentence("Второ.", "p", False, Extent(2, 7, 13)),
        Sentence("точка", "li", True, Extent(3, 0, 5)),
        Sentence("а", "table", True, Extent(4, 0, 1)),
        Sentence("б", "table", True, Extent(4, 4, 5)),
    )


def test_the_bead_of_a_sentence_is_found_from_either_side():
    found = Alignment((Bead((0,), (0, 1)), Bead((1,), ())))
    assert found.right_of(0) == found.left_of(1) == Bead((0,), (0, 1))
    assert found.right_of(7) is None
