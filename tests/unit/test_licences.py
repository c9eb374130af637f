"""Every part of the program is named with its licence, as it is installed here."""

import json
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from reader import __version__
from reader.app.licences import distributions, parts
from reader.paths import resource

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", name="all_parts")
def _all_parts():
    return parts()


def needed():
    """Return what is installed of all that the program asks for, and what that asks for in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    waiting, found = [Requirement(each) for each in project["dependencies"]], set()
    while waiting:
        each = waiting.pop()
        if each.marker is not None and not each.marker.evaluate({"extra": ""}):
            continue
        try:
            there = metadata.distribution(each.name)
        except metadata.PackageNotFoundError:  # numpy, which soundfile can do without
            continue
        if there.metadata["Name"] not in found:
            found.add(there.metadata["Name"])
            waiting.extend(Requirement(line) for line in there.requires or ())
    return found


def test_all_that_the_program_is_built_on_is_named():
    assert set(distributions()) == needed()


def test_what_only_other_systems_need_is_named_too():
    """Of the locked packages that a marker keeps for Windows or macOS, all but those of pytest."""
    locked = (ROOT / "packaging" / "requirements.txt").read_text()
    elsewhere = set(re.findall(r"^([\w.-]+)==.*sys_platform == '(?:win32|darwin)'", locked, re.M))
    listed = json.loads(resource("licences/parts.json").read_bytes())
    named = {name.lower() for row in listed for name in row.get("of", ())}
    assert "pywin32" in elsewhere
    assert elsewhere - {"colorama"} <= named


def test_each_part_comes_with_the_text_of_its_licence(all_parts):
    for part in all_parts:
        assert part.licence, part.name
        assert len(part.text) > 500, part.name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Qt, Qt for Python", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("Python", "PYTHON SOFTWARE FOUNDATION LICENSE"),
        ("lxml", "lxml is copyright Infrae"),
        ("pypdfium2, PDFium", "The PDFium Authors"),
        ("cobble", "Michael Williamson"),
        ("Sofia Sans", "SIL OPEN FONT LICENSE"),
        ("pyttsx3", "Mozilla Public License"),
    ],
)
def test_the_text_is_that_of_the_part(all_parts, name, words):
    (part,) = [each for each in all_parts if each.name == name]
    assert words.casefold() in part.text.casefold()


def test_the_program_itself_comes_first_with_its_version(all_parts):
    own = all_parts[0]
    assert (own.name, own.version, own.licence) == ("Chetivo", __version__, "MIT")


def test_no_part_is_under_the_gpl_alone():
    for row in json.loads(resource("licences/parts.json").read_bytes()):
        assert not row["licence"].startswith("GPL") or "exception" in row["licence"], row["name"]
