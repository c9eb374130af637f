"""What the tests of the engine share."""

from pathlib import Path

from reader.speech.engine import Patience

FAKE = Path(__file__).parents[1] / "fake_worker.py"
HASTE = Patience(start=10, answer=0.5)
