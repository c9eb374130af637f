"""The engine with the real voice, and with processes that end."""

import array
import os
import signal
import subprocess
import sys
import threading

import pytest

from reader.errors import EngineFailedError
from reader.speech.engine import WORKER, Delivery, Engine
from tests.speech.engine.parts import FAKE, SOON
from tests.speech.sentences import said
from tests.speech.sound_server import loudness, wait_until


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def seconds_of_sound(sound):
    return loudness(array.array("h", sound.samples))


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
    with Engine(patience=SOON) as engine:
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
    thread.join(60)
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
    wait_until(lambda: not is_alive(child), 60, lambda: "the child lives on")


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
