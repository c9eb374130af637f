"""By ear: a folder comes in, its end is heard, and the report is walked through."""

import pytest

from tests.screenreader.test_errors_heard import hand_over

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.fixture
def folder(tmp_path):
    """Three news, a copy of one of them, and a damaged file."""
    news = tmp_path / "новини"
    news.mkdir()
    for number in range(3):
        text = f"Новина номер {number} за реките\n\nДържавите прилагат закон номер {number}.\n"
        (news / f"{number}.txt").write_text(text, "utf-8")
    (news / "копие.txt").write_bytes((news / "1.txt").read_bytes())
    (news / "повреден.pdf").write_bytes(b"%PDF-1.7 this is broken")
    return news


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_a_folder_with_a_copy_and_a_damaged_file_is_reported(orca, folder):
    hand_over(orca, folder)
    heard = orca.heard(until="създайте отново")
    assert "Файлове: добавени 3, вече запазени 1, неприети 1." in heard
    assert "Не е прието: повреден.pdf" in heard
    copy = orca.key("Down", until="за реките")
    assert "Вече е в библиотеката: копие.txt. Новина номер 1 за реките" in copy
    assert "Добавено: 0.txt" in orca.key("Down", until="0.txt")
    orca.key("Up", until="копие.txt")
    assert "Новина номер 1 за реките" in orca.key("Return", until="heading")


def test_the_end_of_an_import_is_heard_where_the_person_is(orca, folder):
    (folder / "повреден.pdf").unlink()
    for path in folder.iterdir():
        path.write_text(path.read_text("utf-8").replace("реките", "горите"), "utf-8")
    hand_over(orca, folder)
    heard = orca.heard(until="Приемането завърши.", timeout=60)
    assert "добавени 3" in heard
