"""Prints announcements with XeLaTeX: paragraphs broken as a whole, notes at the foot."""

import random
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.further.layout import (
    COMMON_BULLETS,
    Layout,
    choose,
    head,
    is_figure,
    marker,
    notes,
    ordinals,
    printed_address,
    runs,
    weights,
)
from tests.further.model import Announcement, Part, Piece

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_ESCAPES = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_PAGE, _PAGES = r"\thepage{}", r"\pageref*{LastPage}"
_SIZES = {"title": r"\LARGE\bfseries", "notice": r"\footnotesize", "footnote": r"\footnotesize"}


def print_pdf(announcement: Announcement, path: Path, style: random.Random) -> dict[str, object]:
    """Write the announcement to `path` and return how it looks."""
    layout = choose("xelatex", style, columns=(1, 1, 1, 2), bullets=COMMON_BULLETS)
    layout = replace(layout, tagged=False, fs=max(9.0, layout.fs))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "text.tex")
        source.write_text(_Source(layout, announcement).text(), encoding="utf-8")
        command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", source.name]
        for _ in range(2):  # the number of pages is known the second time
            done = subprocess.run(
                command, cwd=folder, capture_output=True, timeout=120, check=False
            )
            if done.returncode:
                raise RuntimeError(done.stdout.decode(errors="replace")[-1500:])
        path.write_bytes(source.with_suffix(".pdf").read_bytes())
    return layout.meta()


def _escape(text: str) -> str:
    plain = _SPECIAL.sub(lambda one: _ESCAPES.get(one[0], "\\" + one[0]), text)
    return "".join(rf"{{\spare {one}}}" if one in "\u2011\u2212₂" else one for one in plain)


def _size(size: float, leading: float) -> str:
    return rf"\fontsize{{{size:.1f}}}{{{size * leading:.1f}}}\selectfont"


