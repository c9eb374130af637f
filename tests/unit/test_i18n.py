"""The interface speaks Bulgarian and English, and its catalogues are kept whole."""

import importlib.util
import locale
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Message

from reader.i18n import Translator, choose_language

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging/catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_messages_are_translated_and_counted() -> None:
    _ = Translator("bg")
    assert _("May") == "май"
    assert [_.plural("{count} link", "{count} links", n) for n in (1, 2, 21)] == [
        "{count} връзка",
        "{count} връзки",
        "{count} връзки",
    ]


@pytest.mark.parametrize(
    ("language", "message", "told"),
    [
        ("bg", "{size} MB", "{size}\u00a0МБ"),
        ("en", "{size} MB", "{size}\u00a0MB"),
        ("bg", "{minutes} min {seconds} s", "{minutes}\u00a0мин. {seconds}\u00a0сек."),
        ("en", "{what} {percent} %", "{what} {percent}\u00a0%"),
        ("en", "{done} sentences, {more} minutes", "{done} sentences, {more} minutes"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(language: str, message: str, told: str) -> None:
    _ = Translator(language)
    assert _(message) == told
    assert Translator("en").plural(told, message, 2) == Translator("en")(message)


def test_english_messages_stay_as_they_are() -> None:
    _ = Translator("en")
    assert _("May") == "May"
    assert _.plural("{count} link", "{count} links", 1) == "{count} link"
    assert _.plural("{count} link", "{count} links", 2) == "{count} links"


@pytest.mark.parametrize(
    ("setting", "environ", "language"),
    [
        ("en", {"LANG": "bg_BG.UTF-8"}, "en"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "bg_BG.UTF-8"}, "bg"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "bg_BG.UTF-8"}, "en"),
        (None, {"LANGUAGE": "fr:en:bg", "LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "bg"),
        (None, {"LANG": "POSIX"}, "bg"),
        (None, {"LANG": "de_DE.UTF-8"}, "bg"),
        ("de", {"LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_setting_then_the_locale_then_bulgarian(
    setting: str | None, environ: dict[str, str], language: str
) -> None:
    assert choose_language(setting, environ) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("English_United States", "en"), ("Bulgarian_Bulgaria", "bg"), (None, "bg")],
)
def test_the_names_that_windows_uses_are_understood(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    assert choose_language(None, {}, "win32") == language


def test_where_nothing_is_set_the_language_is_bulgarian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: ("en_US", "UTF-8"))
    assert choose_language(None, {}, "linux") == "bg"


@pytest.mark.check("A85", "Everything speaks the language of the interface")
def test_the_catalogues_are_complete_and_sound(
    catalogues: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    status = catalogues.check()
    assert (status, capsys.readouterr().out) == (0, "")


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Open {name}", "Отвори {файл}"), "placeholders differ"),
        (Message("error: %s", "грешка"), "placeholders differ"),
        (Message("News", "Нoвини"), "Latin letters inside Cyrillic words (Нoвини)"),
        (Message("News", ""), "not translated"),
        (Message("News", "Новини", flags=["fuzzy"]), "fuzzy"),
        (Message(("a", "b"), ("а", "")), "not translated"),
    ],
)
def test_the_check_sees_a_faulty_translation(
    catalogues: ModuleType, message: Message, fault: str
) -> None:
    assert list(catalogues.faults_in(message, "bg")) == [fault]


@pytest.mark.parametrize(
    "message",
    [
        Message("Save as PDF", "Запази като PDF файл"),
        Message(("{count} link", "{count} links"), ("{count} връзка", "{count} връзки")),
        Message("%(prog)s: %(message)s", "%(prog)s: %(message)s"),
    ],
)
def test_the_check_lets_a_sound_translation_pass(catalogues: ModuleType, message: Message) -> None:
    assert list(catalogues.faults_in(message, "bg")) == []


def test_the_check_sees_what_is_missing_and_what_is_left_over(
    catalogues: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = catalogues.Catalog()
    template.add("New message")
    kept = catalogues.Catalog(locale="bg")
    kept.add("Old message", "Старо съобщение")
    monkeypatch.setattr(catalogues, "translated", lambda _language: kept)
    assert list(catalogues.faults_of("bg", template)) == [
        "missing: New message",
        "not in the code: Old message",
    ]


def test_messages_are_found_in_every_way_the_code_marks_them(
    catalogues: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader/x.py").write_text(
        'self._("one")\nmark("two")\n_.plural("{n} a", "{n} b", n)\n'
        'translator("three")\nother("four")\n',
        "utf-8",
    )
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    found = [message.id for message in catalogues.extracted() if message.id]
    assert found == ["one", "two", ("{n} a", "{n} b"), "three"]
