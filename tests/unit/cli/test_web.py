"""Addresses and references on the command line: fetched, cleaned, kept, with their originals."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.library.store import Library
from tests.servers.site import Site

ALLOWED = "--allow-private"
BULGARIAN = (
    "<html lang=bg><body><main><h1>Мрежа за пчелите</h1><p>Комисията обяви нова мрежа за пчелите "
    "и за <a href='https://www.consilium.europa.eu/bg/press/'>пресата</a> в Европа.</p></main>"
)
ENGLISH = (
    "<html lang=en><body><main><h1>A network for bees</h1><p>The Commission today announced a new "
    "network for the bees of Europe.</p></main>"
)

pytestmark = pytest.mark.usefixtures("nobody_waits")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        running.page("/bees", BULGARIAN)
        running.page("/bees_en", ENGLISH)
        yield running


def test_a_page_is_cleaned(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = site.address("/bees")
    assert main(["clean", address, ALLOWED, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["meta"]["title"] == "Мрежа за пчелите"
    assert [block["kind"] for block in found["blocks"]] == ["title", "p"]


def test_a_page_is_written_by_its_name(site: Site, tmp_path: Path) -> None:
    assert main(["clean", site.address("/bees"), ALLOWED, "-o", "out"]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["bees.md"]


def test_a_private_host_is_asked_only_when_that_is_allowed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clean", site.address("/bees")]) == 1
    assert "във вашата собствена мрежа" in capsys.readouterr().err.lower()
    assert site.asked == []


def test_pages_and_files_are_kept_by_one_command(
    site: Site, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = site.address("/nowhere")
    assert main(["add", site.address("/bees"), "a.txt", nowhere, ALLOWED]) == 1
    captured = capsys.readouterr()
    assert "Мрежа за пчелите" in captured.out
    assert nowhere in captured.err
    with Library(home) as library:
        assert library.count().total == 2
        assert library.article(1).source.address == site.address("/bees")


def test_a_file_is_a_file_though_it_is_called_like_a_reference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "IP_25_467").write_text("Заглавие\n\nТекстът на статията.\n", "utf-8")
    assert main(["clean", "IP_25_467", "--format", "txt"]) == 0
    assert capsys.readouterr().out.startswith("Заглавие")


@pytest.mark.usefixtures("voice")
def test_without_a_display_a_page_is_opened_here(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.address("/bees")
    assert main(["open", address, ALLOWED]) == 0
    captured = capsys.readouterr().out
    assert "Заглавие: Мрежа за пчелите" in captured
    assert address in captured


def test_an_original_is_fetched_kept_and_found(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", site.address("/bees"), ALLOWED])
    assert main(["original", "1", "--address", site.address("/bees_en"), ALLOWED]) == 0
    assert "A network for bees" in capsys.readouterr().err
    assert main(["search", "announced"]) == 0
    assert "Мрежа за пчелите" in capsys.readouterr().out


def test_the_addresses_stand_side_by_side(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", site.address("/bees"), ALLOWED])
    capsys.readouterr()
    assert main(["original", "1"]) == 0
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()] == [
        ["Мрежа за пчелите", site.address("/bees"), "-"],
        [
            "пресата",
            "https://www.consilium.europa.eu/bg/press/",
            "https://www.consilium.europa.eu/en/press/",
        ],
    ]
    assert main(["original", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "text": "пресата",
        "url": "https://www.consilium.europa.eu/bg/press/",
        "bulgarian": "https://www.consilium.europa.eu/bg/press/",
        "original": "https://www.consilium.europa.eu/en/press/",
        "sure": True,
        "bulgarian_exists": None,
        "original_exists": None,
    }


def test_where_the_original_is_not_known_that_is_said(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", site.address("/bees"), ALLOWED])
    assert main(["original", "1", "--fetch"]) == 1
    assert "Не е известно" in capsys.readouterr().err
