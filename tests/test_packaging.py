"""What is installed is whole: the wheel holds every template and runs outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("reconcile", "templates", "setup.cfg", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy of the sources so that the checkout stays clean."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    copy.mkdir()
    subprocess.run(["cp", "-R", *(str(ROOT / name) for name in SOURCES), str(copy)], check=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel"]
    built = [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(copy)]
    subprocess.run(built, check=True, timeout=300)
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel)], check=True, timeout=300)
    return folder


def files_below(folder: Path) -> set[str]:
    """The names of all files below a folder, caches left out."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(folder)) for path in found}


def test_the_wheel_holds_every_module_and_template(wheel: Path) -> None:
    """Every file of templates/ and every module of reconcile/ is in the wheel, and tests are not."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = {f"reconcile/{name}" for name in files_below(ROOT / "reconcile")}
    wanted |= {f"reconcile/templates/{name}" for name in files_below(ROOT / "templates")}
    assert wanted - held == set()
    assert {name.split("/")[0] for name in held if ".dist-info" not in name} == {"reconcile"}
    assert {name.rsplit("/", 1)[-1] for name in held} >= {"LICENSE", "NOTICE", "weights.json.gz"}


def run_installed(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Call the installed copy, in a folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "RECONCILE_EDITOR": "Ida Lund"}
    code = "import reconcile, sys; assert sys.argv.pop(1) in reconcile.__file__; from reconcile.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, str(installed), *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_the_installed_copy_makes_pages(installed: Path, tmp_path: Path) -> None:
    """Installed without the checkout, the program takes a claim and writes a site."""
    said = [
        ("init",),
        ("add", "--question", "Passengers hurt, Lindow ferry", "--value", "4", "--source", "the harbour office"),
        ("add", "--question", "Passengers hurt, Lindow ferry", "--value", "7", "--source", "the hospital"),
        ("resolve",),
        ("report",),
    ]
    for words in said:
        done = run_installed(installed, tmp_path, *words)
        assert done.returncode == 0, f"{words}: {done.stderr}"
    assert "the hospital" in "".join(page.read_text("utf-8") for page in (tmp_path / "reports").rglob("*.html"))


def test_the_command_is_installed(installed: Path) -> None:
    """The package brings the command `reconcile`."""
    assert (installed / "bin" / "reconcile").exists()
