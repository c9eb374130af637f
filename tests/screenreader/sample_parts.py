"""The sample article as the tests know it."""

from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"
