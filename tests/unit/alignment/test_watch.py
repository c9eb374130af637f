"""What differs between a translation and its original."""

import random
import re

import pytest

from reader.bilingual import differences, worded
from reader.bilingual.worded import Kind
from reader.model.bilingual import Alignment, Bead, Sentence, Spot
from tests.unit.alignment.gold import HERE, documents, laid_out

CASES = [
    line.split("\t")
    for line in (HERE / "watch.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
TEXTS = {
    name: laid_out(rows)
    for path in ("dev_1", "dev_2", "held_out")
    for name, rows in documents(HERE / f"{path}.tsv").items()
}
ONE_PAIR = Alignment((Bead((0,), (0,)),))
_FIGURE = re.compile(r"(?<![\w/.\-])\d+(?!\w)")
_ADDRESS = re.compile(r"https?://\S+|\(\+?\d+\)")


def alignment_of(gold) -> Alignment:
    return Alignment(tuple(Bead(*bead) for bead in sorted(gold.beads)))


def found(left: str, right: str, languages=("bg", "en")) -> list[tuple[str, str]]:
    told = differences([Sentence(left)], [Sentence(right)], ONE_PAIR, languages)
    return [(each.left_words, each.right_words) for each in told]


@pytest.mark.parametrize(
    ("left", "right"), [(left, right) for mark, left, right, *_ in CASES if mark == "="]
)
def test_a_right_translation_raises_no_alarm(left, right):
    assert found(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [(left, right, tuple(words)) for mark, left, right, *words in CASES if mark == "!"],
)
def test_a_wrong_one_is_told_by_the_words_that_differ(left, right, words):
    assert found(left, right) == [tuple(word.strip("-") if word == "-" else word for word in words)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("fr", "Глобата е 4,1 милиона евро.", "L’amende est de 4,1 millions d’euros."),
        ("fr", "Доволни са 80 % от жителите.", "Quatre habitants sur cinq sont satisfaits."),
        ("de", "Три от четири моста са стари.", "75 % der Brücken sind alt."),
        ("de", "Доволни са 90 % от тях.", "Neun von zehn sind zufrieden."),
        ("fr", "Изложбата отваря на 1 юни.", "L’exposition ouvre le 1er juin."),
        ("fr", "Кметът прие 16 делегати.", "Le maire a reçu seize délégués."),
        ("fr", "Черквата е от XVII век.", "L’église date du XVIIe siècle."),
        ("fr", "Концертът е в 20:00 ч.", "Le concert est à 20 heures."),
        ("de", "Мостът струва 6,5 млрд. евро.", "Die Brücke kostet 6,5 Mrd. Euro."),
        (
            "de",
            "Съдът реши на 17 декември 2019 г.",
            "Der Gerichtshof entschied am 17. Dezember 2019.",
        ),
        ("de", "Дойдоха 34 кметове.", "Vierunddreißig Bürgermeister kamen."),
        ("de", "През 60-те години тук имаше мина.", "In den 1960er Jahren gab es hier eine Mine."),
        (
            "it",
            "Фондът дава 7 милиона евро от 9 май.",
            "Dal 9 maggio il fondo dà 7 milioni di euro.",
        ),
        ("es", "Пристигнаха 15 министри.", "Llegaron quince ministros."),
        ("fr", "Водата е поне 25 °C.", "L’eau est à au moins 25 °C."),
        ("fr", "Във фурната е поне 60 °C.", "Au four, il fait du moins 60 °C."),
        ("fr", "Нощем е -7 °C.", "La nuit, il fait moins 7 °C."),
        ("fr", "Нощем е -7 °C.", "La nuit, il fait 7 °C sous zéro."),
        ("fr", "Промяната е -5 точки.", "Le changement, en plus 5 points."),
        ("pl", "Сушата засегна 2 300 000 души.", "Susza dotknęła 2,3 mln osób."),
    ],
)
def test_a_right_translation_from_other_languages_raises_no_alarm(language, left, right):
    assert found(left, right, ("bg", language)) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "words"),
    [
        (
            "fr",
            "Глобата е 4 милиона евро.",
            "L’amende est de 4 milliards d’euros.",
            "4 милиона евро",
        ),
        ("fr", "Изложбата отваря на 9 юли.", "L’exposition ouvre le 9 juin.", "юли"),
        ("fr", "Кметът прие 16 делегати.", "Le maire a reçu treize délégués.", "16"),
        ("fr", "Нощем е -7 °C.", "La nuit, il fait au moins 7 °C.", "-7 °C"),
        ("de", "Мостът струва 65 млн. евро.", "Die Brücke kostet 56 Mio. Euro.", "65 млн. евро"),
        ("de", "Съдът реши на 17 март.", "Der Gerichtshof entschied am 17. Mai.", "март"),
        ("it", "Фондът дава 7 милиона евро.", "Il fondo dà 9 milioni di euro.", "7 милиона евро"),
    ],
)
def test_a_wrong_one_from_other_languages_is_told(language, left, right, words):
    ((told, _),) = found(left, right, ("bg", language))
    assert told == words


