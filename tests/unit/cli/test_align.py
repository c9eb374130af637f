"""Pairs of sentences for scripts."""

import json
from pathlib import Path

import pytest

from reader.__main__ import main

LEFT = ["Комисията отпуска 77 млн. евро.", "Полша получава 37 млн. евро.", "Срокът е 31 декември."]
RIGHT = ["The Commission grants €77 million.", "The deadline is 31 December."]
PAIRS = [[[0], [0]], [[1], []], [[2], [1]]]


def write(path: Path, value: object) -> str:
    path.write_text(json.dumps(value), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    "given",
    [
        RIGHT,
        [{"text": text, "kind": "p", "first": not number} for number, text in enumerate(RIGHT)],
        [{"kind": "p", "text": " ".join(RIGHT), "sentences": RIGHT}],
        [{"kind": "p", "sentences": [{"text": text} for text in RIGHT]}],
        [{"kind": "P", "text": RIGHT[0]}, {"kind": "+", "text": RIGHT[1]}],
        [{"kind": "p", "text": " ".join(RIGHT), "links": []}],
        {"blocks": [{"kind": "p", "text": " ".join(RIGHT), "links": []}]},
    ],
)
def test_sentences_come_as_texts_as_sentences_or_as_blocks(
    given: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left, right = write(tmp_path / "l.json", LEFT), write(tmp_path / "r.json", given)
    assert main(["align", left, right]) == 0
    assert json.loads(capsys.readouterr().out) == PAIRS


def test_two_articles_are_read_as_usual(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "en.txt").write_text(
        "Aid for schools\n\nSchools in border regions will get aid for new textbooks this autumn."
        "\n\nThe textbooks will be in electronic form, too.\n",
        "utf-8",
    )
    assert main(["align", "b.txt", "en.txt"]) == 0
    assert json.loads(capsys.readouterr().out) == [[[0], [0]], [[1], [1]], [[2], [2]]]


@pytest.mark.parametrize("text", ["[1]", "{}", "[", "[]"])
def test_what_is_no_list_of_sentences_is_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong.json").write_text(text, "utf-8")
    assert main(["align", "wrong.json", "b.txt"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "wrong.json" in output.err
