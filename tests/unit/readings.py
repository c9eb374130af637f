"""Whether a spoken form is one of those that a case allows: "{a|b|}" is a, or b, or nothing."""

import itertools
import re

_SHORT_NUMERALS = (
    ("шейсет", "шестдесет"),
    ("шестнайсет", "шестнадесет"),
    ("айсет", "адесет"),
    ("ийсет", "идесет"),
)


def folded(text: str) -> str:
    """Return words without case, marks and hyphens; short numerals as the long ones."""
    text = re.sub(r"[\W_]+", " ", text.lower()).strip()
    for short, long in _SHORT_NUMERALS:
        text = text.replace(short, long)
    return text


def allowed(pattern: str) -> set[str]:
    """Return every reading that a case allows, folded."""
    parts = re.split(r"\{([^}]*)\}", pattern)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return {folded("".join(choice)) for choice in itertools.product(*choices)}