class _Source:
    def __init__(self, layout: Layout, announcement: Announcement) -> None:
        self.layout = layout
        self.announcement = announcement
        self.notes = notes(announcement) if layout.footnotes == "foot" else {}

    def text(self) -> str:
        parts = self.announcement.parts
        body = "\n\n".join(self._block(kind, group) for kind, group in runs(parts))
        if self.layout.cols > 1:
            wide = head(parts) if self.layout.wide_title else []
            above = "\n\n".join(self._block(part.kind, [part]) for part in wide)
            body = "\n\n".join(self._block(k, g) for k, g in runs(parts[len(wide) :]))
            body = rf"\twocolumn[{above}\vspace{{1em}}]" + "\n" + body
        return self._preamble() + body + "\n\\end{document}\n"

    def _preamble(self) -> str:
        look = self.layout
        width, height = look.size
        space = look.space * look.fs
        return rf"""\documentclass{{article}}
\usepackage[paperwidth={width}mm,paperheight={height}mm,margin={look.margin + 6}mm]{{geometry}}
\usepackage{{fontspec,polyglossia,fancyhdr,lastpage,array}}
\usepackage[hidelinks,unicode]{{hyperref}}
\setmainfont{{{look.font}}}
\newfontfamily\spare{{DejaVu Sans}}
\newfontfamily\cyrillicfonttt{{DejaVu Sans Mono}}
\urlstyle{{same}}
\setdefaultlanguage{{bulgarian}}
\renewcommand\normalsize{{{_size(look.fs, look.lh)}}}
\renewcommand\LARGE{{{_size(look.fs * look.title, 1.2)}}}
\renewcommand\footnotesize{{{_size(look.fs * 0.8, 1.25)}}}
\setlength\parindent{{{"1.6em" if look.indent else "0pt"}}}
\setlength\parskip{{{space:.1f}pt plus 1pt}}
\setlength\columnsep{{{look.gap}mm}}
\pagestyle{{fancy}}\fancyhf{{}}\renewcommand\headrulewidth{{0pt}}
\fancyhead[L]{{\footnotesize {_escape(self.announcement.header)}}}
\fancyfoot[L]{{\footnotesize {_escape(self.announcement.footer)}}}
\fancyfoot[R]{{\footnotesize {look.folio.format(page=_PAGE, pages=_PAGES)}}}
{self._breaking()}
\begin{{document}}\normalsize
"""

    def _breaking(self) -> str:
        look = self.layout
        lines = [r"\sloppy"]
        if not look.justify:
            # The package ragged2e would do this better; it is not in the small TeX.
            lines.append(r"\AtBeginDocument{\rightskip=0pt plus 3em\relax}")
        if not look.hyphens:
            lines.append(r"\AtBeginDocument{\hyphenpenalty=10000\exhyphenpenalty=500}")
        if look.mark == "bracketed":
            lines.append(r"\makeatletter\def\@makefnmark{[\@thefnmark]}\makeatother")
        return "\n".join(lines)

    # -- text ----------------------------------------------------------------------------------

    def _block(self, kind: str, group: list[Part]) -> str:
        match kind:
            case "li":
                pairs = zip(group, ordinals(group), strict=True)
                return "\n\n".join(self._item(item, number) for item, number in pairs)
            case "table":
                return "\n\n".join(self._table(part) for part in group)
            case "footnote" if self.notes:
                return ""
        return "\n\n".join(self._paragraph(part) for part in group)

    def _paragraph(self, part: Part) -> str:
        text = self._pieces(part)
        centre = r"\centering" if self.layout.centred else r"\raggedright"
        match part.kind:
            case "title" | "date":
                size = _SIZES.get(part.kind, "")
                return rf"{{{centre}\noindent{size} {text}\par}}\vspace{{0.6em}}"
            case "heading":
                size = self.layout.fs * self.layout.heading_scale(part.level)
                look = _size(size, 1.2) + r"\bfseries"
                return (
                    r"\vspace{0.8em}{\raggedright\noindent"
                    rf"{look} {text}\par}}\nopagebreak\vspace{{0.2em}}"
                )
            case "quote":
                italic = r"\itshape" if self.layout.italic_quotes else ""
                return rf"{{\leftskip=2em\advance\rightskip by 1em\noindent{italic} {text}\par}}"
            case "footnote":
                return rf"{{\footnotesize\noindent {self._mark(part.label)} {text}\par}}"
            case "notice":
                return rf"{{\footnotesize\noindent {text}\par}}"
        return text

    def _item(self, item: Part, number: int) -> str:
        mark = _escape(marker(item, number, self.layout))
        return (
            rf"{{\leftskip={item.level * 1.8}em\noindent\llap{{\hbox to 1.6em{{{mark}\hfil}}}}"
            rf"{self._pieces(item)}\par}}"
        )

    def _table(self, part: Part) -> str:
        look = self.layout
        side = "|" if look.borders == "grid" else ""
        rule = r"\hline" if look.borders != "none" else ""
        columns = side + side.join(
            rf">{{\raggedright\arraybackslash}}p{{{weight * 0.9:.3f}\linewidth}}"
            for weight in weights(part.rows)
        )
        rows = "\n".join(
            " & ".join(self._cell(cell, bold=not n) for cell in row) + rf" \tabularnewline {rule}"
            for n, row in enumerate(part.rows)
        )
        return (
            rf"\vspace{{0.5em}}{{\noindent\setlength\tabcolsep{{0.01\linewidth}}"
            rf"\begin{{tabular}}{{{columns}{side}}}{rule}"
            f"\n{rows}\n"
            r"\end{tabular}\par}\vspace{0.5em}"
        )

    @staticmethod
    def _cell(cell: str, *, bold: bool) -> str:
        text = rf"\textbf{{{_escape(cell)}}}" if bold else _escape(cell)
        return r"\raggedleft\arraybackslash " + text if is_figure(cell) else text

    def _mark(self, label: str) -> str:
        return rf"\textsuperscript{{{label}}}" if self.layout.mark == "raised" else f"{{[{label}]}}"

    def _pieces(self, part: Part) -> str:
        return "".join(self._piece(piece) for piece in part.pieces)

    def _piece(self, piece: Piece) -> str:
        text = _escape(piece.text)
        text = rf"\textbf{{{text}}}" if piece.bold else text
        text = rf"\textit{{{text}}}" if piece.italic else text
        if piece.link:
            text = rf"\href{{{_SPECIAL.sub(lambda one: chr(92) + one[0], piece.link)}}}{{{text}}}"
        if address := printed_address(piece, self.layout):
            text += rf" (\nolinkurl{{{address[2:-1]}}})"
        if not piece.note:
            return text
        if piece.note not in self.notes:
            return text + self._mark(piece.note)
        return text + rf"\footnote[{piece.note}]{{{self._pieces(self.notes[piece.note])}}}"
