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
@pytest.mark.check("A71", "Progress is told")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_the_end_of_an_import_is_heard_and_its_report_is_walked_through(orca, folder):
    damaged = folder / "повреден.pdf"
    whole = damaged.rename(folder.with_suffix(".pdf"))
    hand_over(orca, folder)
    # Where all went well the person stays where they are.
    heard = orca.heard(until="Приемането завърши.", timeout=60)
    assert "Файлове: добавени 3, вече запазени 1." in heard
    whole.rename(damaged)
    hand_over(orca, folder)
    heard = orca.heard(until="създайте отново", timeout=60)
    assert "Файлове: вече запазени 4, неприети 1. dialog" in heard
    assert "Не е прието: повреден.pdf. Файлът „повреден.pdf“ е повреден" in heard
    orca.key("Down", until="0.txt")
    orca.key("Down", until="1.txt")
    orca.key("Down", until="2.txt")
    copy = orca.key("Down", until="за реките")
    assert "Вече е в библиотеката: копие.txt. Новина номер 1 за реките" in copy
    assert "Новина номер 1 за реките" in orca.key("Return", until="heading")
