"""The list of pronunciations survives a restart, a broken file and the way to another person."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NotAListError, PronunciationsError
from reader.model.pronunciation import LANGUAGES, Pronunciation, merged
from reader.pronunciations import load, read_list, save, write_list

LIST = (
    Pronunciation("Брьотон", "Брето́н"),
    Pronunciation("ИТ", "информационни технологии", match_case=True),
    Pronunciation("Leyen", "Лайен", whole_word=False, language="de"),
)


def test_without_a_file_the_list_is_empty(tmp_path):
    assert load(tmp_path) == ()


def test_what_was_saved_is_loaded(tmp_path):
    entries = merged((), LIST)
    save(entries, tmp_path / "new" / "folder")
    assert load(tmp_path / "new" / "folder") == entries


def test_saving_leaves_no_draft_behind(tmp_path):
    save(LIST, tmp_path)
    save(LIST[:1], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["pronunciations.json"]


@pytest.mark.parametrize(
    "content",
    [
        {},
        ["Leyen"],
        [{"written": "Leyen"}],
        [{"written": "Leyen", "said": 5}],
        [{"written": " ", "said": "нищо"}],
        [{"written": "Leyen", "said": "Лайен", "whole_word": 1}],
        [{"written": "Leyen", "said": "Лайен", "language": "xx"}],
    ],
)
def test_a_list_of_the_wrong_kind_is_an_error(tmp_path, content):
    (tmp_path / "pronunciations.json").write_text(json.dumps(content), "utf-8")
    with pytest.raises(PronunciationsError) as caught:
        load(tmp_path)
    assert caught.value.path == tmp_path / "pronunciations.json"


def test_unknown_names_are_ignored(tmp_path):
    row = {"written": "Leyen", "said": "Лайен", "from_a_newer_version": [1]}
    (tmp_path / "pronunciations.json").write_text(json.dumps([row]), "utf-8")
    assert load(tmp_path) == (Pronunciation("Leyen", "Лайен"),)


@pytest.mark.parametrize("data", [b"", b"[{", b"\xff\xfe[]"])
def test_a_broken_list_is_kept_beside_the_new_one(tmp_path, data):
    (tmp_path / "pronunciations.json").write_bytes(data)
    with pytest.raises(PronunciationsError):
        load(tmp_path)
    save(LIST[:1], tmp_path)
    (tmp_path / "pronunciations.json").write_bytes(data)
    save(LIST[:1], tmp_path)
    assert load(tmp_path) == LIST[:1]
    aside = sorted(tmp_path.glob("*.broken"))
    assert [path.read_bytes() for path in aside] == [data, data]


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PronunciationsError):
        save(LIST, tmp_path / "file" / "folder")


def test_a_list_for_others_has_everything(tmp_path):
    write_list(merged((), LIST), tmp_path / "имена.json")
    assert read_list(tmp_path / "имена.json") == merged((), LIST)


def test_a_list_for_others_may_be_text(tmp_path):
    write_list(LIST[:1], tmp_path / "имена.txt")
    assert (tmp_path / "имена.txt").read_text("utf-8") == "Брьотон = Брето́н\n"


def test_text_that_people_write_is_taken_in(tmp_path):
    path = tmp_path / "имена.txt"
    path.write_text("\ufeff# Имена\n\nLeyen=Лайен\r\n  Брьотон  =  Бре то́н \n", "utf-8")
    assert read_list(path) == (Pronunciation("Leyen", "Лайен"), Pronunciation("Брьотон", "Бре то́н"))


@pytest.mark.parametrize("text", ["Leyen", "= Лайен", "Leyen =", "[]]", "[1]"])
def test_any_other_text_is_refused_with_the_line(tmp_path, text):
    path = tmp_path / "имена.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(NotAListError) as caught:
        read_list(path)
    assert caught.value.path == path


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(NotAListError):
        read_list(tmp_path / "missing.txt")


@given(
    st.lists(
        st.builds(
            Pronunciation,
            st.text().filter(str.strip),
            st.text(),
            st.booleans(),
            st.booleans(),
            st.sampled_from(LANGUAGES),
        )
    )
)
def test_any_list_comes_back_as_it_was(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("list")
    save(merged((), tuple(entries)), folder)
    assert load(folder) == merged((), tuple(entries))
