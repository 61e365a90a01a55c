"""The folder of reports: only what changed is written, only what was ours is removed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from report_cases import settled, site, small_site
from report_ferry import PART_ID, QUESTION_ID, ferry

from reconcile import pipeline
from reconcile.errors import OutputProblem
from reconcile.model import Question, QuestionStatus, Verdict, VerdictKind
from reconcile.report.outputs import OUTPUTS
from reconcile.report.pairs import Directory
from reconcile.report.sheet import Sheet
from reconcile.report.site import MANIFEST, files, publish
from reconcile.report.views import Published, SiteData
from reconcile.store import Store


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time of writing."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    """The same data written twice leave every file as it was, to the byte and to the nanosecond."""
    first = publish(site(), tmp_path)
    before = snapshot(tmp_path)
    assert publish(site(), tmp_path) == Published(0, first.written, 0)
    assert snapshot(tmp_path) == before


def test_two_builds_from_scratch_are_identical(tmp_path: Path) -> None:
    """Pages depend on the data alone: two folders hold the same bytes."""
    publish(site(), tmp_path / "one")
    publish(site(), tmp_path / "two")
    one, two = (snapshot(tmp_path / name) for name in ("one", "two"))
    assert {name: content for name, (content, _) in one.items()} == {
        name: content for name, (content, _) in two.items()
    }


def test_only_the_changed_question_is_written(tmp_path: Path) -> None:
    """A decision on one question rewrites its page and data, the index and its data, and nothing else."""
    publish(small_site(), tmp_path)
    before = snapshot(tmp_path)
    publish(small_site(settled()), tmp_path)
    changed = {name for name, entry in snapshot(tmp_path).items() if before.get(name) != entry}
    assert changed == {
        *(f"{QUESTION_ID}.html", f"{QUESTION_ID}.json", "index.html", "questions.json", "questions.csv", MANIFEST),
    }


def test_pages_of_questions_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    """What an older manifest names and the new one does not is removed; a reader's own file stays."""
    publish(small_site(), tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    done = publish(SiteData(), tmp_path)
    assert done.removed == 4
    assert not (tmp_path / f"{QUESTION_ID}.html").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_manifest_cannot_name_files_outside_the_folder(tmp_path: Path) -> None:
    """Whatever a manifest says, nothing outside the folder is touched."""
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    folder = tmp_path / "reports"
    publish(small_site(), folder)
    record = json.loads((folder / MANIFEST).read_text())
    record["files"] |= {"../outside.txt": "0", str(outside): "0", ".hidden": "0"}
    (folder / MANIFEST).write_text(json.dumps(record))
    publish(SiteData(), folder)
    assert outside.read_text() == "keep"


def test_files_have_the_mode_that_the_umask_asks_for(tmp_path: Path) -> None:
    """A web server of another user can read what the umask allows it to read, changed pages included."""
    old = os.umask(0o022)
    try:
        publish(small_site(), tmp_path)
        publish(small_site(settled()), tmp_path)
    finally:
        os.umask(old)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o644}


def test_a_page_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    """A folder with somebody else's index.html is refused with one line, and left as it was."""
    (tmp_path / "index.html").write_text("<h1>My holiday</h1>")
    with pytest.raises(OutputProblem, match="not ours"):
        publish(small_site(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """A file in place of the folder is an error with the path in it."""
    (tmp_path / "reports").write_text("")
    with pytest.raises(OutputProblem, match="reports"):
        publish(small_site(), tmp_path / "reports")


def test_what_a_killed_run_left_behind_is_taken_over(tmp_path: Path) -> None:
    """A half-written file beside a page is replaced, and none is left in the end."""
    publish(small_site(), tmp_path)
    (tmp_path / ".index.html.new").write_text("half a pa")
    (tmp_path / "index.html").write_text("torn")
    publish(small_site(), tmp_path)
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert (tmp_path / "index.html").read_text().rstrip().endswith("</html>")


@pytest.mark.parametrize("bad", ["../q1-up", "q1/slash", ".hidden", "q1\x00nul", "manifest", "q" * 300])
def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path, bad: str) -> None:
    """File names come from ids only, and an id that could leave the folder stops the publication."""
    dossier = ferry()
    changed = replace(dossier, question=replace(dossier.question, id=bad))
    with pytest.raises(OutputProblem):
        publish(small_site(changed), tmp_path)


def test_index_and_manifest_come_last() -> None:
    """Pages are written before the index that links to them, the first page of the index last."""
    names = [name for name, _ in files(site())]
    assert names[-1] == "index.html"
    assert names.index(f"{QUESTION_ID}.html") < names.index("questions.json") < names.index("index.html")
    assert len(names) == len(set(names))


def test_old_ids_lead_to_the_question_that_stands_for_them() -> None:
    """A merged question and a part keep a page of their old address, with a link."""
    pages = dict(files(site()))
    assert f'href="{QUESTION_ID}.html"' in pages["q1-oldferry0000.html"].decode()
    assert f'href="{QUESTION_ID}.html#{PART_ID}"' in pages[f"{PART_ID}.html"].decode()


def test_the_index_is_cut_at_250_questions() -> None:
    """More than 250 questions make a second page of the index; the pages link to each other."""
    listed = small_site().listed[0]
    many = [replace(listed, question=replace(listed.question, id=f"q1-many{place:08}")) for place in range(251)]
    pages = dict(files(SiteData(listed=tuple(many))))
    assert pages["index.html"].count(b'<article class="q ') == 250
    assert pages["index-2.html"].count(b'<article class="q ') == 1
    assert b'href="index-2.html"' in pages["index.html"]


def test_an_empty_database_has_an_index() -> None:
    """Before the first question the index says what to do."""
    assert b"No questions yet" in dict(files(SiteData()))["index.html"]


def test_assets_are_small_and_carry_their_hash() -> None:
    """One stylesheet, and one script under 1 kB; their names change with their content."""
    pages = dict(files(SiteData()))
    scripts = [name for name in pages if name.endswith(".js")]
    sheets = [name for name in pages if name.endswith(".css")]
    assert (len(scripts), len(sheets)) == (1, 1)
    assert len(pages[scripts[0]]) < 1000


@pytest.mark.parametrize(("seed", "zone", "locale"), [("1", "Asia/Tokyo", "C"), ("77", "America/New_York", "C.UTF-8")])
def test_hash_seeds_time_zones_and_locales_change_no_byte(tmp_path: Path, seed: str, zone: str, locale: str) -> None:
    """The site is the same to the byte whatever the machine's hash seed, time zone and locale are."""
    program = "import sys; from pathlib import Path; from report_cases import site; "
    program += "from reconcile.report.site import publish; publish(site(), Path(sys.argv[1]))"
    told = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(Path(__file__).parent)}
    there, here = tmp_path / "there", tmp_path / "here"
    subprocess.run([sys.executable, "-c", program, str(there)], env={**os.environ, **told}, check=True)
    publish(site(), here)
    assert {path.name: path.read_bytes() for path in there.iterdir()} == {
        path.name: path.read_bytes() for path in here.iterdir()
    }


