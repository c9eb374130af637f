"""What every page for a browser has: it asks for nothing, and runs nothing but its own scripts."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256

from reader.exporters.html_inline import escaped, language
from reader.paths import resource


def page(title: str, tongue: str, body: Iterable[str], scripts: Sequence[str] = ()) -> str:
    """Return a page around the lines of its body; the scripts run when it is read to its end."""
    lines = (
        "<!doctype html>",
        f"<html{language(tongue)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="Chetivo">',  # by this, it is known when it comes back
        f"<title>{escaped(title)}</title>",
        f"<style>{_style()}</style>",
        "</head>",
        "<body>",
        *body,
        *(f"<script>{script}</script>" for script in scripts),
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


@cache
def _style() -> str:
    return "\n" + resource("page.css").read_text(encoding="utf-8")


def _policy(scripts: Sequence[str]) -> str:
    """Return what the page may do: have its own style and its own scripts, and nothing else."""
    forbidden = "default-src 'none'; base-uri 'none'; form-action 'none'"
    allowed = "".join(f" '{_digest(each)}'" for each in scripts)
    running = f"; script-src{allowed}" if scripts else ""
    return f"{forbidden}; style-src '{_digest(_style())}'{running}"


@cache  # a thousand pages have one style
def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
