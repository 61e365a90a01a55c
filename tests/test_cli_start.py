"""How the command line starts: quickly, with its options anywhere, its defaults from where they were set."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Desk

HEAVY = ("numpy", "jinja2", "sqlite3", "sqlite_utils", "dateutil", "tomllib", "reconcile.model", "reconcile.pipeline")


def modules_after(*words: str) -> set[str]:
    """The modules that are loaded once `reconcile WORDS…` has run."""
    code = (
        "import sys\nfrom reconcile.cli import main\n"
        f"try: main({list(words)!r})\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["nonsense"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """`--help` and completion load click and the list of commands, nothing that costs time."""
    loaded = modules_after(*words)
    assert [name for name in HEAVY if name in loaded] == []


def test_completion_loads_nothing_heavy(desk: Desk) -> None:
    """Completing the name of a command offers it without loading any command."""
    asked = {"_RECONCILE_COMPLETE": "bash_complete", "COMP_WORDS": "reconcile wi", "COMP_CWORD": "1"}
    assert "withdraw" in desk(env=asked).stdout


@pytest.mark.parametrize("heavy", ["numpy", "jinja2", "sqlite_utils"])
def test_a_command_loads_what_it_needs_when_it_is_called(heavy: str) -> None:
    """The help of a command loads neither the tables nor the pages nor the resolver's arithmetic."""
    assert heavy not in modules_after("list", "--help")


def seconds(command: list[str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def test_help_is_hardly_slower_than_its_imports() -> None:
    """`reconcile --help` takes at most 1.5 times as long as Python takes to import click and sqlite3.

    The shortest of several runs, taken in turn, so that what else the machine does falls out.
    """
    bare, ours = [sys.executable, "-c", "import click, sqlite3"], [sys.executable, "-m", "reconcile", "--help"]
    pairs = [(seconds(bare), seconds(ours)) for _ in range(15)]
    assert min(ours for _, ours in pairs) <= 1.5 * min(bare for bare, _ in pairs)


@pytest.mark.parametrize(
    "words",
    [
        ["--db", "other.db", "list", "--format", "csv"],
        ["list", "--db", "other.db", "--format", "csv"],
        ["list", "--format", "csv", "--db=other.db"],
    ],
)
def test_a_shared_option_may_stand_before_or_after_the_command(desk: Desk, words: list[str]) -> None:
    """`--db` names the database wherever on the line it stands."""
    desk.ok("--db", "other.db", "init")
    assert desk.ok(*words).startswith("id,")
    assert not (desk.folder / "claims.db").exists()


def test_a_flag_goes_before_the_environment(desk: Desk) -> None:
    """RECONCILE_DB names the database, unless --db names another."""
    assert desk("init", env={"RECONCILE_DB": "set.db"}).returncode == 0
    assert desk("--db", "flag.db", "init", env={"RECONCILE_DB": "set.db"}).returncode == 0
    assert sorted(path.name for path in desk.folder.glob("*.db")) == ["flag.db", "set.db"]


def test_the_settings_file_beside_the_database_gives_defaults(desk: Desk) -> None:
    """What the line leaves open comes from reconcile.toml; a flag still goes first."""
    (desk.folder / "night").mkdir()
    desk.write("night/reconcile.toml", '[list]\nformat = "csv"\n')
    desk.ok("--db", "night/claims.db", "init")
    assert desk.ok("--db", "night/claims.db", "list").startswith("id,")
    assert desk.ok("list", "--db", "night/claims.db").startswith("id,")
    assert desk.ok("list", "--db", "night/claims.db", "--format", "json") == "[]\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("editor = 7\n", "unknown setting 'editor'"),
        ("colour = true\n", "unknown setting 'colour'"),
        ("[lst]\nstatus = 'open'\n", "unknown setting 'lst'"),
        ("[list]\nstate = 'open'\n", "[list] has no option 'state'"),
        ("[list\n", "is not TOML"),
        ("[list]\nlimit = 'few'\n", "few"),
    ],
)
def test_a_mistake_in_the_settings_file_is_told(desk: Desk, settings: str, said: str) -> None:
    """A setting that no command has is an error with the name of the file, not silently passed over."""
    desk.ok("init")
    desk.write("reconcile.toml", settings)
    done = desk("list")
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_of_a_command_needs_no_settings_file(desk: Desk) -> None:
    """`reconcile list --help` works beside a broken reconcile.toml."""
    desk.write("reconcile.toml", "[list\n")
    assert "Usage: reconcile list" in desk.ok("list", "--help")


def test_without_a_command_the_help_is_shown(desk: Desk) -> None:
    """`reconcile` alone prints its help to stderr and exits 2."""
    done = desk()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: reconcile" in done.stderr


def test_messages_can_be_json(desk: Desk) -> None:
    """With --log-format json every line on stderr is one object that says how grave it is."""
    import json

    desk.ok("init")
    done = desk("--log-format", "json", "show", "q1-nothing")
    told = json.loads(done.stderr)
    assert (told["level"], told["code"]) == ("error", 2)
    assert "\n" not in told["message"]


def test_init_makes_the_database_once(desk: Desk) -> None:
    """init makes claims.db; a second init refuses in one line and leaves it as it is."""
    assert desk.ok("init") == ""
    before = Path(desk.folder / "claims.db").read_bytes()
    again = desk("init")
    assert again.returncode == 2
    assert again.stderr.count("\n") == 1
    assert Path(desk.folder / "claims.db").read_bytes() == before


def test_v_names_the_database_that_is_opened(desk: Desk) -> None:
    """`-v` says on stderr which file is read; without it that line is not there."""
    desk.ok("init")
    named = f"reconcile: database {desk.folder.resolve() / 'claims.db'}, to read\n"
    assert desk("-v", "list").stderr == named + desk("list").stderr
