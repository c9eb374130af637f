import sys
import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication

from reader.errors import EmptyDocumentError
from reader.gui.jobs import JobRunner


@pytest.fixture
def jobs(qtbot):
    runner = JobRunner()
    yield runner
    runner.close()


def test_work_is_done_elsewhere_and_its_outcome_arrives_on_the_window_thread(jobs, qtbot):
    seen = []
    jobs.run(
        lambda: threading.current_thread().name,
        done=lambda name: seen.append((name, threading.current_thread())),
        failed=pytest.fail,
    )
    qtbot.waitUntil(lambda: bool(seen))
    name, here = seen[0]
    assert name.startswith("job")
    assert here is threading.main_thread()


def test_an_error_for_a_person_reaches_failed(jobs, qtbot):
    def work():
        raise EmptyDocumentError("празен.pdf")

    errors = []
    jobs.run(work, done=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].where == "празен.pdf"


def test_a_bug_is_raised_on_the_window_thread(jobs, qtbot):
    with qtbot.captureExceptions() as caught:
        jobs.run(lambda: 1 / 0, done=pytest.fail, failed=pytest.fail)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_cancelled_job_says_nothing(jobs, qtbot):
    gate = threading.Event()
    job = jobs.run(gate.wait, done=pytest.fail, failed=pytest.fail)
    job.cancel()
    gate.set()
    done = []
    jobs.run(lambda: 1, done=done.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(done))


def test_what_ends_as_the_lane_is_closed_is_told_to_nobody(jobs, qtbot):
    reached = threading.Event()
    jobs.run(reached.set, done=pytest.fail, failed=pytest.fail)
    assert reached.wait(60)
    jobs.close()
    QCoreApplication.processEvents()


def test_jobs_are_done_in_their_order(jobs, qtbot):
    got = []
    for number in range(500):
        jobs.run(lambda number=number: number, done=got.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: len(got) == 500)
    assert got == list(range(500))


def test_closing_drops_the_jobs_that_still_wait(qtbot):
    runner, gate, started = JobRunner(), threading.Event(), threading.Event()

    def wait():
        started.set()
        gate.wait()

    runner.run(wait, done=lambda _none: None, failed=pytest.fail)
    runner.run(lambda: 1, done=pytest.fail, failed=pytest.fail)
    started.wait()
    threading.Timer(0.05, gate.set).start()
    runner.close()
    qtbot.wait(50)


def test_a_thread_that_works_lets_the_window_in_within_half_a_millisecond(jobs):
    assert sys.getswitchinterval() <= 0.0005


def test_a_closed_lane_takes_no_more_jobs(qtbot):
    runner, done = JobRunner(), []
    runner.close()
    job = runner.run(partial(done.append, 1), done=pytest.fail, failed=pytest.fail)
    assert job.cancelled
    QCoreApplication.processEvents()
    assert done == []
