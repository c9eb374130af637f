import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.position import Position
from reader.text.anchors import Certainty, Moves, Refound, Stretch, moved, same_words, words_at

BEFORE = (
    "ЕС стартира инициатива InvestAI за 200 милиарда евро",
    "Днес на срещата на високо равнище председателят фон дер Лайен представи инициативата.",
    "ИИ ще подобри здравеопазването ни, ще стимулира научните изследвания.",
    "Контакти за медиите",
)
WORDS = st.sampled_from(["комисия", "мерки", "пазар", "данни", "съюз", "право", "на", "за", "и"])
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8
)
MARKED = "инвестираха двеста милиарда в гигафабрики"


def marked(words: str, texts: tuple[str, ...] = BEFORE) -> Stretch:
    """Return the stretch of the first leaf that has the words."""
    block = next(number for number, text in enumerate(texts) if words in text)
    start = texts[block].index(words)
    return Stretch(Position(block, start), Position(block, start + len(words)))


def refound(words: str, after: tuple[str, ...]) -> Refound:
    return Moves(BEFORE, after).stretch(marked(words), words)


def test_words_stay_where_nothing_changes() -> None:
    assert refound("фон дер Лайен", BEFORE) == Refound(marked("фон дер Лайен"), Certainty.EXACT)


def test_words_are_found_in_a_block_that_was_split() -> None:
    split = BEFORE[1].index(" председателят")
    after = (BEFORE[0], BEFORE[1][:split], BEFORE[1][split + 1 :], *BEFORE[2:])
    found = refound("председателят фон дер Лайен", after)
    assert found == Refound(Stretch(Position(2, 0), Position(2, 27)), Certainty.EXACT)


def test_a_stretch_may_come_to_span_two_blocks() -> None:
    split = BEFORE[1].index(" дер Лайен")
    after = (BEFORE[0], BEFORE[1][:split], BEFORE[1][split + 1 :], *BEFORE[2:])
    found = refound("фон дер Лайен представи", after)
    assert found.certainty is Certainty.EXACT
    assert words_at(found.stretch, after) == "фон\nдер Лайен представи"


def test_words_are_found_in_blocks_that_were_joined() -> None:
    after = (BEFORE[0], f"{BEFORE[1]} {BEFORE[2]}", BEFORE[3])
    found = refound("здравеопазването ни", after)
    assert found == Refound(marked("здравеопазването ни", after), Certainty.EXACT)


def test_words_cut_by_a_hyphen_are_found_when_they_are_joined() -> None:
    before = ("Комисията мобилизира инвести- ции за гигафабрики.",)
    after = ("Комисията мобилизира инвестиции за гигафабрики.",)
    found = Moves(before, after).stretch(marked("инвести- ции за", before), "инвести- ции за")
    assert found == Refound(marked("инвестиции за", after), Certainty.EXACT)


def test_quotation_marks_round_the_words_stay_with_them() -> None:
    before, after = ("Това е „нов план“ за ИИ.",), ("Ново начало. Това е „нов план“ за ИИ.",)
    found = Moves(before, after).stretch(marked("„нов план“", before), "„нов план“")
    assert words_at(found.stretch, after) == "„нов план“"


def test_words_are_found_in_a_block_that_stands_elsewhere() -> None:
    after = (BEFORE[0], BEFORE[2], BEFORE[1], BEFORE[3])
    for words in ("фон дер Лайен", "здравеопазването"):
        assert refound(words, after).stretch == marked(words, after)


def test_long_words_are_found_wherever_they_went() -> None:
    words = "председателят фон дер Лайен представи инициативата"
    after = (f"Отначало {words} пред всички.", BEFORE[0], "Нещо съвсем друго.", "Край")
    assert refound(words, after) == Refound(marked(words, after), Certainty.MOVED)


def test_of_equal_words_those_with_the_same_neighbours_are_meant() -> None:
    before = ("Комисията прие план.", "Съветът одобри бюджета. Комисията прие доклад.")
    after = ("Комисията прие план. Комисията прие мерки.", before[1])
    second = Stretch(Position(1, 24), Position(1, 33))
    assert Moves(before, after).stretch(second, "Комисията").stretch == second


def test_a_put_right_word_leaves_the_stretch_doubtful_but_in_place() -> None:
    after = (BEFORE[0], BEFORE[1].replace("представи", "обяви днес"), *BEFORE[2:])
    found = refound("председателят фон дер Лайен представи", after)
    assert found.certainty is Certainty.DOUBTFUL
    assert words_at(found.stretch, after) == "председателят фон дер Лайен обяви днес"


