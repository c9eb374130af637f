"""Whole documents come out as their truth says, and no letter is lost on the way."""

from collections import Counter

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import from_file
from reader.model.leaves import leaves
from tests.corpus.folders import blocks_of, documents, shown

DOCUMENTS = documents()
FILES = [document for document, _ in DOCUMENTS]


@pytest.mark.parametrize(
    ("document", "truth"), DOCUMENTS, ids=[document.name for document, _ in DOCUMENTS]
)
def test_document_comes_out_as_its_truth_says(document, truth):
    article, _ = repair.repaired(importers.read(from_file(document)))
    assert [shown(block) for block in flat.blocks(article)] == blocks_of(truth)


@pytest.mark.parametrize(
    "document", [document for document, _ in DOCUMENTS], ids=lambda path: path.name
)
def test_every_letter_is_in_the_article_or_in_a_repair(document):
    raw = importers.read(from_file(document))
    article, repairs = repair.repaired(raw)
    found = letters(" ".join(line.text for line in raw.lines))
    kept = letters(" ".join(leaf.text for leaf in leaves(article)))
    removed = Counter()
    for change in repairs:
        removed += letters(change.before) - letters(change.after)
    assert found - kept <= removed


@pytest.mark.parametrize(
    "document", [document for document, _ in DOCUMENTS], ids=lambda path: path.name
)
def test_machine_translation_is_recognised(document):
    article, _ = repair.repaired(importers.read(from_file(document)))
    assert article.machine_translated
    assert article.original is not None
    assert "/en/" in article.original
    assert article.language == "bg"


def letters(text):
    return Counter(letter for letter in text if letter.isalnum())
