"""The parts that hand articles on, made when they are first wanted."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.gui.handing_on.copying import Copying
from reader.gui.handing_on.handing_on import Around, HandingOn
from reader.gui.parts import Means, Parts
from reader.gui.printing.printing import Printing


@dataclass(frozen=True, slots=True)
class Desk:
    """What exports, prints and copies."""

    exporting: HandingOn
    printing: Printing
    copying: Copying


def make_desk(means: Means, parts: Parts, way_to_folder: Callable[[], str]) -> Desk:
    """Return the parts; `way_to_folder` names what opens the folder of an export."""
    _, notice = means.translator, parts.notice
    around = Around(means.reader, parts.shelf, parts.reading, means.keeper, parts.own)
    exporting = HandingOn(around, parts.recording, notice, _, means.browse, way_to_folder)
    return Desk(
        exporting,
        Printing(parts.reading, means.keeper, notice, _, exporting.show_open),
        Copying(parts.reading, parts.view, notice, _),
    )
