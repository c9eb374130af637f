"""What changed between two versions is found piece by piece, and nothing that did not change."""

from hypothesis import given
from hypothesis import strategies as some

from reader.model.version import Change, ChangeKind
from reader.text.differences import differences, likeness

OLD = (
    "Нови правила за водите",
    "Комисията предлага нови правила за водите.",
    "Бюджетът е 100 милиона евро за три години.",
    "Срокът изтича през октомври.",
    "Повече за мерките на страницата на Комисията.",
)


def kinds(changes: tuple[Change, ...]) -> list[tuple[ChangeKind, int]]:
    return [(change.kind, change.block) for change in changes]


def words_of(change: Change) -> tuple[list[str], list[str]]:
    left = [change.before[extent.start : extent.end] for extent in change.left]
    come = [change.after[extent.start : extent.end] for extent in change.come]
    return left, come


def test_nothing_has_changed() -> None:
    assert differences(OLD, OLD) == ()
    assert differences(OLD, tuple(text.upper().replace(".", " . ") for text in OLD)) == ()


def test_changed_words_are_named() -> None:
    new = (*OLD[:2], "Бюджетът е вече 120 милиона евро за три години.", *OLD[3:])
    (change,) = differences(OLD, new)
    assert (change.kind, change.block) == (ChangeKind.CHANGED, 2)
    assert words_of(change) == (["100"], ["вече 120"])


def test_a_new_piece_and_one_that_is_gone() -> None:
    new = (*OLD[:2], "Съветът ще гласува през май, каза председателят.", OLD[2], OLD[4])
    changes = differences(OLD, new)
    assert kinds(changes) == [(ChangeKind.ADDED, 2), (ChangeKind.REMOVED, 4)]
    assert changes[1].before == OLD[3]


def test_a_piece_that_stands_elsewhere_has_moved() -> None:
    new = (OLD[0], OLD[2], OLD[3], OLD[1], OLD[4])
    assert kinds(differences(OLD, new)) == [(ChangeKind.MOVED, 3)]


def test_a_piece_gone_from_the_end_is_told_at_the_last_one() -> None:
    assert kinds(differences(OLD, OLD[:4])) == [(ChangeKind.REMOVED, 3)]
    assert kinds(differences(OLD, ())) == [(ChangeKind.REMOVED, 0)] * 5


def test_likeness_is_that_of_running_words() -> None:
    assert likeness(OLD, OLD) == 1.0
    assert likeness(OLD, OLD[:2]) == 1.0
    assert likeness(OLD, ("Съвсем друг текст за съвсем други неща.",)) == 0.0
    assert likeness(OLD, ()) == 0.0


_pieces = some.lists(some.text("абв .", max_size=12), max_size=6).map(tuple)


@given(_pieces, _pieces)
def test_each_piece_is_the_same_or_in_a_change(before, after) -> None:
    changes = differences(before, after)
    assert all(0 <= change.block < max(len(after), 1) for change in changes)
    for change in changes:
        assert change.before == "" or change.before in before
        assert change.after == "" or change.after == after[change.block]
        for text, extents in ((change.before, change.left), (change.after, change.come)):
            assert all(0 <= extent.start < extent.end <= len(text) for extent in extents)


def test_very_long_texts_are_paired_by_the_words_they_share() -> None:
    old = tuple(f"Точка {number} говори за {number + 1} и {number + 2}." for number in range(900))
    new = tuple(text.replace("говори", "пише") for text in old[:450]) + tuple(
        f"Изречение {number} е съвсем ново за четене." for number in range(450)
    )
    changes = differences(old, new)
    assert [change.kind for change in changes[:450]] == [ChangeKind.CHANGED] * 450
    assert words_of(changes[7]) == (["говори"], ["пише"])
    assert {change.kind for change in changes[450:]} == {ChangeKind.ADDED, ChangeKind.REMOVED}


def test_changed_words_of_a_very_long_piece_are_named() -> None:
    old = " ".join(f"дума{number}" for number in range(5000))
    (change,) = differences((old,), (old.replace("дума2500", "друга"),))
    assert words_of(change) == (["дума2500"], ["друга"])
