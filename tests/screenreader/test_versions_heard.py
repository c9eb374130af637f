"""By ear: an announcement comes again with changes, and what changed is said."""

from tests.screenreader.test_errors_heard import hand_over

pytest_plugins = ("tests.screenreader.program_fixtures",)

OLD = """Нови правила за водите в Европа

Комисията предлага нови правила за водите, които ще важат от следващата година.

Бюджетът е 100 милиона евро за три години.

Държавите членки имат срок до края на октомври, за да изпратят своите планове.
"""


def test_what_changed_is_said_and_enter_leads_there(orca, tmp_path):
    hand_over(orca, tmp_path / "старо.txt", OLD.encode())
    orca.heard(until="Нямаше нужда")
    hand_over(orca, tmp_path / "ново.txt", OLD.replace("100", "120").encode())
    heard = orca.heard(until="показва какво е променено")
    assert "Нова версия на статията: Нови правила за водите в Европа" in heard
    heard = orca.key("ctrl+shift+v", until="три години")
    assert "„100“ стана „120“" in heard
    assert "120 милиона" in orca.key("Return", until="милиона")
