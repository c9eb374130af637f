"""Saved pages come out as their truth says, and nothing comes of what stands round them."""

import json
from pathlib import Path

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import from_file
from tests.corpus.folders import SAMPLES
from tests.pages.score import FOLDERS, mean, results

WHOLE = {"own", "later"}
LEAST = 0.99


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_pages_come_out_as_their_truth_says(folder):
    figures = mean(each.figures() for each in results(folder))
    assert min(figures) >= (1 if folder.name in WHOLE else LEAST), figures


def test_the_page_of_a_sample_is_what_its_print_shows():
    """The same article as a page and as a print: the print shows no pictures and no dates."""
    for page in sorted(SAMPLES.glob("*.html")):
        article, _ = repair.repaired(importers.read(from_file(page)))
        found = [(each["kind"], each["text"], each["links"]) for each in flat.blocks(article)]
        truth = json.loads(page.with_suffix(".blocks.json").read_text("utf-8"))
        assert found == [(each["kind"], each["text"], each["links"]) for each in truth]


def test_the_scorer_sees_every_difference(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text("<html><body><h1>Заглавие</h1><p>Първи абзац.</p></body></html>", "utf-8")
    meta = {
        "title": "Заглавие",
        "language": "bg",
        "published": None,
        "original_url": None,
        "machine_translated": False,
    }
    blocks = [
        {"kind": "title", "text": "Заглавие", "links": []},
        {"kind": "p", "text": "Втори абзац.", "links": []},
    ]
    truth = {"meta": meta, "blocks": blocks}
    page.with_suffix(".json").write_text(json.dumps(truth), "utf-8")
    (result,) = results(tmp_path)
    assert result.figures() == (0.5, 1, 1, 1)
    assert len(list(result.differences())) == 2
