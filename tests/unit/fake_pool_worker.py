"""A worker of the pool that fares ill with files of some names, and does its work on all others.

Its argument is a folder, in which it leaves a file named by its number.
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from reader.app import pool_worker
from reader.processes.frames import Frame
from reader.processes.line import Line

KILLS, KILLS_ONCE, HANGS, TALKS = "убива", "убива веднъж", "спира", "говори"
_real_answer = pool_worker._answer


def answer(request: Frame, *means: Any) -> Frame:
    deed, folder = Path(request.facts["name"]).stem, Path(sys.argv[1])
    before = folder / "died"
    if deed == KILLS or (deed == KILLS_ONCE and not before.exists()):
        before.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if deed == HANGS:
        Line.beat = lambda _line: None  # type: ignore[method-assign]  # of this process alone
        time.sleep(600)
    if deed == TALKS:
        return Frame("prepared", body=b'["nothing", "of", "use"]')
    return _real_answer(request, *means)


if __name__ == "__main__":
    (Path(sys.argv[1]) / str(os.getpid())).touch()
    pool_worker._answer = answer
    pool_worker.main()
