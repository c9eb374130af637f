"""Documents with truth: the project's own samples, and the folders that CHETIVO_CORPUS names.

A truth is `NAME.blocks.json`; it belongs to every `NAME*.pdf` and `NAME*.txt` beside it.
"""

import json
import os
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def folders() -> list[Path]:
    """Return the samples' folder and those that the variable names."""
    named = os.environ.get("CHETIVO_CORPUS", "")
    return [SAMPLES, *(Path(folder) for folder in named.split(os.pathsep) if folder)]


def documents() -> list[tuple[Path, Path]]:
    """Return (document, truth) pairs."""
    return [
        (document, truth)
        for folder in folders()
        for truth in sorted(folder.glob("*.blocks.json"))
        for document in sorted(folder.glob(truth.name.removesuffix(".blocks.json") + "*"))
        if document.suffix in {".pdf", ".txt"}
    ]


def blocks_of(truth: Path) -> list[dict[str, object]]:
    """Return what a truth says, without what a document need not show."""
    return [shown(block) for block in json.loads(truth.read_text("utf-8"))]


def shown(block: dict[str, object]) -> dict[str, object]:
    """Return kind, text and links of a flat block."""
    return {"kind": block["kind"], "text": block["text"], "links": block["links"]}