def test_a_withdrawn_figure_reopens_the_decision_on_the_page(tmp_path: Path) -> None:
    """From decide and withdraw to the page: the decision is shown as reopened, with the reason."""
    at = datetime(2031, 6, 9, 12, tzinfo=UTC)
    editor = pipeline.Editor("J. Quill")
    with Store.create(tmp_path / "claims.db", clock=lambda: at) as store:
        for value, source in (("5", "the guild"), ("9", "the mayor")):
            new = pipeline.NewClaim(
                value=value, counted="boats lost", source=source, outlet="Sall Gazette", question="b"
            )
            claim = pipeline.add(store, new, editor=editor).claim.id
        pipeline.resolve(store, editor=editor)
        decision = pipeline.Decision(claim, "settled", "saw the list", value="9")
        pipeline.decide(store, decision, editor=editor)
        pipeline.withdraw(store, claim, editor=editor)
        pipeline.publish(store, tmp_path / "reports")
    (page,) = [one for one in (tmp_path / "reports").glob("q1-*.html") if b"reopened" in one.read_bytes()]
    assert "Reopened because a claim was withdrawn on 9 June 2031, 12:00 UTC." in page.read_text()


def test_pages_whose_data_did_not_change_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the page that changed is filled again; an edited page is made anew, and all bytes are as from scratch."""
    publish(site(), tmp_path / "reports")
    made: list[str] = []
    first = OUTPUTS["html"]

    def noted(sheet: Sheet, directory: Directory) -> bytes:
        made.append(sheet.dossier.question.id)
        return first(sheet, directory)

    monkeypatch.setitem(OUTPUTS, "html", noted)
    dossiers = tuple(settled() if one.question.id == QUESTION_ID else one for one in site().dossiers)
    changed = replace(site(), dossiers=dossiers)
    publish(site(), tmp_path / "reports")
    assert made == []
    (tmp_path / "reports" / "q1-age.html").write_text("edited")
    publish(changed, tmp_path / "reports")
    assert sorted(made) == ["q1-age", QUESTION_ID]
    publish(changed, tmp_path / "fresh")
    assert {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "fresh").iterdir()
    }


def test_a_page_is_made_again_where_a_linked_question_changed_its_title(tmp_path: Path) -> None:
    """The page of another question of the event shows the title as it is now, though its own data are the same."""
    publish(small_site(), tmp_path)
    one = small_site().listed[0]
    renamed = replace(one, question=replace(one.question, title="How many were hurt on the Tessaly?"))
    publish(replace(small_site(), listed=(renamed,)), tmp_path)
    assert "How many were hurt on the Tessaly?" in (tmp_path / f"{QUESTION_ID}.html").read_text()


def _contested(part: Question) -> Question:
    return replace(part, status=QuestionStatus.CONTESTED)


def _told_twice(part: Question) -> Question:
    return replace(part, accounts=(*part.accounts, replace(part.accounts[0], letter="B", origin="o-other")))


@pytest.mark.parametrize(
    ("made", "verdicts", "listed_alone"),
    [
        (lambda part: part, (), False),
        (_contested, (), True),
        (_told_twice, (), True),
        (lambda part: part, (VerdictKind.HOLD,), True),
        (lambda part: part, (VerdictKind.SETTLED,), False),
    ],
    ids=["quiet", "contested", "two accounts", "on hold", "settled"],
)
def test_a_part_with_a_dispute_has_a_row_of_its_own(
    made: Callable[[Question], Question], verdicts: tuple[VerdictKind, ...], listed_alone: bool
) -> None:
    """Only a quiet part of one account is folded into the row of its whole; the record lists the others, too."""
    dossier = ferry()
    part = made(dossier.parts[0])
    decided = tuple(Verdict(part.id, kind, "J. Quill", "2031-06-09T12:00:00+00:00", "Wait.") for kind in verdicts)
    written = dict(files(small_site(replace(dossier, parts=(part,), verdicts=decided))))
    index, whole = written["index.html"].decode(), dossier.question.id
    assert (f'id="{part.id}"' in index) is listed_alone
    assert (f'href="{whole}.html#{part.id}"' in index) is listed_alone
    assert ("A part of it:" in index) is not listed_alone
    assert (part.id in [one["id"] for one in json.loads(written["questions.json"])]) is listed_alone
