"""A part of the program is started the same way, packaged or not."""

import sys
from importlib import import_module

from reader.__main__ import PARTS
from reader.app.pool import WORKER as POOL
from reader.importers.apart import WORKER as IMPORTING
from reader.processes.part import asked, command, environment
from reader.speech.engine import WORKER as SPEAKING


def test_a_packaged_program_starts_itself():
    assert command("speaking", frozen=True) == (sys.executable, "--part", "speaking")


def test_else_python_starts_it_and_takes_no_module_from_where_the_person_is():
    assert command("pool", frozen=False) == (sys.executable, "-P", "-m", "reader", "--part", "pool")


def test_the_program_knows_which_part_it_is():
    assert asked(["--part", "importing", "150"]) == ("importing", ["150"])
    assert asked(["open", "--part"]) is None
    assert asked(["--part"]) is None


def test_every_part_that_is_started_is_there():
    started = {asked(each[each.index("--part") :])[0] for each in (POOL, IMPORTING, SPEAKING)}
    assert started == set(PARTS)
    for module in PARTS.values():
        assert callable(import_module(module).main)


def test_in_a_checkout_a_part_finds_the_package_first():
    path = environment({"PYTHONPATH": "elsewhere"}, frozen=False)["PYTHONPATH"]
    assert path.endswith("elsewhere")
    assert path != "elsewhere"


def test_a_packaged_part_is_told_of_no_folder():
    assert environment({"HOME": "/home/ana"}, frozen=True) == {"HOME": "/home/ana"}
