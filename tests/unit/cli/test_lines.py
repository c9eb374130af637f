"""Commands for scripts: a line in, a line out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import app
from reader.__main__ import main
from reader.errors import EngineFailedError
from reader.model.pronunciation import Pronunciation
from reader.pronunciations import save


def test_sentences_are_a_json_list_a_line(
    capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    type_in("Добър ден. Как сте?\n\nЕдно изречение.")
    assert main(["sentences"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        ["Добър ден.", "Как сте?"],
        [],
        ["Едно изречение."],
    ]


def test_forms_of_a_word_have_one_key(
    capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    type_in("инвестиция\r\nинвестиции\nинвестициите\n")
    assert main(["keys"]) == 0
    keys = capsys.readouterr().out.splitlines()
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_keys_come_line_for_line_even_where_a_line_has_no_words(
    capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    type_in("\ufeffзакони\n\n – … \r\n\nзаконът и най-големият\u2028градове\x0bград\n\nзаконът")
    assert main(["keys"]) == 0
    assert capsys.readouterr().out.split("\n") == [
        "закон",
        "",
        "",
        "",
        "закон и най голем град град",
        "",
        "закон",
        "",
    ]


def test_addresses_and_references_lead_to_the_original(
    capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    type_in("\ufeffIP/25/467\nРегламент (ЕС) 2024/1689\nhttps://example.org/bg\n")
    assert main(["addresses"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "url": "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467",
            "celex": None,
        },
        {
            "url": "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689",
            "celex": "32024R1689",
        },
        {"url": "https://example.org/bg", "celex": None},
    ]


def test_the_spoken_form_has_the_person_s_own_words_only_when_asked(
    home: Path, capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    save((Pronunciation("Лайен", "Ла йен"),), home)
    for arguments, words in (([], "Лайен дойде."), (["--mine"], "Ла йен дойде.")):
        type_in("Лайен дойде.\n")
        assert main(["spoken", *arguments]) == 0
        assert capsys.readouterr().out == f"{words}\n"


def test_a_broken_list_of_words_is_explained(
    home: Path, capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None]
) -> None:
    home.mkdir()
    (home / "pronunciations.json").write_text("{", "utf-8")
    type_in("Лайен дойде.\n")
    assert main(["spoken", "--mine"]) == 1
    assert "списък с произношения" in capsys.readouterr().err


def test_each_voice_is_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.speech.engine import Engine
    from reader.speech.voices import Voice

    known = (Voice("bg", "Bulgarian", ("bg",)), Voice("en-gb", "English", ("en-gb", "en")))
    monkeypatch.setattr(Engine, "voices", lambda _engine: known)
    assert main(["voices"]) == 0
    assert capsys.readouterr().out == (
        "Означение\tИме\tЕзик\tКачество\tСистема\n"
        "bg\tBulgarian\tбългарски\tмашинен глас\tespeak-ng\n"
        "en-gb\tEnglish\tанглийски (Обединеното кралство)\tмашинен глас\tespeak-ng\n"
    )
    assert main(["voices", "--json"]) == 0
    (first, _) = json.loads(capsys.readouterr().out)
    assert first == {
        "identifier": "bg",
        "name": "Bulgarian",
        "languages": ["bg"],
        "language": "български",
        "quality": "machine",
        "system": "espeak-ng",
    }


def test_without_a_bulgarian_voice_the_list_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.speech.engine import Engine
    from reader.speech.voices import Voice

    monkeypatch.setattr(Engine, "voices", lambda _engine: (Voice("en", "English", ("en-gb",)),))
    assert main(["voices"]) == 1
    captured = capsys.readouterr()
    assert "английски" in captured.out
    assert "sudo apt install espeak-ng" in captured.err


def test_a_failing_engine_is_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.speech.engine import Engine

    def fail(_engine: Engine) -> None:
        raise EngineFailedError("SIGSEGV")

    monkeypatch.setattr(Engine, "voices", fail)
    assert main(["voices"]) == 1
    assert "SIGSEGV" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["addresses"], ("PySide6", "pypdfium2", "pypdf", "sqlite3")),
        (["clean", "b.txt"], ("PySide6", "pypdfium2", "pypdf")),
    ],
)
def test_a_small_command_loads_no_heavy_library(
    tmp_path: Path, arguments: list[str], heavy: tuple[str, ...]
) -> None:
    code = (
        f"import sys; from reader.__main__ import main; main({arguments}); "
        f"sys.exit(', '.join(sys.modules.keys() & {set(heavy)}) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reader", "sentences"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stdin.write("Добър ден.\n".encode())
        running.stdin.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def environment() -> dict[str, str]:
    """Return the variables for a program of its own that runs from another folder."""
    return {**os.environ, "PYTHONPATH": str(Path(app.__file__).parents[2])}
