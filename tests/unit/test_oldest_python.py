"""What Debian 12's own Python, the oldest that the program runs on, does otherwise than others."""

import re
from pathlib import Path

READER = Path(__file__).resolve().parents[2] / "reader"
# As „(?:…){1,6}+“: 3.11.2 takes a last one that fails for read (gh-101955); „(?>…)“ it has right.
# What follows tells a group's end from a list of signs, as „[()*+,]“.
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{+[\d,]*\}+)\+(?![,\\])")


def test_no_pattern_repeats_a_group_possessively():
    texts = {file: file.read_text(encoding="utf-8") for file in READER.rglob("*.py")}
    assert [file for file, text in texts.items() if POSSESSIVE_GROUP.search(text)] == []
    assert POSSESSIVE_GROUP.search(r"(?:[/-]\d{1,6}){1,6}+")
