"""Which clip of a recording says which words of a chapter: a media overlay of EPUB 3.3."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.exporters.sentences import Clips, Sentences, anchor, timed
from reader.model.leaves import Kind, Leaf

# What a listener may want to skip, or to leave at once.
_SKIPPED = {Kind.TABLE: "table", Kind.FOOTNOTE: "footnote", Kind.FIGURE: "figure"}
_NAMESPACES = 'xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops"'


@dataclass(frozen=True, slots=True)
class Recorded:
    """The recording of a chapter: the file's name, and where each sentence lies in it."""

    name: str
    clips: Clips

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.clips[-1][1].end if self.clips else 0.0


def markup(chapter: str, recorded: Recorded, sentences: Sentences, pieces: Sequence[Leaf]) -> str:
    """Return the overlay of a chapter, whose page has the name `chapter`."""
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<smil {_NAMESPACES} version="3.0">',
        "<body>",
        f'<seq id="all" epub:textref="{chapter}" epub:type="chapter">',
        *_leaves(chapter, recorded, sentences, pieces),
        "</seq>",
        "</body>",
        "</smil>",
    )
    return "\n".join(lines) + "\n"


def clock(seconds: float) -> str:
    """Return a time as overlays write it, to the millisecond."""
    return f"{seconds:.3f}s"


def _leaves(
    chapter: str, recorded: Recorded, sentences: Sentences, pieces: Sequence[Leaf]
) -> Iterator[str]:
    lit = timed(recorded.clips, sentences)
    for block, run in groupby(lit, key=lambda each: each[0].block):
        kind = _SKIPPED.get(pieces[block].kind)
        if kind:
            where = f"{chapter}#{anchor(block)}"
            yield f'<seq id="k{block}" epub:textref="{where}" epub:type="{kind}">'
        for _extent, name, clip in run:
            begin, end = clock(clip.begin), clock(clip.end)
            yield (
                f'<par id="p{name}"><text src="{chapter}#{name}"/>'
                f'<audio src="{recorded.name}" clipBegin="{begin}" clipEnd="{end}"/></par>'
            )
        if kind:
            yield "</seq>"
