"""The entries of the menus for imports."""

from PySide6.QtCore import QObject

from reader.gui.actions import Actions
from reader.gui.bulk.importing import State
from reader.gui.parts import Parts


class ImportCommands(QObject):
    """Connects imports with their entries, which are allowed while they can do something."""

    def __init__(self, parts: Parts, actions: Actions) -> None:
        super().__init__(actions)
        self._importing = importing = parts.importing
        self._actions = actions
        actions.on("import_folder", importing.ask_for_folder)
        actions.on("pause_import", importing.pause)
        actions.on("continue_import", importing.go_on)
        actions.on("end_import", importing.give_up)
        actions.on("import_report", importing.show_report)
        parts.intake.many.connect(importing.start)
        importing.locked.connect(parts.intake.one_by_one)
        importing.chosen.connect(parts.intake.arrived)
        importing.came.connect(parts.shelf.catch_up)
        importing.failed.connect(parts.caring.explain)
        importing.changed.connect(self._allow)
        self._allow(State.NONE)

    def _allow(self, state: State) -> None:
        actions = self._actions
        actions["pause_import"].setEnabled(state is State.RUNNING)
        actions["continue_import"].setEnabled(state is State.WAITING)
        actions["end_import"].setEnabled(state is not State.NONE)
        actions["import_report"].setEnabled(self._importing.has_report)
