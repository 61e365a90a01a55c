"""`show QUESTION --policies` at a shell: the table of codebooks, and a policy that another package adds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Desk

TOLL = "How many died at Harl mill?"
OWN = """
from reconcile.policies import Policy, Recorded
newest = Policy("house-rule", "Harl Gazette style book, p. 3", lambda case: Recorded(words=f"{len(case.figures)} told"))
"""


@pytest.fixture
def question(desk: Desk) -> str:
    """A question with two figures of one day, the lower one of the mill's owners."""
    desk.ok("init")
    for value, source in (("4", "mill owners"), ("7", "fire brigade")):
        given = ("--source", source, "--outlet", "Harl Gazette", "--published", "2031-05-03", "--question", TOLL)
        desk.ok("add", "--value", value, "--attribute", "deaths", *given, "--quote", f"{value} dead, {source} said")
    desk.ok("resolve")
    return str(json.loads(desk.ok("list", "--format", "jsonl"))["id"])


def _claims(desk: Desk) -> list[str]:
    return desk.ok("list", "claims", "--format", "jsonl").splitlines()


def test_the_codebooks_stand_below_the_question(desk: Desk, question: str) -> None:
    """One line a codebook: its name, what it would record and where its rule is published, then the trace."""
    told = desk.ok("show", question, "--policies").splitlines()
    assert "  gtd-2017        4  (GTD Codebook, June 2017, pp. 44–51)" in told
    assert "  range           4–7  (Iraq Body Count; Every Casualty, Standards 2016, p. 25)" in told
    assert "      No figure has two independent origins." in told
    four, seven = (json.loads(line)["id"] for line in sorted(_claims(desk), key=lambda line: json.loads(line)["value"]))
    assert told[told.index("      The most conservative of 2 figures.") :][1:3] == [
        f"        used {four}",
        f"        set aside {seven}",
    ]


def test_programs_get_the_trace_as_json(desk: Desk, question: str) -> None:
    """JSON has each policy with its figures, and each rule with the claims that it used and set aside."""
    told = json.loads(desk.ok("show", question, "--policies", "--format", "json"))["policies"]
    assert [each["policy"] for each in told] == ["gtd-2017", "acled-2024", "ucdp-19.1", "range", "confirmed-only"]
    assert (told[3]["recorded"]["low"], told[3]["recorded"]["high"]) == (4, 7)
    assert len(told[0]["recorded"]["steps"][-1]["used"]) == 1


def test_a_claim_has_no_policies(desk: Desk, question: str) -> None:
    """A codebook reads questions; asked of a claim, the command says so and shows nothing."""
    claim = json.loads(desk.ok("list", "claims", "--limit", "1", "--format", "jsonl"))["id"]
    done = desk("show", claim, "--policies")
    assert (done.returncode, done.stdout) == (2, "")
    assert "only a question has that" in done.stderr


def plugged(folder: Path, target: str) -> dict[str, str]:
    """The environment in which a package with one policy is installed."""
    (folder / "gazette_rules.py").write_text(OWN, encoding="utf-8")
    info = folder / "gazette_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gazette-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[reconcile.policies]\nhouse-rule = {target}\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def test_a_package_can_add_a_policy(desk: Desk, question: str, tmp_path: Path) -> None:
    """An entry point of the group reconcile.policies stands below those of the program."""
    done = desk("show", question, "--policies", env=plugged(tmp_path, "gazette_rules:newest"))
    assert "  house-rule      2 told  (Harl Gazette style book, p. 3)" in done.stdout.splitlines()


@pytest.mark.parametrize("target", ["gazette_rules:missing", "gazette_rules:OWN", "json:dumps"])
def test_a_package_that_offers_none_is_named(desk: Desk, question: str, tmp_path: Path, target: str) -> None:
    """One line says which entry point is no policy; no traceback."""
    done = desk("show", question, "--policies", env=plugged(tmp_path, target))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "house-rule" in done.stderr
