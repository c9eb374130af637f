"""packaging/install-system-packages, on machines made of stand-ins for the system's commands."""

import os
import pty
import shutil
from pathlib import Path

import pytest

from tests.unit.stand_ins import SCRIPTS, Machine, Outcome

PROJECT = Path(__file__).resolve().parents[2]
# What the script may use besides the stand-ins.
REAL_COMMANDS = ("sh", "env", "tr", "sed", "dirname", "basename")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell script")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian where every package is installed, apt knows them all, and the person is root."""
    machine = Machine(tmp_path)
    machine.commands.mkdir()
    for name in SCRIPTS:
        (tmp_path / "packaging").mkdir(exist_ok=True)
        shutil.copy2(PROJECT / "packaging" / name, tmp_path / "packaging" / name)
    for name in REAL_COMMANDS:
        (machine.commands / name).symlink_to(str(shutil.which(name)))
    machine.has("uname", "echo Linux")
    machine.has("python3", "exit 0")
    machine.has("id", "echo 0")
    machine.has("chromium", "exit 0")
    dpkg(machine)
    apt(machine)
    return machine


def dpkg(machine: Machine, lacking: tuple[str, ...] = ()) -> None:
    """Let dpkg have all packages but those that are lacking."""
    absent = "|".join(lacking) or "nothing"
    known = f'case $name in {absent}) ;; *) printf "$name=installed " ;; esac'
    machine.has("dpkg-query", f"shift 3; for name; do {known}; done")


def apt(machine: Machine, unknown: str = "nothing", outdated: str = "nothing") -> None:
    """Let apt know all packages but one, and fail to get another until its lists are fresh."""
    known = f'case $name in {unknown}) ;; *) echo "Package: $name" ;; esac'
    machine.has("apt-cache", f"shift 2; for name; do {known}; done")
    machine.has(
        "apt-get",
        f"""
        echo "apt-get $*" >>"$LOG"
        fresh=no
        while read -r line; do case $line in *update*) fresh=yes ;; esac; done <"$LOG"
        case $fresh$* in no*{outdated}*) exit 100 ;; esac""",
    )


def user(machine: Machine, *, sudo: bool) -> None:
    """Let the person be no root, with or without sudo."""
    machine.has("id", "echo 1000")
    if sudo:
        machine.has("sudo", 'echo "sudo" >>"$LOG"; "$@"')


def installed(outcome: Outcome) -> list[str]:
    """The packages that the last apt-get was to install."""
    words = outcome.asked[-1].split()
    assert words[:2] == ["apt-get", "install"]
    return words[words.index("DPkg::Lock::Timeout=120") + 1 :]


@pytest.mark.parametrize("purpose", ["run", "test", "package"])
def test_touches_nothing_where_all_is_there(machine: Machine, purpose: str) -> None:
    outcome = machine.run(purpose)
    assert (outcome.status, outcome.said, outcome.asked) == (0, "", [])


def test_says_that_a_chromium_which_does_not_start_is_none(machine: Machine) -> None:
    machine.lacks("chromium")
    machine.has("chromium-browser", "exit 1")
    outcome = machine.run("test")
    assert outcome.status == 0
    assert "the tests in tests/browser will fail" in outcome.said
    assert machine.run("run").said == ""
    machine.has("chromium-browser", "exit 0")
    assert machine.run("test").said == ""


def test_does_not_take_a_removed_package_for_an_installed_one(machine: Machine) -> None:
    machine.has("dpkg-query", 'shift 3; for name; do printf "$name=config-files "; done')
    assert "espeak-ng" in installed(machine.run("run"))


