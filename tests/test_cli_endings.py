"""Bad input and bad surroundings: one line with what, where and what to do; the right exit code; nothing changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Desk

from reconcile.errors import Exit

HEAD = "question,value,source,outlet,quote\n"
GOOD = "Hurt at Lindow,4,hospital,Dale Post,Four were hurt.\n"

BAD_ARTICLES = {
    "binary": (b"\x00\x01\x02\xff" * 64, "not taken"),
    "empty": (b"", "empty"),
    "blank": (b" \n\n ", "empty"),
    "wrong encoding": ("Vier Verletzte, sagt der Bürgermeister.".encode("utf-16-be")[:-1], "not taken"),
}
BAD_TABLES = {
    "broken row": (HEAD + GOOD + 'Hurt,"4,hospital\n', "line 3"),
    "double header": ("value,value\n4,5\n", "twice"),
    "unknown header": ("value,colour\n4,red\n", "colour"),
    "NaN": ("low,high,quote\nNaN,NaN,x\n", "line 2"),
    "infinity": ("low,high,quote\nInfinity,1,x\n", "line 2"),
    "25-ish": (HEAD + GOOD + "Hurt at Lindow,25-ish,mayor,Dale Post,About 25.\n", "line 3"),
    "long row": (HEAD + "a,4,b,c,d,e,f\n", "line 2"),
    "short row": (HEAD + "a,4\n", "line 2"),
    "empty table": ("", "empty"),
    "ambiguous date": ("value,said_at,outlet\n4,01/02/2019,Dale Post\n", "line 2"),
}
BAD_WORDS: list[tuple[list[str], Exit, str]] = [
    (["ingest", "nothing-there.txt"], Exit.USAGE, "nothing-there.txt"),
    (["import", "nothing-there.csv"], Exit.USAGE, "nothing-there.csv"),
    (["import"], Exit.USAGE, "--template"),
    (["add", "--question", "Q"], Exit.USAGE, "--value"),
    (["add", "--question", "Q", "--value", "25-ish", "--source", "s", "--outlet", "o"], Exit.USAGE, "25-ish"),
    (["add", "--question", "Q", "--value", "", "--source", "s", "--outlet", "o"], Exit.USAGE, "value"),
    (["add", "--question", "Q", "--value", "4", "--said", "01/02/2019", "--outlet", "o"], Exit.USAGE, "said"),
    (["add", "--question", "Q", "--value", "9" * 30, "--source", "s", "--outlet", "o"], Exit.USAGE, "64 bit"),
    (["add", "--question", "Q", "--value", "4", "--measure", "size", "--outlet", "o"], Exit.USAGE, "measure"),
    (["show", "c1-nothing"], Exit.USAGE, "c1-nothing"),
    (["history", "c1-nothing"], Exit.USAGE, "c1-nothing"),
    (["withdraw", "c1-nothing"], Exit.USAGE, "c1-nothing"),
    (["correct", "c1-nothing", "--value", "4"], Exit.USAGE, "c1-nothing"),
    (["correct", "c1-nothing"], Exit.USAGE, "nothing to change"),
    (["accept", "c1-nothing"], Exit.USAGE, "c1-nothing"),
    (["decide", "q1-nothing", "--verdict", "hold", "--note", "n"], Exit.USAGE, "q1-nothing"),
    (["decide", "q1-nothing", "--verdict", "maybe", "--note", "n"], Exit.USAGE, "--verdict"),
    (["decide", "q1-nothing", "--verdict", "hold"], Exit.USAGE, "--note"),
    (["report", "--only", "q1-nothing"], Exit.USAGE, "q1-nothing"),
    (["list", "--status", "angry"], Exit.USAGE, "angry"),
    (["list", "animals"], Exit.USAGE, "animals"),
    (["export", "animals"], Exit.USAGE, "animals"),
    (["list", "--frob"], Exit.USAGE, "--frob"),
    (["frob"], Exit.USAGE, "frob"),
    (["--db", "", "list"], Exit.USAGE, "--db"),
]


def told_in_one_line(done: subprocess.CompletedProcess[str], code: Exit, words: str) -> None:
    """The exit code is right, nothing is on stdout, stderr is one line that holds the words and no traceback."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds one claim."""
    desk = Desk(tmp_path_factory.mktemp("pattern"))
    desk.ok("init")
    desk.ok("add", "--question", "Hurt at Lindow", "--value", "4", "--source", "hospital", "--outlet", "Dale Post")
    return desk.folder / "claims.db"


