"""What draws in a test needs no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
