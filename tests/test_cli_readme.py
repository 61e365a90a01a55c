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


def first_id(desk: Desk, what: str) -> str:
    """The id that stands first in a listing, "" where there is none."""
    listed = desk("list", what, "--format", "jsonl", "--limit", "1").stdout
    return str(json.loads(listed)["id"]) if listed else ""


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
        typed = typed.replace("q1-…", first_id(desk, "questions")).replace("c1-…", first_id(desk, "claims"))
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