def test_root_gets_just_what_is_missing(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1", "espeak-ng"))
    outcome = machine.run("run")
    assert outcome.status == 0
    assert installed(outcome) == ["libegl1", "espeak-ng"]


def test_root_never_removes_a_package_and_takes_no_recommended_one(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1",))
    (asked,) = machine.run("run").asked
    assert "--no-remove" in asked
    assert "--no-install-recommends" in asked


def test_run_does_without_the_tools_of_the_tests(machine: Machine) -> None:
    dpkg(machine, lacking=("xvfb", "orca", "pulseaudio", "pipewire-pulse"))
    assert machine.run("run").asked == []
    assert installed(machine.run("test")) == ["xvfb", "orca", "pulseaudio"]


def test_a_sound_server_that_is_there_stays(machine: Machine) -> None:
    dpkg(machine, lacking=("pulseaudio",))
    assert machine.run("test").asked == []


@pytest.mark.parametrize("old", ["libglib2.0-0", "-"])
def test_takes_the_name_that_this_system_has(machine: Machine, old: str) -> None:
    dpkg(machine, lacking=("libglib2.0-0", "libglib2.0-0t64"))
    apt(machine, unknown=old)
    expected = "libglib2.0-0t64" if old == "libglib2.0-0" else "libglib2.0-0"
    assert installed(machine.run("run")) == [expected]


def test_either_name_of_a_package_will_do(machine: Machine) -> None:
    dpkg(machine, lacking=("libglib2.0-0",))
    assert machine.run("run").asked == []


def test_asks_for_fresh_lists_only_where_apt_does_not_know_a_package(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1", "xvfb"))
    apt(machine, unknown="xvfb")
    assert [line.split()[1] for line in machine.run("test").asked] == ["update", "install"]


def test_asks_for_fresh_lists_where_the_old_ones_lead_nowhere(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1",))
    apt(machine, outdated="libegl1")
    outcome = machine.run("run")
    assert outcome.status == 0
    assert [line.split()[1] for line in outcome.asked] == ["install", "update", "install"]


def test_a_failure_of_apt_is_a_failure(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1",))
    machine.has("apt-get", "exit 100")
    assert machine.run("run").status != 0


def test_gets_the_venv_of_a_python_that_has_none(machine: Machine) -> None:
    machine.has("python3", "case $2 in *ensurepip*) exit 1 ;; esac")
    assert installed(machine.run("run")) == ["python3-venv"]


def test_gets_the_venv_of_the_very_python_in_use(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    machine.has("python3.12", "case $2 in *ensurepip*) exit 1 ;; esac")
    assert installed(machine.run("run")) == ["python3.12-venv"]


def made_environment(machine: Machine, *, complete: bool) -> None:
    """Let the virtual environment be there, with the libraries or as a broken run left it."""
    machine.lacks("python3")
    python = machine.folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(machine.commands / "sh")
    if complete:
        (machine.folder / ".venv" / ".dependencies").touch()


def test_asks_no_python_once_the_environment_is_made(machine: Machine) -> None:
    made_environment(machine, complete=True)
    assert machine.run("run").status == 0


def test_half_an_environment_is_none(machine: Machine) -> None:
    made_environment(machine, complete=False)
    machine.has("python3", "case $2 in *ensurepip*) exit 1 ;; esac")
    assert installed(machine.run("run")) == ["python3-venv"]


def test_says_which_python_is_needed_where_there_is_none(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    outcome = machine.run("run")
    assert outcome.status == 1
    assert "Python 3.11" in outcome.said
    assert outcome.asked == []


def test_with_sudo_but_nobody_to_ask_prints_the_command(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1", "espeak-ng"))
    user(machine, sudo=True)
    outcome = machine.run("run")
    assert outcome.status == 1
    assert "sudo sh -c 'apt-get install --no-install-recommends libegl1 espeak-ng'" in outcome.said
    assert outcome.asked == []


def test_the_printed_command_asks_for_fresh_lists_where_apt_has_none(machine: Machine) -> None:
    dpkg(machine, lacking=("libegl1",))
    apt(machine, unknown="*")
    user(machine, sudo=True)
    assert "'apt-get update && apt-get install" in machine.run("run").said


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("д", 0), ("n", 1), ("не", 1), ("", 1)])
def test_with_sudo_says_what_it_wants_and_asks(machine: Machine, answer: str, status: int) -> None:
    dpkg(machine, lacking=("libegl1",))
    user(machine, sudo=True)
    keyboard, terminal = pty.openpty()
    try:
        os.write(keyboard, f"{answer}\n".encode())
        outcome = machine.run("run", stdin=terminal)
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert outcome.status == status
    assert "libegl1" in outcome.said
    assert [line.split()[0] for line in outcome.asked] == ["sudo", "apt-get"] * (status == 0)


def test_without_root_or_sudo_prints_the_command(machine: Machine) -> None:
    dpkg(machine, lacking=("xvfb",))
    user(machine, sudo=False)
    outcome = machine.run("test")
    assert outcome.status == 1
    assert "su -c 'apt-get install --no-install-recommends xvfb'" in outcome.said
    assert outcome.asked == []


def test_without_dpkg_names_the_libraries_and_programs_that_are_missing(machine: Machine) -> None:
    machine.lacks("dpkg-query")
    machine.has("ldconfig", "echo 'libEGL.so.1 libGL.so.1'")
    outcome = machine.run("test")
    assert outcome.status == 1
    assert "libxcb-cursor.so.0" in outcome.said
    assert "libEGL.so.1" not in outcome.said
    assert "Xvfb" in outcome.said


def test_without_dpkg_is_content_where_the_libraries_are_there(machine: Machine) -> None:
    machine.lacks("apt-get")
    script = (machine.folder / "packaging" / SCRIPTS[0]).read_text(encoding="utf-8")
    files = script.split('library_files="')[1].split('"')[0]
    machine.has("ldconfig", f"echo '{' '.join(files.split())}'")
    assert (machine.run("run").status, machine.run("run").said) == (0, "")


def test_other_systems_need_nothing(machine: Machine) -> None:
    machine.has("uname", "echo Darwin")
    machine.lacks("dpkg-query")
    assert (machine.run("test").status, machine.run("test").said) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("walk",)])
def test_wrong_usage_is_told(machine: Machine, arguments: tuple[str, ...]) -> None:
    outcome = machine.run(*arguments)
    assert outcome.status == 2
    assert "Usage" in outcome.said
