"""The documentation says what the program does, and all of it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import click
import pytest

from reconcile.cli import main
from reconcile.cli.group import COMMANDS
from reconcile.errors import Exit

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").glob("*.md")])


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """docs/generate.py as a module."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_what_help_says(generator: ModuleType) -> None:
    """docs/commands holds one page a command, word for word as `--help` prints it (`make docs` writes it anew)."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "commands").glob("*.md")}
    assert committed == generator.pages()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_the_same_of_itself_everywhere(name: str) -> None:
    """The one line in the list of commands is the first line of the command's own help."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert command.help is not None
    assert command.help.strip().splitlines()[0] == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    """No option is without its help."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert [each.name for each in command.params if isinstance(each, click.Option) and not each.help] == []


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_documented(code: Exit) -> None:
    """The page of the exit codes has a row with the number and the name of each."""
    assert f"| {code.value} | `{code.name}` |" in (DOCS / "exit-codes.md").read_text(encoding="utf-8")


def test_no_exit_code_is_documented_that_does_not_exist() -> None:
    """The page of the exit codes lists no other number."""
    listed = re.findall(r"^\| (\d+) \|", (DOCS / "exit-codes.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(code) for code in listed] == [code.value for code in Exit]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file of the repository names one that is there."""
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_a_page_shows_can_be_typed(page: Path) -> None:
    """Each `reconcile …` in a code block names a command, and options that it has."""
    blocks = "\n".join(re.findall(r"^```[^\n]*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    shown = re.sub(r"\\\n\s*", " ", blocks)
    for name, rest in re.findall(r"(?:^\$ |&& |- run: |bin/)reconcile ([a-z]+)([^\n|>&]*)", shown, re.MULTILINE):
        command = main.get_command(click.Context(main), name)
        assert command is not None, name
        known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help"}
        used = set(re.findall(r"(?<=\s)--[a-z][a-z-]*", re.sub(r'"[^"]*"', "", rest)))
        assert used <= known, f"reconcile {name}{rest}"
