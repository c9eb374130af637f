"""By ear: a folder comes in, its end is heard, and the report is walked through."""

import pytest

from tests.screenreader.test_errors_heard import hand_over

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A71", "Progress is told")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_the_end_of_an_import_is_heard_and_its_report_is_walked_through(orca, folder):
    damaged = folder / "повреден.pdf"
    whole = damaged.rename(folder.with_suffix(".pdf"))
    hand_over(orca, folder)
    # Where all went well the person stays where they are.
    heard = orca.heard(until="Приемането завърши.", timeout=60)
    assert "3 добавени файла и 1 вече запазен файл." in heard
    whole.rename(damaged)
    hand_over(orca, folder)
    heard = orca.heard(until="създайте отново", timeout=60)
    assert "Приемането завърши. 4 вече запазени файла и 1 неприет файл. dialog" in heard
    assert "Не е прието: повреден.pdf. Файлът „повреден.pdf“ е повреден" in heard
    orca.key("Down", until="0.txt")
    orca.key("Down", until="1.txt")
    orca.key("Down", until="2.txt")
    copy = orca.key("Down", until="за реките")
    assert "Вече е в библиотеката: копие.txt. Новина номер 1 за реките" in copy
    back = orca.key("Escape", until="показва отчета.")
    assert back.lines[-1] == "Командата „Отчет за приемането“ показва отчета."
    assert "InvestAI" in back  # the row of the list, where the person was before
    hand_over(orca, folder)
    orca.heard(until="създайте отново", timeout=60)
    orca.key(*("Down",) * 4, until="копие.txt")
    assert "Новина номер 1 за реките" in orca.key("Return", until="heading")