def test_a_letter_put_right_keeps_the_whole_word() -> None:
    before, after = ("Тази инцитива е добра.",), ("Тази инициатива е добра.",)
    found = Moves(before, after).stretch(marked("инцитива", before), "инцитива")
    assert words_at(found.stretch, after) == "инициатива"


def test_lost_words_leave_an_empty_stretch_behind_what_stood_before_them() -> None:
    after = (BEFORE[0], BEFORE[1], BEFORE[3])
    found = refound("здравеопазването", after)
    end = Position(1, len(BEFORE[1]) - 1)
    assert found == Refound(Stretch(end, end), Certainty.LOST)


def test_lost_short_words_are_not_taken_for_equal_ones_elsewhere() -> None:
    before = ("Комисията прие план.", "Съветът одобри бюджета на Комисията за годината.")
    after = ("Комисията прие план.", "Накрая всичко е друго.")
    found = Moves(before, after).stretch(marked("Комисията за", before), "Комисията за")
    assert found.certainty is Certainty.LOST


def test_words_that_were_lost_are_found_when_they_come_back() -> None:
    without = (BEFORE[0], BEFORE[1], BEFORE[3])
    lost = refound("здравеопазването ни", without).stretch
    found = Moves(without, BEFORE).stretch(lost, "здравеопазването ни")
    assert found == Refound(marked("здравеопазването ни"), Certainty.MOVED)


def test_places_are_led_to_their_words_or_to_nothing() -> None:
    after = ("Добавено изречение.", BEFORE[0], BEFORE[2])
    places = [Position(0, 3), Position(1, 10), Position(2, 7)]
    assert moved(places, BEFORE, after) == [Position(1, 3), None, Position(2, 7)]


def test_the_nearest_place_stands_behind_what_is_still_there() -> None:
    after = (BEFORE[0], BEFORE[2])
    assert Moves(BEFORE, after).nearest(Position(1, 10)) == Position(0, len(BEFORE[0]))


@pytest.mark.parametrize("after", [(), ("",), ("Съвсем друго.",)])
def test_places_of_an_article_that_is_gone_are_in_what_there_is(after: tuple[str, ...]) -> None:
    moves = Moves(BEFORE, after)
    assert moves.nearest(Position(2, 5)) == Position(0, 0)
    assert moves.stretch(marked("ИИ"), "ИИ").certainty is Certainty.LOST


def test_an_article_without_letters_has_places_too() -> None:
    assert moved([Position(0, 1)], ["***"], ["***", "Край"]) == [None]
    assert Moves(["***"], []).nearest(Position(0, 1)) == Position(0, 0)


@given(PARAGRAPHS, PARAGRAPHS, st.data())
def test_words_that_are_still_there_keep_their_mark(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    """Whatever else changes, words that there are once are found wholly."""
    old = data.draw(st.permutations([*before, f"Тук {MARKED} отново."]))
    cut = data.draw(st.sampled_from(["", " ", "\n", "- ", " – "]))
    at = data.draw(st.integers(0, len(MARKED)))
    letters = MARKED[:at] + cut + MARKED[at:]
    new = "\n".join(data.draw(st.permutations([*after, f"Сега {letters} пак."]))).split("\n")
    stretch = marked(MARKED, tuple(old))
    found = Moves(old, new).stretch(stretch, MARKED)
    assert same_words(words_at(found.stretch, new), MARKED)


@given(PARAGRAPHS, st.data())
def test_the_borders_of_blocks_take_no_mark_away(before: list[str], data: st.DataObject) -> None:
    """Joining and splitting blocks keeps each letter of each mark."""
    block = data.draw(st.integers(0, len(before) - 1))
    ends = st.integers(0, len(before[block]))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    stretch = Stretch(Position(block, start), Position(block, end))
    words = " ".join(before).split(" ")
    breaks = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    pairs = zip(words, breaks, strict=True)
    after = "".join(word + ("\n" if here else " ") for word, here in pairs).strip().split("\n")
    quoted = words_at(stretch, before)
    found = Moves(before, after).stretch(stretch, quoted)
    assert same_words(words_at(found.stretch, after), quoted)


@given(PARAGRAPHS, PARAGRAPHS, st.data())
def test_every_place_found_is_in_the_article(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    block = data.draw(st.integers(0, len(before) - 1))
    place = Position(block, data.draw(st.integers(0, len(before[block]))))
    moves = Moves(before, after)
    stretch = moves.stretch(Stretch(place, place), before[block][place.char : place.char + 9])
    for found in (moves.nearest(place), stretch.stretch.start, stretch.stretch.end):
        assert found.block < len(after)
        assert 0 <= found.char <= len(after[found.block])
    assert stretch.stretch.start <= stretch.stretch.end
