"""The system knows an archive by the same bytes as the program."""

from pathlib import Path
from xml.etree import ElementTree

from reader.library.archive import form

PACKAGING = Path(__file__).parents[3] / "packaging"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_system_looks_where_the_program_looks() -> None:
    root = ElementTree.parse(PACKAGING / "mime" / "chetivo.xml").getroot()
    outer = root.find(f".//{SPACE}magic/{SPACE}match")
    assert outer is not None
    inner = outer.find(f"{SPACE}match")
    assert inner is not None
    head = bytearray(form.HEAD)
    for match in (outer, inner):
        value, offset = match.attrib["value"], int(match.attrib["offset"])
        data = (
            int(value, 16).to_bytes(4, "big")
            if match.attrib["type"] == "big32"
            else value.encode().decode("unicode_escape").encode("latin-1")
        )
        head[offset : offset + len(data)] = data
    assert form.is_head(bytes(head))
    names = {each.attrib["pattern"] for each in root.iter(f"{SPACE}glob")}
    assert names == {"*.chetivo"}
