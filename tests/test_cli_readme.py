"""The tour of the README, typed in as it stands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from conftest import Desk

ROOT = Path(__file__).resolve().parent.parent


def commands() -> list[str]:
    """What the README shows at a prompt, line by line."""
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ").split("  #")[0] for line in lines if line.startswith("$ reconcile")]


def with_ids(desk: Desk, line: str) -> str:
    """The line with the ids that stand first in the listings in place of those that the README leaves out."""
    for tag, what in (("q1-…", "questions"), ("c1-…", "claims"), ("j1-…", "judgements")):
        listed = desk("list", what, "--format", "jsonl").stdout.splitlines() if tag in line else []
        for row in listed:
            line = line.replace(tag, str(json.loads(row)["id"]), 1)
    return line


def test_the_tour_of_the_readme_works(desk: Desk) -> None:
    """Every command of the README runs to a good end, in its order, in an empty folder."""
    (desk.folder / "inbox").mkdir()
    (desk.folder / "bin").mkdir()
    script = f'#!/bin/sh\nexec "{sys.executable}" -m reconcile "$@"\n'
    desk.write("bin/reconcile", script).chmod(0o755)
    environment = {**desk.environment, "PATH": f"{desk.folder / 'bin'}:/usr/bin:/bin"}
    ran = 0
    for line in commands():
        typed = line.replace("../examples/", f"{ROOT / 'examples'}/")
        typed = with_ids(desk, typed)
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", typed],
            cwd=desk.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        ran += 1
    assert ran >= 10
    assert (desk.folder / "reports" / "index.html").exists()
