"""What the search holds of an article is what the article says."""

from pathlib import Path

import pytest

from reader.errors import LibraryUnwritableError
from reader.library import codec
from reader.library.keys import search_words
from reader.library.leaf_texts import leaf_texts
from reader.library.preparing import Arrival
from reader.library.records import sha256
from reader.library.store import Library
from reader.library.values import CodecError
from reader.model.article import Article, Paragraph, Source, Span
from reader.model.leaves import leaves
from reader.text.words import folded, words
from tests.unit.library_samples import EVERYTHING


def test_the_texts_out_of_the_json_are_those_of_the_leaves() -> None:
    texts = leaf_texts(codec.write_blocks(EVERYTHING.blocks))
    assert texts == tuple(leaf.text for leaf in leaves(EVERYTHING))


@pytest.mark.parametrize(
    "damaged",
    [
        "{}",
        '[{"kind":"song","spans":[]}]',
        '[{"kind":"paragraph","role":"p","spans":"?"}]',
        '[{"kind":"paragraph","role":"p","spans":[1, 2]}]',
    ],
)
def test_blocks_that_nobody_wrote_have_no_texts(damaged: str) -> None:
    with pytest.raises(CodecError):
        leaf_texts(damaged)


@pytest.mark.parametrize(
    "text",
    [
        "Новият ЗАКОН, с 27 държави_членки",
        "на нея ѝ е ясно, Ѝ",
        "ко\u0300мисия, машинѝ, сѐ",
        "зако\u0438\u0306 от NFD: Й, cafe\u0301",
        "ΟΔΟΣ και ΟΔΟΣ.Α",
        "",
    ],
)
def test_the_words_of_a_text_are_folded_as_each_is_alone(text: str) -> None:
    assert search_words(text).split() == [folded(word) for word in words(text)]


def test_so_are_all_signs_of_windows_1251_beside_each_other() -> None:
    signs = bytes(range(256)).decode("cp1251", "ignore").replace("_", "")
    for first in signs:
        text = " ".join(f"{first}{second} а{first}{second}я" for second in signs)
        for each in (text, f"ѝ{first}", f"{first}ѝ", f"ѝ {first} ѝ"):
            assert search_words(each).split() == [folded(word) for word in words(each)]


def test_a_text_in_bulgarian_is_not_folded_word_by_word() -> None:
    folded.cache_clear()
    assert search_words("На нея ѝ е ясно.") == "на нея ѝ е ясно"
    assert folded.cache_info().currsize == 0


def test_a_bulk_that_fails_half_way_keeps_nothing_of_its_batch(tmp_path: Path) -> None:
    articles = [
        Article(f"Съобщение {number}", "bg", (Paragraph((Span(f"Слово {number}"),)),), Source(""))
        for number in range(3)
    ]
    arrivals = [Arrival(each, (), each.title.encode()) for each in articles]
    with Library(tmp_path) as library:
        in_the_way = library._originals.path(sha256(arrivals[-1].original)).with_suffix(".part")
        in_the_way.mkdir(parents=True)
        with pytest.raises(LibraryUnwritableError):
            list(library.add_all(arrivals))
        assert library.count().total == 0
        in_the_way.rmdir()
        assert [added.new for added in library.add_all(arrivals)] == [True] * 3
        for arrival in arrivals:
            path = library._originals.path(sha256(arrival.original))
            assert path.read_bytes() == arrival.original
