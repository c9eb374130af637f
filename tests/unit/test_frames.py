import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.processes.frames import Frame, read_frame, write_frame

FACTS = st.dictionaries(st.text(max_size=5), st.text() | st.integers() | st.none() | st.booleans())


@given(st.lists(st.builds(Frame, st.text(), FACTS, st.binary())))
def test_frames_come_out_as_they_went_in(frames):
    stream = io.BytesIO()
    for frame in frames:
        write_frame(stream, frame)
    stream.seek(0)
    assert [read_frame(stream) for _ in frames] == frames
    assert read_frame(stream) is None


def test_a_frame_that_is_cut_off_is_the_end():
    stream = io.BytesIO()
    write_frame(stream, Frame("speak", {"rate": 22050}, b"samples"))
    whole = stream.getvalue()
    assert all(read_frame(io.BytesIO(whole[:size])) is None for size in range(len(whole)))


@pytest.mark.parametrize("line", [b"Audio saved to x.wav\n", b"[]\n", b'{"kind": "speak"}\n'])
def test_anything_else_is_no_frame(line):
    with pytest.raises(ValueError, match=r"."):
        read_frame(io.BytesIO(line))
