"""What the tests of the engine share."""

from pathlib import Path

from reader.speech.engine import Patience

FAKE = Path(__file__).parents[1] / "fake_worker.py"
# Only what hangs is to be given up soon: on a busy machine anybody may need seconds.
PATIENT = Patience(start=60, answer=60)
HASTE = Patience(start=60, answer=0.5)
SOON = Patience(start=60, answer=3)
