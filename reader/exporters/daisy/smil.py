"""SMIL 1.0: which clip of a recording says which words of a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.exporters.html_inline import escaped
from reader.model.sound import Clip

_DOCTYPE = (
    '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">'
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is lit and heard at a time: the name of its place in the text, and its clip."""

    name: str
    clip: Clip


@dataclass(frozen=True, slots=True)
class Part:
    """A recording with its text, all by the names of their files."""

    smil: str
    text: str
    sound: str
    title: str
    phrases: Sequence[Phrase]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.phrases[-1].clip.end if self.phrases else 0.0


MASTER = "master.smil"


def markup(part: Part, elapsed: float, facts: Iterable[tuple[str, str]]) -> bytes:
    """Return the SMIL of a part that begins so many seconds after the book's beginning."""
    times = (
        ("ncc:totalElapsedTime", clock(elapsed)),
        ("ncc:timeInThisSmil", clock(part.seconds)),
    )
    phrases = "\n".join(_phrase(part, phrase) for phrase in part.phrases)
    body = f'<seq dur="{part.seconds:.3f}s">\n{phrases}\n</seq>'
    return _document((("title", part.title), *facts, *times), body)


def master(parts: Sequence[Part], facts: Iterable[tuple[str, str]]) -> bytes:
    """Return the SMIL that names those of all parts, for players that read a book to its end."""
    length = (("ncc:timeInThisSmil", clock(sum(part.seconds for part in parts))),)
    body = "\n".join(
        f'<ref title="{escaped(part.title)}" src="{part.smil}" id="m{number}"/>'
        for number, part in enumerate(parts)
    )
    return _document((*facts, *length), body)


def _document(facts: Iterable[tuple[str, str]], body: str) -> bytes:
    told = (("dc:format", "Daisy 2.02"), *facts)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        _DOCTYPE,
        "<smil>",
        "<head>",
        *(f'<meta name="{name}" content="{escaped(value)}"/>' for name, value in told),
        '<layout><region id="txtView"/></layout>',
        "</head>",
        f"<body>\n{body}\n</body>",
        "</smil>",
    )
    return ("\n".join(lines) + "\n").encode()


def clock(seconds: float) -> str:
    """Return a length of time as hours, minutes and seconds, to the millisecond."""
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest / 1000:06.3f}"


def _phrase(part: Part, phrase: Phrase) -> str:
    name, clip = phrase.name, phrase.clip
    times = f'clip-begin="npt={clip.begin:.3f}s" clip-end="npt={clip.end:.3f}s"'
    return (
        f'<par endsync="last" id="p{name}"><text src="{part.text}#{name}" id="t{name}"/>'
        f'<seq><audio src="{part.sound}" {times} id="a{name}"/></seq></par>'
    )
