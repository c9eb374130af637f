"""What the entries of the menu of the voice do."""

from collections.abc import Callable
from functools import partial

from reader.gui.actions import Actions
from reader.gui.adjusting import Adjusting
from reader.gui.parts import Parts
from reader.gui.player.sleep import Until
from reader.gui.player.steps import Unit
from reader.gui.voice_menu import SLEEP_MINUTES


class VoiceCommands:
    """Connects each action of the voice with the part that does it."""

    def __init__(self, parts: Parts, adjusting: Adjusting, play: Callable[[], object]) -> None:
        """`play` reads aloud or pauses, be it the article or its original."""
        self._parts = parts
        self._adjusting = adjusting
        self._play = play

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work, and show which choices hold."""
        aloud, listed, sleeping = self._parts.aloud, self._parts.list_aloud, self._parts.sleeping
        adjusting = self._adjusting
        table: dict[str, Callable[[], object]] = {
            "play": self._play,
            "stop": aloud.stop,
            "read_article": aloud.read_article,
            "read_selection": aloud.read_selection,
            "read_new": listed.read_new,
            "read_list": listed.read_from_here,
            "previous_article": partial(listed.step, -1),
            "next_article": partial(listed.step, 1),
            "repeat": lambda: adjusting.repeat(on=actions["repeat"].isChecked()),
            "faster": partial(adjusting.faster, 1),
            "slower": partial(adjusting.faster, -1),
            "louder": partial(adjusting.louder, 1),
            "softer": partial(adjusting.louder, -1),
            "higher": partial(adjusting.higher, 1),
            "lower": partial(adjusting.higher, -1),
            "sleep_off": partial(sleeping.at, Until.ALWAYS),
            "sleep_paragraph": partial(sleeping.at, Until.PARAGRAPH),
            "sleep_article": partial(sleeping.at, Until.ARTICLE),
            "sleep_left": sleeping.tell,
        }
        for unit in Unit:
            table[f"previous_{unit.name.lower()}"] = partial(aloud.step, unit, -1)
            table[f"next_{unit.name.lower()}"] = partial(aloud.step, unit, 1)
        for minutes in SLEEP_MINUTES:
            table[f"sleep_{minutes}"] = partial(sleeping.in_minutes, minutes)
        for name, slot in table.items():
            actions.on(name, slot)
        self._parts.player.loop_changed.connect(actions["repeat"].setChecked)
        actions["sleep_off"].setChecked(True)
        sleeping.ended.connect(lambda: actions["sleep_off"].setChecked(True))
