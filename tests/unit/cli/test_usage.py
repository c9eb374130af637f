"""Usage, help and language."""

import json
from pathlib import Path

import pytest

from reader import app
from reader.__main__ import main
from reader.paths import resource


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fly"], "няма такава възможност: 'fly'"),
        (["clean"], "липсват задължителни аргументи: ФАЙЛ"),
        (["clean", "a.txt", "--format", "docx"], "аргумент --format: няма такава възможност"),
        (["show", "първа"], "„първа“ не е номер."),
        (["list", "--all"], "непознати аргументи: --all"),
        (["search", "вода", "--все"], "непознати аргументи: --все"),
        (["tag", "води"], "липсват задължителни аргументи: НОМЕР"),
        (["archive", "create", "a", "1", "--everything"], "заедно: ID, --everything"),
        (["archive", "create", "a", "1", "--search", "вода"], "заедно: ID, --search"),
        (["archive", "create", "a", "--search", "вода", "--everything"], "заедно: --search"),
        (["export", "-o", "x", "--format", "md"], "липсват задължителни аргументи: НОМЕР"),
        (["export", "1", "--day", "2026-05-14", "-o", "x", "--format", "md"], "заедно: ID, --day"),
        (["export", "1", "-o", "", "--format", "md"], "аргумент -o/--output: името е празно"),
        (["clean", "a.txt", "-o", " "], "аргумент -o/--output: името е празно"),
        (["--library", "", "list"], "аргумент --library: името е празно"),
        (["add", ""], "аргумент ФАЙЛ: името е празно"),
        (["archive", "create", ""], "аргумент ПЪТ: името е празно"),
        (["feeds", "opml", "import", ""], "аргумент ФАЙЛ: името е празно"),
        (["export", "--day", "вчера", "-o", "x", "--format", "md"], "„вчера“ не е ден"),
        (["export", "1", "-o", "x", "--format"], "очаква се една стойност"),
        (["export", "1", "-o", "x", "--format", "doc"], "'doc' (изберете от 'md', 'html',"),
        (["archive", "create", "a", "две"], "„две“ не е номер."),
        (["feeds", "pause", "-1"], "-1"),
        (["feeds", "remove", "първата"], "„първата“ не е номер."),
        (["feeds", "rename", "Моите"], "„Моите“ не е номер."),
        (["feeds", "rules", "--star"], "липсват задължителни аргументи: ДУМА"),
        (["feeds", "rules", "води"], "аргументи: --tag, --star, --reading-list"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    printed = capsys.readouterr().err
    assert printed.startswith("употреба: chetivo")
    assert words in printed


@pytest.mark.parametrize(
    ("language", "words"),
    [("bg", "изчиства документи"), ("en", "repair documents")],
)
def test_help_speaks_the_language_of_the_person(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    words: str,
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert words in capsys.readouterr().out


def test_no_english_word_is_left_in_bulgarian_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("clean", "export", "search"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        printed = capsys.readouterr().out
        assert not {"usage", "options", "show", "positional"} & set(printed.split())


def test_the_help_of_the_search_names_all_that_may_be_typed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["search", "--help"])
    printed = capsys.readouterr().out
    for word in ("„зелен преход“", "=закони", "инвест*", "-закон", "вода ИЛИ въздух"):
        assert word in printed
    known = json.loads(resource("search_words.json").read_text("utf-8"))
    for names in (*known["parts"].values(), *known["filters"].values()):
        assert any(f"{name}:" in printed for name in names)
    for values in known["only"].values():
        assert any(f"само:{value}" in printed for value in values)


def test_the_help_of_an_export_names_what_it_makes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    printed = capsys.readouterr().out
    for made in ("книга", "звукозапис", "Markdown", "уебстраница", "PDF", "текст", "JSON"):
        assert made in printed


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("chetivo ")


def test_broken_settings_are_named_and_the_command_goes_on(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("{", "utf-8")
    assert main(["clean", "b.txt", "--format", "txt"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("Помощ за училищата")
    assert captured.err.startswith("Настройките Ви не можаха да бъдат прочетени")
    (aside,) = home.glob("settings-*.broken.toml")
    assert aside.name in captured.err


def test_the_language_setting_comes_before_the_locale(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('language = "en"', "utf-8")
    assert main(["clean", "empty.txt"]) == 1
    assert capsys.readouterr().err.startswith("The file “empty.txt” is empty.")


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_known: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "clean", broken)
    with pytest.raises(ZeroDivisionError):
        main(["clean", "a.txt"])


def test_an_interrupted_run_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: object, **_known: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "clean", interrupted)
    assert main(["clean", "a.txt"]) == 130
