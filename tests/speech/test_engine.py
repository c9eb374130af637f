"""The engine with the real voice, and with speaking processes that misbehave."""

import array
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.errors import EngineFailedError, NoEngineError, NoVoiceError
from reader.model.position import Extent
from reader.model.utterance import Part, Utterance
from reader.speech.engine import WORKER, Delivery, Engine, Patience
from tests.speech.sentences import said
from tests.speech.sound_server import loudness, wait_until

FAKE = Path(__file__).with_name("fake_worker.py")
HASTE = Patience(start=10, answer=0.5)


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def seconds_of_sound(sound):
    return loudness(array.array("h", sound.samples))


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


@pytest.fixture
def misbehaving(tmp_path):
    """Makes engines on the fake speaking process."""
    made = []

    def make(manner):
        made.append(Engine((sys.executable, str(FAKE), manner, str(tmp_path)), HASTE))
        return made[-1]

    make.starts = lambda: len(list(tmp_path.iterdir()))
    yield make
    for engine in made:
        engine.close()


@pytest.mark.check("A35", "Read aloud: voice")
def test_there_is_a_bulgarian_voice(engine):
    assert any(voice.speaks("bg") for voice in engine.voices())


def test_a_sentence_has_sound_and_the_times_of_its_words(engine):
    text = "Това са двеста милиарда евро, т.е. за 27-те държави."
    sound = engine.speak(said(text), Delivery())
    assert sound.rate == 22050
    assert 2 < seconds_of_sound(sound) < sound.seconds < 10
    words = [text[source.start : source.end] for source, _ in sound.words]
    assert words == ["Това", "са", "двеста", "милиарда", "евро", "т.е", "за", "27-те", "държави"]
    times = [time for _, time in sound.words]
    assert times == sorted(times)
    assert times[-1] < 1000 * sound.seconds


def test_a_higher_rate_takes_less_time(engine):
    text = "Комисията представи нова инициатива за изкуствен интелект."
    lengths = [engine.speak(said(text), Delivery(rate=rate)).seconds for rate in (80, 175, 450)]
    assert lengths == sorted(lengths, reverse=True)
    again = engine.speak(said(text), Delivery(rate=80)).seconds
    assert again == pytest.approx(lengths[0], rel=0.02)


def test_volume_and_pitch_change_the_sound(engine):
    usual = engine.speak(said("Да."), Delivery())
    quiet = engine.speak(said("Да."), Delivery(volume=0.2))
    high = engine.speak(said("Да."), Delivery(pitch=90))
    assert max(array.array("h", quiet.samples)) < 0.5 * max(array.array("h", usual.samples))
    assert high.samples != usual.samples


@pytest.mark.check("A25", "The language switches")
def test_each_language_is_read_by_its_own_voice(engine):
    english = engine.speak(said("Information", language="en"), Delivery())
    bulgarian = engine.speak(said("Information"), Delivery())
    assert english.samples != bulgarian.samples


def test_an_unknown_language_is_read_by_the_bulgarian_voice(engine):
    foreign = engine.speak(said("Saluton al vi", language="art-x-unknown"), Delivery())
    bulgarian = engine.speak(said("Saluton al vi"), Delivery())
    english = engine.speak(said("Saluton al vi", language="en"), Delivery())
    # espeak makes the same sentence a hair longer or shorter each time.
    assert foreign.seconds == pytest.approx(bulgarian.seconds, abs=0.01)
    assert foreign.seconds != pytest.approx(english.seconds, abs=0.01)


def test_a_sentence_does_not_end_at_a_control_character(engine):
    whole = engine.speak(said("One two three four five", language="en"), Delivery())
    broken = engine.speak(said("One\x00two\x01three four five", language="en"), Delivery())
    assert broken.seconds == pytest.approx(whole.seconds, rel=0.02)
    assert len(broken.words) == len(whole.words)


def test_marks_and_quotation_marks_in_text_are_no_commands(engine):
    for text in ("<speak>Добър ден</speak>", "[[p'u]] Край", 'Каза: „Да“ и "не" \\n {}'):
        assert seconds_of_sound(engine.speak(said(text), Delivery())) > 0.3