@pytest.fixture
def ready(desk: Desk, pattern: Path) -> Desk:
    """A desk with a database that holds one claim."""
    (desk.folder / "claims.db").write_bytes(pattern.read_bytes())
    return desk


@pytest.mark.parametrize(("words", "code", "said"), BAD_WORDS, ids=[" ".join(words) for words, _, _ in BAD_WORDS])
def test_bad_words_on_the_line(ready: Desk, words: list[str], code: Exit, said: str) -> None:
    """A bad value, an unknown id or option: one line, the exit code of the documentation, the database as it was."""
    before = (ready.folder / "claims.db").read_bytes()
    done = ready(*words)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (ready.folder / "claims.db").read_bytes() == before
    if code == Exit.USAGE:
        told_in_one_line(done, code, said)


@pytest.mark.parametrize("name", BAD_ARTICLES)
def test_bad_articles(ready: Desk, name: str) -> None:
    """An article that cannot be read is told with the reason (exit 3) and leaves the database as it was."""
    content, said = BAD_ARTICLES[name]
    (ready.folder / "bad.txt").write_bytes(content)
    before = (ready.folder / "claims.db").read_bytes()
    done = ready("ingest", "bad.txt")
    assert done.returncode == Exit.REJECTED, done.stderr
    assert said in done.stderr
    assert "bad.txt" in done.stderr
    assert (ready.folder / "claims.db").read_bytes() == before


def test_the_good_articles_beside_a_bad_one_are_taken(ready: Desk) -> None:
    """One unreadable article keeps none of the others out."""
    (ready.folder / "bad.txt").write_bytes(b"")
    ready.write("good.txt", "Pier closed\n\nThe pier at Lindow is closed, the harbour office said.\n")
    done = ready("ingest", "bad.txt", "good.txt", "--outlet", "Dale Post")
    assert done.returncode == Exit.REJECTED
    assert "Pier closed" in ready.ok("export", "documents")


@pytest.mark.parametrize("name", BAD_TABLES)
def test_bad_tables(ready: Desk, name: str) -> None:
    """A table with a mistake is taken not at all: file and line are told (exit 3), the database is as it was."""
    content, said = BAD_TABLES[name]
    ready.write("bad.csv", content)
    before = (ready.folder / "claims.db").read_bytes()
    done = ready("import", "bad.csv")
    assert done.returncode == Exit.REJECTED, done.stderr
    assert said in done.stderr
    assert "bad.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert (ready.folder / "claims.db").read_bytes() == before


def test_a_partial_import_takes_the_good_rows(ready: Desk) -> None:
    """With --partial the good rows are in, the bad ones in rejects.jsonl with their reason (exit 3)."""
    ready.write(
        "mixed.csv", HEAD + GOOD.replace("Four", "All four") + "Hurt at Lindow,25-ish,mayor,Dale Post,About 25.\n"
    )
    assert ready("import", "mixed.csv", "--partial").returncode == Exit.REJECTED
    assert "All four were hurt." in ready.ok("export", "claims")
    assert "25-ish" in (ready.folder / "rejects.jsonl").read_text(encoding="utf-8")


def foreign(path: Path) -> None:
    """Another application's database."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY)")
        connection.execute("PRAGMA application_id = 77")
    connection.close()


def newer(path: Path) -> None:
    """A database of ours that a later version has migrated."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()


def damaged(path: Path) -> None:
    """A database of ours whose first page was overwritten."""
    content = path.read_bytes()
    path.write_bytes(b"x" * 512 + content[512:])


def no_database(path: Path) -> None:
    """A text file under the name of a database."""
    path.write_text("not a database at all\n" * 50, encoding="utf-8")


@pytest.mark.parametrize("words", [["list"], ["resolve"], ["ingest", "a.txt"], ["run"], ["check"]])
@pytest.mark.parametrize("spoil", [foreign, newer, damaged, no_database])
def test_a_database_that_is_not_ours(ready: Desk, spoil: object, words: list[str]) -> None:
    """Foreign, newer, damaged or no database: exit 65, one line, and the file is not touched."""
    assert callable(spoil)
    path = ready.folder / "claims.db"
    if spoil is foreign:
        path.unlink()
    spoil(path)
    before = path.read_bytes()
    ready.write("a.txt", "Pier closed\n\nThe pier is closed.\n")
    told_in_one_line(ready(*words), Exit.DATABASE, "claims.db")
    assert path.read_bytes() == before


