"""The worked example that is committed is the one that the program makes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """examples/build.py as a module."""
    spec = importlib.util.spec_from_file_location("worked_example", ROOT / "examples" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def built(builder: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built anew."""
    folder = tmp_path_factory.mktemp("example")
    builder.build(folder)
    return folder


def test_the_committed_database_is_what_the_program_makes(builder: ModuleType, built: Path) -> None:
    """Built from scratch, the database's dump is that of the committed one."""
    assert builder.dump(built / "claims.db") == builder.dump(ROOT / "claims.db")


def test_the_committed_pages_are_what_the_program_makes(builder: ModuleType, built: Path) -> None:
    """Built from scratch, every page is byte for byte the committed one, and there is no other."""
    new, old = builder.pages(built / "reports"), builder.pages(ROOT / "reports")
    assert sorted(new) == sorted(old)
    assert [name for name in new if new[name] != old[name]] == []


def test_building_again_puts_nothing_in_place(builder: ModuleType, built: Path, tmp_path: Path) -> None:
    """A second build finds that nothing differs, and touches neither the database nor a page."""
    builder.build(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert builder.put_in_place(tmp_path, built) == []
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before