def test_whole_texts_raise_hardly_any_alarm():
    alarms = [
        each
        for gold in TEXTS.values()
        for each in differences(gold.left, gold.right, alignment_of(gold))
    ]
    pairs = sum(all(bead) for gold in TEXTS.values() for bead in gold.beads)
    assert len(alarms) <= 0.01 * pairs


def test_nearly_every_changed_figure_is_seen():
    draw = random.Random(5)
    changed = seen = 0
    for gold in TEXTS.values():
        beads = [bead for bead in alignment_of(gold).beads if bead.left and bead.right]
        for at, bead in enumerate(beads):
            near = Alignment(tuple(beads[max(0, at - 1) : at + 2]))  # all that is looked at
            for i in bead.left:
                for text in with_another_figure(gold.left[i].text, draw):
                    left = [*gold.left[:i], Sentence(text), *gold.left[i + 1 :]]
                    changed += 1
                    seen += bool(differences(left, gold.right, near))
    assert changed > 200
    assert seen >= 0.98 * changed


def with_another_figure(text, draw):
    hidden = _ADDRESS.sub(lambda match: "x" * len(match[0]), text)
    for match in _FIGURE.finditer(hidden):
        figures = match[0]
        at = draw.randrange(len(figures))
        other = str((int(figures[at]) + draw.randint(1, 8)) % 10)
        if not at and other == "0":
            other = "9" if figures[0] != "9" else "1"
        yield text[: match.start()] + figures[:at] + other + figures[at + 1 :] + text[match.end() :]


def test_an_unlikely_pair_is_not_watched():
    unlikely = Alignment((Bead((0,), (0,), 0.4),))
    assert differences([Sentence("5 %")], [Sentence("7%")], unlikely) == ()


def test_a_pair_that_is_a_guess_because_its_figures_differ_is_watched():
    guess = Alignment((Bead((0,), (0,), 0.95, doubtful=True),))
    assert differences([Sentence("5 %")], [Sentence("7%")], guess) != ()


def test_a_difference_knows_its_place():
    (told,) = differences([Sentence("Цената е 5 евро.")], [Sentence("It costs €6.")], ONE_PAIR)
    assert (told.left, told.right) == (Spot(0, 9, 15), Spot(0, 9, 11))


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("İİİ İzmir чака във Вторник.", "İzmir waits on Friday.", ("Вторник", "Friday")),
        (
            "İİİ İzmir даде Две трети.",
            "İzmir gave Three quarters.",
            ("Две трети", "Three quarters"),
        ),
    ],
)
def test_words_are_found_in_their_places_behind_letters_that_grow_when_made_small(
    left, right, words
):
    assert words in found(left, right)


def test_parts_are_found_alone_and_with_all_else():
    text = "On Friday one third of the fourth quarter was over for the fifth time."
    kinds = [Kind.SHARE, Kind.QUARTER]
    assert [each.kind for each in worded.parts(text, "en")] == kinds
    assert [each.kind for each in worded.find(text, "en")] == [*kinds, Kind.RANK, Kind.WEEKDAY]


@pytest.mark.parametrize("words", ["FRİDAY", "ſunday", "two fıfths", "three ſixths"])
def test_letters_that_only_match_those_of_a_word_do_not_make_it(words):
    assert found("Във вторник дойде една трета.", f"On {words} they came.") == []


def test_a_number_that_moved_to_the_next_sentence_is_not_missed():
    left = [Sentence("Помощта е 20 000 евро."), Sentence("Тя е за училища.")]
    right = [Sentence("There is aid."), Sentence("Its €20,000 are for schools.")]
    alignment = Alignment((Bead((0,), (0,)), Bead((1,), (1,))))
    assert differences(left, right, alignment) == ()