def test_init_leaves_another_applications_file_alone(desk: Desk) -> None:
    """init refuses a file of another application."""
    foreign(desk.folder / "claims.db")
    before = (desk.folder / "claims.db").read_bytes()
    done = desk("init")
    assert done.returncode in (Exit.USAGE, Exit.DATABASE)
    assert done.stderr.count("\n") == 1
    assert (desk.folder / "claims.db").read_bytes() == before


@pytest.mark.parametrize("words", [["list"], ["ingest", "a.txt"], ["add", "--value", "4"], ["run"], ["report"]])
def test_no_database_here(desk: Desk, words: list[str]) -> None:
    """Without a database the line says how to make one, and none comes into being."""
    desk.write("a.txt", "Pier closed\n")
    told_in_one_line(desk(*words), Exit.USAGE, "reconcile init")
    assert not (desk.folder / "claims.db").exists()


def test_pages_that_cannot_be_written(ready: Desk) -> None:
    """Where the folder of the pages is a file, exit 73."""
    ready.write("reports", "in the way")
    ready.ok("resolve")
    told_in_one_line(ready("report"), Exit.OUTPUT, "reports")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_on_stdout(ready: Desk) -> None:
    """Data that cannot be written to stdout are no success: exit 74."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reconcile", "export", "claims"],
            cwd=ready.folder, env=ready.environment, stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert done.returncode == Exit.STORAGE
    assert done.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(ready: Desk) -> None:
    """`reconcile export claims | head -0` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "export", "claims"],
        cwd=ready.folder, env=ready.environment, stdout=writing, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_verdict_without_a_name(ready: Desk) -> None:
    """decide refuses where no editor is known by flag, environment, settings or git."""
    ready.ok("resolve")
    question = ready.ok("list", "--format", "jsonl").split('"')[3]
    nameless = {
        "RECONCILE_EDITOR": "",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_DIR": "/none",
    }
    done = ready("decide", question, "--verdict", "hold", "--note", "n", env=nameless)
    told_in_one_line(done, Exit.USAGE, "--editor")


def test_a_mistake_of_ours_is_one_line_and_its_traceback_with_vv(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw is exit 70 and one line; -vv adds where it happened."""
    from reconcile.cli.ending import guarded
    from reconcile.cli.session import Session

    def work() -> None:
        raise ZeroDivisionError("by\nnought")

    session = Session()
    assert guarded(work, session) == Exit.BUG
    assert capsys.readouterr().err.count("\n") == 1
    session.verbosity = 2
    assert guarded(work, session) == Exit.BUG
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), Exit.INTERRUPTED),
        (OSError(28, "No space left on device"), Exit.STORAGE),
        (PermissionError(13, "Permission denied", "x"), Exit.OUTPUT),
        (sqlite3.OperationalError("database is locked"), Exit.LOCKED),
        (sqlite3.OperationalError("database or disk is full"), Exit.STORAGE),
        (sqlite3.DatabaseError("database disk image is malformed"), Exit.DATABASE),
    ],
)
def test_what_the_system_says_has_its_exit_code(
    error: BaseException, code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk, a lack of permission, a lock: each its code and its line."""
    from reconcile.cli.ending import guarded
    from reconcile.cli.session import Session

    def work() -> None:
        raise error

    assert guarded(work, Session()) == code
    assert capsys.readouterr().err.count("\n") == 1


WRITERS = [
    ["ingest", "a.txt"],
    ["import", "a.csv"],
    ["add", "--question", "Q", "--value", "4", "--outlet", "Dale Post"],
    ["resolve"],
    ["run", "a.txt"],
]


@pytest.fixture
def example(desk: Desk) -> Desk:
    """A folder whose database is marked as the worked example."""
    from reconcile.store import Store

    Store.create(desk.folder / "claims.db", worked_example=True).close()
    desk.write("a.txt", "Pier closed\n\nNine people were hurt at Lindow, the harbour office said.\n")
    desk.write("a.csv", HEAD + GOOD)
    return desk


@pytest.mark.parametrize("words", WRITERS, ids=[words[0] for words in WRITERS])
def test_the_worked_example_is_written_only_by_name(example: Desk, words: list[str]) -> None:
    """A command that writes refuses the worked example in one line, unless --db names it."""
    before = (example.folder / "claims.db").read_bytes()
    told_in_one_line(example(*words), Exit.USAGE, "worked example")
    assert (example.folder / "claims.db").read_bytes() == before
    assert example("--db", "claims.db", *words).returncode == 0


def test_the_worked_example_can_be_looked_at(example: Desk) -> None:
    """Reading commands take the worked example without being told its name."""
    example.ok("list")
    example.ok("check")
    example.ok("report")
