"""The person's choices survive a restart; what cannot be used is named, and nothing is lost."""

import os
import tempfile
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import (
    SettingsBrokenError,
    SettingsError,
    SettingsUnknownError,
    SettingsValuesError,
)
from reader.model.speaking import Speaking, Telling
from reader.settings import (
    COLUMNS,
    LINE_SPACINGS,
    RATES,
    TEXT_SIZES,
    Guide,
    RowReading,
    Settings,
    Theme,
    Typography,
    load,
    save,
)


def write(folder: Path, content: str) -> None:
    (folder / "settings.toml").write_text(content, "utf-8")


def kept(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "settings.toml").read_text("utf-8"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_a_file_the_usual_settings_apply(tmp_path: Path) -> None:
    assert load(tmp_path).settings == Settings()


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    keys = (("join", ("Ctrl+K",)), ("play", ("F8", "Ctrl+2")))
    page = Typography(None, 200, 12, 150, 40, justified=True, guide=Guide.LINE)
    chosen = Settings(
        language="en",
        theme=Theme.OWN,
        text_size=24,
        rate=200,
        voice="bg",
        rows=RowReading.CELLS,
        window="AAAA",
        panes="BBBB",
        keys=keys,
        ink="#FFFF00",
        paper="#000000",
        typography=page,
        speaking=Speaking(pitch=20, item_pause=90, links=Telling.SOUND, marks=True, follow=False),
        plain=True,
    )
    save(chosen, tmp_path / "new" / "folder")
    loaded = load(tmp_path / "new" / "folder")
    assert loaded.settings == chosen
    assert loaded.troubles == ()


def test_the_file_can_be_read_and_written_by_a_person(tmp_path: Path) -> None:
    save(Settings(theme=Theme.DARK, keys=(("join", ("Ctrl+K",)),)), tmp_path)
    text = (tmp_path / "settings.toml").read_text("utf-8")
    assert text.startswith("# Настройки на „Четиво“")
    assert 'theme = "dark"\n' in text
    assert 'language = "system"\n' in text
    assert '[keys]\njoin = [\n    "Ctrl+K",\n]\n' in text


def test_every_setting_is_in_the_file(tmp_path: Path) -> None:
    save(Settings(), tmp_path)
    assert {field.name for field in fields(Settings)} | {"chetivo"} == kept(tmp_path).keys()


def test_a_voice_with_the_name_of_a_file_that_is_no_utf_8_hinders_no_saving(tmp_path: Path) -> None:
    save(Settings(voice="piper:\udcf1lava", rate=200), tmp_path)
    loaded = load(tmp_path)
    assert loaded.troubles == ()
    assert loaded.settings.rate == 200


def test_saving_leaves_no_draft_behind(tmp_path: Path) -> None:
    save(Settings(), tmp_path)
    save(Settings(text_size=20), tmp_path)
    assert names(tmp_path) == ["settings.toml"]


def test_numbers_out_of_range_become_the_nearest_allowed_and_are_named(tmp_path: Path) -> None:
    write(tmp_path, "text_size = 1\nrate = 100_000\ntheme = 'dark'")
    loaded = load(tmp_path)
    assert loaded.settings == Settings(text_size=TEXT_SIZES[0], rate=RATES[-1], theme=Theme.DARK)
    (trouble,) = loaded.troubles
    assert isinstance(trouble, SettingsValuesError)
    assert trouble.named == "rate = 100000 (80–450); text_size = 1 (12–72)"


def test_spacings_out_of_range_become_the_nearest_allowed(tmp_path: Path) -> None:
    write(tmp_path, "[typography]\nline_spacing = 1000\ncolumn = -1\nletter_spacing = -5")
    expected = Typography(line_spacing=LINE_SPACINGS[-1], column=COLUMNS[0], letter_spacing=0)
    assert load(tmp_path).settings == Settings(typography=expected)


def test_at_the_first_start_the_caller_says_what_is_usual(tmp_path: Path) -> None:
    assert load(tmp_path, Settings(text_size=30)).settings == Settings(text_size=30)
    write(tmp_path, 'theme = "dark"')
    assert load(tmp_path, Settings(text_size=30)).settings == Settings(theme=Theme.DARK)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('theme = "purple"', "theme = “purple” (system, light, dark, black_on_white"),
        ("theme = 1", "theme = 1"),
        ('rows = "halves"', "rows = “halves” (whole, cells)"),
        ('text_size = "18"', "text_size = “18” (12–72)"),
        ("text_size = 18.5", "text_size = 18.5 (12–72)"),
        ("rate = true", "rate = true (80–450)"),
        ("language = 5", "language = 5 (bg, en, system)"),
        ('language = "xx"', "language = “xx” (bg, en, system)"),
        ('language = "bg_BG"', "language = “bg_BG” (bg, en, system)"),
        ('export_form = "odt"', "export_form = “odt” (md, html,"),
        ("window = 1979-05-27", "window = 1979-05-27"),
        ('keys = "join"', "keys = “join” ([keys])"),
        ('keys.join = "Ctrl+K"', "keys = {'join': 'Ctrl+K'}"),
        ("keys.join = [5]", "keys = "),
        ('plain = "yes"', "plain = “yes” (true, false, system)"),
        ('ink = "black"', "ink = “black” (#RRGGBB)"),
        ('paper = "#FFF"', "paper = “#FFF” (#RRGGBB)"),
        ("typography = []", "typography = [] ([typography])"),
        ('[typography]\nguide = "ruler"', "typography.guide = “ruler” (off, line, paragraph)"),
        ('[typography]\ncolumn = "68"', "typography.column = “68” (30–100)"),
        ("[typography]\njustified = 1", "typography.justified = 1 (true, false)"),
        ("[typography]\nface = 3", "typography.face = 3"),
        ("[[speaking]]", "speaking = [{}]"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_and_the_good_ones_are_kept(
    tmp_path: Path, line: str, named: str
) -> None:
    write(tmp_path, f'ink = "#123456"\nvoice = "bg"\n{line}' if "ink" not in line else line)
    loaded = load(tmp_path)
    (trouble,) = loaded.troubles
    assert isinstance(trouble, SettingsValuesError)
    assert trouble.path == tmp_path / "settings.toml"
    assert trouble.named.startswith(named)
    if "ink" not in line:
        assert loaded.settings == Settings(ink="#123456", voice="bg")


def test_unknown_names_are_told_once_and_survive(tmp_path: Path) -> None:
    write(
        tmp_path, 'theme = "dark"\nglow = [1]\n[typography]\nshade.far = 1979-05-27\n[more]\na = 1'
    )
    loaded = load(tmp_path)
    assert loaded.settings == Settings(theme=Theme.DARK)
    (trouble,) = loaded.troubles
    assert isinstance(trouble, SettingsUnknownError)
    assert trouble.named == "glow; more; typography.shade"
    save(Settings(rate=200), tmp_path)
    again = load(tmp_path)
    assert again.settings == Settings(rate=200)
    assert again.troubles == ()
    table = kept(tmp_path)
    assert (table["glow"], table["more"]) == ([1], {"a": 1})
    assert "shade" in table["typography"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"rate = 200\ntheme = ", 2),
        (b"{", 1),
        (b"\n\n\xff\xfe{}", 3),
        (b"a = " + b"[" * 100_000, 1),
        (b"rate = 1\nrate = 2\n", 2),
        (b"rate = 1" + b"0" * 5_000, 1),
    ],
)
def test_a_broken_file_is_set_aside_under_a_dated_name(
    tmp_path: Path, data: bytes, line: int
) -> None:
    (tmp_path / "settings.toml").write_bytes(data)
    loaded = load(tmp_path, Settings(text_size=30))
    assert loaded.settings == Settings(text_size=30)
    (trouble,) = loaded.troubles
    assert isinstance(trouble, SettingsBrokenError)
    assert trouble.line == line
    assert trouble.aside.read_bytes() == data
    assert names(tmp_path) == [trouble.aside.name]
    assert trouble.aside.name.startswith("settings-20")
    assert load(tmp_path).troubles == ()