def test_all_sentences_come_in_order(engine):
    texts = ["Едно.", "Едно и две.", "Едно и две и три и четири."]
    sounds = list(engine.speak_all(map(said, texts), Delivery()))
    lengths = [sound.seconds for sound in sounds]
    assert lengths == sorted(lengths)


def test_several_threads_take_turns(engine):
    lengths = {}

    def speak(text):
        lengths[text] = engine.speak(said(text), Delivery()).seconds

    texts = ["едно " * count for count in range(1, 9)]
    threads = [threading.Thread(target=speak, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(lengths, key=lengths.get) == texts


def test_a_killed_child_is_started_again_and_the_sentence_asked_again():
    with Engine() as engine:
        first = engine.speak(said("Изречение."), Delivery())
        os.kill(engine.process, signal.SIGKILL)
        assert engine.speak(said("Изречение."), Delivery()) == first


def test_a_stopped_child_is_replaced():
    with Engine(patience=HASTE) as engine:
        first = engine.speak(said("Изречение."), Delivery())
        hung = engine.process
        os.kill(hung, signal.SIGSTOP)
        assert engine.speak(said("Изречение."), Delivery()) == first
        assert engine.process != hung
    assert not is_alive(hung)


def test_closing_ends_the_child():
    engine = Engine()
    engine.voices()
    child = engine.process
    engine.close()
    engine.close()
    assert not is_alive(child)


def test_nothing_starts_after_closing():
    engine = Engine()
    engine.close()
    with pytest.raises(EngineFailedError):
        engine.voices()
    assert engine.process is None


def test_closing_frees_a_thread_that_waits_for_a_hung_child(misbehaving):
    engine = misbehaving("hangs")
    engine.voices()
    errors = []

    def speak():
        try:
            engine.speak(said("Да."), Delivery())
        except EngineFailedError as error:
            errors.append(error)

    thread = threading.Thread(target=speak)
    thread.start()
    engine.close()
    thread.join(10)
    assert len(errors) == 1
    assert misbehaving.starts() == 1


def test_the_child_ends_when_the_program_is_killed():
    code = (
        "import time\nfrom reader.speech.engine import Engine\nengine = Engine()\n"
        "engine.voices()\nprint(engine.process, flush=True)\ntime.sleep(60)"
    )
    environ = os.environ | {"PYTHONPATH": str(FAKE.parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=environ
    ) as program:
        child = int(program.stdout.readline())
        assert is_alive(child)
        program.kill()
    wait_until(lambda: not is_alive(child), 10, lambda: "the child lives on")


def test_a_voice_that_crashes_at_everything_is_given_up(misbehaving):
    with pytest.raises(EngineFailedError):
        misbehaving("crashes").speak(said("Да."), Delivery())
    assert misbehaving.starts() == 4  # three times for the sentence, once for the simplest one


def test_a_voice_that_always_hangs_is_given_up(misbehaving):
    with pytest.raises(EngineFailedError, match="no answer"):
        misbehaving("hangs").speak(said("Да."), Delivery())
    assert misbehaving.starts() == 4


@pytest.mark.parametrize(
    ("manner", "reason"), [("mute", "no sound"), ("zeros", "no sound"), ("cut-short", "broke off")]
)
def test_a_voice_that_answers_without_speaking_is_given_up(misbehaving, manner, reason):
    with pytest.raises(EngineFailedError, match=reason):
        misbehaving(manner).speak(said("Добър ден."), Delivery())
    assert misbehaving.starts() == 4


@pytest.mark.parametrize("manner", ["crashes-twice", "mute-once"])
def test_a_voice_that_recovers_says_the_sentence_again(misbehaving, manner):
    engine = misbehaving(manner)
    sound = engine.speak(said("Да."), Delivery())
    assert sound.samples.startswith(b"bg\0\0")
    assert sound.seconds == pytest.approx(0.1)


def test_silence_is_no_fault_where_it_was_asked_for(misbehaving):
    engine = misbehaving("zeros")
    assert engine.speak(said("Да."), Delivery(volume=0)).samples
    assert misbehaving.starts() == 1
    assert engine.speak(said("– …"), Delivery()).samples
    assert misbehaving.starts() == 1


def test_a_poisoned_word_alone_is_replaced_by_a_tone(misbehaving):
    engine, told = misbehaving("poisoned"), []
    engine.tell_unsaid(told.append)
    text = "Едно две ☠☠☠ четири пет шест."
    sound = engine.speak(said(f"{text} ⚗"), Delivery())
    assert told == ["☠☠☠"]  # once, though there are two
    spoken = 6 * 0.1
    assert sound.seconds == pytest.approx(spoken - 0.1 + 2 * 0.25, abs=0.01)
    words = [text[source.start : source.end] for source, _ in sound.words]
    assert words == ["Едно", "две", "четири", "пет", "шест"]
    times = [time for _, time in sound.words]
    assert times == sorted(times)


def test_a_poisoned_sign_is_left_out_of_its_word(misbehaving):
    engine, told = misbehaving("poisoned"), []
    engine.tell_unsaid(told.append)
    sound = engine.speak(said("Едно д☠ве три."), Delivery())
    assert sound.seconds == pytest.approx(3 * 0.1)
    assert told == []


def test_what_cannot_be_said_is_not_tried_twice(misbehaving):
    engine = misbehaving("poisoned")
    first = engine.speak(said("Едно ☠ три."), Delivery())
    starts = misbehaving.starts()
    assert engine.speak(said("Едно ☠ три."), Delivery()) == first
    assert misbehaving.starts() == starts


def test_the_reason_of_a_crash_is_told(misbehaving):
    with pytest.raises(EngineFailedError) as caught:
        misbehaving("raises").speak(said("Да."), Delivery())
    assert caught.value.reason == "RuntimeError: the voice is broken"


def test_a_child_whose_pipe_is_not_clean_is_not_trusted(misbehaving):
    with pytest.raises(EngineFailedError):
        misbehaving("chatters").speak(said("Да."), Delivery())


def test_a_child_killed_at_its_start_is_started_again(misbehaving):
    assert misbehaving("dies-at-first-start").voices()
    with pytest.raises(NoEngineError):
        misbehaving("dies-at-start").voices()


@pytest.mark.parametrize(
    "command",
    [
        ("/no/such/program",),
        (sys.executable, "-c", "raise SystemExit('no espeak here')"),
        (sys.executable, "-c", "print('hello')"),
    ],
)
def test_a_command_that_is_no_voice_means_no_engine(command):
    with Engine(command) as engine, pytest.raises(NoEngineError) as caught:
        engine.voices()
    assert caught.value.reason


def test_no_engine_tells_the_childs_last_words():
    command = (sys.executable, "-c", "raise SystemExit('no espeak here')")
    with Engine(command) as engine, pytest.raises(NoEngineError) as caught:
        engine.speak(said("Да."), Delivery())
    assert caught.value.reason == "no espeak here"


def test_without_a_voice_for_the_language_and_without_bulgarian_there_is_none(misbehaving):
    for manner, language in (("no-voice", "bg"), ("english", "bg"), ("english", "de")):
        with pytest.raises(NoVoiceError) as caught:
            misbehaving(manner).speak(said("Да.", language=language), Delivery())
        assert caught.value.language == language


def test_a_foreign_language_has_its_own_voice_or_the_bulgarian_one(misbehaving):
    engine = misbehaving("both")
    for language, voice in (("en", b"en"), ("de", b"bg"), ("bg", b"bg")):
        sound = engine.speak(said("Да.", language=language), Delivery(voice="bg"))
        assert sound.samples[:2] == voice


def test_a_name_that_no_voice_speaks_is_read_in_bulgarian_letters(misbehaving):
    engine = misbehaving("both")
    for language, words in (("de", 1), ("en", 4)):
        name = Part("Ursula von der Leyen", language, (), Part("Урзула", "bg"))
        sound = engine.speak(Utterance((name,), Extent(0, 0, 20)), Delivery(voice="bg"))
        assert sound.seconds == pytest.approx(0.1 * words, abs=0.02)


def test_pyttsx3s_own_driver_speaks_through_a_file():
    with Engine((*WORKER, "--stock")) as engine:
        sound = engine.speak(said("Европейската комисия."), Delivery())
    assert seconds_of_sound(sound) > 0.5
    assert len(sound.words) == 2  # estimated: the file tells nothing of words


def test_a_module_in_the_current_folder_does_not_get_into_the_child(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    with Engine() as engine:
        assert engine.voices()
