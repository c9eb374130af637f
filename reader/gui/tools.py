"""What the commands of a window work with, passed on together."""

from dataclasses import dataclass

from reader.gui.bindings import Bindings
from reader.gui.look import Look
from reader.gui.panes import Panes
from reader.gui.parts import Means, Parts


@dataclass(frozen=True, slots=True)
class Tools:
    """The means and the parts of a window, its panes and its look, and the keys in use."""

    means: Means
    parts: Parts
    panes: Panes
    look: Look
    bindings: Bindings