def test_files_set_aside_on_one_day_do_not_replace_each_other(tmp_path: Path) -> None:
    for content in ("{", "}", "["):
        write(tmp_path, content)
        load(tmp_path)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"{", "}", "["}


def test_a_file_broken_while_the_program_runs_is_set_aside_too(tmp_path: Path) -> None:
    write(tmp_path, "{")
    save(Settings(rate=200), tmp_path)
    assert load(tmp_path).settings == Settings(rate=200)
    (aside,) = tmp_path.glob("*.broken.toml")
    assert aside.read_text("utf-8") == "{"


def test_a_file_of_a_development_version_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark"', "utf-8")
    assert load(tmp_path).settings == Settings()
    assert names(tmp_path) == ["settings.json"]


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError):
        save(Settings(), tmp_path / "file" / "folder")


def test_a_settings_file_that_cannot_be_read_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    loaded = load(tmp_path)
    (trouble,) = loaded.troubles
    assert type(trouble) is SettingsError
    assert not loaded.trusted


def test_a_broken_file_that_cannot_be_set_aside_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise PermissionError(13, os.strerror(13))

    write(tmp_path, "{")
    monkeypatch.setattr(Path, "replace", refuse)
    loaded = load(tmp_path)
    assert not loaded.trusted
    assert [type(trouble) for trouble in loaded.troubles] == [SettingsError]
    assert names(tmp_path) == ["settings.toml"]


NAMES = [field.name for kind in (Settings, Typography, Speaking) for field in fields(kind)]
WORDS = st.one_of(st.sampled_from([*NAMES, "unknown", "chetivo", "system"]), st.text(max_size=5))
SCALARS = st.one_of(
    st.booleans(), st.integers(), st.floats(allow_nan=False), WORDS, st.dates(), st.datetimes()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=6,
)


@given(table=st.dictionaries(WORDS, VALUES, max_size=6))
def test_whatever_a_file_holds_is_told_once_and_what_is_not_known_survives(
    table: dict[str, object],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, tomli_w.dumps(table))
        first = load(folder)
        save(first.settings, folder)
        again = load(folder)
        assert again.settings == first.settings
        assert again.troubles == ()
        ours = {*NAMES, "unknown", "chetivo"}
        others = {name: value for name, value in table.items() if name not in ours}
        assert others.items() <= kept(folder).items()
