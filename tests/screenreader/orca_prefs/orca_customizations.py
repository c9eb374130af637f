"""Read by Orca at its start (as orca-customizations.py): it gets the voice that takes notes."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(os.environ["XDG_DATA_HOME"]) / "orca"))
import capture_speech

sys.modules["orca.speechdispatcherfactory"] = capture_speech
try:
    from orca import settings  # Orca 43 keeps its settings here, Orca 48 and later in GSettings
except ImportError:
    settings = None
if settings is not None and hasattr(settings, "enableBraille"):
    settings.enableBraille = False
    settings.enableSound = False
    settings.enableKeyEcho = False
