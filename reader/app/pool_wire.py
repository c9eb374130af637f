"""Articles made ready for the library as frames between a worker of the pool and the program."""

import json

from reader.library.preparing import Rows
from reader.processes.frames import Frame

PREPARED = "prepared"
# The longest text that is read, four times over: its blocks, its words, their keys, all in JSON.
MOST_BYTES = 128 * 2**20


def frame_of(rows: Rows) -> Frame:
    """Return the frame that carries an article made ready; raises `ValueError` for a broken one."""
    whole = [rows.row, rows.marks, rows.keys, rows.words]
    return Frame(PREPARED, body=json.dumps(whole, ensure_ascii=False).encode())


def rows_of(frame: Frame) -> Rows:
    """Return the article that a frame carries; raises `ValueError` where there is none."""
    if frame.kind != PREPARED:
        raise ValueError(frame.kind)
    match json.loads(frame.body):
        case [dict(row), list(marks), [str(title), str(text)], [str(words), str(text_words)]]:
            return Rows(row, tuple(map(str, marks)), (title, text), (words, text_words))
        case _:
            raise ValueError(frame.kind)
