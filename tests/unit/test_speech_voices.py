import pytest

from reader.speech.voices import Quality, System, Voice, choose, in_order, tag

BULGARIAN = Voice("zls/bg", "Bulgarian", ("bg",))
IVAN = Voice("ivan", "Microsoft Ivan", ("bg-bg",))
CARIBBEAN = Voice("gmw/en-029", "English (Caribbean)", ("en-029",))
AMERICAN = Voice("gmw/en-us", "English (America)", ("en-us",))
BRITISH = Voice("gmw/en", "English (Great Britain)", ("en-gb",))
SWISS = Voice("roa/fr-ch", "French (Switzerland)", ("fr-ch",))
FRENCH = Voice("roa/fr", "French (France)", ("fr-fr",))
ALL = (CARIBBEAN, BULGARIAN, AMERICAN, BRITISH, SWISS, FRENCH, IVAN)


@pytest.mark.parametrize(
    ("language", "wanted", "voice"),
    [
        ("bg", None, BULGARIAN),
        ("bg-BG", None, IVAN),
        ("bg", "ivan", IVAN),
        ("en", None, BRITISH),
        ("en-US", None, AMERICAN),
        ("en-IE", None, BRITISH),
        ("fr", None, FRENCH),
        ("en", "ivan", BRITISH),
        ("en", "gmw/en-us", AMERICAN),
        ("el", None, BULGARIAN),
        ("el", "ivan", IVAN),
        ("bg", "gone", BULGARIAN),
    ],
)
def test_the_voice_fits_the_language_and_the_persons_choice(language, wanted, voice):
    assert choose(ALL, language, wanted) is voice


def test_the_better_voice_reads_where_none_is_asked_for():
    dimitar = Voice("piper:dimitar", "Dimitar", ("bg-bg",), System.PIPER, Quality.NATURAL)
    ivan = Voice("onecore:ivan", "Ivan", ("bg-bg",), System.ONECORE, Quality.STANDARD)
    amy = Voice("piper:amy", "Amy", ("en-us",), System.PIPER, Quality.BEST)
    voices = (*ALL, ivan, dimitar, amy)
    assert choose(voices, "bg") is dimitar
    assert choose(voices, "bg", "onecore:ivan") is ivan
    assert choose(voices, "en") is amy
    assert choose(voices, "fr") is FRENCH
    assert [voice.quality.rank for voice in (BULGARIAN, ivan, dimitar, amy)] == [0, 1, 2, 3]


def test_voices_are_offered_bulgarian_and_better_ones_first():
    dimitar = Voice("piper:dimitar", "Dimitar", ("bg-bg",), System.PIPER, Quality.NATURAL)
    nameless = Voice("x", "x", ())
    voices = (nameless, FRENCH, BRITISH, BULGARIAN, dimitar)
    assert in_order(voices) == [dimitar, BULGARIAN, BRITISH, nameless, FRENCH]


def test_without_a_bulgarian_voice_the_persons_choice_reads_it_all_the_same():
    assert choose((BRITISH, FRENCH), "bg", "roa/fr") is FRENCH


def test_without_a_voice_there_is_none():
    assert choose((), "bg") is None
    assert choose((BRITISH,), "bg") is None
    assert choose((BRITISH,), "de") is None


def test_languages_are_named_in_one_form():
    assert tag("bg_BG") == "bg-bg"
