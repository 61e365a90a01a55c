"""The layers of docs/architecture.md, read from the import statements of every module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "reconcile"

ABOVE: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "values": {"errors", "model"},
    "dates": {"errors", "model"},
    "extract": {"errors", "model", "values", "dates"},
    "resolve": {"errors", "model", "values", "dates", "extract"},
    "policies": {"errors", "model", "values", "dates", "extract", "resolve"},
    "advice": {"errors", "model", "values", "dates", "extract", "resolve", "policies"},
    "store": {"errors", "model", "values", "dates", "extract", "resolve"},
    "readers": {"errors", "model", "values", "dates", "extract", "resolve", "store"},
    "report": {"errors", "model", "values", "dates", "extract", "resolve", "store", "readers"},
    "pipeline": {
        "errors",
        "model",
        "values",
        "dates",
        "extract",
        "resolve",
        "policies",
        "advice",
        "store",
        "readers",
        "report",
    },
    "cli": {"errors", "model", "values", "dates", "extract", "resolve", "store", "readers", "report", "pipeline"},
}
"""What each layer may import besides itself. The list of the architecture, spelt out."""

PURE = ("errors", "model", "values", "dates", "extract", "resolve", "policies", "advice")
WORLDLY = {
    *("sqlite3", "sqlite_utils", "os", "io", "pathlib", "tempfile", "shutil", "glob", "fcntl", "subprocess", "socket"),
    *("time", "locale", "random", "secrets", "uuid", "logging", "sys", "platform", "getpass", "urllib", "http"),
}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    """The layer in which a module stands: the first folder, or the module's own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a module imports, anywhere in it, spelt absolutely."""
    package = ("reconcile", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield from (f"{module}.{each.name}" if module == "reconcile" else module for each in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_layers_above_its_own(path: Path) -> None:
    """No module reaches down: what it imports of the package stands above it in the list of layers."""
    layer = layer_of(path)
    if layer in ("__init__", "__main__"):
        return
    reached = {name.split(".")[1] for name in imports(path) if name.startswith("reconcile.")}
    assert reached - {layer, "__version__"} <= ABOVE[layer]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer_of(path) in PURE], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_pure_layer_knows_no_world_outside_its_arguments(path: Path) -> None:
    """A pure layer imports nothing that reads a disk, a clock, a locale or chance, and opens or prints nothing."""
    assert {name.split(".")[0] for name in imports(path)} & WORLDLY == set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = {func.id for func in called if isinstance(func, ast.Name)}
    assert names & {"open", "print", "input", "hash", "id"} == set()
    assert {func.attr for func in called if isinstance(func, ast.Attribute)} & CLOCKS == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    """Nothing but the command line writes to the terminal or ends the process."""
    if layer_of(path) in ("cli", "__main__"):
        return
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    said = {ast.unparse(node.func) for node in calls}
    assert (
        said & {"print", "input", "exit", "quit", "sys.exit", "os._exit", "sys.stdout.write", "sys.stderr.write"}
        == set()
    )


def test_the_architecture_page_names_the_layers_in_the_order_that_is_held() -> None:
    """The list in docs/architecture.md is the list that these tests hold."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = page.split("```")[1]
    assert sorted(ABOVE, key=lambda layer: re.search(rf"\b{layer}(?=[/ ])", listed).start()) == list(ABOVE)  # type: ignore[union-attr]


def test_every_folder_of_the_package_is_a_layer_that_is_packaged() -> None:
    """A new folder is a decision: it is named in the list of layers and among the packages of setup.cfg."""
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    packaged = set(
        re.findall(r"^    reconcile\.(\w+)$", (ROOT / "setup.cfg").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert folders <= set(ABOVE)
    assert packaged == folders | {"templates"}


def test_no_module_outgrows_one_sitting() -> None:
    """A module of more than 400 lines is two modules; the nouns of the model alone stay together."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [str(path) for path, lines in lengths.items() if lines > 400 and path.name != "model.py"] == []
